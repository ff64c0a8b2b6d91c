"""The field of several choices from a short list."""

from __future__ import annotations

from textual.app import ComposeResult

from assess.core.case.answer import AnswerValue
from assess.core.case.question_state import QuestionState
from assess.core.catalogue.answer_status import Status
from assess.languages import gettext
from assess.tui.case.fields.choice import options_of
from assess.tui.case.fields.field import Field
from assess.tui.widgets.options import Option, Options

NONE = Option("0", None, gettext("none of these"))


class SeveralField(Field):
    """Any number of choices from a short list; none at all is an answer too."""

    takes_text = False

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._options = Options((*options_of(posed.question), NONE), marks="□■")
        self._on_their_way: list[AnswerValue] = []
        """Answers given and not shown back yet: keys come faster than they are saved."""
        self.display_state()

    def compose(self) -> ComposeResult:
        """Lay out the options."""
        yield self._options

    @property
    def entrance(self) -> Options:
        """Where the focus goes first."""
        return self._options

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now; picks that are still on their way count already."""
        if self._on_their_way and posed.value == self._on_their_way[0]:
            self._on_their_way.pop(0)
        else:
            self._on_their_way.clear()
        self.posed = posed
        self.display_state()

    def pending(self, *, is_confirmed: bool = False) -> None:
        """Nothing is ever pending: each key gives a whole answer."""

    def display_state(self) -> None:
        """Show which options are the answer."""
        has_value = self.posed.answer.status in (Status.ANSWERED, Status.IMPLAUSIBLE)
        self._options.choose(self._chosen() if has_value else [])

    def _chosen(self) -> list[AnswerValue]:
        value = self.posed.value
        return (value or [NONE.value]) if isinstance(value, list) else []

    def on_options_picked(self, event: Options.Picked) -> None:
        """Add an option to the answer, or take it out."""
        event.stop()
        option = event.option
        last = self._on_their_way[-1] if self._on_their_way else self.posed.value
        held = last if isinstance(last, list) else []
        value: list[AnswerValue] = []
        if option.value in held:
            value = [name for name in held if name != option.value]
        elif option.value is not None:
            names = [offered.value for offered in self._options.options]
            value = sorted([*held, option.value], key=names.index)
        is_cleared = not value and option.value is not None
        self._on_their_way.append(None if is_cleared else value)
        if is_cleared:
            self.post_message(self.Cleared(self.posed.name))
        else:
            self.post_message(self.Given(self.posed.name, value, option.words))

    def on_options_emptied(self, event: Options.Emptied) -> None:
        """Take the answer back."""
        event.stop()
        self.post_message(self.Cleared(self.posed.name))

    def enter(self) -> bool:
        """Do nothing: Space and digits pick, since several can be picked."""
        return False
