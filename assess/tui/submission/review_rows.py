"""The rows of a case at the secretariat, and what is said in full about each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from assess.core.case.history.side_by_side import said_in_brief, said_in_lines
from assess.core.case.open_point import OpenPoint
from assess.core.submission.course_account import entry_message
from assess.languages import gettext, pgettext
from assess.languages.message import say
from assess.tui.case.open_points import TITLES
from assess.tui.frame.text import labelled, plain
from assess.tui.widgets.row_list import Column, Row

if TYPE_CHECKING:
    from assess.core.submission.exchanged import ReviewEntry
    from assess.workflow.submission.reviewed_case import ReviewedCase

COLUMNS = (
    Column("number", pgettext("a number", "No."), 3, right=True),
    Column("text", gettext("What there is to see"), share=1),
)

_POINT, _OVERRIDDEN, _CHANGED, _ENTRY, _ANSWER = "point", "overridden", "changed", "entry", "answer"


class ReviewRows:
    """What there is to see of a case: each row is about a question, or was said by somebody."""

    def __init__(self, case: ReviewedCase) -> None:
        """Take the case."""
        self._case = case
        questions = case.catalogue.questions
        self._titles = {name: question.title for name, question in questions.items()}

    def rows(self) -> Iterator[Row]:
        """Give the rows under their headings."""
        case = self._case
        yield from self._under(_ENTRY, gettext("Said and decided"), self._entries())
        yield from self._under(_POINT, gettext("Open points"), self._points(_POINT, case.points))
        yield from self._under(
            _OVERRIDDEN,
            gettext("Unusual values with a reason"),
            self._points(_OVERRIDDEN, case.overridden),
        )
        changed = [self._answer(_CHANGED, name) for name in case.changed]
        yield from self._under(_CHANGED, gettext("Other answers than in the last round"), changed)
        given = [
            self._answer(_ANSWER, name)
            for name in case.catalogue.questions
            if name in case.assessment.answers
        ]
        yield from self._under(_ANSWER, gettext("Answers"), given)

    def _under(self, kind: str, title: str, rows: list[Row]) -> Iterator[Row]:
        if rows:
            yield Row(f"head-{kind}", (f"{title} ({len(rows)})",), is_head=True)
            yield from rows

    def _entries(self) -> list[Row]:
        entries = self._case.review.entries
        return [
            Row(f"{_ENTRY}:{at}", ("", say(entry_message(entry, self._titles))))
            for at, entry in reversed(tuple(enumerate(entries)))
        ]

    def _points(self, kind: str, points: tuple[OpenPoint, ...]) -> list[Row]:
        return [
            Row(f"{kind}:{at}", (str(point.number), self._point_text(point)))
            for at, point in enumerate(points)
        ]

    def _point_text(self, point: OpenPoint) -> str:
        title = say(self._titles[point.question])
        return gettext("{kind}: {question}", kind=TITLES[point.kind], question=title)

    def _answer(self, kind: str, name: str) -> Row:
        case = self._case
        question = case.catalogue.questions[name]
        number = case.catalogue.indicator_of(name).number
        said = say(said_in_brief(question, case.assessment.answer(name), case.catalogue))
        text = gettext("{question}: {text}", question=say(question.title), text=said)
        return Row(f"{kind}:{name}", (str(number), text))

    def question_of(self, key: str | None) -> str | None:
        """Give the question that a row is about; None: the case as a whole."""
        kind, _, place = (key or "").partition(":")
        if kind in (_CHANGED, _ANSWER):
            return place
        point = self._point(kind, place)
        if point is not None:
            return point.question
        entry = self.entry_of(key)
        asked = entry.body.get("question") if entry is not None else None
        return str(asked) if asked is not None else None

    def entry_of(self, key: str | None) -> ReviewEntry | None:
        """Give what somebody said or decided, where a row is about that."""
        kind, _, place = (key or "").partition(":")
        return self._case.review.entries[int(place)] if kind == _ENTRY else None

    def _point(self, kind: str, place: str) -> OpenPoint | None:
        if kind == _POINT:
            return self._case.points[int(place)]
        return self._case.overridden[int(place)] if kind == _OVERRIDDEN else None

    def account(self, key: str | None) -> Content:
        """Say in full what a row is about."""
        kind, _, place = (key or "").partition(":")
        lines: list[Content] = []
        point = self._point(kind, place)
        if point is not None:
            lines.append(plain(say(point.text), "$warning"))
        entry = self.entry_of(key)
        if entry is not None:
            lines.append(plain(say(entry_message(entry, self._titles))))
            lines.append(
                plain(
                    gettext("On {moment}", moment=f"{entry.at.astimezone():%Y-%m-%d %H:%M}"),
                    "$text-muted",
                )
            )
        name = self.question_of(key)
        if name is not None and name in self._case.catalogue.questions:
            lines += self._about(name)
        return Content("\n").join(lines)

    def _about(self, name: str) -> Iterator[Content]:
        case = self._case
        question, answer = case.catalogue.questions[name], case.assessment.answer(name)
        yield Content.styled(say(question.label), "bold")
        for text in said_in_lines(question, answer, case.catalogue):
            yield plain(say(text))
        if answer.reason:
            yield labelled(gettext("Reason"), answer.reason)
        if answer.note:
            yield labelled(gettext("Note"), answer.note)
        for evidence in answer.evidence:
            yield labelled(gettext("Evidence"), evidence.location)
        if case.last is not None:
            said = said_in_brief(question, case.last.answer(name), case.catalogue)
            before = say(said) or gettext("no answer")
            yield labelled(gettext("Last round"), before)
