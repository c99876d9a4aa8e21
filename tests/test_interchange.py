"""Web Annotations and ClaimReview: the shape the standards ask for, and places that find the words again."""

import json
import re
from dataclasses import replace
from uuid import UUID

import jsonschema
import pytest

from claims.model import Claim, Kind
from compare.evidence.model import Stance, Verdict
from compare.jobs.claims import compare
from reports.as_annotations import iri, to_annotations
from reports.as_claimreview import to_claimreview
from seeds.corpus import Corpus
from tests.conftest import corpus, document
from tests.test_draft_formats import HOSTILE
from tests.test_golden import claims, on_digests, on_originals, small  # noqa: F401 (all but one are fixtures)

ALL = 10**9
IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[!-;=?-~]+$"}
PURPOSES = (
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning "
    "replying tagging"
).split()
SELECTORS = [
    {
        "properties": {
            "type": {"const": "TextQuoteSelector"},
            **{key: {"type": "string"} for key in ("exact", "prefix", "suffix")},
        },
        "required": ["type", "exact"],
        "additionalProperties": False,
    },
    {
        "properties": {
            "type": {"const": "TextPositionSelector"},
            **{key: {"type": "integer", "minimum": 0} for key in ("start", "end")},
        },
        "required": ["type", "start", "end"],
        "additionalProperties": False,
    },
]
ANNOTATION = {
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": PURPOSES},
        "body": {
            "minItems": 1,
            "items": {
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "format": {"const": "text/plain"},
                    "purpose": {"enum": PURPOSES},
                },
                "required": ["type", "value"],
                "additionalProperties": False,
            },
        },
        "target": {
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": IRI,
                "selector": {"minItems": 1, "items": {"oneOf": SELECTORS}},
            },
            "required": ["source"],
            "additionalProperties": False,
        },
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
PAGE = {
    "properties": {
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "partOf": IRI,
        "startIndex": {"type": "integer", "minimum": 0},
        "items": {"type": "array", "items": ANNOTATION},
    },
    "required": ["id", "type", "items"],
    "additionalProperties": False,
}
COLLECTION = jsonschema.Draft202012Validator(
    {
        "properties": {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": IRI,
            "type": {"const": "AnnotationCollection"},
            "label": {"type": "string"},
            "generator": {"properties": {"type": {"const": "Software"}, "name": {"type": "string"}}},
            "total": {"type": "integer", "minimum": 0},
            "first": PAGE,
            "last": IRI,
        },
        "required": ["@context", "id", "type"],
        "additionalProperties": False,
        "if": {"properties": {"total": {"minimum": 1}}},
        "then": {"required": ["first"]},
    }
)
"""What the Web Annotation Data Model (2017) says an annotation, a page and a collection MUST be, of the parts that are used."""

RANGES = {
    ("CreativeWork", "identifier"): "Text",
    ("CreativeWork", "name"): "Text",
    ("CreativeWork", "creditText"): "Text",
    ("CreativeWork", "publisher"): "Organization",
    ("CreativeWork", "datePublished"): "Date",
    ("CreativeWork", "isBasedOn"): "CreativeWork",
    ("Organization", "name"): "Text",
    ("Thing", "name"): "Text",
    ("Claim", "text"): "Text",
    ("Claim", "appearance"): "CreativeWork",
    ("Rating", "alternateName"): "Text",
    ("Rating", "ratingExplanation"): "Text",
    ("ClaimReview", "identifier"): "Text",
    ("ClaimReview", "about"): "Thing",
    ("ClaimReview", "claimReviewed"): "Text",
    ("ClaimReview", "itemReviewed"): "Claim",
    ("ClaimReview", "reviewRating"): "Rating",
    ("ClaimReview", "citation"): "CreativeWork",
}
"""The properties that are used, with a type in their range, as schema.org defines them; a Claim is a Thing."""
NEEDED = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "reviewRating"},
    "Claim": {"text"},
    "Rating": {"alternateName"},
    "CreativeWork": set(),
    "Organization": {"name"},
    "Thing": {"name"},
}


