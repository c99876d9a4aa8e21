"""The ranker: the fast one against the slow one, what a score means, and pairs of passages of which the first must win."""

import gc
import weakref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.evidence import predict
from claims.model import Claim, Kind
from compare.decide.claim import compare_claim
from compare.facts.asked_claim import ask
from compare.fold import stem_of
from compare.search.index import Index
from compare.search.ranker import SCORED, rank, rank_slowly
from compare.text.roots import root_of
from compare.text.synonyms import EVERYDAY, senses
from compare.weights import WEIGHTS
from tests.conftest import corpus

HARBOUR = (
    "The harbour board met on 4 May 2019. It signed the lease of the pier with Norfolk Ferries (NF) for 12 years. "
    "Fishermen had asked for a shorter lease.\n\nThe town's mayor praised the deal. NF sails twice a day.\n",
    "The signature of the lease gave the ferry company the pier until 2031. The mayor spoke of a good year for tourism.\n",
    "Rainfall in the valley was lower than in any year since records began. Farmers lost half of the barley.\n",
)
CLAIMS = (
    "The harbour board leased the pier to Norfolk Ferries for twelve years.",
    "The ferry sails twice a day.",
    "In 2019 the pier's rent was doubled by the town council.",
    "The and of it.",
    "Zyx qwv.",
)


def question(statement, index):
    return ask(Claim("c", "t", Kind.DESCRIPTION, statement), index.weights, index.unknown_weight)


def ranked(statement, *texts, by=rank):
    index = Index(corpus(*texts))
    return [(entry.passage.text, score) for entry, score in by(question(statement, index), index)]


def best_by_source(statement, *texts):
    index = Index(corpus(*texts))
    best = {}
    for entry, score in rank(question(statement, index), index):
        best.setdefault(entry.document.source.id, score)
    return best


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_fast_one_ranks_like_the_slow_one(claim):
    assert ranked(claim, *HARBOUR) == ranked(claim, *HARBOUR, by=rank_slowly)


WORDS = st.sampled_from(
    "pier lease signed signature film movie NF 2019 12 the only Turkish Turkey harbour. ferry. valley".split()
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=SCORED).map(" ".join), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(WORDS, min_size=1, max_size=8).map(" ".join))
def test_the_fast_one_ranks_like_the_slow_one_on_any_text(texts, claim):
    assert ranked(claim, *texts) == ranked(claim, *texts, by=rank_slowly)


