"""What is said of what the catalogue advises."""

from __future__ import annotations

from enum import StrEnum


class AdviceMessage(StrEnum):
    """What stands at the places of the wordings of recommendations and strengths."""

    NO_VALUE = "advice.no_value"
    PEERS = "advice.peers"
