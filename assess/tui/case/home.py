"""Home: the cases, and the way to everything that is done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from assess.languages import gettext, ngettext
from assess.tui.case.case_actions import CASE_KEYS, CaseActions
from assess.tui.case.case_progress import CaseProgress
from assess.tui.case.interrupted import undone_line
from assess.tui.frame.host import host
from assess.tui.frame.keys import bound, bound_digits
from assess.tui.frame.text import plain
from assess.tui.widgets.screen_frame import SYNTHETIC, KeyBar, Masthead, Notice

if TYPE_CHECKING:
    from textual.events import Key
    from textual.widgets import Input

    from assess.core.case.case_line import FirstList
    from assess.tui.case.case_table import CaseTable
    from assess.tui.widgets.row_list import RowList
    from assess.tui.widgets.text_input import Line
    from assess.workflow import Desk
    from assess.workflow.case.cases import ListedCase

FIRST_STEPS = "\n".join(
    (
        gettext("There is no case yet."),
        "",
        f"  +   {gettext('begins the first case: the organisation, then the interview;')}",
        f"      {gettext('or imports a case file that somebody sent.')}",
        "",
        gettext(
            "To look around first, leave with q and run  assess demo : it has three "
            "invented organisations."
        ),
    )
)


class HomeScreen(Screen[None]):
    """The cases; what it needs of the desk it asks for once the frame is painted."""

    PLACE = gettext("Cases")
    BINDINGS: ClassVar[list[BindingType]] = [
        *CASE_KEYS,
        bound(
            "add",
            "add",
            gettext("New"),
            show=True,
            tooltip=gettext("A new case, or a file with a case or answers"),
        ),
        bound("search", "filter", show=True),
        bound(
            "go_to",
            "register",
            gettext("Register"),
            show=True,
            tooltip=gettext("Labels: status on any day, lists, numbers"),
        ),
        bound(
            "queue",
            "queue",
            tooltip=gettext("For the secretariat's staff: the queue, questions, decisions"),
        ),
        *bound_digits(
            (
                ("sort(0)", gettext("Sort by organisation")),
                ("sort(1)", gettext("Sort by country")),
                ("sort(2)", gettext("Sort by portfolio")),
                ("sort(3)", gettext("Sort by interview")),
                ("sort(4)", gettext("Sort by progress")),
                ("sort(5)", gettext("Sort by open points")),
                ("sort(6)", gettext("Sort by label")),
            ),
            gettext("Sort"),
            tooltip=gettext("By a column; press it again to reverse the order"),
        ),
        bound("leave", "app.quit", gettext("Quit"), show=True),
        bound("back", "clear", gettext("Show all cases again")),
    ]

    def __init__(self, *, synthetic: bool = False) -> None:
        """Make the frame; `synthetic` says so of the whole database."""
        super().__init__()
        self._synthetic = synthetic
        self._table: CaseTable | None = None
        self._search: Line | None = None
        self._keys_for = (True, True)
        self._stale: set[str] = set()
        self._actions = CaseActions(self, self._chosen_case, self.look_again)
        self._progress = CaseProgress(self, self._learn)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Masthead("assess", aside=SYNTHETIC if self._synthetic else "")
        yield Static("", id="resume")
        with Vertical(id="cases"):
            yield Static(gettext("Opening the database …"), id="empty")
        yield Static("", id="about")
        yield KeyBar(letters_after=gettext("Enter, then"))
        yield Notice()

    def show_first(self, listed: FirstList) -> None:
        """Show the cases as they are known before the database is opened."""
        table = self._make_table()
        table.take(listed.cases, choose=listed.interrupted)
        self._show_state()

    def _make_table(self) -> CaseTable:
        from assess.tui.case.case_table import CaseTable

        self._table = table = CaseTable()
        self.query_one("#cases").mount(table)
        table.focus()
        return table

    # Once the desk is open

    def begin(self, desk: Desk) -> None:
        """Fill the table at once with what costs nothing, then with the progress of each case."""
        from assess.languages.message import say
        from assess.workflow.case import cases
        from assess.workflow.catalogue.country import country_names
        from assess.workflow.submission import sent

        self.query_one("#empty", Static).remove_class("-fault")
        self.query_one(Notice).text = say(desk.newest.edition.notice)
        interrupted = cases.interrupted(desk)
        chosen = self._table.chosen if self._table else None
        table = self._table or self._make_table()
        table.prepare(country_names(desk.newest))
        first = interrupted.case_id if interrupted else None
        table.know_sent(sent.submissions(desk))
        table.take(cases.cases(desk), choose=chosen or first)
        self._show_state()
        self._announce(desk)
        self._progress.begin(cases.listing(desk))

    def refuse(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._progress.end()
        empty = self.query_one("#empty", Static)
        empty.update(plain(text))
        empty.add_class("-fault")
        empty.display = True
        if self._table is not None:  # what was seen before it was opened
            self._table.remove()
            self._table = None
            self.query_one("#about", Static).update("")

    def _learn(self, batch: list[ListedCase], is_last: bool) -> None:  # noqa: FBT001  with each batch
        if self._table is not None:
            self._table.learn(batch, is_last=is_last)
            self._show_state()

    def _announce(self, desk: Desk) -> None:
        """Say what the last run left undone."""
        line = self.query_one("#resume", Static)
        undone = undone_line(desk)
        line.set_class(undone is not None, "-shown")
        line.update(undone or "")

    def _show_state(self) -> None:
        """Show the counts, the first steps where there is nothing, and the chosen case."""
        table = self._table
        if table is None:
            return
        empty = self.query_one("#empty", Static)
        if table.total == 0:
            empty.update(FIRST_STEPS)
        elif table.count == 0:
            empty.update(gettext("No case matches. Esc shows all cases again."))
        empty.display = table.count == 0
        table.display = table.count > 0
        head = self.query_one(Masthead)
        head.subject = _cases(table.count, table.total)
        head.aside = SYNTHETIC if self._synthetic or table.all_synthetic else ""
        self.query_one("#about", Static).update(table.about())
        if self._keys_for != (table.total > 0, table.count > 0):
            self._keys_for = (table.total > 0, table.count > 0)
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys that need cases, or a chosen one, only where there are any."""
        del parameters
        has_cases, has_chosen = self._keys_for
        if action in ("filter", "sort"):
            return has_cases
        return has_chosen or action != "on_case"

    def on_screen_resume(self) -> None:
        """Look again at the cases that were open in the meantime."""
        self.look_again()

    def expect_change(self, case_id: str) -> None:
        """Look again at a case when this screen is seen again, however the case was opened."""
        self._stale.add(case_id)

    def look_again(self, *changed: str) -> None:
        """Show the cases that may have changed, and those that did, as they are now."""
        self._stale.update(changed)
        if self._table is None or not self._stale:
            return
        from assess.workflow.case import cases
        from assess.workflow.submission import sent

        desk = host(self).desk
        self._table.know_sent(sent.submissions(desk))
        stale, self._stale = self._stale, set()
        there = cases.cases(desk)
        self._table.take(there, choose=self._table.chosen)
        stale &= {case.id for case in there}  # one may have been erased
        self._table.learn(list(cases.listing(desk, stale)), is_last=True)
        self._announce(desk)
        self._show_state()
        self._table.focus()

    # What is typed and chosen

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Show what is chosen."""
        event.stop()
        self._show_state()

    def on_row_list_selected(self, event: RowList.Selected) -> None:
        """Open what is chosen."""
        event.stop()
        self._actions.carry_out("open")

    def on_row_list_title_clicked(self, event: RowList.TitleClicked) -> None:
        """Sort by a column."""
        event.stop()
        if self._table is not None:
            self._table.sort_by(event.key)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while typing."""
        event.stop()
        if self._table is not None:
            self._table.filter(event.value)
            self._show_state()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the filter to the cases."""
        event.stop()
        if self._table is not None:
            (self._table if self._table.count else event.input).focus()

    def on_key(self, event: Key) -> None:
        """Go down from the filter to the cases."""
        table = self._table
        if event.key == "down" and table is not None and table.count and not table.has_focus:
            event.stop()
            table.focus()

    def action_filter(self) -> None:
        """Narrow the cases by typing."""
        from assess.tui.widgets.text_input import Line

        if self._table is None:
            return
        if self._search is None:
            self._search = Line(placeholder=gettext("name, country, portfolio, date, expert …"))
            self._search.id = "filter"
            self.query_one("#cases").mount(self._search, before=self._table)
        self._search.add_class("-shown")
        self._search.focus()

    def action_clear(self) -> None:
        """Show all cases again."""
        if self._table is not None:
            if self._search is not None:
                self._search.remove_class("-shown")
                self._search.value = ""
            self._table.display = True
            self._table.focus()

    def action_sort(self, place: int) -> None:
        """Sort by a column; by the same one again: the other way round."""
        if self._table is not None:
            self._table.sort_by(place)

    def _is_ready(self) -> bool:
        """Tell whether something can be done with a case: for that the database has to be open."""
        return self._table is not None and host(self).is_open()

    def action_register(self) -> None:
        """Show the labels of the register."""
        if self._is_ready():
            host(self).open_register()

    def action_queue(self) -> None:
        """Show the cases at the secretariat."""
        if self._is_ready():
            host(self).open_queue()

    def action_on_case(self, command: str) -> None:
        """Carry out a command on the chosen case."""
        self._actions.carry_out(command)

    def _chosen_case(self) -> str | None:
        """Give the chosen case, which may have changed when this screen is seen again."""
        if not self._is_ready() or self._table is None:
            return None
        chosen = self._table.chosen if self._table.count else None
        if chosen is None:
            self.notify(gettext("There is no case here; + begins one."), markup=False)
        else:
            self._stale.add(chosen)
        return chosen

    def action_add(self) -> None:
        """Begin a case, or take one in."""
        from assess.tui.dialog.choose import ChooseScreen

        if not self._is_ready():
            return
        answers = [
            ("new", gettext("A new case")),
            ("file", gettext("A file that somebody sent, with a case or answers")),
        ]
        self.app.push_screen(ChooseScreen(gettext("What do you want to add?"), answers), self._add)

    def _add(self, what: str | None) -> None:
        match what:
            case "new":
                self._begin_case()
            case "file":
                self._take_in_file()
            case _:
                pass

    def _begin_case(self) -> None:
        from assess.tui.case.organisation import OrganisationScreen

        self.app.push_screen(OrganisationScreen(), self._begun)

    def _begun(self, case_id: str | None) -> None:
        self._announce(host(self).desk)
        if case_id is not None:
            self._added([case_id])
            host(self).open_interview(case_id)

    def _take_in_file(self) -> None:
        from assess.tui.case.import_form import FileImport

        FileImport(self, self._added).ask()

    def _added(self, case_ids: list[str]) -> None:
        from assess.workflow.case import cases

        if self._table is not None and case_ids:
            self._stale.update(case_ids)
            self._table.take(cases.cases(host(self).desk), choose=case_ids[0])
            self.look_again()


def _cases(shown: int, total: int) -> str:
    """Say how many cases there are, and how many of them the filter shows."""
    if shown == total:
        return ngettext("{count} case", "{count} cases", total)
    return ngettext("{shown} of {count} case", "{shown} of {count} cases", total, shown=shown)