@pytest.mark.parametrize("claim", CLAIMS)
def test_scores_are_shares_and_sorted(claim):
    scores = [score for _, score in ranked(claim, *HARBOUR)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_passage_in_the_claims_own_words_has_all_of_it():
    claim = "NF sails twice a day."
    assert ranked(claim, *HARBOUR)[0] == (claim, 1.0)


def test_what_stands_in_the_passage_behind_counts_a_little():
    claim, passage = "The mayor of the harbour town resigned over the lease.", "The mayor resigned on a rainy day."
    behind = "The lease of the harbour was the cause."
    apart = dict(ranked(claim, passage, behind, HARBOUR[2]))
    together = dict(ranked(claim, f"{passage} {behind}", HARBOUR[2]))
    assert together[passage] > apart[passage]


def test_what_was_made_of_an_index_goes_with_it():
    index = Index(corpus(*HARBOUR))
    rank(question(CLAIMS[0], index), index)
    gone = weakref.ref(index)
    del index
    gc.collect()
    assert gone() is None


def test_evidence_in_the_words_of_another_and_bare_headings_come_last():
    heading, sold, town = "The lease of the pier", "In the town the lease of the pier was sold.", "The town was small."
    given = corpus("\n\n".join([heading, sold, sold, town]) + "\n")
    claim = Claim("c", "t", Kind.DATE, "The lease of the pier was sold in the town in 1990.")
    comparison = compare_claim(claim, Index(given), given.documents)
    assert [e.passage.text for e in comparison.testimonies[0].evidence] == [sold, town, sold, heading]


def test_equal_passages_stand_in_the_order_of_their_places():
    index = Index(corpus("The pier is long.\n\nRain fell.\n\nThe pier is long.", "The pier is long."))
    found = [
        (e.document.source.id, e.passage.spans[0][0]) for e, s in rank(question("The pier is long.", index), index)
    ]
    assert found[:3] == sorted(found[:3])


PAIRS = [
    (
        "The lease was signed in spring.",
        "The lease's signature fell in spring.",
        "The lease was short, and spring was wet.",
    ),
    (
        "The dissolution of the board was asked for.",
        "They asked to dissolve the board.",
        "They asked the board for a map.",
    ),
    ("The movie began at nine.", "The film started at nine.", "The ferry was late at nine."),
    ("The Danish crew won.", "The crew of Denmark won.", "The crew of the tug won."),
    ("The pier cost 340,000 pounds.", "In the end 340,000 was paid for it.", "What the pier brought in is secret."),
    ("The harbourmaster left.", "The harbour-master left early.", "The postman left early."),
    ("The mayor was never paid.", "She was never paid.", "She was paid."),
]


@pytest.mark.parametrize(("claim", "better", "worse"), PAIRS)
def test_the_passage_that_speaks_to_the_claim_is_first(claim, better, worse):
    for texts in ((better, worse), (worse, better)):
        assert ranked(claim, *texts, HARBOUR[2])[0][0] == better


def test_an_abbreviation_is_found_by_its_long_form():
    index = Index(corpus(*HARBOUR))
    found = [entry.passage.text for entry, _ in rank(question("Norfolk Ferries sails each day.", index), index)]
    assert found[0] == "NF sails twice a day."


def test_a_source_that_says_nothing_of_it_stays_below_the_cut_off_however_long_it_is():
    claim = CLAIMS[0]
    for length in (1, 40):
        best = best_by_source(claim, *HARBOUR[:2], "\n\n".join([HARBOUR[2]] * length))
        assert best["a"] > WEIGHTS.speaks
        assert best.get("c", 0.0) < WEIGHTS.speaks


def test_at_most_so_many_passages_of_a_source_are_ranked():
    assert len(ranked("The pier is long.", "\n\n".join(["The pier is old."] * (SCORED + 5)))) == SCORED


def test_the_words_of_a_sense_are_single_words_and_no_group_is_alone():
    groups = [group.split() for group in EVERYDAY.replace("\n", "|").split("|") if group.strip()]
    assert all(len(group) > 1 and len(group) == len(set(group)) for group in groups)
    assert all(word.isalpha() and word.islower() for group in groups for word in group)
    assert senses()[stem_of("films")] & senses()[stem_of("movie")]


FAMILIES = [
    "sign signature signatory", "dissolve dissolution", "describe description", "permit permission", "extend extension",
    "decide decision decisive", "produce production producer", "govern government governor", "mediate mediation mediator",
    "exist existence", "depend dependence dependent", "defend defence", "lead leader leadership", "Denmark Danish",
]  # fmt: skip
STRANGERS = ["war warm", "port portrait", "press present", "nation nature", "act actual", "arm army", "court county"]


@pytest.mark.parametrize("family", FAMILIES)
def test_words_of_one_family_have_one_root(family):
    assert len({root_of(stem_of(word.lower())) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", STRANGERS)
def test_words_of_two_families_have_two_roots(pair):
    assert len({root_of(stem_of(word)) for word in pair.split()}) == 2


def test_the_evidence_task_gives_places_in_the_documents():
    documents = [{"id": f"d{i}", "text": text} for i, text in enumerate(HARBOUR)]
    answer = predict({"id": "x", "claim": "The ferry sails twice a day.", "documents": documents})
    name, start, end = answer["ranked"][0]
    assert answer["id"] == "x"
    assert HARBOUR[int(name[1])][start:end] == "NF sails twice a day."
    assert len(answer["ranked"]) <= 10
