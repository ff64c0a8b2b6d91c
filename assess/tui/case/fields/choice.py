"""The fields answered by one key: choices, scales and yes-partly-no."""

from __future__ import annotations

from textual.app import ComposeResult

from assess.core.case.answer import AnswerValue
from assess.core.case.question_state import QuestionState
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.question import (
    YES_PARTLY_NO,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    YesPartlyNoQuestion,
)
from assess.tui.case.fields.field import Field
from assess.tui.widgets.options import Option, Options


class ChoiceField(Field):
    """One of several choices, a level of a scale, or yes, partly, no."""

    takes_text = False

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._options = self._make_options()
        self.display_state()

    def _make_options(self) -> Options:
        question = self.posed.question
        return Options(_options(question), is_inline=isinstance(question, YesPartlyNoQuestion))

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

    def pending(self) -> None:
        """Nothing is ever pending: one key is the whole answer."""

    def display_state(self) -> None:
        """Show which option is the answer."""
        has_value = self.posed.answer.status in (Status.ANSWERED, Status.IMPLAUSIBLE)
        self._options.choose(self._chosen() if has_value else [])

    def _chosen(self) -> list[AnswerValue]:
        return [self.posed.value]

    def on_options_picked(self, event: Options.Picked) -> None:
        """Give the picked option."""
        event.stop()
        self._give(event.option)

    def _give(self, option: Option) -> None:
        self.post_message(self.Given(self.posed.name, option.value, option.words))

    def on_options_emptied(self, event: Options.Emptied) -> None:
        """Take the answer back."""
        event.stop()
        self.post_message(self.Cleared(self.posed.name))

    def enter(self) -> bool:
        """Pick the option to which the cursor was moved."""
        self._options.pick_moved()
        return False


def _options(question: object) -> tuple[Option, ...]:
    match question:
        case ScaleQuestion(anchors=anchors):
            return tuple(Option(str(at), at, str(words)) for at, words in enumerate(anchors))
        case SelectOneQuestion(choices=choices) | SelectMultipleQuestion(choices=choices):
            return tuple(
                Option(str(at), one.name, str(one.label)) for at, one in enumerate(choices, start=1)
            )
        case _:
            return tuple(Option(word[0], word, word) for word in YES_PARTLY_NO)


class SeveralField(ChoiceField):
    """Any number of choices from a short list; none at all is an answer too."""

    def __init__(self, posed: QuestionState) -> None:
        """Show a question as it stands."""
        super().__init__(posed)
        self._on_their_way: list[AnswerValue] = []
        """Answers given and not shown back yet: keys come faster than they are saved."""

    def _make_options(self) -> Options:
        none = Option("0", None, "none of these")
        return Options((*_options(self.posed.question), none), marks="□■")

    def enter(self) -> bool:
        """Do nothing: Space and digits pick, since several can be picked."""
        return False

    def _chosen(self) -> list[AnswerValue]:
        value = self.posed.value
        return (value or [None]) if isinstance(value, list) else []

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now; picks that are still on their way count already."""
        if self._on_their_way and posed.value == self._on_their_way[0]:
            self._on_their_way.pop(0)
        else:
            self._on_their_way.clear()
        super().show(posed)

    def _give(self, option: Option) -> None:
        """Add an option to the answer, or take it out."""
        last = self._on_their_way[-1] if self._on_their_way else self.posed.value
        held = last if isinstance(last, list) else []
        value: list[AnswerValue] = []
        if option.value in held:
            value = [one for one in held if one != option.value]
        elif option.value is not None:
            names = [one.value for one in self._options.options]
            value = sorted([*held, option.value], key=names.index)
        is_cleared = not value and option.value is not None
        self._on_their_way.append(None if is_cleared else value)
        if is_cleared:
            self.post_message(self.Cleared(self.posed.name))
        else:
            self.post_message(self.Given(self.posed.name, value, option.words))
