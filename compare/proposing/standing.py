"""Whether a sentence is understood without those around it.

It may lean on nothing: no pronoun before a name, no "this year", no "the same", no first or second person, no clause that is another's.
"""

import re
from collections.abc import Iterator

from compare.facts.statement import read_statement
from compare.fold import STOP
from compare.text.frames import frames_of
from compare.text.sentence import Sentence, sentence_of
from compare.text.small_words import AUXILIARIES, DETERMINERS, NOUN_BEFORE

FEWEST, MOST = 5, 34
"""Words of a statement."""
LEANING = frozenset(
    "he she it they him her them his hers its their theirs this these those that such there here another other others both one "
    "ones neither either each former latter all some most many few who which what where when while whereas as if because although "
    "though since unless until not thither hither yes no oh well right".split()
)
"""Words that lean on what stands before, or open a clause that is no sentence, at the beginning of a statement."""
PERSONS = frozenset("i me my mine myself we us our ours ourselves you your yours".split())
SAID_BEFORE = frozenset(
    "he she him her his hers they them their theirs himself herself themselves it its itself".split()
)
"""Pronouns that a statement may hold once it has named somebody or something."""
ELSEWHERE = re.compile(
    r"\b(?:(?:this|these|those|that|last|next|previous|same|following|coming|past|other) (?:\w+ )?(?:day|days|week|weeks|month|months"
    r"|year|years|morning|evening|afternoon|night|spring|summer|autumn|fall|winter|decade|century|time|date|period|event"
    r"|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)|the (?:former|latter|same|said|above|other|others|rest|others)|above-mentioned"
    r"|aforementioned|ago|yesterday|today|to-day|tomorrow|tonight|now|currently|recently|so far|to date|thereafter|therein"
    r"|thereby|thereof|herein|such (?:a|an)"
    r"|just before|before that|the (?:day|week|month|year) (?:before|after)"
    r"|(?:these|those|this|such) \w+|see (?:also|above|below|table|figure|chapter|note)|as follows|another|the following)\b",
    re.IGNORECASE,
)
"""Words that say less without the text around them."""
SUBORDINATE = frozenset(
    "who which whom whose where when while whereas if because although though as since after before until unless that whether".split()
)
"""Words whose clause is no sentence by itself."""
FINITE = frozenset("is are was were has have had".split())
DONE_TO = frozenset(
    "held made signed built given known called based written published adopted hosted established issued concluded convened formed "
    "set taken found used named".split()
)
"""Participles that look like a verb behind their noun ("the talks held in May")."""
LABEL = re.compile(r"[A-Z][A-Z. ]{3,}:|\.\s+[a-z]|[|#*_=<>]")
"""Who speaks in a transcript, a sentence broken inside, and signs of layout."""
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


def stands_alone(text: str) -> bool:
    """True for a sentence that is understood without those around it."""
    sentence = sentence_of(text)
    forms = sentence.forms
    if (
        not FEWEST <= len(forms) <= MOST
        or "?" in text
        or "!" in text
        or not text.lstrip('"“')[:1].isalnum()
        or "|" in text
    ):
        return False
    if forms[0] in LEANING or PERSONS & set(forms) or ELSEWHERE.search(text) or "…" in text or "..." in text:
        return False
    if LABEL.search(text) or any(form in forms and "and" not in forms for form in ("both", "between")):
        return False
    marks = text.translate(QUOTES)
    if marks.count('"') % 2 or text.count("(") != text.count(")") or text.count("‘") > text.count("’"):
        return False
    return _has_clause(sentence) and not _leans(sentence)


def _has_clause(sentence: Sentence) -> bool:
    """True with a finite verb of a main clause behind a subject, nothing left open at the end, and nothing that is only supposed."""
    main = next(main_verbs(sentence), None)
    if main is None or not any(i < main for i in sentence.content) or sentence.forms[-1] in STOP:
        return False
    return frames_of(sentence)[main].mode not in ("conditional", "unknown")


def main_verbs(sentence: Sentence) -> Iterator[int]:
    """The finite verbs of clauses that are no other's, a form of "be" or "have" among them."""
    valued = read_statement(sentence.folded.text).valued
    for i, form in enumerate(sentence.forms):
        if i in valued:
            continue
        if (form in FINITE and not _is_subordinate(sentence, i)) or (i in sentence.verbs and _is_main(sentence, i)):
            yield i


def _is_main(sentence: Sentence, i: int) -> bool:
    """True for a finite verb of a clause that is no other's."""
    participle = sentence.form(i) in DONE_TO and sentence.form(i + 1) in NOUN_BEFORE - DETERMINERS | {
        "between",
        "during",
    }
    alone = participle and not any(sentence.form(j) in AUXILIARIES for j in range(max(0, i - 3), i))
    return sentence.is_finite(i) and not alone and not _is_subordinate(sentence, i)


def _is_subordinate(sentence: Sentence, i: int) -> bool:
    """True for a verb behind a word that opens a clause of another, no comma between."""
    for j in range(i, -1, -1):
        if sentence.form(j) in SUBORDINATE:
            return True
        if j and "," in sentence.between(j):
            return False
    return False


def _leans(sentence: Sentence) -> bool:
    """True with a pronoun before anything it could stand for."""
    valued = read_statement(sentence.folded.text).valued
    runs = [run for run in sentence.runs if not valued.issuperset(run)]
    things = [i for i in sentence.content if i not in valued | sentence.named and i not in sentence.verbs]
    for i, form in enumerate(sentence.forms):
        if form in SAID_BEFORE:
            person = any(run[0] < i for run in runs) or opens_with_name(sentence)
            if not (any(j < i for j in things) if form in ("it", "its", "itself") else person):
                return True
    return False


def opens_with_name(sentence: Sentence) -> bool:
    """True for a sentence whose first word is its subject by itself ("Morse sailed")."""
    return sentence.forms[0] not in STOP and (1 in sentence.verbs or sentence.between(1) in ("’s ", "'s "))
