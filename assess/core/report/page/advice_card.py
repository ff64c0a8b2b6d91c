"""The chapter of recommendations: a card for each priority, and a line for what was noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assess.core.advice.effort import EFFORTS
from assess.core.advice.message import AdviceMessage
from assess.core.advice.review import Reviewed
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.page.area import quality_facts
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Advice, Noticed
from assess.core.text.message import Message, Say, message


def advice_cards(reviewed: Sequence[Reviewed], catalogue: Catalogue, say: Say) -> Iterator[Advice]:
    """Give a card for each priority, and for each recommendation of the expert's own."""
    cards = [each for each in reviewed if not each.noticed]
    titles = _titles(catalogue, say)
    whole = say(message(ReportPageMessage.CLUSTER_AS_A_WHOLE))
    for rank, recommendation in enumerate(cards, start=1):
        others = [
            catalogue.indicator(name)
            for name in recommendation.covers
            if name != recommendation.indicator
        ]
        effort = recommendation.effort
        items = quality_facts(recommendation.quality_items, catalogue, say)
        yield Advice(
            rank=rank,
            anchor=f"recommendation-{rank}",
            number=recommendation.number,
            title=titles.get(recommendation.number or 0, whole),
            finding=say(recommendation.finding),
            meaning=say(recommendation.meaning),
            action=say(recommendation.action),
            first_step=say(recommendation.first_step),
            quality_items=items,
            remarks=tuple(map(say, _remarks(recommendation))),
            effort=say(message(EFFORTS[effort])) if effort else "",
            without_item="" if items else say(message(AdviceMessage.NO_QUALITY_ITEM)),
            also=tuple(Fact(label=str(other.number), text=say(other.title)) for other in others),
        )


def noticed_lines(
    reviewed: Sequence[Reviewed], catalogue: Catalogue, say: Say
) -> Iterator[Noticed]:
    """Give a line for each recommendation that is no priority, in order."""
    titles = _titles(catalogue, say)
    whole = say(message(ReportPageMessage.CLUSTER_AS_A_WHOLE))
    for recommendation in reviewed:
        if recommendation.noticed:
            yield Noticed(
                number=recommendation.number,
                title=titles.get(recommendation.number or 0, whole),
                text=say(recommendation.action or recommendation.finding),
                quality_items=recommendation.quality_items,
            )


def _titles(catalogue: Catalogue, say: Say) -> Mapping[int, str]:
    return {indicator.number: say(indicator.title) for indicator in catalogue.indicators}


def _remarks(recommendation: Reviewed) -> Iterator[Message]:
    if recommendation.outdated:
        yield message(ReportPageMessage.EARLIER_FINDING, finding=recommendation.outdated)
    if recommendation.gone:
        yield message(ReportPageMessage.KEPT_WITHOUT_RULE)
