"""Definitions: for each value its formula, what it comes from, and every group of peers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.measure import AnswerMeasure, Measure, PartsMeasure
from assess.core.catalogue.question import GridQuestion
from assess.core.peers.membership import GroupKey
from assess.core.peers.peer_group import PeerGroup
from assess.core.peers.position import ClassShare, PeerComparison, PeerPosition
from assess.core.peers.position_text import age_text, figure
from assess.core.report.record.annex import Definition, MeasureAccount
from assess.core.report.record.fact import Fact
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.score_text import number_text, per_cent
from assess.core.scoring.score import Score, Scores, shown_inputs
from assess.core.text.message import Message, Say, Sentence, message, series
from assess.core.text.number_text import NO_BREAK_SPACE
from assess.core.text.text_message import TextMessage

NOT_SHOWN = "–"
"""Stands where a group is not shown for one of the values."""

MOST_REASONS = 3
"""So many different reasons are told why parts of one question have no value."""


def definitions(
    scores: Scores, comparison: PeerComparison, catalogue: Catalogue, say: Say
) -> tuple[Definition, ...]:
    """Explain every value, indicator by indicator; what is the same is stated once.

    A formula stands where it is used first, and the later ones refer to the number there; so do
    the inputs that several values of one indicator share.
    """
    groups = compared_groups(comparison)
    told: dict[str, int] = {}
    return tuple(
        Definition(
            number=indicator.number,
            title=say(indicator.title),
            evidence=say(catalogue.edition.evidence[indicator.evidence]),
            measures=tuple(_accounts(indicator, scores, comparison, groups, catalogue, told, say)),
        )
        for indicator in catalogue.indicators
    )


def explanation(comparison: PeerComparison, say: Say) -> str:
    """Say how the definitions are read."""
    said = [message(ReportSentenceMessage.ACCOUNT)]
    if compared_groups(comparison):
        said.append(message(ReportSentenceMessage.ACCOUNT_OF_PEERS))
    return " ".join(say(each) for each in said)


def group_heads(comparison: PeerComparison, say: Say) -> tuple[Fact, ...]:
    """Give the heads of the groups; how old their data is stands where the groups are explained."""
    return tuple(Fact(label=say(group.title), text="") for group in compared_groups(comparison))


def compared_groups(comparison: PeerComparison) -> tuple[PeerGroup, ...]:
    """Give the groups of which something is shown, in their order."""
    shown = {
        standing.group
        for all_of in comparison.standings.values()
        for standing in all_of
        if standing.is_shown
    }
    return tuple(group for group in comparison.groups if group.key in shown)


def _accounts(
    indicator: Indicator,
    scores: Scores,
    comparison: PeerComparison,
    groups: Sequence[PeerGroup],
    catalogue: Catalogue,
    told: dict[str, int],
    say: Say,
) -> Iterator[MeasureAccount]:
    """Explain the values of an indicator; parts come first, as the others come from them."""
    by_name = {score.measure: score for score in scores.of(indicator.id)}
    last: tuple[str, ...] = ()
    for measure in sorted(
        indicator.measures, key=lambda measure: not isinstance(measure, PartsMeasure)
    ):
        formula = _formula(measure, indicator.number, told, say)
        if isinstance(measure, PartsMeasure):
            parts = [part for name, part in by_name.items() if name.startswith(f"{measure.name}.")]
            # the levels of items are the answers themselves, which stand in full before
            is_answer = isinstance(catalogue.questions[measure.of], GridQuestion)
            values = "" if is_answer else _parts(parts, catalogue, say)
            more = tuple(filter(None, (values, *_parts_without_value(parts, say))))
            if more or formula == say(Sentence(measure.formula)):
                yield MeasureAccount(label=say(measure.label), text=" ".join((formula, *more)))
            last = tuple(_input(part, catalogue, say) for part in parts)
            continue
        score = by_name.get(measure.name)
        if score is None:
            continue
        given = () if isinstance(measure, AnswerMeasure) else shown_inputs(score)
        inputs = tuple(say(each) for each in given)
        origin = ""
        if inputs:
            origin = say(_origin(inputs, is_same=inputs == last))
            last = inputs
        standings = {
            standing.group: standing for standing in comparison.of(score.key) if standing.is_shown
        }
        gap, asides = map(say, score.gap), map(say, score.asides)
        said = (formula, *gap, origin, *asides, *_peer_asides(standings, say))
        yield MeasureAccount(
            label=say(
                message(
                    TextMessage.LABELLED, label=score.label, text=number_text(score, catalogue, say)
                )
            ),
            text=" ".join(part for part in said if part),
            figures=tuple(_figures(standings.get(group.key), score, group, say) for group in groups)
            if standings
            else (),
        )


def _input(part: Score, catalogue: Catalogue, say: Say) -> str:
    value = number_text(part, catalogue, say)
    return say(message(ReportSentenceMessage.INPUT_VALUE, label=part.label, value=value))


def _origin(inputs: Sequence[str], *, is_same: bool) -> Message:
    if is_same:
        return message(ReportSentenceMessage.SAME_INPUTS)
    return message(ReportSentenceMessage.INPUTS, inputs=series(inputs, "semicolon"))


def _formula(measure: Measure, number: int, told: dict[str, int], say: Say) -> str:
    formula = say(Sentence(measure.formula))
    first = told.setdefault(formula, number)
    if first == number:
        return formula
    return say(message(ReportSentenceMessage.SAME_FORMULA, number=first))


def _parts(parts: Sequence[Score], catalogue: Catalogue, say: Say) -> str:
    """Give the parts of one question together: they share formula and inputs."""
    values = [
        message(
            ReportSentenceMessage.PART_AND_VALUE,
            part=part.label,
            value=number_text(part, catalogue, say),
        )
        for part in parts
    ]
    return say(Sentence(series(values)))


def _parts_without_value(parts: Sequence[Score], say: Say) -> Iterator[str]:
    """Say why parts have no value, each reason once."""
    reasons = dict.fromkeys(
        say(part.reason) for part in parts if part.value is None and part.reason
    )
    for reason in list(reasons)[:MOST_REASONS]:
        yield say(message(ReportSentenceMessage.PARTS_WITHOUT_VALUE, reason=reason))


def _figures(standing: PeerPosition | None, score: Score, group: PeerGroup, say: Say) -> str:
    """Give a group in figures: `18.2 · 24 · 29.9`, or the share of its peers in one class.

    How many have the value stands behind it, `[24]`, where that is not the whole group.
    """
    if standing is None:
        return NOT_SHOWN
    n = f"{NO_BREAK_SPACE}[{standing.n}]" if standing.n != group.n else ""
    if standing.q1 is not None and standing.median is not None and standing.q3 is not None:
        numbers = (standing.q1, standing.median, standing.q3)
        return " · ".join(say(figure(number, score)) for number in numbers) + n
    own = next((share for share in standing.shares if share.own), None)
    return f"{per_cent(own.share, say)}{n}" if own else f"{NOT_SHOWN}{n}"


def _peer_asides(standings: Mapping[GroupKey, PeerPosition], say: Say) -> Iterator[str]:
    most = {
        say(standing.label): max(standing.shares, key=lambda share: share.share)
        for standing in standings.values()
        if standing.median is None and standing.shares
    }
    if most:
        yield _most_frequent(most, say)
    for standing in standings.values():
        if standing.as_of is not None:
            yield say(message(TextMessage.LABELLED, label=standing.label, text=age_text(standing)))


def _most_frequent(most: Mapping[str, ClassShare], say: Say) -> str:
    """Name the most frequent class of each group, each class once."""
    by_class: dict[str, list[Message]] = {}
    for group, share in most.items():
        text = message(
            ReportSentenceMessage.GROUP_SHARE, group=group, share=per_cent(share.share, say)
        )
        by_class.setdefault(say(share.label), []).append(text)
    classes = [
        message(ReportSentenceMessage.CLASS_OF_GROUPS, label=label, groups=series(groups, "comma"))
        for label, groups in by_class.items()
    ]
    return say(message(ReportSentenceMessage.MOST_FREQUENT, classes=series(classes, "semicolon")))