def annotations(result, shown: int = ALL):
    data = json.loads(to_annotations(result, shown))
    return data, data.get("first", {"items": []})["items"]


def strays(node) -> list[str]:
    """What in a node of schema.org is not as its vocabulary says."""
    kind = node["@type"]
    found = [f"{kind} lacks {name}" for name in NEEDED[kind] - set(node)]
    for name, value in node.items():
        if not name.startswith("@"):
            wanted = RANGES.get((kind, name), "nothing")
            values = value if isinstance(value, list) else [value]
            found += [f"{kind}.{name} is no {wanted}" for each in values if not _is(each, wanted)]
            found += [stray for each in values if isinstance(each, dict) for stray in strays(each)]
            found += [f"{kind}.{name} is empty"] if value in ("", [], {}, None) else []
    return found


def _is(value, wanted: str) -> bool:
    if wanted == "Date":
        return isinstance(value, str) and bool(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value))
    if wanted == "Text":
        return isinstance(value, str)
    return isinstance(value, dict) and value.get("@type") == wanted


def graph(result):
    text = to_claimreview(result)
    data = json.loads(text)
    assert list(data) == ["@context", "@graph"]
    assert data["@context"] == "https://schema.org"
    nodes = data["@graph"]
    return [n for n in nodes if n["@type"] == "CreativeWork"], [n for n in nodes if n["@type"] == "ClaimReview"]


# Web Annotations


def test_golden_annotations(golden):
    golden("page-small.annotations.json", to_annotations(small()))


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_annotations_find_the_words_again(which, request):
    result = request.getfixturevalue(which)
    data, items = annotations(result)
    COLLECTION.validate(data)
    texts = {iri(d): d.text for d in result.corpus.documents}
    assert len(items) == data["total"] == result.coverage.read
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        text = texts[item["target"]["source"]]
        quote, place = item["target"]["selector"]
        start, end = place["start"], place["end"]
        assert text[start:end] == quote["exact"] != ""
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(32, start)
        assert len(quote["suffix"]) == min(32, len(text) - end)


def test_what_was_not_read_is_not_annotated_and_the_number_is_kept():
    result = small()
    _, every = annotations(result)
    _, one = annotations(result, 1)
    said = [next(b["value"] for b in item["body"] if b["purpose"] == "classifying") for item in every]
    assert set(said) == {Stance.SUPPORTS, Stance.CONTRADICTS, Stance.DIFFERS, Stance.LESS_PRECISE}
    assert result.coverage.unread > 0
    assert len(every) == result.coverage.read > len(one)


def test_nothing_read_is_a_collection_of_nothing():
    data, items = annotations(compare([], corpus("Gulls.")))
    COLLECTION.validate(data)
    assert (data["total"], items, "first" in data) == (0, [], False)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda d: d.pop("id"), "the collection has no id"),
        (lambda d: d.pop("first"), "total above 0 and no first page"),
        (lambda d: d["first"]["items"][0].pop("target"), "an annotation without a target"),
        (lambda d: d["first"]["items"][0]["target"]["selector"][1].update(start=-1), "a negative start"),
        (lambda d: d["first"]["items"][0].update(id="no iri"), "an id that is no IRI"),
        (lambda d: d["first"]["items"][0].update(motivation="judging"), "an unknown motivation"),
    ],
)
def test_the_shape_refuses_what_is_wrong(change, wrong):
    data, _ = annotations(small())
    assert COLLECTION.is_valid(data)
    change(data)
    assert not COLLECTION.is_valid(data), wrong


def test_a_source_is_named_by_the_hash_of_its_file():
    """The example of RFC 6920, section 8.1: the SHA-256 of "Hello World!"."""
    named = "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
    assert iri(document("Hello World!")) == named
    digest = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
    assert iri(replace(document("Another text"), sha256=digest)) == named


