"""What is said beside the wordings of recommendations."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "no_value": "no value",
    "the_peers": "the peers",
    "peers_with_band": "{peers} ({band})",
    "peers_with_band_per_cent": "{peers} ({band}\u00a0%)",
}
