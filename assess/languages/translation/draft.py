"""Drafts: a document in a translation that nobody has reviewed says so, in one sentence."""

from __future__ import annotations

from assess.languages.speech import gettext, spoken_language


def draft_sentence() -> str:
    """Say that what is spoken now is a translation that is a draft; empty where it is none."""
    if not spoken_language().is_draft:
        return ""
    return gettext(
        "The texts are translated from English. The translation is a draft: no one who works in "
        "this field has reviewed it yet."
    )


def with_draft_sentence(text: str) -> str:
    """Give a text of a document with that sentence behind it."""
    return f"{text} {draft_sentence()}".strip()
