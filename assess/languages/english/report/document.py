"""The English of award record, proof and brochure."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {}
