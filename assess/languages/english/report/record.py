"""The English of what stands in the report's record itself: its editions, its theme."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {}
