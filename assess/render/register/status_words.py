"""The status of a label in words, by the word that the public data have for it."""

from __future__ import annotations

from assess.languages import pgettext


def status_words() -> dict[str, str]:
    """Give the words for every status that a public page shows."""
    return {
        "pending": pgettext("status of a label", "pending"),
        "not awarded": pgettext("status of a label", "not awarded"),
        "valid": pgettext("status of a label", "valid"),
        "expired renewable": pgettext("status of a label", "ended, renewable"),
        "lapsed": pgettext("status of a label", "ended"),
        "superseded": pgettext("status of a label", "superseded"),
        "revoked": pgettext("status of a label", "revoked"),
        "unknown": pgettext("status of a label", "not known"),
        "not listed": pgettext("status of a label", "not listed"),
    }
