"""The badge of a label: a small picture that says only what stays true."""

from __future__ import annotations

from assess.core.register.public_label import PublicLabel
from assess.core.text.design_tokens import Colours
from assess.languages import gettext
from assess.render.register.label_text import html

_LETTER = 6.6
"""How wide a letter of a badge is, on average, in pixels."""

_MARGIN = 8
"""The room beside each text, in pixels."""


def badge_of(label: PublicLabel, colours: Colours) -> dict[str, str]:
    """Say on a badge when a label ends, not the status of a day; give texts, places, colours."""
    head = gettext("{level} Label", level=label.level)
    if label.status == "revoked":
        said, fill = gettext("revoked"), colours.secondary
    elif label.valid_until:
        said, fill = gettext("valid until {day}", day=label.valid_until), colours.accent
    else:
        day = label.listed_on or label.decided_on
        said, fill = gettext("listed {day}", day=day), colours.secondary
    head_width, said_width = (round(len(text) * _LETTER) for text in (head, said))
    left, right = 2 * _MARGIN + head_width, 2 * _MARGIN + said_width
    return {
        "text": html(f"{label.name}: {head}, {said}"),
        "head": html(head),
        "said": html(said),
        "head_width": str(head_width),
        "said_width": str(said_width),
        "left": str(left),
        "said_from": str(left + _MARGIN),
        "right": str(right),
        "width": str(left + right),
        "fill": str(fill),
        "ground": str(colours.ink),
        "paper": str(colours.paper),
    }
