"""The English of the report, room by room."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.english.report import document, figure, key_message, page, record, sentence
from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    **page.SENTENCES,
    **record.SENTENCES,
    **sentence.SENTENCES,
    **key_message.SENTENCES,
    **figure.SENTENCES,
    **document.SENTENCES,
}
