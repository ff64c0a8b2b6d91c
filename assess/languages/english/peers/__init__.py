"""How what is said of peers is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.english.peers import group, position
from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {**group.SENTENCES, **position.SENTENCES}
