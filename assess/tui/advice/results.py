"""Results: every value with its reason, and the recommendations and strengths to settle."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from assess.core.advice.review import Reviewed
from assess.languages import gettext
from assess.tui.advice.edit_form import edit_form, own_form
from assess.tui.advice.message_view import (
    message_form,
)
from assess.tui.advice.plan_view import (
    plan_form,
)
from assess.tui.advice.reviewed import (
    SCORES,
)
from assess.tui.advice.shown_results import ShownResults
from assess.tui.advice.views import COLUMNS, View
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound, bound_digits
from assess.tui.frame.text import plain
from assess.tui.widgets.reading import Detail
from assess.tui.widgets.row_list import RowList
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice
from assess.workflow import Results
from assess.workflow.advice import reviewing
from assess.workflow.advice.results import results
from assess.workflow.advice.reviewing import About
from assess.workflow.case.cases import assessment_of
from assess.workflow.report.key_message import restore_message


class ResultsScreen(Screen[None]):
    """What follows from the answers of a case."""

    PLACE = gettext("Results")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound_digits(
            (
                ("view('values')", gettext("Values")),
                ("view('recommendation')", gettext("Recommendations")),
                ("view('strength')", gettext("Strengths")),
                ("view('plan')", gettext("Action plan")),
                ("view('message')", gettext("Message")),
                ("view('rounds')", gettext("Since the last round")),
            )
        ),
        bound("open", "read", gettext("Why this value"), show=True),
        bound("open", "edit", gettext("Edit"), show=True),
        bound(
            "accept",
            "settle('accepted')",
            show=True,
            tooltip=gettext("Press the same key again to undo this"),
        ),
        bound(
            "decline",
            "settle('dropped')",
            gettext("Drop"),
            show=True,
            tooltip=gettext("Press the same key again to undo this"),
        ),
        bound("accept_area", "accept_all", gettext("Accept all as they are")),
        bound(
            "undo",
            "restore",
            gettext("Undo edit"),
            tooltip=gettext("Restore the wording of the catalogue"),
        ),
        bound("put_up", "move(-1)", gettext("Higher"), show=True),
        bound("put_down", "move(1)", gettext("Lower"), show=True),
        bound("add", "add", gettext("Add own"), show=True),
        bound("side", "side", gettext("Read the full text"), show=True),
        bound("report", "report", show=True),
        bound("share", "share"),
        bound("back", "leave", show=True),
        bound("leave", "leave"),
    ]
    CSS_PATH = "results.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-wide")]  # below, rows need the whole width

    def __init__(self, case_id: str) -> None:
        """Show the results of a case."""
        super().__init__()
        self._case_id = case_id
        self._view: View = "values"
        self._found: Results | None = None
        self._places: dict[View, str | None] = {}

    def compose(self) -> ComposeResult:
        """Lay it out."""
        case = assessment_of(host(self).desk, self._case_id).case
        aside = SYNTHETIC if case.synthetic else ""
        yield Masthead(self.PLACE, case.organisation.name, aside)
        yield Static("", id="views")
        with Container(classes="sides"):
            yield RowList(SCORES, id="rows")
            with Detail():
                yield Static("", id="account")
        yield Static("", id="hint")
        yield KeyBar()
        yield Notice(self._case_id)

    def on_mount(self) -> None:
        """Begin once it is there."""
        host(self).documents.warm()
        desk = host(self).desk
        self._show(results(desk, assessment_of(desk, self._case_id)))
        self.query_one(RowList).focus()

    # Showing

    @property
    def _shown(self) -> ShownResults | None:
        """What is shown in the view that is open."""
        if self._found is None:
            return None
        return ShownResults(host(self).desk, self._found, self._view, host(self).is_shared)

    def _show(self, found: Results, choose: str | None = None, *, anew: bool = False) -> None:
        self._found = found
        shown = ShownResults(host(self).desk, found, self._view, host(self).is_shared)
        rows = self.query_one(RowList)
        rows.retitle(COLUMNS[self._view])
        rows.show(shown.rows(), choose=choose, anew=anew)
        self._show_views(shown)
        self._explain()
        self.refresh_bindings()

    def _show_views(self, shown: ShownResults) -> None:
        self.query_one("#views", Static).update(shown.names(self.app.size.width - 2))
        self.query_one("#hint", Static).update(plain(shown.hint()))

    def on_resize(self) -> None:
        """Put the names of the views in lines of the new width."""
        if (shown := self._shown) is not None:
            self._show_views(shown)

    @on(RowList.Highlighted)
    def _explain(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self.query_one("#account", Static).update(shown.account(self.query_one(RowList).chosen))
        self.query_one(".detail").scroll_home(animate=False)
        self.refresh_bindings()

    def action_view(self, view: View) -> None:
        """Show values, recommendations or strengths."""
        shown = self._shown
        if view == "rounds" and (shown is None or shown.rounds is None):
            return
        if self._found is not None and view != self._view:
            self._places[self._view] = self.query_one(RowList).chosen
            self._view = view
            self._show(self._found, self._places.get(view), anew=True)

    @on(RowList.Selected)
    def _open(self) -> None:
        if self._is_edited_here:
            self.action_edit()
        else:
            self.action_read()

    def action_read(self) -> None:
        """Show why a measure has its value."""
        self.query_one(Detail).display = True

    def action_side(self) -> None:
        """Show the account of the marked row, or put it away."""
        self.query_one(Detail).turn()

    def action_share(self) -> None:
        """Hide peers and the last round while others look at the screen, or show them again."""
        host(self).is_shared = not host(self).is_shared
        if self._found is not None:
            if self._view == "rounds" and host(self).is_shared:
                self._view = "values"
            self._show(self._found)

    # Settling

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what settles recommendations and strengths only where they are shown."""
        if action in {"settle", "move", "add", "accept_all"}:
            return self._is_settled_here
        if action == "restore":
            return self._is_settled_here or self._view == "message"
        if action in {"edit", "read"}:
            return self._is_edited_here == (action == "edit")
        return True

    @property
    def _is_settled_here(self) -> bool:
        """Whether what is shown is accepted, dropped and edited by the expert."""
        return self._view in ("recommendation", "strength")

    @property
    def _is_edited_here(self) -> bool:
        """Whether Enter opens a form."""
        return self._view in ("recommendation", "strength", "plan", "message")

    def _chosen(self) -> Reviewed | None:
        chosen = self.query_one(RowList).chosen
        reviewed = self._shown.reviewed if self._shown else ()
        return next((review for review in reviewed if review.key == chosen), None)

    def action_settle(self, state: Literal["accepted", "dropped"]) -> None:
        """Accept or drop; once more takes that back."""
        review = self._chosen()
        if review is None:
            return
        desk = host(self).desk
        assessment = assessment_of(desk, self._case_id)
        wanted: Literal["accepted", "dropped", "proposed"] = state
        if review.state == state:
            wanted = "accepted" if review.own else "proposed"
        host(self).attempt(
            lambda: self._show(reviewing.settle(desk, assessment, review.key, wanted), review.key)
        )

    def action_move(self, step: int) -> None:
        """Move one place up or down."""
        review = self._chosen()
        if review is not None:
            desk = host(self).desk
            assessment = assessment_of(desk, self._case_id)
            host(self).attempt(
                lambda: self._show(reviewing.move(desk, assessment, review.key, step), review.key)
            )

    def action_accept_all(self) -> None:
        """Accept all that nobody has decided on, as they are."""
        desk = host(self).desk
        assessment = assessment_of(desk, self._case_id)
        host(self).attempt(lambda: self._show(reviewing.accept_all(desk, assessment)))

    def action_restore(self) -> None:
        """Take back the expert's wording."""
        if self._view == "message":
            desk = host(self).desk
            restore_message(desk, assessment_of(desk, self._case_id))
            self._settled(None, was_done=True)
            return
        review = self._chosen()
        if review is not None and review.edited:
            desk = host(self).desk
            assessment = assessment_of(desk, self._case_id)
            host(self).attempt(
                lambda: self._show(reviewing.restore(desk, assessment, review.key), review.key)
            )

    def action_edit(self) -> None:
        """Write it in the expert's words, or fill in what is agreed."""
        desk, chosen = host(self).desk, self.query_one(RowList).chosen
        if self._view == "message":
            if not host(self).is_shared:
                form = message_form(desk, self._case_id)
                self.app.push_screen(form, partial(self._settled, None))
            return
        if self._view == "plan":
            agreed = plan_form(desk, self._case_id, chosen) if chosen else None
            if agreed is not None:
                self.app.push_screen(agreed, partial(self._settled, chosen))
            return
        review = self._chosen()
        if review is not None:
            form = edit_form(host(self).desk, self._case_id, review)
            self.app.push_screen(form, partial(self._settled, review.key))

    def action_add(self) -> None:
        """Add one of the expert's own."""
        about: About = "strength" if self._view == "strength" else "recommendation"
        form = own_form(host(self).desk, self._case_id, about)
        self.app.push_screen(form, partial(self._settled, None))

    def _settled(self, key: str | None, was_done: bool | None) -> None:  # noqa: FBT001  the result of a screen
        if was_done:
            desk = host(self).desk
            found = results(desk, assessment_of(desk, self._case_id))
            known = {review.key for review in self._shown.reviewed} if self._shown else set()
            self._found = found
            reviewed = self._shown.reviewed if self._shown else ()
            added = next((each.key for each in reviewed if each.key not in known), None)
            self._show(found, key or added)

    def action_report(self) -> None:
        """Print the report."""
        host(self).ask_for_report(self._case_id)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
