"""The words for today, yes, partly and no that a person may type, in every language that ships."""

from __future__ import annotations


def _phrases(*phrases: tuple[str, ...]) -> frozenset[str]:
    # word by word, as no sentence stands in the core: these are read, and never said
    return frozenset(" ".join(words) for words in phrases)


TODAY = frozenset(
    {"today", "heute", "aujourd'hui", "aujourd’hui", "hoy", "oggi", "dzisiaj", "dziś"}
) | _phrases(("i", "dag"))
YES = frozenset({"yes", "ja", "oui", "sí", "si", "sì", "tak"})
PARTLY = frozenset(
    {"partly", "teilweise", "partiellement", "parcialmente", "parzialmente", "częściowo"}
    | {"delvist", "delvis"}
) | _phrases(("zum", "teil"), ("en", "partie"), ("en", "parte"), ("in", "parte"))
NO = frozenset({"no", "nein", "non", "nie", "nej"})

YES_PARTLY_NO_WORDS: dict[str, str] = {
    **dict.fromkeys(YES, "yes"),
    **dict.fromkeys(PARTLY, "partly"),
    **dict.fromkeys(NO, "no"),
}
"""What a whole word means for a question of yes, partly and no."""
