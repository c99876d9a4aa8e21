"""The page in a browser: filters, links, keyboard, layout and print. Skipped where no Chromium is installed."""

import re
import shutil
from dataclasses import replace

import pytest

pytest.importorskip("axe_playwright_python", reason="needs the extra `browser`")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from claims.model import Kind
from compare.jobs.claims import compare
from reports.page.render import to_html
from reports.printable import CONTROL
from tests.conftest import corpus
from tests.test_draft_formats import HOSTILE
from tests.test_golden import claims, on_digests, small  # noqa: F401 (two of them are fixtures)
from tests.test_page import opening

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()


@pytest.fixture(scope="module")
def browser():
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory, on_digests):  # noqa: F811
    """The pages by name."""
    hostile = compare(
        [opening(note=text, id=text) for text in HOSTILE], corpus("The pier opened in 2018. " + " ".join(HOSTILE))
    )
    folder = tmp_path_factory.mktemp("page")
    for name, text in (("small", to_html(small())), ("digests", to_html(on_digests)), ("hostile", to_html(hostile))):
        (folder / name).with_suffix(".html").write_text(text, encoding="utf-8")
    return folder


class Opened:
    """A page in its own context; leaving it fails when the page complained or asked for anything but itself."""

    def __init__(self, browser: Browser, url: str, **options) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url.partition("#")[0]))
        self.url = url

    def __enter__(self) -> Page:
        self.page.goto(self.url)
        return self.page

    def __exit__(self, *error: object) -> None:
        self.context.close()
        if error == (None, None, None):
            assert self.said == []
            assert set(self.asked) == {self.url.partition("#")[0]}


@pytest.fixture
def show(browser, files):
    def opened(name: str = "small", fragment: str = "", **options) -> Opened:
        return Opened(browser, (files / f"{name}.html").as_uri() + fragment, **options)

    return opened


def cards(page: Page) -> list[str]:
    """The claims in the list, by id, in their order."""
    return page.eval_on_selector_all("article", "all => all.map(c => c.dataset.claim)")


def address(page: Page) -> str:
    return page.evaluate("decodeURIComponent(location.hash)")


def open_cards(page: Page) -> list[str]:
    return page.eval_on_selector_all("article:has(.card)", "all => all.map(c => c.dataset.claim)")


