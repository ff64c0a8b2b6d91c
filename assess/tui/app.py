"""The application: themes, the desk, documents printed in the background, the palette."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen

from assess.errors import AssessError, DamagedStore
from assess.tui.ending import heed_signals
from assess.tui.keys import key_name
from assess.tui.safekeeping import back_up, rescue
from assess.tui.screens.home import HomeScreen
from assess.tui.theme import DARK, themes

if TYPE_CHECKING:
    from datetime import date

    from textual.dom import DOMNode

    from assess.workflow import Desk
    from assess.workflow.safekeeping import Safe

JUST_TOLD = 0.5
"""For how many seconds what is told belongs to the screen that comes next."""


class AssessApp(App[None]):
    """The terminal interface."""

    TITLE = "assess"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # of the first screen Textual reads none
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help_keys", "Help", key_display="?"),
        Binding("ctrl+q", "quit", "Quit", show=False),
        Binding("ctrl+o", "open_document", "Open the document printed last", show=False),
    ]

    activity: reactive[str] = reactive("")
    """What goes on in the background, in words."""

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        *,
        tokens: Mapping[str, str],
        templates: Path,
        case: str | None = None,
        synthetic_notice: bool = False,
        safe: Callable[[], Safe] | None = None,
    ) -> None:
        """Make the interface; the desk is opened once the first screen is painted.

        `tokens` are the colours of the look by name; `case` is the id of a case to open at once;
        `safe` gives the file of the database as a whole, for its backups.
        """
        super().__init__()
        self._open = open_desk
        self._safe = safe
        self._desk: Desk | None = None
        self._case = case
        self._printing = 0
        self.synthetic_notice = synthetic_notice
        self.templates = templates
        self.document: Path | None = None
        self.is_leaving = False
        self.previous_labels: dict[str, date] = {}
        self.is_shared = False
        for theme in themes(tokens):
            self.register_theme(theme)
        wished = os.environ.get("TEXTUAL_THEME", "").split(",")
        self.theme = next((one for one in wished if one in self.available_themes), DARK)

    # The desk

    @property
    def desk(self) -> Desk:
        """The open desk."""
        if self._desk is None:
            raise AssessError("The database is not open yet.")
        return self._desk

    @property
    def desk_if_open(self) -> Desk | None:
        """The desk, once it is open."""
        return self._desk

    def get_default_screen(self) -> HomeScreen:
        """Begin with the cases."""
        return HomeScreen(synthetic=self.synthetic_notice)

    def on_ready(self) -> None:
        """Open the desk once the first screen is painted."""
        self.screen_change_signal.subscribe(self, self._change_screen)
        heed_signals(self, self._end_at_once)
        self.call_after_refresh(self._open_desk)

    def _end_at_once(self) -> None:
        self.is_leaving = True
        self.exit()

    @property
    def _home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))

    def _open_desk(self) -> None:
        home = self._home
        try:
            self._desk = self._open()
        except AssessError as error:
            home.refuse(str(error))
            if isinstance(error, DamagedStore) and self._safe is not None:
                rescue(self, error, self._safe(), go_on=self._open_desk, give_up=home.refuse)
            return
        home.begin(self._desk)
        if self._safe is not None:
            back_up(self, self._safe(), complain=self.complain)
        if self._case is not None:
            self.open_interview(self._case)

    def on_unmount(self) -> None:
        """Close what was opened."""
        if self._desk is not None:
            self._desk.close()
            if self._safe is not None:
                with suppress(AssessError):  # the next start makes it, or says why not
                    self._safe().back_up_on_leaving()

    async def action_quit(self) -> None:
        """Leave; no key that was pressed afterwards counts any more."""
        self.is_leaving = True
        self.exit()

    def _change_screen(self, _: Screen[Any]) -> None:
        """Take away what was told before the screen changed; what is told on leaving it stays."""
        for one in list(self._notifications):
            if time() - one.raised_at > JUST_TOLD:
                self._unnotify(one)

    async def on_event(self, event: events.Event) -> None:
        """Drop keys that were pressed before a dialog was seen, or after leaving."""
        if isinstance(event, events.Key) and (
            self.is_leaving or event.time < getattr(self.screen, "shown_at", 0.0)
        ):
            event.stop()
            return
        if isinstance(event, events.Key | events.MouseDown | events.Paste):
            self._note_work()
        await super().on_event(event)

    def _note_work(self) -> None:
        """Tell the screens that keep the time that somebody works, unless it is stopped."""
        if not getattr(self.screen, "stops_time", False):
            for screen in self.screen_stack:
                note_work: Callable[[], None] | None = getattr(screen, "note_work", None)
                if note_work is not None:
                    note_work()

    # What every screen may ask for

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Do something that may be refused; say why if it is. Tells whether it was done."""
        try:
            act()
        except AssessError as error:
            self.complain(str(error))
            return False
        return True

    def complain(self, text: str) -> None:
        """Say what could not be done."""
        from assess.core.visible import visible

        self.notify(visible(text, lines=True), severity="warning", timeout=12, markup=False)

    def open_interview(self, case_id: str, question: str | None = None) -> None:
        """Open a case, at a question or where it was left."""
        from assess.tui.screens.interview import InterviewScreen
        from assess.workflow.cases import place_of

        place = place_of(self.desk, case_id)
        self.push_screen(InterviewScreen(case_id, question or (place.question if place else None)))

    def action_help_keys(self) -> None:
        """List the keys of this screen."""
        from assess.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as they stand on the keyboard."""
        return key_name(binding)

    # Documents

    def ask_for_report(self, case_id: str) -> None:
        """Ask where the report goes, then print it."""
        from assess.tui.documents import ask_for_target
        from assess.workflow.cases import assessment_of

        case = assessment_of(self.desk, case_id).case
        ask_for_target(self, case, "report", partial(self.print_report, case_id))

    def print_report(self, case_id: str, target: Path) -> None:
        """Print the report of a case in the background."""
        from assess.workflow import reporting
        from assess.workflow.cases import assessment_of

        report = reporting.draft_report(self.desk, assessment_of(self.desk, case_id))
        self._begin_printing(
            "report", partial(reporting.write_report, report, self.templates), target
        )

    def print_award_record(self, case_id: str, target: Path) -> None:
        """Print the award record of a case in the background."""
        from assess.workflow import reporting
        from assess.workflow.cases import assessment_of
        from assess.workflow.labelling import label_of
        from assess.workflow.publication import with_page_code

        assessment = assessment_of(self.desk, case_id)
        record = reporting.draft_award_record(self.desk, assessment)
        record = with_page_code(self.desk, record, label_of(self.desk, assessment))
        self._begin_printing(
            "award record", partial(reporting.write_award_record, record, self.templates), target
        )

    def print_in_background(self, what: str, write: Callable[[Path], None], target: Path) -> None:
        """Print a document away from the main thread, and tell when it is there."""
        self._begin_printing(what, write, target)

    def open_register(self) -> None:
        """Show the labels of the register."""
        from assess.tui.screens.register import RegisterScreen

        self.push_screen(RegisterScreen())

    def _begin_printing(self, what: str, write: Callable[[Path], None], target: Path) -> None:
        self._printing += 1
        self.activity = f"printing the {what} …"
        self._print_in_thread(what, write, target)

    @work(thread=True, group="printing")
    def _print_in_thread(self, what: str, write: Callable[[Path], None], target: Path) -> None:
        """Print away from the main thread: the interface stays free, the desk stays here."""
        fault = ""
        try:
            write(target)
        except AssessError as error:
            fault = str(error)
        self.call_from_thread(self._printed, what, target, fault)

    def _printed(self, what: str, target: Path, fault: str) -> None:
        self._printing -= 1
        if not self._printing:
            self.activity = ""
        if fault:
            self.complain(f"The {what} was not printed: {fault}")
            return
        self.document = target
        self.notify(
            f"The {what} is in {target}\nCtrl+O opens it.",
            timeout=15,
            markup=False,
            title="Printed",
        )

    def action_open_document(self) -> None:
        """Open the document printed last with the viewer of the system."""
        from assess.tui.documents import view

        if self.document is None:
            self.complain("Nothing was printed in this run yet.")
        else:
            self.attempt(partial(view, self.document))

    # The palette

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every action that has a key on the screen, then those of the terminal interface."""
        seen = set()
        for node, binding, enabled, tooltip in screen.active_bindings.values():
            name = binding.description
            if not name or not enabled or binding.system or name in seen or _edits(node):
                continue
            seen.add(name)
            shown = tooltip or f"Key {self.get_key_display(binding)}"
            yield SystemCommand(name, shown, partial(self.run_action, binding.action, node))
        for command in super().get_system_commands(screen):
            if command.title in {"Theme", "Screenshot"}:
                yield command


def _edits(node: DOMNode) -> bool:
    """Tell whether a widget's keys are those of moving and editing, which need no command."""
    return not isinstance(node, Screen | App)
