"""How English spells numbers and ranks below a hundred: the table that reading of amounts and of ranks shares."""

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL = {word: value for value, word in enumerate(_SMALL.split())}
TENS = {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)} | {
    f"{word[:-1]}ieth": value for word, value in TENS.items()
}
"""Ranks in one word: first to nineteenth, and the tens."""
