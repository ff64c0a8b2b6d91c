"""The feed of changes of the public register."""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from assess.core.register.public_label import Event, PublicLabel, PublicRegister, changes
from assess.languages.message import say
from assess.languages.understanding import in_english

FEED = 100
"""Changes in the feed."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:assess:register")


class FeedEntry(NamedTuple):
    """One entry of the feed."""

    id: str
    title: str
    updated: str
    label: str
    country: str
    summary: str


def feed_of(register: PublicRegister, name: str) -> dict[str, Any]:
    """Give the feed; `name` tells it from others: an address, or the fingerprint of a key."""
    entries = [_entry(label, event) for label, event in changes(register, FEED)]
    none = f"{register.on}T00:00:00Z"
    return {
        "id": f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}",
        "updated": max((entry.updated for entry in entries), default=none),
        "entries": entries,
    }


def _entry(label: PublicLabel, event: Event) -> FeedEntry:
    text = f"{label.track[0]}\n{event.on}\n{in_english(event.text)}"
    return FeedEntry(
        id=f"urn:uuid:{uuid.uuid5(_NAMESPACE, text)}",
        title=f"{label.name}: {say(event.text)}",
        updated=f"{event.at:%Y-%m-%dT%H:%M:%SZ}",
        label=label.id,
        country=say(label.country_name),
        summary=f"{event.on}: {say(event.text)} ({say(label.country_name)}, {label.portfolio})",
    )