@pytest.mark.parametrize("name", ["small", "digests", "hostile"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_it_opens_without_a_complaint_and_fits_its_window(show, name, scheme, width):
    with show(name, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        page.click("[data-only='']")
        assert re.fullmatch(r"(\d+) of \1 claims shown", page.inner_text("#told"))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        page.locator(".opener").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 21, 25)")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_screen_shows_the_gravest_findings(show, width):
    with show("digests", viewport={"width": width, "height": 800}) as page:
        expect(page.locator("article").nth(0)).to_be_in_viewport(ratio=1)
        expect(page.locator("article").nth(1)).to_be_in_viewport(ratio=0.5)
        assert cards(page)[:2] == ["visit-august-2025", "907-august-2025"]


FINDINGS = "length open sale"


@pytest.mark.parametrize(
    ("act", "left", "said"),
    [
        (lambda p: p.uncheck("[value=high]"), "", "#show=medium,low"),
        (lambda p: p.click("[aria-label='only high']"), FINDINGS, "#show=high"),
        (lambda p: p.click("[data-only='']"), "closed cost length motto open sale wonder", None),
        (lambda p: p.fill("#f-words", "MARLOW"), "sale", "#q=MARLOW"),
        (lambda p: p.fill("#f-words", "métres 340"), "length", "#q=métres+340"),
        (lambda p: p.fill("#f-words", "nowhere to be found"), "", None),
        (lambda p: p.select_option("#f-kind", "figure"), "length", "#kind=figure"),
        (lambda p: p.select_option("#f-topic", "pier"), FINDINGS, "#topic=pier"),
        (lambda p: p.select_option("#f-source", "c"), "length", "#source=c"),
        (lambda p: p.select_option("#f-stance", "contradicts"), "length open", "#stance=contradicts"),
        (lambda p: p.select_option("#f-verdict", "value-discrepancy"), FINDINGS, "#verdict=value-discrepancy"),
        (lambda p: p.select_option("#f-state", "decided"), "", "#state=decided"),
        (
            lambda p: (p.select_option("#f-source", "b"), p.select_option("#f-stance", "silent")),
            "length",
            "#source=b&stance=silent",
        ),
    ],
    ids="severity only all words accents nothing kind topic source stance verdict state both".split(),
)
def test_filters_stand_in_the_address_and_come_back_from_it(show, act, left, said):
    with show() as page:
        page.evaluate("document.querySelector('form details').open = true")
        assert sorted(cards(page)) == FINDINGS.split()
        act(page)
        assert sorted(cards(page)) == left.split()
        assert page.inner_text("#told") == f"{len(left.split())} of 7 claims shown"
        hash_ = page.evaluate("location.hash")
        assert said is None or address(page) == said
        page.evaluate("document.getElementById('matrix').open = true")
        expect(page.locator(".matrix tbody tr")).to_have_count(len(left.split()))
        page.click("text=Reset")
        expect(page.locator("#told")).to_have_text("3 of 7 claims shown")
        expect(page).to_have_url(re.compile(r"\.html#?$"))
    with show(fragment=hash_) as page:
        assert sorted(cards(page)) == left.split()


def test_open_cards_and_order_stand_in_the_address(show):
    with show() as page:
        page.select_option("#f-sort", "statement")
        assert cards(page) == ["length", "open", "sale"]
        page.locator(".opener").first.click()
        assert address(page) == "#sort=statement&open=length"
        hash_ = page.evaluate("location.hash")
        page.locator(".opener").first.click()
        assert open_cards(page) == []
    with show(fragment=hash_) as page:
        assert cards(page) == ["length", "open", "sale"]
        assert open_cards(page) == ["length"]


def test_evidence_leads_to_its_place_in_the_source_and_back(show):
    with show() as page:
        page.locator("[data-claim=open] .opener").click()
        page.locator("[data-claim=open] .where a").last.click()
        assert address(page) == "#at=b-0"
        expect(page.locator(".here")).to_have_text("The pier opened in 2018.")
        expect(page.locator(".here")).to_be_in_viewport()
        page.locator("[data-source='1'] .mentions a", has_text="open").last.click()
        expect(page.locator("[data-claim=open] .card")).to_be_in_viewport()
        page.go_back()
        expect(page.locator(".here")).to_be_in_viewport()


def test_a_link_to_a_claim_that_is_filtered_out_shows_it(show):
    with show() as page:
        page.evaluate("document.querySelector(\"[data-source='2']\").open = true")
        page.fill("#f-words", "marlow")
        page.locator("[data-source='2'] .mentions a", has_text="wonder").first.click()
        expect(page.locator("[data-claim=wonder] .card")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("fragment", "seen"), [("at=c-34", ".here"), ("open=wonder", "[data-claim=wonder] .card"), ("read", "#read")]
)
def test_a_link_from_outside_leads_to_its_place(show, fragment, seen):
    with show(fragment=f"#{fragment}") as page:
        expect(page.locator(seen)).to_be_in_viewport()


@pytest.mark.parametrize(
    "fragment", ["#nowhere", "#%", "#%E0%A4%A", "#at=x-1", "#at=a-999999", "#open=gone", "#sort=odd&topic=odd"]
)
def test_a_link_to_nowhere_does_nothing(show, fragment):
    with show(fragment=fragment) as page:
        assert len(cards(page)) == 3


def test_the_source_holds_its_words_marked_and_named(show):
    with show() as page:
        page.evaluate("document.querySelector(\"[data-source='0']\").open = true")
        text = page.inner_text("[data-source='0'] .row p")
        assert text.startswith("The pier opened on 3 May 2019.")
        assert page.locator("[data-source='0'] mark").first.inner_text() == "The pier opened on 3 May 2019."
        assert page.locator("[data-source='0'] .mentions a").first.get_attribute("aria-label") == "supports claim open"


def test_further_places_open_where_they_are_counted(show, browser, files):
    claim = opening(kind=Kind.DATE)
    text = "The pier opened in 2018.\n\nSo the pier opened in 2018.\n\nYes, the pier opened in 2018."
    (files / "more.html").write_text(to_html(compare([claim], corpus(text))), encoding="utf-8")
    with show("more", "#show=single-source&open=open") as page:
        assert page.locator("blockquote").count() == 1
        page.click("text=and 2 more")
        assert page.locator("blockquote").all_inner_texts()[1:] == [
            "So the pier opened in 2018.",
            "Yes, the pier opened in 2018.",
        ]


def test_a_passage_cut_by_a_page_break_shows_the_rest(show, files):
    result = compare([opening(kind=Kind.DATE)], corpus("The pier opened in 2018. Far below lies the harbour."))
    c, document = result.comparisons[0], result.corpus.documents[0]
    cut = document.passages[0]._replace(spans=((0, 24), (40, 52)))
    evidence = replace(c.testimonies[0].evidence[0], passage=cut)
    made = replace(c, testimonies=(replace(c.testimonies[0], evidence=(evidence,)),))
    (files / "cut.html").write_text(to_html(replace(result, comparisons=(made,))), encoding="utf-8")
    with show("cut", "#show=single-source&open=open") as page:
        assert page.inner_text("blockquote") == "The pier opened in 2018. … the harbour."


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.id || document.activeElement.closest('article')?.dataset.claim || document.activeElement.textContent"
    )


def test_keys_search_and_go_through_the_findings(show):
    with show() as page:
        page.keyboard.press("/")
        assert focused(page) == "f-words"
        page.keyboard.type("pier/j")
        assert page.input_value("#f-words") == "pier/j"
        page.fill("#f-words", "pier")
        page.keyboard.press("Escape")
        order = cards(page)
        seen = []
        for key in "jjjjkk":
            page.keyboard.press(key)
            seen.append(focused(page))
        assert seen == [order[0], order[1], order[2], order[2], order[1], order[0]]
        page.keyboard.press("Enter")
        assert open_cards(page) == [order[0]]


def test_the_keyboard_reaches_everything_and_shows_where_it_is(show):
    with show() as page:
        page.keyboard.press("Tab")
        assert focused(page) == "To the findings"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "f-words"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        reached = []
        for _ in range(20):
            page.keyboard.press("Tab")
            reached.append(focused(page))
        assert [i for i in reached if i in ("f-sort", "open-all", "open", "sale", "length")] == [
            "f-sort", "open-all", *cards(page),
        ]  # fmt: skip
        page.focus("[data-source='0'] summary")
        page.keyboard.press("Enter")
        assert page.locator("[data-source='0']").evaluate("source => source.open")


def test_enter_in_the_words_changes_nothing(show):
    with show() as page:
        page.fill("#f-words", "marlow")
        page.keyboard.press("Enter")
        assert cards(page) == ["sale"]


def test_a_screen_reader_finds_landmarks_regions_and_what_is_shown(show):
    with show() as page:
        for role in ("banner", "navigation", "main", "contentinfo", "search", "status"):
            assert page.get_by_role(role).count() == 1, role
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.locator("article h3 button[aria-expanded=false]").count() == 3
        page.locator(".opener").first.click()
        assert page.locator("article h3 button[aria-expanded=true]").count() == 1
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        assert page.get_by_role("table").count() == 4
        expect(page.get_by_role("cell", name="contradicts, supports")).to_have_count(1)
        for label in (
            "Words of a claim or its passages",
            "Order",
            "Topic",
            "Kind",
            "Source that speaks",
            "What it says",
        ):
            assert page.get_by_label(label, exact=True).count() == 1, label
        assert page.locator("#told").get_attribute("aria-live") == "polite"


def test_without_its_script_the_findings_can_be_read(show):
    with show(java_script_enabled=False) as page:
        assert page.locator("noscript li").count() == 3 or page.locator("ol li:visible").count() == 3
        assert not page.locator("#filters").is_visible()


def test_a_long_list_grows_when_asked(show):
    with show("digests", "#show=high,medium,low,precision-difference,agreement,single-source") as page:
        many = len(cards(page))
        page.click("#more")
        assert len(cards(page)) == many + 100
        page.click("#open-all")
        assert len(open_cards(page)) == len(cards(page)) > 300


def printed(page: Page) -> int:
    found = page.pdf(format="A4")
    assert found.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", found))


def test_paper_holds_the_findings_only_unless_asked(show):
    with show("digests") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert not page.locator("#filters").is_visible()
        assert not page.get_by_role("navigation").is_visible()
        assert not page.locator("#overview").is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        findings = page.locator("article:visible").count()
        assert page.inner_text("#printed").startswith(f"All {findings} findings; the other")
        few = printed(page)
        page.emulate_media(media="screen")
        page.evaluate("document.querySelector('[name=paper]').checked = true")
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        assert printed(page) > few + 20


def test_a_filtered_print_says_so(show):
    with show("digests", "#q=Vance") as page:
        page.emulate_media(media="print")
        many = page.locator("article:visible").count()
        assert page.inner_text("#printed") == f"Filtered (q Vance): {many} of 362 claims; the others are left out."


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_and_does_nothing(show, text):
    with show("hostile", "#show=single-source") as page:
        page.click("#open-all")
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        shown = CONTROL.sub("\ufffd", re.sub(r"\s+", " ", text)).strip()
        assert shown in re.sub(r"\s+", " ", page.evaluate("document.body.textContent"))
        assert page.locator("main img, main iframe, main script, main a[href^=javascript]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_to_mend(show, scheme, width):
    with show(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        page.click("[data-only='']")
        page.click("#open-all")
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert len(found.response["passes"]) > 20
