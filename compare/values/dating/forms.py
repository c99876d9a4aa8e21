"""The forms of dates: which words and numbers, in which order, make one.

This module alone knows the grammar. The forms are patterns over the letters of `dating.tokens`, with the signs of
`dating.words.GAPS` between them: `M_D,Y` is "August 8, 2025".
"""

import re

DAY = "[DT]"
_DAYS = rf"{DAY}(?:,{DAY}){{0,6}}[-ta]{DAY}"
_FORMS = (
    rf"(?:W[_,0])?M[_h0]{_DAYS}(?:[_,o]Y)?(?![_o]M)",
    rf"(?:W[_,0])?(?:{_DAYS}|{DAY}s{DAY})[_o]M(?:[_,o]Y)?",
    rf"(?:W[_,0h])?(?:M[_h0s-]{DAY}|MhO|M_O(?=[_,][YZ])|M,{DAY}(?=,Y))(?:[_,0os-][YZ]|[_,o]R)?",
    rf"(?:W[_,0h])?(?:{DAY}[_o0s-]M|{DAY}dM(?=_Y)|OoM|K_M(?=[_,][YZ]))(?:[_,0osi-][YZ]|[_,o]R)?",
    r"(?:W[_,0])?I",
    rf"Y[-s]D[-s]M|Y[_,s-]M[_s-]{DAY}(?!,Y)|Y[-s]M(?!_{DAY})",
    r"M(?:[_,osi-]Y|[_,o0]Z|[_,o]R)",
    r"S[_,o](?:Y(?:[-s][DN])?|Z|R)",
    r"H[_,o]Y|(?:Q[_,os]|[OT][_-]V[_,o])Y|V_D[_,o]Y|Q_A[_0]Y|Q[_0]Z|Y[_-]Q|[OT]_V[_o]R",
    r"E|[OT][_-]C",
    r"Y_D_D|DsD[_,]Y|Y[-s][DN](?![_o]M)",
    r"L_(?:M[_h][DT]|M|S|W)",
    r"W[_o]R|[MSWRYZ]",
)
_MODIFIERS = r"(?:A[_0h]|B_(?=[YRMDIPF]))?(?:(?:P[ts-])?P[_i-]|F[o-]|Fu(?=[ESPR]|[OT][_-]C))?(?:A[_0h])?"
DATE = re.compile(rf"({_MODIFIERS})({'|'.join(_FORMS)})")
"""One date: its modifiers, and the first form that fits, the longest first."""
OWNS_ARTICLE = re.compile(r"[ECFV]|^[OT]|So")
"""Dates that own the article before them: "the end of 2021", "the 8th of August", "the spring of 2025"."""
