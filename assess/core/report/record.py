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

from assess.core.answer_text import Line
from assess.core.peer_group import GroupKey, PeerGroup
from assess.core.report.picture import OverviewPicture, Picture, PositionPicture
from assess.core.report.theme import Theme
from assess.core.standing import Standing
from assess.core.value import Value


class Fact(Value):
    """Something with a name."""

    label: str
    text: str


class Cover(Value):
    """The first page."""

    organisation: str
    facts: tuple[Fact, ...]
    month: str
    notice: str


class Strong(Value):
    """A strength on the summary pages."""

    text: str
    number: int | None
    anchor: str


class Priority(Value):
    """A priority on the summary pages, with its first step."""

    rank: int
    text: str
    first_step: str
    anchor: str


class KeyFigure(Value):
    """One line of the table of key figures; `value` is padded so that decimals stand in line.

    Median, middle half and group are empty where no group may be shown.
    """

    number: int
    anchor: str
    label: str
    value: str
    unit: str
    reading: str
    missing: bool
    median: str = ""
    middle_half: str = ""
    """`18.2 to 29.9`, or the most frequent class with its share."""
    group: str = ""
    """`Energy and environment [24]`; of the group of most lines `[23]` where others are in it."""
    position: str = ""
    """`below the middle half`; empty where it is not compared."""


class CriterionLine(Value):
    """One eligibility criterion with its verdict in a word."""

    id: str
    title: str
    verdict: str
    remark: str
    met: bool


class LabelResult(Value):
    """What came of it for the label, with the arithmetic of its validity."""

    title: str
    headline: str
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    criteria: tuple[CriterionLine, ...]


class Summary(Value):
    """The two pages for a board; every text is short enough for them."""

    paragraph: str
    position: PositionPicture
    strengths: tuple[Strong, ...]
    no_strengths: str
    priorities: tuple[Priority, ...]
    no_priorities: str
    more_priorities: str
    key_figures: tuple[KeyFigure, ...]
    peers: str = ""
    """The group that most of the key figures are compared with; empty where none are."""
    changes: tuple[str, ...] = ()
    """What changed since the last round; empty where there was none."""
    label: LabelResult
    reading: str
    tight: bool = False
    """Whether the second page is so full that its lines stand closer."""


class Passage(Value):
    """A short text under a title."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Fact, ...] = ()


class Published(Value):
    """A published value with where it comes from."""

    id: str
    text: str
    origin: str
    """Population, n and year."""
    site: str
    """The site of the source, or its name."""
    source: str
    """The address or the name of the source, whole."""
    told: int | None = None
    """The indicator beside which it stands whole, where that is an earlier one."""


class Remark(Value):
    """A note beside an indicator; a long one is cut here and whole in the annex."""

    text: str
    cut: bool
    question: str = ""
    """The question it belongs to, where the indicator has several."""


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


class MeasurePeers(Value):
    """One measure, or one element of a checklist, among its groups of peers."""

    key: str
    """`indicator:measure`, or `indicator:question` for an element."""
    label: str
    unit: str
    standings: tuple[Standing, ...]
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
    pictures: tuple[Picture, ...]
    sentence: str
    """Own value and place among the peers; empty where it would only repeat why there is none."""
    peers: tuple[MeasurePeers, ...] = ()
    """Every measure that is compared, and every element of a checklist."""
    changes: tuple[str, ...] = ()
    """What changed since the last round."""
    notes: tuple[Remark, ...]
    published: tuple[Published, ...]
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


class Story(Value):
    """A success story."""

    title: str
    released: str
    fields: tuple[Fact, ...]


class AnswerPart(Value):
    """One question with all that was recorded of it."""

    question: str
    label: str
    lines: tuple[Line, ...]
    answered: bool
    status: str
    reason: str
    note: str
    evidence: tuple[str, ...]


class AnswerGroup(Value):
    """The questions of one indicator; one without questions says what it is derived from."""

    number: int
    title: str
    area: str = ""
    """The area that begins with it; empty within an area."""
    remark: str
    answers: tuple[AnswerPart, ...]


class Passed(Value):
    """An unusual value that was kept, with the reason."""

    number: int
    question: str
    finding: str
    reason: str


class CriterionInFull(Value):
    """One eligibility criterion with everything that was said of it, uncut."""

    id: str
    title: str
    text: str
    verdict: str
    met: bool
    remarks: tuple[Fact, ...]
    """The reason, the number from the interview and what is to be noticed, where there are any."""


class Account(Value):
    """How one value comes about, and from what for this case."""

    label: str
    """The measure with its value."""
    text: str
    figures: tuple[str, ...] = ()
    """What each group of `Annex.groups` shows of it; empty where it is not compared."""


class Definition(Value):
    """How the measures of an indicator come about."""

    number: int
    title: str
    evidence: str
    measures: tuple[Account, ...]


class ChangeLine(Value):
    """One measure that changed since the last round."""

    number: int
    anchor: str
    label: str
    before: str
    now: str
    change: str
    course: str
    """Whether it moved as its indicator asks, the other way, or is described only."""


class LastRound(Value):
    """What changed since the last round, in full."""

    title: str
    sentences: tuple[str, ...]
    lines: tuple[ChangeLine, ...]
    remarks: tuple[Fact, ...]
    """What has a value in one of the two rounds only."""


class Annex(Value):
    """Everything in full."""

    stories: tuple[Story, ...]
    no_stories: str
    eligibility: tuple[CriterionInFull, ...] = ()
    """Empty where no criteria apply."""
    label_sentences: tuple[str, ...] = ()
    """What is said of the label on the summary pages, uncut."""
    answers: tuple[AnswerGroup, ...]
    passed: tuple[Passed, ...]
    no_passed: str
    explanation: str = ""
    """How the definitions are read."""
    groups: tuple[Fact, ...] = ()
    """The groups of peers in the definitions, each with the age of its data."""
    definitions: tuple[Definition, ...]
    published: tuple[Published, ...]


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
    areas: tuple[AreaPart, ...]
    recommendations: tuple[Advice, ...]
    no_recommendations: str
    outlook: Passage
    last_round: LastRound | None = None
    """None where there was no earlier round."""
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
