"""What is said beside the wordings of recommendations."""

from __future__ import annotations

from enum import StrEnum


class AdviceMessage(StrEnum):
    """What stands at a place of a finding."""

    NO_VALUE = "advice.no_value"
    THE_PEERS = "advice.the_peers"
    PEERS_WITH_BAND = "advice.peers_with_band"
    PEERS_WITH_BAND_PER_CENT = "advice.peers_with_band_per_cent"
