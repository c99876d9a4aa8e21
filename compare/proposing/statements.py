"""A sentence of a source as the statement of a claim: trimmed to the clause of its value, or none where it does not stand by itself.

What is cut away is what another clause says; the words that are kept are the source's own.
"""

import re
from collections.abc import Iterator

from compare.proposing.standing import FEWEST, LABEL, MOST, main_verbs, stands_alone
from compare.text.sentence import sentence_of

OPENING = re.compile(
    r"^(?:(?:however|moreover|furthermore|in addition|additionally|meanwhile|nevertheless|indeed|in fact|consequently|therefore|thus"
    r"|also|finally|and|but|yet|so|then|later|now|here|first|second|still|likewise|similarly|accordingly|overall|in sum|in short"
    r"|for example|for instance|as a result|at length|at last|in all|in short|as noted|just)[,:]?\s+"
    r"|[*•\-–—]+\s*|\(?(?:\d+(?:\.\d+)*|[a-z])[.)]\s+"
    r"|\d+(?:\.\d+)+\s+(?=\S)|[^\s:]+(?: [^\s:]+){0,3} \d+:\s+)",
    re.IGNORECASE,
)
"""What a sentence may begin with and say the same without."""
TAIL = re.compile(
    r"(?:;|:(?=\s)|\s[–—-]{1,2}\s|—|,\s*(?=(?:(?:and|or) (?:I|we|he|she|it|they|there|this|these)|but|so|with"
    r"|while|whereas|where|when|who|whom|whose|(?:of |in |to |by )?which|of whom|although|though"
    r"|because|since|after|before|if|unless|until|for|including|especially|namely|such as|thus|not|\w+ing|once|one|even)\b))"
)
"""Where another clause, or an addition, begins."""
ANOTHER = re.compile(r"^(A)nother (?=([aeiou])?)")
BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
DATED = re.compile(r"\s(on|in)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?$", re.IGNORECASE)


def statement_of(text: str, span: tuple[int, int]) -> str:
    """The clause of a sentence in which the characters `span` stand, as a sentence by itself; "" where it is none."""
    return next((cut for cut in clauses_of(text, span) if stands_alone(cut)), "")


def statement_of_thing(text: str, span: tuple[int, int]) -> str:
    """That the thing before a date was then: "The visit of the king on 3 May", whatever the sentence goes on to say; "" for none."""
    head = text[: span[0]]
    while found := OPENING.match(head):
        head = head[found.end() :]
    found = DATED.search(head)
    if found is None:
        return ""
    thing = BRACKETS.sub("", head[: found.start()])
    sentence = sentence_of(thing)
    cut = _finished(f"{thing} was {found[1]} {text[slice(*span)]}")
    plain = "," not in thing and next(main_verbs(sentence), None) is None
    return cut if plain and sentence.form(0) in ("the", "a", "an") and stands_alone(cut) else ""


def leaning_statement(text: str, span: tuple[int, int]) -> str:
    """The shortest clause with these characters, though it may lean on the text around it; "" for none that is long enough."""
    usable = (c for c in clauses_of(text, span) if FEWEST <= len(sentence_of(c).forms) <= MOST and not LABEL.search(c))
    return next(usable, "")


def clauses_of(text: str, span: tuple[int, int]) -> Iterator[str]:
    """The clauses of a sentence that hold the characters `span`, as sentences, the shortest first."""
    words = text[slice(*span)]
    first = max((m.end() for m in re.finditer(r";\s+", text) if m.end() <= span[0]), default=0)
    left = text[first:]
    while found := OPENING.match(left):
        left = left[found.end() :]
    left = ANOTHER.sub(lambda m: f"{m[1]}n " if m[2] else f"{m[1]} ", left)
    left = BRACKETS.sub(lambda m: m[0] if words in m[0] else "", left)
    at = left.find(words)
    for found in TAIL.finditer(left, at + len(words)) if at >= 0 else ():
        yield from filter(lambda cut: words in cut, [_finished(left[: found.start()])])
    if at >= 0 and words in (whole := _finished(left)):
        yield whole


def _finished(text: str) -> str:
    """The words as a sentence: one space between two, a capital first, a full stop last."""
    text = " ".join(text.split()).rstrip(" ,;:–—-").removesuffix(".")
    text = text[:1].upper() + text[1:]
    return f"{text}." if text and not text.endswith((".", "!", "?", '."', ".”")) else text


def in_aside(text: str, span: tuple[int, int]) -> bool:
    """True for a value in a relative clause within a sentence that goes on behind it."""
    sentence = sentence_of(text)
    first = next((i for i, w in enumerate(sentence.folded.words) if w.start >= span[0]), 0)
    for j in range(first, -1, -1):
        if sentence.form(j) in ("which", "who", "whose", "where"):
            return any(
                i > first and "," in text[span[1] : sentence.folded.words[i].start] for i in main_verbs(sentence)
            )
        if j and "," in sentence.between(j):
            return False
    return False
