"""A window with an interview under the eyes of an oracle, which knows its keys and its screen.

Before each key the oracle notes at which question the cursor is and what stands in its field, and
after it what stands there then. So it can tell of every new entry of the history whether it was
typed in this window, at this question, and confirmed by this key.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.pilot import Pilot
from textual.screen import Screen

from assess.core.case.answer import Answer, AnswerValue
from assess.core.catalogue.answer_status import Status
from assess.store import Store
from assess.tui.case.card.question import Question
from assess.tui.case.fields.grid import GridField
from assess.tui.case.interview.interview import InterviewScreen
from assess.tui.dialog.choose import ChooseScreen
from assess.tui.frame.host import host
from assess.tui.widgets.options import Options
from tests.tui.interview_keys import settled

REMARKS = ("NoteScreen", "ReasonScreen", "NoAnswerScreen")
"""The dialogs that change something about an answer beside its value."""


class Shown(NamedTuple):
    """What a window shows of the question at the cursor."""

    question: str
    text: str
    """What stands in the field; nothing where it takes no text."""
    value: AnswerValue
    """What that means, if it is whole."""
    picks: tuple[AnswerValue, ...]
    """What one key can pick."""
    is_rated: bool
    """Whether each digit is a confirmed part of the answer, as in a grid."""


class WatchedWindow:
    """One window: takes keys, and tells which entries of the history follow from them."""

    def __init__(self, who: str, pilot: Pilot[None], case: str, question: str) -> None:
        """Watch the window in which somebody works; it opens a case at a question."""
        self.who, self._pilot = who, pilot
        self._case, self._question = case, question
        self.own: dict[str, str] = {}
        """What was typed here, by question, and may not be lost until it is an answer."""
        self._own_before: dict[str, str] = {}
        """The same before the last key: undoing confirms it and takes it back."""
        self._key = self._dialog = ""
        self._before: Shown | None = None
        self._after: Shown | None = None
        self._asked_about: tuple[Shown | None, ...] = ()
        """What was to be recorded when it was asked whose answer counts."""

    def __repr__(self) -> str:
        return f"{self.who}, {self._key} in {self._dialog or 'the interview'} at {self._before}"

    @property
    def screen(self) -> Screen[Any]:
        """What is shown."""
        return self._pilot.app.screen

    @property
    def interview(self) -> InterviewScreen | None:
        """The interview, also below a dialog; None once it was left."""
        held = self._pilot.app.screen_stack
        return next((screen for screen in held if isinstance(screen, InterviewScreen)), None)

    async def open(self) -> None:
        """Open the interview, if it is not open."""
        if self.interview is None:
            host(self._pilot.app).open_interview(self._case, self._question)
            await settled(self._pilot)

    async def press(self, key: str) -> None:
        """Press a key, and wait until all that follows from it is done."""
        await self.open()
        self._before, self._key = self._at_cursor(), key
        self._own_before = dict(self.own)
        names = [type(screen).__name__ for screen in self._pilot.app.screen_stack]
        name = next(name for name in reversed(names) if name != "HelpScreen")
        self._dialog = "" if name == "InterviewScreen" else name
        await self._pilot.press(key)
        await settled(self._pilot)
        question = self._before.question if self._before is not None else None
        self._after = self._at(question)
        if isinstance(self.screen, ChooseScreen) and self._dialog != "ChooseScreen":
            self._asked_about = (self._before, self._after)
        if self._before is not None and self._after is not None and not self._dialog:
            self._note(self._before, self._after)

    async def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller."""
        await self._pilot.resize_terminal(columns, lines)
        await settled(self._pilot)

    def _note(self, before: Shown, after: Shown) -> None:
        """Take note of what this key typed."""
        if after.text != before.text:
            self.own[after.question] = after.text

    def allows(self, entry: Answer, held: Answer) -> bool:
        """Tell whether an entry that follows `held` was confirmed by the last key, pressed here."""
        at = self._before.question if self._before is not None else None
        if entry.by != self.who:
            return False
        if entry.undo:
            return self._key == "u" and not self._dialog
        if self._dialog == "ChooseScreen":
            return any(_follows(entry, shown) for shown in self._asked_about)
        if (entry.value, entry.status) == (held.value, held.status):
            is_flag = self._key == "f" and not self._dialog
            return entry.question == at and (is_flag or self._dialog in REMARKS)
        if self._dialog == "NoAnswerScreen":
            return entry.question == at and entry.status is not Status.ANSWERED
        if self._dialog == "GoToScreen":  # going away confirms, as each way to leave a field does
            return self._is_typed_here(entry)
        if self._dialog:
            return False
        if self._is_match(entry, held):
            return True
        return _follows(entry, self._after) if self._is_rated() else self._is_confirmed(entry)

    def _is_match(self, entry: Answer, held: Answer) -> bool:
        """Tell whether Enter added the one that a search typed here had marked, as in countries."""
        shown = self._before
        if self._key != "enter" or shown is None or shown.question != entry.question:
            return False
        before = held.value if isinstance(held.value, list) else []
        is_one_more = isinstance(entry.value, list) and entry.value[:-1] == before
        typed = (self.own.get(entry.question), self._own_before.get(entry.question))
        return is_one_more and bool(shown.text) and shown.value is None and shown.text in typed

    def _is_rated(self) -> bool:
        return self._before is not None and self._before.is_rated

    def _is_confirmed(self, entry: Answer) -> bool:
        """Tell whether it was typed here or picked, or else given by Enter as it stood there."""
        shown = self._before
        if not _follows(entry, shown) or shown is None:
            return False
        return bool(shown.picks) or self._is_typed_here(entry) or self._key == "enter"

    def _is_typed_here(self, entry: Answer) -> bool:
        """Tell whether it says what was typed in this window, and still stands in the field."""
        shown = self._before
        if shown is None or not _follows(entry, shown):
            return False
        typed = (self.own.get(entry.question), self._own_before.get(entry.question))
        return shown.text in typed

    def settle(self, question: str) -> None:
        """Take note that what was typed has become an answer."""
        self.own.pop(question, None)

    def lost(self, store: Store) -> dict[str, str]:
        """Give what was typed here and is found neither as a draft nor as the answer."""
        interview = self.interview
        if interview is None:
            return {}
        session = interview.session
        drafts = store.drafts.in_window(self._case, session.window.name)
        held = store.assessment(self._case)
        texts = {name: text for name, text in self.own.items() if drafts.get(name, "") != text}
        return {
            name: text
            for name, text in texts.items()
            if session.posed(session.catalogue.questions[name]).read(text).value != held.value(name)
        }

    def _at_cursor(self) -> Shown | None:
        return self._at(self.interview.current if self.interview is not None else None)

    def _at(self, question: str | None) -> Shown | None:
        widget = self.interview.card.question(question) if self.interview and question else None
        return _shown(widget) if widget is not None else None


def _shown(widget: Question) -> Shown:
    field, entrance = widget.field, widget.field.entrance
    picks = (
        tuple(option.value for option in entrance.options) if isinstance(entrance, Options) else ()
    )
    text = field.text if field.takes_text else ""
    value = field.meaning().value if text else None
    return Shown(widget.posed.name, text, value, picks, isinstance(field, GridField))


def _follows(entry: Answer, shown: Shown | None) -> bool:
    """Tell whether an entry says what the window shows of its question."""
    if shown is None or entry.question != shown.question:
        return False
    if entry.status is Status.NOT_REACHED:
        return bool(shown.picks) or not shown.text
    if isinstance(entry.value, list) and shown.picks:
        return all(part in shown.picks for part in entry.value)
    return entry.value in shown.picks or entry.value == shown.value
