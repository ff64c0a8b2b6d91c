"""The report as one value: everything that its pages say, ready to print, and nothing else.

A template sees only this. It holds texts and numbers in words, never markup, and the data of the
pictures; it can be written as JSON and read back without loss.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from assess.core.peers.membership import GroupKey
from assess.core.peers.peer_group import PeerGroup
from assess.core.peers.position import PeerPosition
from assess.core.peers.table import TableName
from assess.core.report.figure.picture import OverviewPicture, Picture
from assess.core.report.record.action_plan import ActionPlan
from assess.core.report.record.annex import Annex, LastRound, ModulePart, PublishedReference
from assess.core.report.record.board import Summary
from assess.core.report.record.fact import Fact
from assess.core.report.record.survey_page import SurveyPage
from assess.core.report.record.theme import Theme
from assess.core.text.value import Value


class Cover(Value):
    """The first page."""

    organisation: str
    facts: tuple[Fact, ...]
    month: str
    notice: str


class Passage(Value):
    """A short text under a title."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Fact, ...] = ()


class MinimumLine(Value):
    """An item of the quality label that may have a minimum requirement, and what this case has."""

    item: str
    title: str
    number: int
    anchor: str
    measure: str
    own: str
    missing: bool
    gold: str = ""
    """The median of the holders of a Gold label, with their number; empty where it is not shown."""


class Outlook(Value):
    """What the next level of the label would ask."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Fact, ...] = ()
    """The areas that gained most since the last round."""
    minimums: tuple[MinimumLine, ...] = ()
    minimums_note: str = ""


class Remark(Value):
    """A note beside an indicator; a long one is cut here and whole in the annex."""

    text: str
    cut: bool
    question: str = ""
    """The question it belongs to, where the indicator has several."""
    language: str = ""
    """The language in which it was written; empty: nobody said which."""


class Advice(Value):
    """A recommendation: finding, meaning, one action and its first step."""

    rank: int
    anchor: str
    number: int | None
    """The indicator it belongs to; None: the expert's own, to no single one."""
    title: str
    """The title of the indicator, or a word for the expert's own."""
    finding: str
    meaning: str
    action: str
    first_step: str
    quality_items: tuple[Fact, ...]
    remarks: tuple[str, ...]
    effort: str = ""
    """How much it takes, in words; empty: not stated."""
    without_item: str = ""
    """What stands in the place of the items of the quality label where it serves none."""
    also: tuple[Fact, ...] = ()
    """The other indicators that it is about: number and title."""


class Noticed(Value):
    """A recommendation that is no priority, in one line."""

    number: int | None
    title: str
    text: str
    quality_items: tuple[str, ...] = ()


class MeasurePeers(Value):
    """One measure, or one element of a checklist, among its groups of peers."""

    key: str
    """`indicator:measure`, or `indicator:question` for an element."""
    label: str
    unit: str
    standings: tuple[PeerPosition, ...]
    """One for each group, in the order of `Report.groups`; hidden ones say so."""
    reference: GroupKey | None
    """The group that the sentence is about: the narrowest that may be shown."""
    sentence: str
    ladder: str
    """Which narrower groups are too small to be shown; mostly empty."""


class IndicatorPart(Value):
    """One indicator on its page."""

    number: int
    anchor: str
    title: str
    quality: str
    """The quality-label items on the same subject: one with its title, several by their ids."""
    why: str
    value: str
    """The leading value, or the words for why there is none."""
    unit: str
    label: str
    missing: bool
    prominent: bool
    """Whether the value is short enough to stand large."""
    judgement: str
    doubts: tuple[str, ...] = ()
    """Which answers contradict each other, so that there is no value."""
    unusual: tuple[str, ...] = ()
    """Which answers are unusual, and nobody has said why."""
    place: str = ""
    """Where the leading value lies among the peers, where no chart says it."""
    pictures: tuple[Picture, ...]
    """The charts; the title of each says what it shows."""
    sentence: str
    """What no chart says: further measures, and why a wider group of peers than usual is meant."""
    peers: tuple[MeasurePeers, ...] = ()
    """Every measure that is compared, and every element of a checklist."""
    changes: tuple[str, ...] = ()
    """What changed since the last round."""
    notes: tuple[Remark, ...]
    published: tuple[PublishedReference, ...]
    strengths: tuple[str, ...]
    advice: tuple[Advice, ...]


class AreaPart(Value):
    """One of the six areas."""

    letter: str
    anchor: str
    title: str
    intro: str
    picture: OverviewPicture
    indicators: tuple[IndicatorPart, ...]


class Unanswered(Value):
    """One indicator without an answer; the table has a line for those of an area alike."""

    number: int
    anchor: str
    title: str
    area: str
    reason: str


class Report(Value):
    """A whole report."""

    language: str = "en"
    title: str
    subtitle: str
    """What stands in the document's properties beside the title."""
    marks: tuple[str, ...]
    """Said on each page: `Draft`, `Synthetic demonstration data`."""
    status: Literal["draft", "issued"]
    edition: int | None = None
    case: str
    day: date
    """The day it was put together: the only clock that its file knows."""
    head: str
    """The running head: the title and the organisation, short."""
    footer: str
    cover: Cover
    summary: Summary
    how_to_read: tuple[Passage, ...]
    groups: tuple[PeerGroup, ...] = ()
    """The comparison groups; hidden ones say why."""
    synthetic_peers: bool = False
    """The peers are invented: said on every page that uses them."""
    peer_table: TableName | None = None
    """The table from which all positions are; None: there are none."""
    areas: tuple[AreaPart, ...]
    """Those of which something was answered."""
    unanswered: tuple[Unanswered, ...] = ()
    """What has no answer, where that is more than a few: one table instead of a block each."""
    unanswered_note: str = ""
    recommendations: tuple[Advice, ...]
    noticed: tuple[Noticed, ...] = ()
    """What was noticed as well, in order."""
    no_recommendations: str
    outlook: Outlook
    surveys: tuple[SurveyPage, ...] = ()
    """What participants said, beside the judgement of the manager."""
    plan: ActionPlan | None = None
    """What was agreed on the priorities, and what became of the last plan; None: nothing."""
    last_round: LastRound | None = None
    """None where there was no earlier round."""
    modules: ModulePart | None = None
    """What was asked beside the indicators; None where no module is switched on."""
    annex: Annex
    imprint: tuple[Fact, ...]
    theme: Theme | None = None
    """Whose report it is, where that was stated."""
    sha256: str = ""
    """The SHA-256 of the canonical JSON of this record without this field's text."""


def canonical_json(record: Value) -> bytes:
    """Write a record as JSON in one way only: keys in order, no spaces, UTF-8."""
    return _canonical(record.model_dump(mode="json"))


def fingerprint(report: Report) -> str:
    """Give the SHA-256 of a report's record, its own field left empty."""
    return fingerprint_of(report.model_dump(mode="json"))


def fingerprint_of(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of a record that stands as JSON, in whichever version it was written."""
    return hashlib.sha256(_canonical({**content, "sha256": ""})).hexdigest()


def _canonical(content: Mapping[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
