"""Asking: in which language the questions of an interview are shown, and how that is turned."""

from __future__ import annotations

from assess.languages import spoken_language
from assess.languages.language import ENGLISH, available
from assess.languages.speech import ask_in, asking_language
from assess.workflow.case.answering import asking_language as asking_language_of
from assess.workflow.case.interview.held_case import HeldCase


class QuestionLanguage:
    """Shows questions in the language of the case, or for a look in the other one."""

    def __init__(self, case: HeldCase) -> None:
        """Begin with the language in which the manager of the case is asked."""
        self._case = case
        self.is_turned = False
        """Whether the questions are shown in the other language."""
        self.renew()

    @property
    def code(self) -> str:
        """The language in which the manager is asked; English where it is not available here."""
        code = asking_language_of(self._case.assessment.case)
        return code if code in available() else ENGLISH

    @property
    def other(self) -> str | None:
        """The language to which the key turns: that of the interface, or else English."""
        spoken = spoken_language().code
        return next((each for each in (spoken, ENGLISH) if each != self.code), None)

    @property
    def name(self) -> str:
        """The name of the language in which questions are shown, in that language.

        Empty where it is the language of the interface and nothing was turned.
        """
        shown = asking_language()
        return shown.own_name if self.is_turned or shown != spoken_language() else ""

    def renew(self) -> None:
        """Show the questions as the case says now."""
        self.is_turned = self.is_turned and self.other is not None
        ask_in(self.other if self.is_turned else self.code)

    def turn(self) -> bool:
        """Turn to the other language, or back; tells whether there is another one."""
        if self.other is None:
            return False
        self.is_turned = not self.is_turned
        self.renew()
        return True

    def turn_back(self) -> None:
        """Show the questions in the language in which they are asked."""
        self.is_turned = False
        self.renew()

    def close(self) -> None:
        """Leave the choice to whoever asks next."""
        ask_in(None)
