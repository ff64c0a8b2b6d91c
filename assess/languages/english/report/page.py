"""The English of the parts of the report."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {}
