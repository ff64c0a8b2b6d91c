"""Asks why a question has no answer: one key opens it, one key chooses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from assess.core.case.answer import Answer
from assess.core.case.checking import reason_fault
from assess.core.case.reading.day import read_day
from assess.core.catalogue.answer_status import CHOSEN_BY_EXPERT, WITH_REASON, Status
from assess.core.text.value import Wording
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.tui.dialog.dialog import Dialog
from assess.tui.frame.keys import OPTION, bound
from assess.tui.widgets.options import Option, Options
from assess.tui.widgets.screen_frame import KeyBar
from assess.tui.widgets.text_input import Line

LAST = (Status.DONT_KNOW, Status.REFUSED, Status.NOT_REACHED)
"""Statuses that stand behind the others, so that they are not the first that comes to mind."""

_KEYS = {
    Status.NOT_APPLICABLE: "a",
    Status.FOLLOW_UP: "f",
    Status.DONT_KNOW: "d",
    Status.REFUSED: "r",
    Status.IMPLAUSIBLE: "i",
    Status.ADDED_LATER: "l",
    Status.NOT_REACHED: "0",
}


class NoAnswer(NamedTuple):
    """Why there is no answer."""

    status: Status
    reason: str = ""
    follow_up_by: date | None = None


class NoAnswerScreen(Dialog[NoAnswer | None]):
    """The statuses by key, then a reason or a day where one is needed; gives them, or None.

    Esc goes back by a step: from the reason to the statuses, from those to the question.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("back", "leave", show=True),
        bound("leave", "leave"),
        # with priority, so that what is typed next finds the line that the key has opened
        *(
            Binding(key, f"pick('{key}')", show=False, priority=True, id=OPTION)
            for key in _KEYS.values()
        ),
    ]
    CSS_PATH = "dialogs.tcss"

    def __init__(
        self, label: str, answer: Answer, words: Mapping[str, Wording], today: date
    ) -> None:
        """Ask about a question; `words` are those of the statuses."""
        super().__init__()
        self._label = label
        self._answer = answer
        self._words = words
        self._today = today
        self._status: Status | None = None
        self._options = Options(self._offered(), claims_keys=False)
        self._line = Line(classes="-hidden")

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        with Vertical(classes="aside"):
            yield Static(self._label, markup=False, classes="aside-label")
            yield Static(gettext("No answer, because …"), markup=False, classes="aside-title")
            yield self._options
            yield self._line
            yield Static("", markup=False, classes="aside-fault")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        if self._answer.status is not Status.NOT_REACHED:
            self._options.choose([self._answer.status.value])
        self.set_focus(self._options)

    def _offered(self) -> tuple[Option, ...]:
        has_value = self._answer.value is not None
        offered = [
            status for status in CHOSEN_BY_EXPERT if status is not Status.IMPLAUSIBLE or has_value
        ]
        return tuple(self._option(status) for status in sorted(offered, key=LAST.__contains__))

    def _option(self, status: Status) -> Option:
        words = say(self._words[status.value])
        if status is Status.NOT_REACHED:
            words = gettext("{status} – no answer yet", status=words)
        elif status in WITH_REASON:
            words = gettext("{status} – with a reason", status=words)
        elif status is Status.FOLLOW_UP:
            words = gettext("{status} – by a day", status=words)
        return Option(_KEYS[status], status.value, words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take keys for options only as long as these are offered and nothing is typed."""
        return action != "pick" or self._option_of(parameters[0]) is not None

    def _option_of(self, key: object) -> Option | None:
        if self._status is not None:
            return None
        return next((option for option in self._options.options if option.key == key), None)

    def action_pick(self, key: str) -> None:
        """Take the option of a key."""
        if (option := self._option_of(key)) is not None:
            self._take(option)

    @on(Options.Picked)
    def _picked(self, event: Options.Picked) -> None:
        event.stop()
        self._take(event.option)

    def _take(self, option: Option) -> None:
        self._status = Status(str(option.value))
        if self._status in WITH_REASON:
            self._ask(gettext("the reason"), self._answer.reason or "")
        elif self._status is Status.FOLLOW_UP:
            by = self._answer.follow_up_by
            self._ask(gettext("the day, such as 2026-12-01; empty if it is open"), f"{by or ''}")
        else:
            self.dismiss(NoAnswer(self._status))

    def _ask(self, placeholder: str, text: str) -> None:
        line = self._line
        line.placeholder = placeholder
        line.value = text
        line.remove_class("-hidden")
        self.set_focus(line)
        status = say(self._words[str(self._status)])
        self._say(
            gettext("{status}: {what_is_asked}", status=status, what_is_asked=placeholder),
            is_fault=False,
        )

    @on(Line.Submitted)
    def _entered(self, event: Line.Submitted) -> None:
        text = event.value.strip()
        if self._status is Status.FOLLOW_UP:
            reading = read_day(text, MONTH_WORDS, self._today)
            if text and reading.day is None:
                self._say(say(reading.beside))
            else:
                self.dismiss(NoAnswer(Status.FOLLOW_UP, follow_up_by=reading.day))
        elif self._status is None:
            return
        elif not text:
            self._say(gettext("Give a reason in a few words."))
        elif (fault := reason_fault(text)) is not None:
            self._say(say(fault))
        else:
            self.dismiss(NoAnswer(self._status, reason=text))

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        if self._status is Status.FOLLOW_UP and event.value.strip():
            reading = read_day(event.value, MONTH_WORDS, self._today)
            self._say(f"= {say(reading.echo)}" if reading.day else "", is_fault=False)

    def _say(self, text: str, *, is_fault: bool = True) -> None:
        style = "$warning" if is_fault else "$text-muted"
        sign = "! " if is_fault and text else ""
        self.query_one(".aside-fault", Static).update(Content.styled(f"{sign}{text}", style))

    def action_leave(self) -> None:
        """Go back from the reason to the statuses, or leave the question as it is."""
        if self._status is None:
            self.dismiss(None)
            return
        self._status = None
        self._line.add_class("-hidden")
        self._say("")
        self.set_focus(self._options)
