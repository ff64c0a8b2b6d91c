"""Peers in the report: each measure among its groups, with what that says in words."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.peer_group import LADDER, PeerGroup
from assess.core.peers.pool_schema import schema_of
from assess.core.peers.position import PeerComparison
from assess.core.peers.position_text import (
    age_text,
    element_sentence,
    ladder_text,
    position_sentence,
)
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import MeasurePeers, Passage
from assess.core.report.sentence.score_text import measure_label
from assess.core.scoring.score import Scores
from assess.core.text.message import Say
from assess.core.text.words import day_text, listed, sentence

NO_PEERS = (
    "There is no comparison group yet: the report shows own values, and no position among others."
)

MIDDLE_HALF = (
    "The middle half of a group lies between its two quartiles (type 7): a quarter of its values "
    "lies below, a quarter above. The tick within is the median. A value is called below, within "
    "or above the middle half; on a quartile it is within. There are no means, no ranks and no "
    "total score. Whiskers reach to the tenth at either end, and are drawn only where that tenth "
    "holds enough organisations. The number behind a group counts those that have a value."
)

PROTECTION = (
    "Peers come from finished interviews whose organisations agreed to be pooled; each counts once "
    "with its latest, this organisation is never among them, and no name travels with the values. "
    "A group of fewer than {minimum} others "
    "is not shown, nor is anything from which the figures of so few could be worked out, be it by "
    "subtracting one group from another or one edition of this report from the next. What is said "
    "in words is about the narrowest group that may be shown: portfolio and country, the "
    "portfolio, or all."
)

USUAL = "Here that is mostly {group}; where another group has to be spoken of, it is said there."

SYNTHETIC_PEERS = "The peers in this report are synthetic: invented for demonstration."


def measure_peers(
    indicator: Indicator, scores: Scores, comparison: PeerComparison, catalogue: Catalogue, say: Say
) -> Iterator[MeasurePeers]:
    """Give every measure and element of an indicator that is compared, in order."""
    for pooled in schema_of(catalogue).pooled:
        owner, _, name = pooled.key.partition(":")
        standings = comparison.of(pooled.key)
        if owner != indicator.id or not standings:
            continue
        score = scores.by_key.get(pooled.key)
        reference = comparison.reference(pooled.key)
        said = ""
        if reference is not None and score is not None:
            said = position_sentence(reference, score)
        elif reference is not None:
            said = sentence(element_sentence(reference))
        aside = age_text(reference) if reference else ""
        label = measure_label(score, say) if score else say(catalogue.questions[name].title)
        yield MeasurePeers(
            key=pooled.key,
            label=label,
            unit=pooled.unit,
            standings=standings,
            reference=reference.group if reference else None,
            sentence=" ".join(part for part in (said, aside) if part),
            ladder=ladder_text(comparison, pooled.key),
        )


def usual_group(comparison: PeerComparison) -> PeerGroup | None:
    """Give the narrowest group that may be shown as a whole: the one that is mostly spoken of."""
    shown = {group.key: group for group in comparison.groups if not group.hidden}
    return next((shown[key] for key in LADDER if key in shown), None)


def groups_passage(comparison: PeerComparison, say: Say) -> Passage:
    """Explain the groups: who is in each, how many, how old the data is, and which are hidden."""
    shown = [group for group in comparison.groups if not group.hidden]
    if not shown:
        return Passage(title="No comparison group yet", paragraphs=(NO_PEERS,))
    first = PROTECTION.format(minimum=comparison.minimum)
    synthetic = (SYNTHETIC_PEERS,) if comparison.synthetic else ()
    hidden = [group for group in comparison.groups if group.hidden]
    asides = [f"Not shown: {listed([group.label for group in hidden])}."] if hidden else []
    usual = usual_group(comparison)
    if usual is not None:
        asides.insert(0, USUAL.format(group=usual.title))
    return Passage(
        title="The comparison groups",
        paragraphs=(*synthetic, first, MIDDLE_HALF, *asides),
        items=tuple(Fact(label=group.title, text=_group_text(group, say)) for group in shown),
    )


def _group_text(group: PeerGroup, say: Say) -> str:
    text = f"{group.who}."
    if group.median_year:
        text += f" Half of its interviews were in {group.median_year} or later."
    if group.as_of:
        text += f" As of {day_text(group.as_of)}: fewer than five have changed since."
    return text


def comparison_summary(comparison: PeerComparison, say: Say) -> str:
    """Say in one or two sentences with whom the cluster is compared."""
    shown = [group for group in comparison.groups if not group.hidden]
    if not shown:
        return NO_PEERS
    others = f" and {len(shown) - 1} more groups" if len(shown) > 1 else ""
    synthetic = f" {SYNTHETIC_PEERS}" if comparison.synthetic else ""
    return (
        f"The peers are {shown[0].title}{others}; the middle half lies between the quartiles of a "
        f"group.{synthetic}"
    )
