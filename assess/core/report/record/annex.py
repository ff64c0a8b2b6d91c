"""The annex and the section on the last round as values: everything in full."""

from __future__ import annotations

from assess.core.report.figure.picture import TrendPicture
from assess.core.report.record.fact import Fact
from assess.core.text.value import Value


class PublishedReference(Value):
    """A published value with where it comes from."""

    id: str
    text: str
    origin: str
    """Population, n and year."""
    site: str
    """The site of the source, or its name."""
    source: str
    """The address or the name of the source, whole."""
    short: str = ""
    """The value in one line, beside the indicator."""
    told: int | None = None
    """The indicator beside which it stands whole, in editions that say it so."""


class Story(Value):
    """A success story."""

    title: str
    released: str
    fields: tuple[Fact, ...]
    language: str = ""
    """The language in which it was told; empty: nobody said which."""


class SaidLine(Value):
    """One line of an answer; `label` is the part it belongs to, or empty."""

    label: str = ""
    text: str
    language: str = ""
    """The language in which somebody wrote it; empty for what is said in that of the report."""


class AnswerPart(Value):
    """One question with all that was recorded of it."""

    question: str
    label: str
    lines: tuple[SaidLine, ...]
    answered: bool
    status: str
    reason: str
    note: str
    evidence: tuple[str, ...]
    language: str = ""
    """The language of the reason; empty: nobody said which. So for the note."""
    note_language: str = ""


class AnswerGroup(Value):
    """The questions of one indicator; one without questions says what it is derived from."""

    number: int
    title: str
    area: str = ""
    """The area that begins with it; empty within an area."""
    remark: str
    answers: tuple[AnswerPart, ...]


class ModulePart(Value):
    """The page of the modules: what was asked beside the indicators, and counts nowhere."""

    title: str
    intro: str
    groups: tuple[AnswerGroup, ...]


class Passed(Value):
    """An unusual value that was kept, with the reason."""

    number: int
    question: str
    finding: str
    reason: str
    language: str = ""
    """The language of the reason; empty: nobody said which."""


class CriterionInFull(Value):
    """One eligibility criterion with everything that was said of it, uncut."""

    id: str
    title: str
    text: str
    verdict: str
    met: bool
    remarks: tuple[Fact, ...]
    """The reason, the number from the interview and what is to be noticed, where there are any."""


class MeasureAccount(Value):
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
    measures: tuple[MeasureAccount, ...]


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
    trend: tuple[TrendPicture, ...] = ()
    """The lead measures over all rounds, row by row; empty where none has a value in two."""
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
    published: tuple[PublishedReference, ...]
