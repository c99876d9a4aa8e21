"""The elements of HTML: which are blocks and of what kind, which hold no prose, which end another that was left open."""

import re

from seeds.model import PassageKind

LEFT_OUT = frozenset(
    "script style template noscript svg math head title button iframe object canvas audio video datalist dialog annotation rp".split()
)
"""Elements whose words are not shown, or are no words of the sentence they stand in."""
STRUCK = frozenset(["del", "s", "strike"])
"""Elements whose words were struck out."""
CODE = frozenset(["code", "kbd", "samp", "var", "tt"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
KINDS = dict.fromkeys(HEADINGS, PassageKind.HEADING) | {
    "li": PassageKind.LIST_ITEM,
    "dd": PassageKind.LIST_ITEM,
    "blockquote": PassageKind.QUOTATION,
    "td": PassageKind.BODY,
    "th": PassageKind.BODY,
}
BLOCKS = (
    frozenset(KINDS) - {"td", "th"}
    | LEFT_OUT - {"button", "svg", "math", "annotation", "rp"}
    | frozenset(
        "nav pre select textarea footer p div section article main header aside ul ol dl dt table caption tr thead tbody tfoot "
        "figure figcaption form fieldset address details summary body html hr center hgroup".split()
    )
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
CELLS = frozenset(["td", "th"])
ENDS_ITSELF = {
    "li": frozenset(["p", "li"]),
    "dt": frozenset(["p", "dt", "dd"]),
    "dd": frozenset(["p", "dt", "dd"]),
    "tr": CELLS | {"tr"},
    "td": CELLS,
    "th": CELLS,
}
UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE
)


def ended_by(tag: str) -> frozenset[str]:
    """The elements that the start of `tag` ends when they are innermost: an item by an item, a paragraph by a block."""
    return ENDS_ITSELF.get(tag) or (HEADINGS | {"p"} if tag in BLOCKS else frozenset())


def is_unseen(attributes: dict[str, str | None]) -> bool:
    """True for an element that a browser does not show, or shows struck out."""
    return "hidden" in attributes or bool(UNSEEN.search(attributes.get("style") or ""))
