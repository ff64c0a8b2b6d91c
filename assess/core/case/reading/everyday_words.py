"""The words for today, yes, partly and no that a person may type, in every language that ships."""

from __future__ import annotations

TODAY = frozenset(
    {"today", "heute", "aujourd'hui", "aujourd’hui", "hoy", "oggi", "dzisiaj", "dziś", "i dag"}
)
YES = frozenset({"yes", "ja", "oui", "sí", "si", "sì", "tak"})
PARTLY = frozenset(
    {"partly", "teilweise", "zum teil", "en partie", "partiellement", "en parte", "parcialmente"}
    | {"in parte", "parzialmente", "częściowo", "delvist", "delvis"}
)
NO = frozenset({"no", "nein", "non", "nie", "nej"})

YES_PARTLY_NO_WORDS: dict[str, str] = {
    **dict.fromkeys(YES, "yes"),
    **dict.fromkeys(PARTLY, "partly"),
    **dict.fromkeys(NO, "no"),
}
"""What a whole word means for a question of yes, partly and no."""
