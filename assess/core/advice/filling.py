"""Filling: what stands at the places of the wordings of recommendations and strengths."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.advice.message import AdviceMessage
from assess.core.advice.trigger import Known, before_text, measured, missing, standing_for
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.indicator import Indicator
from assess.core.peers.position_text import peers_with_band
from assess.core.text.message import Filled, Inside, MessageValue, Series, Text, message, series
from assess.core.text.value import Wording

MOST_NAMED = 6
"""So many missing elements are named one by one; of more, the others are counted."""


def filled(
    wording: Wording,
    when: Sequence[Trigger],
    naming: Trigger | None,
    indicator: Indicator,
    known: Known,
) -> tuple[Text, Text, Text]:
    """Put in what a wording names: the text, the same without numbers of peers, the group."""
    score = next(
        (found for each in when if (found := measured(each, indicator, known.scores))), None
    )
    none = message(AdviceMessage.NO_VALUE)
    elements = (naming,) if naming else when
    labels = [label for each in elements if each.missing for label in missing(each, known)]
    values: dict[str, MessageValue] = {
        "value": score.shown if score else none,
        "before": before_text(score, known) if score else none,
        "missing": listed(labels),
    }
    plain = Filled(wording, {**values, "peers": message(AdviceMessage.PEERS)})
    looks_at_peers = any(each.position for each in when)
    standing = standing_for(score, known) if score and looks_at_peers else None
    if standing is None or score is None:
        return plain, plain, ""
    among = Filled(wording, {**values, "peers": peers_with_band(standing, score)})
    return among, plain, standing.title


def listed(labels: Sequence[Text]) -> Series:
    """Give labels as one list within a sentence: only the first keeps its capital."""
    named = labels if len(labels) <= MOST_NAMED else labels[: MOST_NAMED - 1]
    parts: list[MessageValue] = [*named[:1], *(Inside(label) for label in named[1:])]
    if len(named) < len(labels):
        parts.append(message(AdviceMessage.AND_MORE, count=len(labels) - len(named)))
    return series(parts, "comma")
