"""Scores, recommendations and strengths as texts to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from assess.core.advice.effort import EFFORTS
from assess.core.advice.message import AdviceMessage
from assess.core.peers.position_text import age_text, band_text, ladder_text, position_figures
from assess.core.text.message import message
from assess.core.text.words import sentence
from assess.languages import gettext, pgettext
from assess.languages.message import say
from assess.tui.frame.text import plain
from assess.tui.widgets.columns import room_for
from assess.tui.widgets.row_list import Column, Row

if TYPE_CHECKING:
    from assess.core.advice.review import Reviewed
    from assess.core.catalogue.catalogue import Catalogue
    from assess.core.catalogue.indicator import Indicator
    from assess.core.catalogue.policy import Reference
    from assess.core.peers.peer_group import PeerGroup
    from assess.core.peers.position import PeerComparison, PeerPosition
    from assess.core.scoring.score import Score, Scores


POSITIONS = {
    "below": gettext("below"),
    "within": gettext("within"),
    "above": gettext("above"),
    "hidden": gettext("hidden"),
}
"""Where a value lies among its peers; a class has no such place."""
STATES = {
    "changed": f"! {gettext('changed')}",
    "dropped": gettext("dropped"),
    "own": gettext("own"),
    "accepted": gettext("accepted"),
    "edited": gettext("edited"),
    "proposed": gettext("proposed"),
}
"""What the expert has made of a recommendation or strength."""

SCORES = (
    Column("measure", gettext("Measure"), share=4),
    Column("value", gettext("Value"), share=3),
    Column("middle", gettext("Middle half"), 14, right=True),
    Column("peers", gettext("Position"), room_for(7, *POSITIONS.values())),
)
REVIEWED = (
    Column("place", "", 2, right=True),
    Column("state", gettext("State"), room_for(9, *STATES.values())),
    Column("number", pgettext("a number", "No."), 3, right=True),
    Column("finding", gettext("Finding"), share=1),
)


def score_rows(catalogue: Catalogue, scores: Scores, comparison: PeerComparison) -> Iterator[Row]:
    """Give a heading for each indicator and a row for each of its measures, with its position."""
    for indicator in catalogue.indicators:
        title = f"{indicator.number:>2}  {say(indicator.title)}"
        yield Row(f"head-{indicator.id}", (title,), is_head=True)
        for score in scores.lead_first(indicator):
            look = "" if score.value is not None else "quiet"
            cells = (
                f"  {say(score.label)}",
                (_value(score), look),
                (_middle(score, comparison), "quiet"),
                _position(score, comparison),
            )
            yield Row(score.key, cells)


def _value(score: Score) -> str:
    """Give a value, or why there is none."""
    if score.value is not None:
        return say(score.shown)
    return gettext("no value: {reason}", reason=say(score.reason or ""))


def _middle(score: Score, comparison: PeerComparison) -> str:
    """Give between which figures the middle half of the peers lies; a class has no such place."""
    reference = comparison.reference(score.key)
    return say(band_text(reference, score)) if reference else ""


def _position(score: Score, comparison: PeerComparison) -> tuple[str, str]:
    """Give where a value lies among its peers in one word; a class has none."""
    reference = comparison.reference(score.key)
    position = reference.position if reference else ""
    return (POSITIONS.get(position, ""), "quiet" if position == "within" else "")


def review_rows(reviewed: Iterable[Reviewed]) -> Iterator[Row]:
    """Give a row for each recommendation or strength, numbered but for the dropped ones."""
    place = 0
    for review in reviewed:
        is_kept = review.state != "dropped"
        place += is_kept
        rank, number = str(place) if is_kept else "", str(review.number) if review.number else ""
        finding = (say(review.finding), "" if is_kept else "quiet")
        yield Row(review.key, (rank, state_of(review), number, finding))


def state_of(review: Reviewed) -> tuple[str, str]:
    """Give the word for what the expert made of it, and how it looks."""
    if review.outdated is not None or review.gone:
        return (STATES["changed"], "warning")
    if review.state == "dropped":
        return (STATES["dropped"], "quiet")
    if review.own:
        return (STATES["own"], "accent")
    if review.state == "accepted":
        return (STATES["accepted"], "accent")
    return (STATES["edited"], "accent") if review.edited else (STATES["proposed"], "quiet")


def describe_score(
    indicator: Indicator,
    score: Score,
    comparison: PeerComparison,
    published: Sequence[Reference] = (),
) -> Content:
    """Give a value with everything that it comes from, and where it lies in each group of peers."""
    lines = [
        Content.styled(f"{indicator.number}  {say(indicator.title)}", "$text-muted"),
        Content.styled(say(score.label), "bold"),
        plain(_value(score), "bold $accent" if score.value is not None else "$warning"),
        Content(""),
        Content.styled(gettext("Why this value"), "$text-muted"),
        plain(say(score.why)),
        *_among(score, comparison),
    ]
    for figure in published:
        number = f", n = {figure.n}" if figure.n else ""
        lines += [
            Content(""),
            Content.styled(
                gettext("Published in {year}; these are not the peers", year=figure.year),
                "$text-muted",
            ),
            plain(say(figure.text)),
            plain(f"{say(figure.population)}{number}. {figure.source}", "$text-muted"),
        ]
    return Content("\n").join(lines)


def _among(score: Score, comparison: PeerComparison) -> Iterator[Content]:
    """Give a passage for each group: figures, who is in it and how old its data is; or why not."""
    groups = {group.key: group for group in comparison.groups}
    for standing in comparison.of(score.key):
        group = groups[standing.group]
        yield Content("")
        if not standing.is_shown:
            why = gettext(
                "{group}: {reason}", group=say(standing.label), reason=say(standing.reason)
            )
            yield Content.styled(why, "$text-muted")
            continue
        synthetic = f" · {gettext('synthetic')}" if comparison.synthetic else ""
        yield Content.styled(f"{say(standing.title)}{synthetic}", "bold")
        yield plain(say(position_figures(standing, score)))
        yield Content.styled(" ".join(_said_of(group, standing)), "$text-muted")
    if text := ladder_text(comparison, score.key):
        yield Content("")
        yield plain(say(text))


def _said_of(group: PeerGroup, standing: PeerPosition) -> Iterator[str]:
    yield sentence(say(group.definition))
    if group.median_year:
        yield gettext("Half of the interviews were in {year} or later.", year=group.median_year)
    if age := age_text(standing):
        yield say(age)


def _without_item(review: Reviewed) -> str:
    """Say of a recommendation that it serves no item of the label."""
    return say(message(AdviceMessage.NO_QUALITY_ITEM)) if review.action else ""


def describe_review(review: Reviewed, quality_items: Sequence[str]) -> Content:
    """Give a recommendation or strength in full, with what changed since it was edited."""
    lines: list[Content] = []
    if review.outdated is not None:
        head = f"! {gettext('The finding has changed')}"
        lines += passage(head, say(review.outdated), "$warning")
        lines += passage(
            gettext("Your text was written for an earlier finding"), say(review.finding)
        )
    elif review.gone:
        head = f"! {gettext('The rule no longer applies; your text is kept')}"
        lines += passage(head, say(review.finding), "$warning")
    else:
        head = gettext("Strength") if review.about == "strength" else gettext("Finding")
        lines += passage(head, say(review.finding))
    for head, text in (
        (gettext("Compared with"), say(review.group)),
        (gettext("What it means"), say(review.meaning)),
        (gettext("One action"), say(review.action)),
        (gettext("First step"), say(review.first_step)),
        (gettext("Effort"), say(message(EFFORTS[review.effort])) if review.effort else ""),
        (gettext("Quality-label items"), "\n".join(quality_items) or _without_item(review)),
        (gettext("Why in this place"), say(review.reason)),
    ):
        if text:
            lines += [Content(""), *passage(head, text)]
    return Content("\n").join(lines)


def passage(head: str, text: str, style: str = "") -> list[Content]:
    """Give a text below its head."""
    return [Content.styled(head, style or "$text-muted"), plain(text)]
