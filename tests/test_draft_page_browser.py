"""The page of a draft in a browser: keys, links into the sources, what is hidden at first. Skipped where no Chromium is installed."""

import pytest

pytest.importorskip("axe_playwright_python", reason="needs the extra `browser`")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from compare.jobs.draft import check_draft
from compare.search.index import Index
from reports.drafts.page import to_html
from reports.drafts.running import Show, shown_of
from tests.conftest import corpus
from tests.test_drafts import GUIDE, PIER, draft_of
from tests.test_page_browser import Opened, browser  # noqa: F401 (a fixture)

DRAFT = (
    "# A pier\n\nThe pier of Ostwick is 430 metres long. It was opened on 3 May 2018 by the mayor, Anna Brandt.\n\n"
    "The ferry of Ostwick began to run in 1991. The gulls like it.\n\nThe pier of Ostwick is 340 metres long.\n"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    sources = corpus(PIER + "\n\nThe gulls are grey.\n\nThe inn is old.\n\nThe mill is shut.\n", GUIDE)
    draft = shown_of(check_draft(draft_of(DRAFT), Index(sources)), Show.FINDINGS)
    path = tmp_path_factory.mktemp("draft") / "draft.html"
    path.write_text(to_html([draft], sources.documents), encoding="utf-8")
    return path


@pytest.fixture
def show(browser, file):  # noqa: F811
    return lambda **options: Opened(browser, file.as_uri(), **options)


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def test_j_and_k_step_through_what_is_shown(show):
    with show() as page:
        seen = []
        for key in "jjjk":
            page.keyboard.press(key)
            seen.append(focused(page))
            expect(page.locator(f"#{seen[-1]}")).to_be_in_viewport()
        assert seen == ["d1-f1", "d1-f2", "d1-f3", "d1-f2"]
        page.uncheck("#show-contradicted")
        page.keyboard.press("j")
        assert "contradicted" not in page.evaluate("document.activeElement.className")


def test_what_is_supported_or_could_not_be_checked_is_shown_when_asked_for(show):
    with show() as page:
        told = page.locator(".finding:visible").count()
        assert page.locator(".finding.not-checkable.untold:visible").count() == 0
        page.check("#show-untold")
        assert page.locator(".finding:visible").count() == page.locator(".finding").count() > told


def test_a_place_leads_to_its_words_in_the_source(show):
    with show() as page:
        page.locator(".finding .where a").first.click()
        expect(page.locator("mark:target")).to_be_in_viewport()
        assert page.inner_text("mark:target") == "340 metres"
        page.go_back()
        assert page.locator("mark:target").count() == 0


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_it_fits_its_window_and_is_for_everyone(show, width):
    with show(viewport={"width": width, "height": 800}) as page:
        page.check("#show-untold")
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert Axe().run(page).response["violations"] == []
