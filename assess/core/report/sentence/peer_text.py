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
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.score_text import measure_label
from assess.core.scoring.score import Scores
from assess.core.text.message import Day, Message, Say, Sentence, message, series


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
            said = say(position_sentence(reference, score))
        elif reference is not None:
            said = say(Sentence(element_sentence(reference)))
        aside = say(age_text(reference)) if reference else ""
        label = measure_label(score, say) if score else say(catalogue.questions[name].title)
        yield MeasurePeers(
            key=pooled.key,
            label=label,
            unit=say(pooled.unit),
            standings=tuple(standing.said(say) for standing in standings),
            reference=reference.group if reference else None,
            sentence=" ".join(part for part in (said, aside) if part),
            ladder=say(ladder_text(comparison, pooled.key)),
        )


def usual_group(comparison: PeerComparison) -> PeerGroup | None:
    """Give the narrowest group that may be shown as a whole: the one that is mostly spoken of."""
    shown = {group.key: group for group in comparison.groups if not group.hidden}
    return next((shown[key] for key in LADDER if key in shown), None)


def groups_passage(comparison: PeerComparison, say: Say) -> Passage:
    """Explain the groups: who is in each, how many, how old the data is, and which are hidden."""
    shown = [group for group in comparison.groups if not group.hidden]
    if not shown:
        return Passage(
            title=say(message(ReportSentenceMessage.NO_GROUPS)),
            paragraphs=(say(message(ReportSentenceMessage.NO_PEERS)),),
        )
    paragraphs = [
        message(ReportSentenceMessage.PROTECTION, minimum=comparison.minimum),
        message(ReportSentenceMessage.MIDDLE_HALF),
    ]
    if comparison.synthetic:
        paragraphs.insert(0, message(ReportSentenceMessage.SYNTHETIC_PEERS))
    paragraphs += _table_texts(comparison)
    usual = usual_group(comparison)
    if usual is not None:
        paragraphs.append(message(ReportSentenceMessage.USUAL_GROUP, group=usual.title))
    hidden = [group.label for group in comparison.groups if group.hidden]
    if hidden:
        paragraphs.append(message(ReportSentenceMessage.HIDDEN_GROUPS, groups=series(hidden)))
    return Passage(
        title=say(message(ReportSentenceMessage.GROUPS)),
        paragraphs=tuple(say(paragraph) for paragraph in paragraphs),
        items=tuple(Fact(label=say(group.title), text=_group_text(group, say)) for group in shown),
    )


def _table_texts(comparison: PeerComparison) -> Iterator[Message]:
    """Name the table, and say whether the own organisation is counted in it."""
    table = comparison.table
    if table is None:
        return
    code = ReportSentenceMessage.COMMON_TABLE if table.is_common else ReportSentenceMessage.TABLE
    day = Day(table.day, in_words=True)
    yield message(code, number=str(table.number), day=day, hash=table.mark)
    if table.corrected:
        yield message(ReportSentenceMessage.TABLE_CORRECTED, reason=table.corrected)
    shown = [group for group in comparison.groups if not group.hidden]
    own = [group.label for group in shown if group.own == "yes"]
    if own:
        yield message(ReportSentenceMessage.OWN_IS_IN, groups=series(own))
    elif any(group.own == "maybe" for group in shown):
        yield message(ReportSentenceMessage.OWN_MAY_BE_IN)


def _group_text(group: PeerGroup, say: Say) -> str:
    said = [say(Sentence(group.who))]
    if group.median_year:
        year = str(group.median_year)
        said.append(say(message(ReportSentenceMessage.INTERVIEWS_SINCE, year=year)))
    if group.as_of:
        day = Day(group.as_of, in_words=True)
        said.append(say(message(ReportSentenceMessage.AS_OF, day=day)))
    return " ".join(said)


def comparison_summary(comparison: PeerComparison, say: Say) -> str:
    """Say in one or two sentences with whom the cluster is compared."""
    shown = [group.title for group in comparison.groups if not group.hidden]
    if not shown:
        return say(message(ReportSentenceMessage.NO_PEERS))
    more = len(shown) - 1
    said = [
        message(ReportSentenceMessage.PEERS_ARE_AND_MORE, group=shown[0], count=more)
        if more
        else message(ReportSentenceMessage.PEERS_ARE, group=shown[0])
    ]
    if comparison.synthetic:
        said.append(message(ReportSentenceMessage.SYNTHETIC_PEERS))
    return " ".join(say(each) for each in said)
