"""What is said about texts themselves."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "not_by_language": 'write it by language: en = "{beginning}"',
    "english_missing": 'the English wording is missing: add en = "..."',
    "labelled": "{label}: {text}",
}
