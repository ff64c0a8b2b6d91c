"""The English of values, positions and definitions in words."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {}
