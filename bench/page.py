"""How long the page of 5,000 claims takes to load, and to answer the first key of its search, beside that of the shipped claims.

The 5,000 are the shipped claims with their evidence, again and again under new ids and in statements of their own: what is measured
is the page, not the comparison.
Needs the extra `browser` and a Chromium. Prints a row per page: claims, megabytes, milliseconds to load, milliseconds to the first key.

    python -m bench.page [--seeds DIR] [--rounds 7]
"""

import argparse
import shutil
import tempfile
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median

from compare.evidence.model import Comparison, Result
from reports.comparing import run
from reports.page.render import to_html
from reports.settings import find_settings

MANY = 5000
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LOAD = "(() => { const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd - t.startTime; })()"
KEY = """() => new Promise((done) => {
  const field = document.getElementById("f-words");
  field.focus();
  const start = performance.now();
  field.value = "o";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("list").offsetHeight;
  requestAnimationFrame(() => done(performance.now() - start));
})"""


def made(result: Result, many: int) -> Result:
    """The comparisons of a result again and again, until they are `many`, each with an id and a statement of its own."""
    again = (_copy(c, n) for n in range(many) for c in result.comparisons)
    return replace(result, comparisons=tuple(islice(again, many)))


def _copy(comparison: Comparison, number: int) -> Comparison:
    claim, text = comparison.claim, comparison.claim.statement.strip().removesuffix(".")
    return replace(comparison, claim=replace(claim, id=f"{claim.id}-{number}", statement=f"{text}, copy {number}."))


def main() -> None:
    """Measure both pages in turn, so that what else the machine does falls on both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    result = run(find_settings(None, options.seeds, None, None))
    pages = {len(r.comparisons): to_html(r) for r in (result, made(result, MANY))}
    with tempfile.TemporaryDirectory() as folder:
        for many, text in pages.items():
            (Path(folder) / f"{many}.html").write_text(text, encoding="utf-8")
        times = _timed(Path(folder), list(pages), options.rounds)
    for many, text in pages.items():
        load, key = (median(column) for column in zip(*times[many], strict=True))
        print(f"{many} claims: {len(text.encode()) / 1e6:.2f} MB, load {load:.0f} ms, first key {key:.0f} ms")


def _timed(folder: Path, pages: list[int], rounds: int) -> dict[int, list[tuple[float, float]]]:
    from playwright.sync_api import sync_playwright

    times: dict[int, list[tuple[float, float]]] = {many: [] for many in pages}
    program = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for _ in range(rounds):
            for many in pages:
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                page.goto((folder / f"{many}.html").as_uri(), wait_until="load")
                page.wait_for_timeout(200)
                times[many].append((page.evaluate(LOAD), page.evaluate(KEY)))
                page.close()
        browser.close()
    return times


if __name__ == "__main__":
    main()
