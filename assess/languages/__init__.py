"""Languages: how messages are said. Imported by the outer layers, and by nothing in `core`.

A layer that says a sentence itself writes it where it says it: `gettext("{path} is damaged.",
path=path)`. What the core says as a code is said by `assess.languages.message.say`.
"""

from assess.languages.speech import (
    choose,
    day_text,
    gettext,
    gettext_noop,
    listed,
    ngettext,
    number_text,
    pgettext,
    speaking,
    spoken_language,
)

__all__ = [
    "choose",
    "day_text",
    "gettext",
    "gettext_noop",
    "listed",
    "ngettext",
    "number_text",
    "pgettext",
    "speaking",
    "spoken_language",
]
