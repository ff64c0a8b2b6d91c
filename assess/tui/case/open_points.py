"""Open points: what is missing, doubtful or to be done, worst first, each a jump."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assess.core.case.open_point import BLOCKING, OpenPoint, PointKind, without_notes
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say
from assess.tui.case.finishing import finish_or_reopen
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound
from assess.tui.frame.text import plain
from assess.tui.widgets.reading import Detail
from assess.tui.widgets.row_list import Column, Row, RowList
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.workflow.case import cases
from assess.workflow.submission.sent import is_asked

TITLES = {
    PointKind.CONTRADICTION: gettext("Contradictions"),
    PointKind.UNFINISHED: gettext("Typed, but not an answer yet"),
    PointKind.EVIDENCE: gettext("Evidence that has changed or is missing"),
    PointKind.PARTICIPANTS: gettext("Participants disagree with the manager"),
    PointKind.ASKED: gettext("Asked by the secretariat"),
    PointKind.WARNING: gettext("Unusual values without a reason"),
    PointKind.PROPOSED: gettext("Proposed answer"),
    PointKind.FOLLOW_UP: gettext("To follow"),
    PointKind.MISSING: gettext("Without an answer"),
    PointKind.FLAG: gettext("Marked for later"),
    PointKind.REASONED: gettext("Unusual values with a reason"),
    PointKind.NOTE: gettext("Notes"),
}
COLUMNS = (
    Column("number", pgettext("a number", "No."), 3, right=True),
    Column("text", gettext("Open point"), share=1),
)
BY_TEXT = {
    PointKind.CONTRADICTION,
    PointKind.PARTICIPANTS,
    PointKind.ASKED,
    PointKind.WARNING,
    PointKind.REASONED,
    PointKind.NOTE,
}
"""Kinds of which the text says more than the question."""


class OpenPointsScreen(Screen[str | None]):
    """The open points of a case; gives the question to jump to, or None."""

    PLACE = gettext("Open points")
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("open", "jump", gettext("Go to the question"), show=True),
        bound("finish", "finish", gettext("Finish the case"), show=True),
        bound("answer_secretariat", "answer_secretariat", show=True),
        bound("side", "side"),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "open_points.tcss"

    def __init__(self, case_id: str) -> None:
        """Show the open points of a case."""
        super().__init__()
        self._case_id = case_id
        self._points: tuple[OpenPoint, ...] = ()
        self._is_asked = False

    def compose(self) -> ComposeResult:
        """Lay it out."""
        case = cases.assessment_of(host(self).desk, self._case_id).case
        aside = SYNTHETIC if case.synthetic else ""
        yield Masthead(self.PLACE, case.organisation.name, aside)
        yield Static("", id="counts")
        with Container(classes="sides"):
            yield RowList(COLUMNS, id="points", with_titles=False)
            with Detail():
                yield Static("", id="point")
        yield KeyBar()
        yield Notice(self._case_id)

    def on_mount(self) -> None:
        """Begin once it is there."""
        self.renew()
        self.query_one("#points", RowList).focus()

    def renew(self) -> None:
        """Show the points as they are now."""
        desk = host(self).desk
        assessment = cases.assessment_of(desk, self._case_id)
        points = cases.points_of(desk, assessment)
        self._points = without_notes(points) if host(self).is_shared else points
        blocking = sum(point.kind in BLOCKING for point in self._points)
        counts = _counted(len(self._points), blocking)
        if reminder := cases.undeclared(desk, assessment.case):
            counts = Content("\n").join([counts, plain(reminder, "$warning")])
        self.query_one("#counts", Static).update(counts)
        self._is_asked = is_asked(desk, self._case_id)
        self.refresh_bindings()
        self.query_one("#points", RowList).show(self._rows())
        self._explain()

    def _catalogue(self) -> Catalogue:
        desk = host(self).desk
        return desk.catalogue_of(cases.assessment_of(desk, self._case_id).case)

    def _rows(self) -> Iterator[Row]:
        catalogue = self._catalogue()
        for kind in PointKind:
            group = [(at, point) for at, point in enumerate(self._points) if point.kind is kind]
            if not group:
                continue
            for at, text in enumerate(self._headed(kind, len(group))):
                yield Row(f"head-{kind.value}-{at}", (text,), is_head=True)
            for index, point in group:
                text = say(catalogue.questions[point.question].label)
                if kind is PointKind.FOLLOW_UP:
                    text = gettext(
                        "{follow_up}: {question}", follow_up=say(point.text), question=text
                    )
                elif kind in BY_TEXT and not (kind is PointKind.NOTE and host(self).is_shared):
                    text = say(point.text)
                yield Row(str(index), (str(point.number), text))

    def _headed(self, kind: PointKind, count: int) -> tuple[str, ...]:
        """Give the heading of the points of a kind, in two lines where one is too short for it."""
        title = f"{TITLES[kind]} ({count})"
        if kind not in BLOCKING:
            return (title,)
        whole = gettext("{title} – before the case can be finished", title=title)
        if cell_len(whole) <= self.size.width - 2:
            return (whole,)
        return title, gettext("before the case can be finished")

    def _chosen(self) -> OpenPoint | None:
        chosen = self.query_one("#points", RowList).chosen
        return self._points[int(chosen)] if chosen is not None and self._points else None

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        point = self._chosen()
        line = self.query_one("#point", Static)
        if point is None:
            line.update(gettext("Nothing is open."))
            return
        catalogue = self._catalogue()
        indicator = catalogue.indicator(point.indicator)
        line.update(
            Content("\n").join(
                [
                    Content.styled(f"{point.number}  {say(indicator.title)}", "bold"),
                    plain(say(catalogue.questions[point.question].label)),
                    plain(say(point.text), "$warning" if point.kind in BLOCKING else "$text-muted"),
                ]
            )
        )
        self.query_one(".detail").scroll_home(animate=False)

    @on(RowList.Selected)
    def action_jump(self) -> None:
        """Go to the question."""
        point = self._chosen()
        if point is not None:
            self.dismiss(point.question)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to answer the secretariat where it asks something."""
        del parameters
        return action != "answer_secretariat" or self._is_asked

    def action_answer_secretariat(self) -> None:
        """Answer what the secretariat asks: about the marked question, else about the case."""
        from assess.tui.submission.answering import answer_secretariat

        point = self._chosen()
        answer_secretariat(host(self), self._case_id, point.question if point else None, self.renew)

    def action_finish(self) -> None:
        """Finish the case, or reopen it."""
        finish_or_reopen(self, self._case_id, self.renew, self._show_blocking)

    def _show_blocking(self) -> None:
        self.app.push_screen(OpenPointsScreen(self._case_id), self._jump)

    def _jump(self, question: str | None) -> None:
        if question is not None:
            self.dismiss(question)

    def action_side(self) -> None:
        """Show the account of the marked point, or put it away."""
        self.query_one(Detail).turn()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _counted(total: int, blocking: int) -> Content:
    if not total:
        return Content(gettext("Nothing is open. z finishes the case."))
    found = ngettext("{count} point is open.", "{count} points are open.", total)
    rest = (
        ngettext("{count} of them blocks finishing.", "{count} of them block finishing.", blocking)
        if blocking
        else gettext("None of them blocks finishing.")
    )
    return Content(f"{found} {rest}")
