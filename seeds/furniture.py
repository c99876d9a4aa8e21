"""What of a text is nothing but furniture: addresses, telephone numbers, credits, page marks. It asserts nothing and is left out.

A line is furniture only as a whole: what holds a verb, a date or an amount beside an address is read. Every rule was forced by a
report or a page saved from the web; what looks like none of them is read.
"""

import re

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\b[\w-]{1,63}\.(?:com|org|net|gov|edu)\b\S*"
)
PHONE = re.compile(
    r"(?:\+\d{1,3}[ .-]?)(?:\(?\d{1,5}\)?[ ./-]?){2,6}|\(\d{2,5}\)[ ./-]?\d{3,4}[ ./-]?\d{3,4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
)
CALLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|fax|mobile|cell)\b\.?\s*:?\s*\(?\d(?:[ ./()-]{0,2}\d){6,14}(?!\d)", re.IGNORECASE
)
"""A telephone number that is called one."""
LABEL = re.compile(
    r"\b(?:tel(?:ephone)?|phone|fax|mobile|cell|e-?mail|mail|web(?:site)?|internet|contact(?:s| us)?|press contact|media contact|url|"
    r"address|twitter|facebook|instagram|linkedin|x)\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\s*(?:source|photo(?:graph)?|image|credit|picture|illustration)s?\s*:\s*(.*)", re.IGNORECASE | re.DOTALL
)
TAGS = re.compile(
    r"\s*(?:(?:tags|topics|keywords|filed under|categories)\s*:\s*(.*)|(?:tags|topics|share(?: this)?|related)\s*:?\s*())",
    re.IGNORECASE | re.DOTALL,
)
SMALL = frozenset("of the and by via for in at to from de la le van von".split())
LONGEST = 160
"""Characters; a longer line is no credit and no list of tags."""


def furniture(words: str) -> str:
    """Why a line or paragraph is furniture ("address", "credit", "tags"); "" when it is to be read."""
    if len(words) > LONGEST:
        return ""
    if _is_contact(words):
        return "address"
    credit = CREDIT.fullmatch(words)
    if credit and _names_only(credit[1]):
        return "credit"
    tags = TAGS.fullmatch(words)
    return "tags" if tags and _is_list(tags[1] or "") else ""


def _is_list(words: str) -> bool:
    """True for several short names between commas without a figure, and for none at all."""
    return not words or ("," in words and not re.search(r"\d|[.!?]\s*$", words))


def _is_contact(words: str) -> bool:
    """True for nothing but addresses and telephone numbers with their labels."""
    bare, found = ADDRESS.subn(" ", words)
    bare, labelled = CALLED.subn(" ", bare)
    bare, called = PHONE.subn(" ", bare)
    return bool(found + labelled + called) and not re.search(r"\w", LABEL.sub(" ", bare))


def _names_only(words: str) -> bool:
    """True without a figure, where every word but the smallest begins with a capital: "Ministry of Culture / AFP"."""
    if re.search(r"\d", words):
        return False
    return all(word[0].isupper() or word.lower() in SMALL for word in re.findall(r"[^\W\d_]+", words))
