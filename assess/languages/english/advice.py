"""How what is said of advice is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "no_value": "no value",
    "peers": "the peers",
}
