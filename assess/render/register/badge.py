"""The badge of a label: a small picture that says only what stays true."""

from __future__ import annotations

from typing import NamedTuple

from assess.core.register.public_label import PublicLabel
from assess.core.text.design_tokens import Colours
from assess.languages import gettext

_LETTER = 6.6
"""How wide a letter of a badge is, on average, in pixels."""


class Badge(NamedTuple):
    """What is drawn, and how wide it is."""

    head: str
    said: str
    left: int
    right: int
    width: int
    text: str
    fill: str
    ground: str
    paper: str


def badge_of(label: PublicLabel, colours: Colours) -> Badge:
    """Say on a badge the end of a label, not the status of a day."""
    head = gettext("{level} Label", level=label.level)
    if label.status == "revoked":
        said, fill = gettext("revoked"), colours.secondary
    elif label.valid_until:
        said, fill = gettext("valid until {day}", day=label.valid_until), colours.accent
    else:
        day = label.listed_on or label.decided_on
        said, fill = gettext("listed {day}", day=day), colours.secondary
    left, right = (16 + round(len(text) * _LETTER) for text in (head, said))
    text = f"{label.name}: {head}, {said}"
    shared = {"fill": fill, "ground": colours.ink, "paper": colours.paper}
    return Badge(head, said, left, right, left + right, text, **shared)
