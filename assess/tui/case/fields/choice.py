"""The fields answered by one key: choices, scales and yes-partly-no."""

from __future__ import annotations

from textual.app import ComposeResult

from assess.core.case.question_state import QuestionState
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.question import (
    YES_PARTLY_NO,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    YesPartlyNoQuestion,
)
from assess.languages import gettext
from assess.languages.message import asked
from assess.tui.case.fields.field import Field
from assess.tui.widgets.options import Option, Options

_WORDS = {"yes": gettext("yes"), "partly": gettext("partly"), "no": gettext("no")}


class ChoiceField(Field):
    """One of several choices, a level of a scale, or yes, partly, no."""

    takes_text = False

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        is_inline = isinstance(posed.question, YesPartlyNoQuestion)
        self._options = Options(options_of(posed.question), is_inline=is_inline)
        self.display_state()

    def compose(self) -> ComposeResult:
        """Lay out the options."""
        yield self._options

    @property
    def entrance(self) -> Options:
        """Where the focus goes first."""
        return self._options

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now."""
        self.posed = posed
        self.display_state()

    def pending(self, *, is_confirmed: bool = False) -> None:
        """Nothing is ever pending: one key is the whole answer."""

    def display_state(self) -> None:
        """Show which option is the answer."""
        has_value = self.posed.answer.status in (Status.ANSWERED, Status.IMPLAUSIBLE)
        self._options.choose([self.posed.value] if has_value else [])

    def on_options_picked(self, event: Options.Picked) -> None:
        """Give the picked option."""
        event.stop()
        option = event.option
        self.post_message(self.Given(self.posed.name, option.value, option.words))

    def on_options_emptied(self, event: Options.Emptied) -> None:
        """Take the answer back."""
        event.stop()
        self.post_message(self.Cleared(self.posed.name))

    def enter(self) -> bool:
        """Pick the option to which the cursor was moved."""
        self._options.pick_moved()
        return False


def options_of(question: object) -> tuple[Option, ...]:
    """Give the options of a question, each with the key that picks it."""
    match question:
        case ScaleQuestion(anchors=anchors):
            return tuple(Option(str(at), at, asked(words)) for at, words in enumerate(anchors))
        case SelectOneQuestion(choices=choices) | SelectMultipleQuestion(choices=choices):
            return tuple(
                Option(str(at), choice.name, asked(choice.label))
                for at, choice in enumerate(choices, start=1)
            )
        case _:
            return tuple(Option(word[0], word, _WORDS[word]) for word in YES_PARTLY_NO)
