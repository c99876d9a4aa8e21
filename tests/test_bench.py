"""The adapters of labelled sets: what they write for an item."""

from bench import cross, verdict

ITEM = {
    "id": "1",
    "documents": [{"id": "a", "text": "The Harrow Mill was built in 1874."}, {"id": "b", "text": "It rained."}],
}
QUESTION = "When was the Harrow Mill built?"


def test_documents_are_grouped_by_what_they_give():
    told = cross.predict(ITEM | {"claim": QUESTION})
    assert told == {"id": "1", "label": "agreement", "groups": {"1874": ["a"], "silent": ["b"]}}


def test_an_answer_is_checked_behind_its_question():
    labels = [verdict.predict(ITEM | {"claim": f"{QUESTION} {year}"})["label"] for year in (1874, 1902)]
    assert labels == ["supports", "contradicts"]
