"""What a page of HTML tells of itself in its data: `meta`, JSON-LD (schema.org), `time`, `title`.

They are looked for in the source, without a tree; what is damaged tells nothing.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from seeds.days import day_of
from seeds.told import Fact, Standing, Told

META = re.compile(r"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
TIME = re.compile(r"<time\b[^<>]{1,1000}>", re.IGNORECASE)
DATA = re.compile(r"<script\b[^<>]{1,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'>]{1,500}))""")
PUBLISHED = frozenset(
    "article:published_time og:published_time og:article:published_time article.published datepublished dc.date.issued "
    "dcterms.issued dcterms.date dc.date citation_publication_date citation_date citation_online_date parsely-pub-date "
    "sailthru.date publish-date publish_date publication_date pubdate".split()
)
"""Names of `meta` that tell the day of publication: Open Graph, Dublin Core, schema.org, Highwire Press, and makers of pages."""
PERHAPS = frozenset(["date", "dcterms.created", "dc.date.created"])
TITLES = frozenset(["citation_title", "og:title", "dc.title", "dcterms.title"])
WORK = re.compile(r"(?:Article|Report|Posting|WebPage|CreativeWork|Dataset|Legislation|Book)$")
"""What of schema.org is a document; other things on a page, such as an event or a job, have their own days."""
MOST = 20
"""Pieces of JSON-LD that are read."""
LONGEST = 1_000_000
"""Characters of a piece of JSON-LD that is read."""
DEEPEST = 2_000
"""Things in one piece of JSON-LD that are looked at."""


def page_told(source: str) -> tuple[Told, ...]:
    """What the page tells, the surest first within each kind of data."""
    return tuple(
        told for told in (*_of_json(source), *_of_meta(source), *_of_times(source), *_of_title(source)) if told.value
    )


def _of_meta(source: str) -> Iterator[Told]:
    for tag in META.finditer(source):
        given = _attributes(tag[0])
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        low, content = name.lower(), given.get("content", "")
        if low in PUBLISHED or low in PERHAPS:
            standing = Standing.SURE if low in PUBLISHED else Standing.LIKELY
            yield Told(Fact.PUBLISHED, day_of(content), f"the page's data ({name})", standing)
        elif low in TITLES:
            yield Told(Fact.TITLE, " ".join(content.split()), f"the page's data ({name})", Standing.SURE)


def _of_json(source: str) -> Iterator[Told]:
    works = [work for work in _things(source) if WORK.search(_type(work))]
    days = {day_of(str(work["datePublished"])) for work in works if work.get("datePublished")}
    for work in works:
        standing = Standing.SURE if len(days) < 2 else Standing.LIKELY
        if work.get("datePublished"):
            yield Told(Fact.PUBLISHED, day_of(str(work["datePublished"])), "the page's data (datePublished)", standing)
        if isinstance(work.get("headline"), str):
            words = " ".join(unescape(work["headline"]).split())
            yield Told(Fact.TITLE, words, "the page's data (headline)", standing)


def _things(source: str) -> Iterator[dict[str, Any]]:
    """Every object in the JSON-LD of the page, articles before pages."""
    found = []
    for _, start in zip(range(MOST), (tag.end() for tag in DATA.finditer(source)), strict=False):
        end = source.find("</script", start)
        try:
            data = json.loads(source[start:end]) if start < end < start + LONGEST else None
        except (ValueError, RecursionError):
            continue
        found += list(_walked(data))
    yield from sorted(found, key=lambda thing: _type(thing).endswith("WebPage") or "datePublished" not in thing)


def _walked(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < DEEPEST:
        thing, seen = waiting.pop(0), seen + 1
        if isinstance(thing, dict):
            yield thing
            waiting += [value for value in thing.values() if isinstance(value, dict | list)]
        elif isinstance(thing, list):
            waiting += thing[:DEEPEST]


def _type(thing: dict[str, Any]) -> str:
    named = thing.get("@type")
    return str(named[0] if isinstance(named, list) and named else named)


def _of_times(source: str) -> Iterator[Told]:
    """A `time` that is said to be of the publication; else the one day that all of them name, which may be of anything."""
    times = [_attributes(tag[0]) | {"tag": tag[0]} for tag in TIME.finditer(source)]
    said = [given for given in times if "pubdate" in given["tag"].lower() or given.get("itemprop") == "datePublished"]
    for given in said[:1]:
        yield Told(Fact.PUBLISHED, day_of(given.get("datetime", "")), "the page's time of publication", Standing.SURE)
    days = {day_of(given.get("datetime", "")) for given in times}
    if not said and len(days) == 1:
        yield Told(Fact.PUBLISHED, days.pop(), "the page's only time", Standing.OF_THE_FILE)


def _of_title(source: str) -> Iterator[Told]:
    if found := TITLE.search(source):
        yield Told(Fact.TITLE, " ".join(unescape(found[1]).split()), "the page's title", Standing.OF_THE_FILE)


def _attributes(tag: str) -> dict[str, str]:
    return {a[1].lower(): unescape(a[2] or a[3] or a[4] or "") for a in ATTRIBUTE.finditer(tag)}
