"""The application: themes, the desk, the palette."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import Screen

from assess.errors import AssessError, DamagedStore
from assess.languages import gettext
from assess.tui.case.home import HomeScreen
from assess.tui.dialog.apart import Apart, Slow
from assess.tui.frame import loading
from assess.tui.frame.key_names import key_name
from assess.tui.frame.key_order import KeyTurns
from assess.tui.frame.keys import bound
from assess.tui.frame.theme import DARK, themes
from assess.tui.program.backups import RESTORING, back_up, rescue
from assess.tui.report.document_printing import DocumentPrinting, Telling

if TYPE_CHECKING:
    from datetime import date

    from assess.core.case.case_line import FirstList
    from assess.workflow import Desk
    from assess.workflow.program.backups import KeptBackup, Safe

JUST_TOLD = 0.5
"""For how many seconds what is told belongs to the screen that comes next."""


class AssessApp(App[None]):
    """The terminal interface."""

    TITLE = "assess"
    CSS_PATH = ["app.tcss", "case/home.tcss"]  # of the first screen Textual reads none
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("list_keys", "help_keys", show=True, priority=True),
        bound("open_document", "open_document"),
        Binding("ctrl+q", "quit", gettext("Quit"), show=False, id="leave"),
    ]

    activity: reactive[str] = reactive("")
    """What goes on in the background, in words."""

    def __init__(  # noqa: PLR0913  all that the command line knows
        self,
        open_desk: Callable[[], Desk],
        *,
        tokens: Mapping[str, str],
        templates: Path,
        case: str | None = None,
        synthetic_notice: bool = False,
        safe: Callable[[], Safe] | None = None,
        first_list: Callable[[], FirstList | None] | None = None,
        theme_file: Path | None = None,
        register_key: Path | None = None,
        warms_printer: bool = True,
        begins_with_queue: bool = False,
    ) -> None:
        """Make the interface; the desk is opened once the first screen is painted.

        `tokens` are the colours of the look by name; `case` is the id of a case to open at once;
        `safe` gives the file of the database as a whole, for its backups; `first_list` the cases
        to show before it is opened; `begins_with_queue` opens the cases at the secretariat.
        """
        super().__init__()
        self._begins_with_queue = begins_with_queue
        self._open = open_desk
        self._safe = safe
        self._first_list = first_list
        self._desk: Desk | None = None
        self._is_refused = False
        self._case = case
        self._turns = KeyTurns(self, self._deal_with)
        self.documents = DocumentPrinting(
            self,
            open_desk,
            templates,
            theme_file,
            Telling(self._show_activity, self.complain),
            warms=warms_printer,
        )
        self.theme_file = theme_file
        self.register_key = register_key
        self.synthetic_notice = synthetic_notice
        self.templates = templates
        self.is_leaving = False
        self._stop_heeding: Callable[[], None] = lambda: None
        self.previous_labels: dict[str, date] = {}
        self.is_shared = False
        self._told: list[tuple[float, Callable[[], None]]] = []
        """What was told since the screen changed, with the time."""
        for theme in themes(tokens):
            self.register_theme(theme)
        wished = os.environ.get("TEXTUAL_THEME", "").split(",")
        self.theme = next((name for name in wished if name in self.available_themes), DARK)

    # The desk

    @property
    def desk(self) -> Desk:
        """The open desk; who asks before it is open waits for it."""
        if not self.is_open() or self._desk is None:
            raise AssessError(gettext("The database is not open yet."))
        return self._desk

    def open_desk_apart(self) -> Desk:
        """Open a desk of its own for another thread, which closes it."""
        return self._open()

    def is_open(self) -> bool:
        """Tell whether the database is open; it is opened now, if that is still to come."""
        if self._desk is None and not self._is_refused:
            self._open_desk()
        return self._desk is not None

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
        if sys.platform != "win32":
            from assess.tui.frame.signals import Signals

            signals = Signals(self, self._close_files)
            signals.heed()
            self._stop_heeding = signals.close
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show the cases before all that opening the desk needs is loaded, if they can be read."""
        if self._first_list is None:
            self.is_open()  # a key that came first has opened it already
            return
        listed = self._first_list()
        if listed is not None:
            self._home.show_first(listed)
        self.call_after_refresh(self._load)

    @work
    async def _load(self) -> None:
        await asyncio.to_thread(loading.load)
        self.is_open()

    @property
    def _home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))

    def _open_desk(self) -> None:
        home = self._home
        try:
            self._desk = self._open()
        except AssessError as error:
            self._is_refused = True
            home.refuse(str(error))
            if isinstance(error, DamagedStore) and self._safe is not None:
                rescue(self, error, self._safe(), go_on=self._open_desk, give_up=home.refuse)
            return
        home.begin(self._desk)
        if self._safe is not None:
            back_up(self, self._safe(), complain=self.complain)
        if self._case is not None:
            self.open_interview(self._case)
        if self._begins_with_queue:
            self.open_queue()

    def on_unmount(self) -> None:
        """Close what was opened."""
        self._close_files()
        self._stop_heeding()
        if self._desk is not None and self._safe is not None:
            with suppress(AssessError):  # the next start makes it, or says why not
                self._safe().back_up_on_leaving()

    def _close_files(self) -> None:
        try:
            self.documents.close()
        finally:
            if self._desk is not None:
                self._desk.close()

    async def action_quit(self) -> None:
        """Leave; no key that was pressed afterwards counts any more."""
        self.is_leaving = True
        self.exit()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something in a corner; what is told while a screen leaves stays for the next one."""
        tell = partial(
            super().notify,
            message,
            title=title,
            severity=severity,
            timeout=timeout,
            markup=markup,
        )
        self._told.append((time(), tell))
        tell()

    def _change_screen(self, _screen: Screen[Any]) -> None:
        """Take away what was told before the screen changed; what is told on leaving it stays."""
        lately = [(at, tell) for at, tell in self._told if time() - at <= JUST_TOLD]
        if len(lately) < len(self._told):
            self._told = lately
            self.clear_notifications()
            for _, tell in lately:
                tell()

    async def on_event(self, event: events.Event) -> None:
        """Deal with keys in their order, each in its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._turns.take(event)
            return
        if isinstance(event, events.MouseDown):
            self._note_work()
        await super().on_event(event)

    @property
    def has_keys_waiting(self) -> bool:
        """Whether keys were pressed that are not dealt with yet."""
        return not self._turns.is_idle

    async def _deal_with(self, event: events.Key | events.Paste) -> None:
        """Deal with a key; drop one pressed before a dialog was seen, or after leaving."""
        if isinstance(event, events.Key) and (
            self.is_leaving or event.time < getattr(self.screen, "shown_at", 0.0)
        ):
            event.stop()
            return
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
        from assess.core.text.visible import visible

        self.notify(visible(text, lines=True), severity="warning", timeout=12, markup=False)

    def open_interview(self, case_id: str, question: str | None = None) -> None:
        """Open a case, at a question or where it was left."""
        from assess.tui.case.interview.interview import InterviewScreen
        from assess.workflow.case.cases import place_of

        place = place_of(self.desk, case_id)
        self._home.expect_change(case_id)
        self.push_screen(InterviewScreen(case_id, question or (place.question if place else None)))

    def action_help_keys(self) -> None:
        """List the keys of this screen, or leave the list."""
        from assess.tui.dialog.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_leave()
        else:
            self.push_screen(HelpScreen(self.screen))

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as they stand on the keyboard."""
        return key_name(binding)

    # Documents

    def ask_for_report(self, case_id: str) -> None:
        """Show what will be in the report; from there it is printed."""
        from assess.tui.report.report import ReportScreen

        self.push_screen(ReportScreen(case_id))

    def _show_activity(self, text: str) -> None:
        self.activity = text

    def open_register(self) -> None:
        """Show the labels of the register."""
        from assess.tui.register.register import RegisterScreen

        self.push_screen(RegisterScreen())

    def open_queue(self) -> None:
        """Show the cases at the secretariat, for its staff."""
        from assess.tui.submission.queue import QueueScreen

        self.push_screen(QueueScreen())

    def action_open_document(self) -> None:
        """Open the document printed last with the viewer of the system."""
        self.documents.open_newest()

    # The palette

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every action that has a key on the screen, then those of the terminal interface."""
        from assess.tui.dialog.palette import commands_on

        yield from commands_on(self, screen)
        if isinstance(screen, HomeScreen) and screen.check_action("on_case", ()):
            yield SystemCommand(
                gettext("Erase the case"),
                gettext("Erase the chosen case for good, after you see what goes and what stays"),
                partial(screen.action_on_case, "erase"),
            )
        if self._safe is not None:
            yield SystemCommand(
                gettext("Backups"),
                gettext("Show or restore the daily backups, or copy the database to a file"),
                self._show_backups,
            )

    def _show_backups(self) -> None:
        from assess.tui.program.backups import show_backups

        if self._safe is not None:
            is_home = isinstance(self.screen, HomeScreen)
            show_backups(self, self._safe(), self._restore if is_home else None)

    def _restore(self, backup: KeptBackup) -> None:
        """Put a backup in the place of the database, which is closed meanwhile, and go on."""
        if self._desk is None or self._safe is None:
            return
        home, put = self._home, partial(self._safe().restore, backup.path)
        home.refuse(RESTORING)
        self._desk.close()
        self._desk, self._is_refused = None, True

        def go_on(kept: Path | None) -> None:
            self._is_refused = False
            self._open_desk()
            if kept is not None:
                self.notify(
                    gettext("The database before it is kept in {path}.", path=kept),
                    title=gettext("The backup is restored"),
                    timeout=15,
                    markup=False,
                )

        def failed(error: AssessError) -> None:
            go_on(None)
            self.complain(str(error))

        Apart(self, Slow(RESTORING, put, go_on), failed)

    def action_command_palette(self) -> None:
        """Open the palette, in words of the language that is spoken."""
        from assess.tui.dialog.palette import open_commands

        if self.use_command_palette:
            open_commands(self)

    def search_themes(self) -> None:
        """Offer the themes in a palette."""
        from assess.tui.dialog.palette import open_themes

        open_themes(self)

    def action_help_quit(self) -> None:
        """Say how to leave: many a person presses Ctrl+C for it, which copies."""
        self.notify(
            gettext("Ctrl+Q leaves this screen; in the list of cases it quits the program."),
            title=gettext("Do you want to quit?"),
            markup=False,
        )
