"""What an earlier report showed of the peers: so that no later one gives away who has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from assess.core.peers.peer_group import GroupKey
from assess.core.peers.pool import Pool
from assess.core.text.message import Text

EVERYONE = ""
"""The key under which a group as a whole is weighed, whatever its members have values for."""


class ShownBefore(NamedTuple):
    """What an earlier report of the same case showed: its peers as they were, and which groups."""

    pool: Pool
    marks: bytes
    labels: Mapping[GroupKey, Text]
    """What the groups were called: a group that is called otherwise now is another one."""
    shown: Mapping[str, tuple[GroupKey, ...]]
    """By key; `EVERYONE` for the groups as wholes."""
    on: date
