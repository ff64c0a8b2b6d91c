"""The English of what the report's record says of itself: its editions, its theme."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "draft": "Draft",
    "put_together": "Prepared on",
    "edition": "Edition",
    "unreviewed": "Review",
    "unreviewed_because": (
        "Issued before all recommendations and open points were reviewed. {reason}"
    ),
    "supersedes": "Supersedes",
    "record_head": "Head of the record",
    "issued_by": "Edition {number}, issued {day} by {expert}",
    "superseded": "Edition {number} of {day}, SHA-256 {digest}",
    "issued": "{number}, issued {day}",
    "issued_superseding": "{number}, issued {day}; supersedes edition {before} of {before_day}",
    "other_number": "number: {number}, but the next edition is {expected}",
    "supersedes_other": ("supersedes: {number}, but the edition before it is edition {expected}"),
    "supersedes_none": "supersedes: {number}, but the edition before it is none",
    "supersedes_nothing": ("supersedes: None, but the edition before it is edition {expected}"),
    "other_digest": "record: it has another SHA-256 than the edition",
    "other_content": "record.{name}: it does not say {value}, as the edition does",
    "unreadable": "record.{place}: this version of the program cannot read it",
    "low_contrast": (
        "colour.{ink}: {ink_colour} on {ground} {ground_colour} has a contrast of {contrast}; "
        "text needs at least {least}"
    ),
}
