"""The page in a browser: filters, links, keyboard, layout and print. Skipped where no Chromium is installed."""

import re
import shutil

import pytest

pytest.importorskip("axe_playwright_python", reason="needs the extra `browser`")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from compare.jobs.claims import compare
from reports.page.render import to_html
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
    """The claims that can be seen, by id."""
    return [
        c.removeprefix("claim:")
        for c in page.eval_on_selector_all("article:not([hidden])", "all => all.map(c => c.id)")
    ]


@pytest.mark.parametrize("name", ["small", "digests", "hostile"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_it_opens_without_a_complaint_and_fits_its_window(show, name, scheme, width):
    with show(name, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        many = page.locator("article").count()
        assert page.inner_text("#told") == f"{many} of {many} claims shown"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("for (const source of document.querySelectorAll('details')) source.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 21, 25)")


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda p: p.uncheck("[value=value-discrepancy]"), "closed cost length motto wonder"),
        (lambda p: p.fill("#f-words", "MARLOW"), "sale"),
        (lambda p: p.fill("#f-words", "métres 340"), "length"),
        (lambda p: p.fill("#f-words", "nowhere to be found"), ""),
        (lambda p: p.select_option("#f-kind", "figure"), "cost length"),
        (lambda p: p.select_option("#f-kind", "quote"), "motto"),
        (lambda p: p.select_option("#f-topic", "pier"), "closed cost length motto open sale wonder"),
        (lambda p: p.select_option("#f-source", "3"), "length wonder"),
        (lambda p: p.select_option("#f-stance", "contradicts"), "length open"),
        (lambda p: (p.select_option("#f-source", "2"), p.select_option("#f-stance", "supports")), "cost motto"),
        (lambda p: (p.select_option("#f-source", "2"), p.select_option("#f-stance", "silent")), "closed length wonder"),
    ],
    ids="verdict words accents nothing kind quote topic source stance both silent".split(),
)
def test_filters(show, act, left):
    with show() as page:
        act(page)
        seen = left.split()
        assert sorted(cards(page)) == seen
        assert page.inner_text("#told") == f"{len(seen)} of 7 claims shown"
        rows = page.eval_on_selector_all(".matrix tr[data-of]:not([hidden])", "all => all.map(r => r.dataset.of)")
        assert sorted(rows) == [f"claim:{claim}" for claim in seen]
        assert page.locator("section[data-group]:visible").count() == bool(seen)
        page.click("text=Show all claims")
        expect(page.locator("#told")).to_have_text("7 of 7 claims shown")
        assert len(cards(page)) == 7


def test_evidence_leads_to_its_place_in_the_source_and_back(show):
    with show() as page:
        assert not page.locator("[id='source:b']").evaluate("source => source.open")
        page.locator("[id='claim:open'] .where a").last.click()
        assert page.evaluate("location.hash") == "#b-0"
        assert page.inner_text("[id='b-0']") == "The pier opened in 2018."
        expect(page.locator("[id='b-0']")).to_be_in_viewport()
        page.locator(".mentions a", has_text="open").last.click()
        assert page.evaluate("decodeURIComponent(location.hash)") == "#claim:open"
        expect(page.locator("[id='claim:open']")).to_be_in_viewport()


def test_a_link_to_a_claim_that_is_filtered_out_shows_it(show):
    with show() as page:
        page.fill("#f-words", "wonder")
        page.evaluate("document.getElementById('source:a').open = true")
        page.locator("[id='source:a'] .mentions a", has_text="sale").first.click()
        expect(page.locator("[id='claim:sale']")).to_be_in_viewport()
        assert page.inner_text("#told") == "7 of 7 claims shown"


@pytest.mark.parametrize("fragment", ["c-34", "claim:length", "source:b", "claims"])
def test_a_link_from_outside_leads_to_its_place(show, fragment):
    with show(fragment=f"#{fragment}") as page:
        expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


def test_a_link_to_a_source_opens_it(show):
    with show() as page:
        page.locator(".matrix thead a", has_text="b").click()
        assert page.locator("details[open]").evaluate_all("all => all.map(source => source.id)") == ["source:b"]


@pytest.mark.parametrize("fragment", ["#nowhere", "#%", "#%E0%A4%A"])
def test_a_link_to_nowhere_does_nothing(show, fragment):
    with show(fragment=fragment) as page:
        assert len(cards(page)) == 7


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.id || document.activeElement.name || document.activeElement.textContent"
    )


def test_the_keyboard_reaches_everything_and_shows_where_it_is(show):
    with show() as page:
        page.keyboard.press("Tab")
        assert focused(page) == "To the claims"
        assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#claims"
        page.keyboard.press("Tab")
        assert focused(page) == "verdict"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        page.keyboard.press("Space")
        assert page.inner_text("#told") == "5 of 7 claims shown"
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.append(focused(page))
        assert [i for i in reached if i.startswith("f-")][:5] == [
            "f-words",
            "f-topic",
            "f-kind",
            "f-source",
            "f-stance",
        ]
        page.focus("[id='source:a'] summary")
        page.keyboard.press("Enter")
        assert page.locator("[id='source:a']").evaluate("source => source.open")


def test_enter_in_the_words_changes_nothing(show):
    with show() as page:
        page.fill("#f-words", "marlow")
        page.keyboard.press("Enter")
        assert cards(page) == ["sale"]


def test_a_screen_reader_finds_landmarks_regions_and_what_is_shown(show):
    with show() as page:
        for role in ("banner", "navigation", "main", "contentinfo", "search", "status"):
            assert page.get_by_role(role).count() == 1, role
        assert page.get_by_role("table").count() == 4
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.get_by_role("heading", level=4).count() == 7
        assert page.get_by_role("cell", name="contradicts, supports").count() == 1
        for label in ("Words on the card", "Topic", "Kind", "Source that speaks", "What it says"):
            assert page.get_by_label(label, exact=True).count() == 1, label
        assert page.locator("#told").get_attribute("aria-live") == "polite"


def test_without_its_script_everything_can_be_read(show):
    with show(java_script_enabled=False) as page:
        assert page.locator("article:visible").count() == 7
        assert not page.locator("#filters").is_visible()


def test_print_holds_all_claims_and_no_controls(show):
    with show("digests") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert not page.locator("#filters").is_visible()
        assert not page.get_by_role("navigation").is_visible()
        for region in page.locator(".scroll").all():
            assert region.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.locator("article:visible").count() == page.locator("article").count()
        printed = page.pdf(format="A4")
        assert printed.startswith(b"%PDF-")
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 20


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_to_mend(show, scheme, width):
    with show(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        page.evaluate("for (const source of document.querySelectorAll('details')) source.open = true")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert len(found.response["passes"]) > 20
