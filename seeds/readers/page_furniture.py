"""What of a page of HTML is furniture: it is shown but is no text of the document, and is kept as boilerplate with its reason.

A sentence in the menu or at the foot of a page is read all the same ("This report was amended on 3 May 2019.").
"""

import re
from collections.abc import Mapping

from seeds.left_out import CODE, COOKIES, FOOT, FORM, NAVIGATION

ELEMENTS = {"nav": NAVIGATION, "footer": FOOT, "pre": CODE, "select": FORM, "textarea": FORM}
ROLES = {"navigation": NAVIGATION, "menu": NAVIGATION, "menubar": NAVIGATION, "contentinfo": FOOT}
"""The roles of WAI-ARIA 1.2 for the same."""
PARTS = frozenset(["article", "section", "blockquote", "figure", "li", "td"])
"""What may have a foot of its own, which is text."""
WHOLE = frozenset(["html", "body", "main", "article"])
"""What holds the text itself, whatever its class says."""
NOTICE = re.compile(
    r"(?!(?:has|is|no|with|show|hide)[-_])(?:[a-z]{1,20}[-_]{1,2})?(?:cookies?|consent|gdpr)[-_]{0,2}"
    r"(?:banner|notice|bar|popup|pop-up|modal|dialog|message|overlay|wall|disclaimer)",
    re.IGNORECASE,
)
"""The id or a class of a notice of cookies."""
SENTENCE = re.compile(r"[“\"]?[A-Z].*[.!?][”\")]?", re.DOTALL)
RIGHTS = re.compile(r"©|\(c\)|copyright|rights reserved|\bcookies?\b|\bprivacy\b", re.IGNORECASE)
FEWEST = 6
"""Words of a sentence at the foot of a page; shorter ones are names and addresses with a stop."""


def reason_of(tag: str, attributes: Mapping[str, str | None], inside: Mapping[str, int]) -> str:
    """Why an element is furniture, "" when it is not. inside: how many elements of each name are open around it."""
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".split()
    if tag not in WHOLE and any(map(NOTICE.fullmatch, names)):
        return COOKIES
    reason = ELEMENTS.get(tag) or (ROLES.get(attributes.get("role") or "", "") if tag not in WHOLE else "")
    return "" if reason == FOOT and any(inside.get(part) for part in PARTS) else reason


def is_running(words: str) -> bool:
    """True for a sentence, which is read wherever it stands; a line on rights and privacy is none."""
    low = sum(word[0].islower() for word in words.split())
    enough = len(words.split()) >= FEWEST and low >= FEWEST // 2
    return enough and bool(SENTENCE.fullmatch(words.strip())) and not RIGHTS.search(words)
