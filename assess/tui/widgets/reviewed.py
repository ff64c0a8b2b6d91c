"""Scores, recommendations and strengths as texts to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from assess.tui.text import plain

if TYPE_CHECKING:
    from assess.core.indicator import Indicator
    from assess.core.review import Reviewed
    from assess.core.scoring import Score


def state_of(one: Reviewed) -> tuple[str, str]:
    """Give the word for what the expert made of it, and how it looks."""
    if one.outdated is not None or one.gone:
        return ("! changed", "warning")
    if one.state == "dropped":
        return ("dropped", "quiet")
    if one.own:
        return ("own", "accent")
    if one.state == "accepted":
        return ("accepted", "accent")
    return ("edited", "accent") if one.edited else ("proposed", "quiet")


def describe_score(indicator: Indicator, score: Score) -> Content:
    """Give a value with everything that it comes from."""
    value = score.shown if score.value is not None else f"no value: {score.reason}"
    lines = [
        Content.styled(f"{indicator.number}  {indicator.title}", "$text-muted"),
        Content.styled(score.label, "bold"),
        plain(value, "bold $accent" if score.value is not None else "$warning"),
        Content(""),
        Content.styled("Why this value", "$text-muted"),
        plain(score.why),
    ]
    return Content("\n").join(lines)


def describe_review(one: Reviewed, quality_items: Sequence[str]) -> Content:
    """Give a recommendation or strength in full, with what changed since it was edited."""
    lines: list[Content] = []
    if one.outdated is not None:
        lines += _passage("! The finding is another one now", one.outdated, "$warning")
        lines += _passage("Your text, written for an earlier finding", one.finding)
    elif one.gone:
        lines += _passage(
            "! The rule no longer applies; your text is kept", one.finding, "$warning"
        )
    else:
        lines += _passage("Strength" if one.about == "strength" else "Finding", one.finding)
    for head, text in (
        ("What it means", one.meaning),
        ("One action", one.action),
        ("First step", one.first_step),
        ("Quality-label items", "\n".join(quality_items)),
    ):
        if text:
            lines += [Content(""), *_passage(head, text)]
    return Content("\n").join(lines)


def _passage(head: str, text: str, style: str = "") -> list[Content]:
    return [Content.styled(head, style or "$text-muted"), plain(text)]