def test_the_name_of_an_annotation_hangs_on_what_it_says_only():
    _, items = annotations(small())
    _, again = annotations(small())
    assert [i["id"] for i in items] == [i["id"] for i in again]
    assert all(UUID(item["id"].removeprefix("urn:uuid:")).version == 5 for item in items)
    claim = Claim("open", "pier", Kind.DATE, "The pier opened in 2018.", "2018")
    texts = ("The pier opened in 2018.", "The pier opened in 2018!", "The pier opened in 2019.")
    named = [annotations(compare([claim], corpus(text)))[1][0]["id"] for text in texts]
    assert len(set(named)) == 3


# ClaimReview


def test_golden_claimreview(golden):
    golden("page-small.claimreview.json", to_claimreview(small()))


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_reviews_are_of_the_vocabulary_and_complete(which, request):
    result = request.getfixturevalue(which)
    works, reviews = graph(result)
    assert [stray for node in works + reviews for stray in strays(node)] == []
    reviewed = [c for c in result.comparisons if c.verdict is not Verdict.NOT_FOUND]
    assert [r["identifier"] for r in reviews] == [c.claim.id for c in reviewed]
    known = {work["@id"] for work in works}
    assert len(known) == len(result.corpus.documents)
    for review, comparison in zip(reviews, reviewed, strict=True):
        speaking = [t for t in comparison.testimonies if any(e.stance is not Stance.UNREAD for e in t.evidence)]
        supporting = [t for t in speaking if any(e.stance is Stance.SUPPORTS for e in t.evidence)]
        assert [c["@id"] for c in review["citation"]] == [iri(t.document) for t in speaking]
        assert {c["@id"] for c in review["citation"]} <= known
        assert [a["@id"] for a in review["itemReviewed"].get("appearance", [])] == [iri(t.document) for t in supporting]
        assert review["reviewRating"]["alternateName"] == comparison.verdict


def test_what_is_not_known_is_not_claimed():
    text = to_claimreview(small())
    for name in ("ratingValue", "bestRating", "worstRating", "author", "url", "firstAppearance", "dateCreated"):
        assert f'"{name}"' not in text
    works, reviews = graph(small())
    assert "closed" not in [review["identifier"] for review in reviews]
    assert works[0]["datePublished"] == "2020-06"


@pytest.mark.parametrize(
    ("published", "said"), [("2026-02~", None), ("", None), ("2025-11", "2025-11"), ("2025-11-03", "2025-11-03")]
)
def test_only_dates_of_iso_8601_are_dates(published, said):
    works, _ = graph(compare([], corpus("Gulls.", published=published)))
    assert works[0].get("datePublished") == said


def test_a_digest_is_a_work_based_on_its_source(on_digests):  # noqa: F811
    works, _ = graph(on_digests)
    assert all(work["name"].endswith("(digest)") and "publisher" not in work for work in works)
    assert works[0]["isBasedOn"]["identifier"] == works[0]["identifier"] == "000"


def test_the_shape_refuses_strays():
    _, reviews = graph(small())
    assert strays({**reviews[0], "verdict": "x"}) == ["ClaimReview.verdict is no nothing"]
    assert strays({**reviews[0], "itemReviewed": "x"}) == ["ClaimReview.itemReviewed is no Claim"]
    assert strays({"@type": "Rating"}) == ["Rating lacks alternateName"]


# both


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_out_as_it_went_in(text):
    source = document(f"The pier opened in 2018. {text}", text)
    claim = Claim(text, "pier", Kind.DATE, f"{text} The pier opened in 2018.", "2018", terms=("pier opened",))
    result = compare([claim], Corpus("test", (source,)))
    data, items = annotations(result)
    COLLECTION.validate(data)
    assert [b["value"] for b in items[0]["body"] if b["purpose"] in ("describing", "tagging")] == [
        claim.statement,
        text,
    ]
    works, (review,) = graph(result)
    assert (works[0]["identifier"], review["identifier"], review["claimReviewed"]) == (text, text, claim.statement)
    assert "<" not in to_claimreview(result)


@pytest.mark.parametrize("write", [to_annotations, to_claimreview])
def test_the_same_input_gives_the_same_bytes(write):
    assert write(small()) == write(small())
    assert write(small()).endswith("}\n")
