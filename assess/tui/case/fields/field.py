"""What all fields share: they show an answer, keep what is typed and say when it is whole."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Vertical
from textual.events import DescendantBlur
from textual.message import Message
from textual.widget import Widget

from assess.core.case.answer import AnswerValue
from assess.core.case.question_state import QuestionState
from assess.core.case.reading.outcome import Reading
from assess.languages.message import say


class Field(Vertical):
    """Where the answer to one question is given."""

    takes_text: ClassVar[bool] = True
    """Whether something can be typed that is no answer yet."""

    class Given(Message):
        """An answer was given; `text` is how it was typed."""

        def __init__(self, question: str, value: AnswerValue, text: str) -> None:
            super().__init__()
            self.question, self.value, self.text = question, value, text

    class Typed(Message):
        """Something is being typed that does not count yet."""

        def __init__(self, question: str, text: str) -> None:
            super().__init__()
            self.question, self.text = question, text

    class Misread(Message):
        """What was typed cannot be an answer, or not yet; it stays as it is."""

        def __init__(self, question: str, text: str, fault: str) -> None:
            super().__init__()
            self.question, self.text, self.fault = question, text, fault

    class Cleared(Message):
        """The answer was taken back."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def __init__(self, posed: QuestionState, classes: str = "") -> None:
        """Show a question as it stands."""
        super().__init__(classes=classes, disabled=posed.not_asked is not None)
        self.posed = posed
        self._told = ""
        """What was typed when it was told last."""
        self._is_untold = False
        """Whether something was typed since the question was last shown or its answer told."""

    @property
    def entrance(self) -> Widget:
        """Where the focus goes first."""
        return self

    @property
    def text(self) -> str:
        """What is typed, in the form in which a draft is kept; empty when nothing is."""
        return ""

    def meaning(self) -> Reading:
        """Tell what the typed text means: a value, a fault, or neither while it is not whole."""
        return self.posed.read(self.text)

    def display_state(self) -> None:
        """Show the draft, or else the answer, of the question as it is posed now."""

    def show(self, posed: QuestionState) -> None:
        """Show the question as it stands now.

        What is typed stays as it is, unless the answer has changed and is not what it means.
        """
        held, before = posed.answer, self.posed.answer
        is_dropped = posed.draft is None and self.posed.draft == self.text != ""
        is_elsewhere = posed.draft is not None and posed.draft not in (
            self.posed.draft,
            self.text,
        )
        self.posed = posed
        if is_elsewhere and not self._is_untold:
            self.reset()
        elif (held.value, held.status) != (before.value, before.status):
            if not self.text or self.meaning().value != posed.value:
                self.display_state()
            self._told, self._is_untold = self.text, False
        elif is_dropped:  # as where it is said that there is no answer, which it was already
            self.reset()

    @property
    def has_untold(self) -> bool:
        """Whether something is typed that was not told yet."""
        return self._is_untold or self.text != self._told

    def reset(self) -> None:
        """Show the draft, or else the answer, whatever is typed."""
        self.display_state()
        self._told, self._is_untold = self.text, False

    def pending(self, *, is_confirmed: bool = False) -> Given | Misread | Cleared | None:
        """Give what was typed here and not told yet; None when there is nothing.

        What stands here since another time is only offered: it is told once it `is_confirmed`.
        """
        text = self.text
        if not self.has_untold and not (is_confirmed and self.posed.draft is not None):
            return None
        self._told, self._is_untold = text, False
        name = self.posed.name
        if not text:
            return self.Cleared(name)
        reading = self.meaning()
        if reading.value is None:
            return self.Misread(name, text, say(reading.fault or ""))
        return self.Given(name, reading.value, text)

    def tell(self) -> None:
        """Tell what is typed, because the expert goes on or the field is left."""
        message = self.pending()
        if message is not None:
            self.post_message(message)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Tell what is typed when the focus leaves the field, unless it leaves the program."""
        focused = self.screen.focused
        if self.app.app_focus and (focused is None or self not in focused.ancestors):
            self.tell()

    def told_typing(self) -> None:
        """Tell what is being typed, if it is anything new."""
        if self.text != self._told:
            self._told, self._is_untold = self.text, True
            self.post_message(self.Typed(self.posed.name, self.text))

    def step(self) -> bool:
        """Do what Tab does within the field; tells whether there was something to do."""
        return False

    def enter(self) -> bool:
        """Do what Enter does within the field; tells whether there was something to do."""
        return self.step()
