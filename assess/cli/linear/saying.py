"""What the interview line by line says: sentences, refusals, what became of an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assess.cli.case.consequences import doubts_in_words
from assess.cli.command.output import say, wrapped
from assess.cli.linear import wording
from assess.cli.linear.entries import entry_for
from assess.cli.linear.entry import Entry
from assess.cli.linear.held import Held
from assess.cli.linear.lines import Lines
from assess.core.case.answer import AnswerValue
from assess.core.case.answer_text import in_words
from assess.core.case.assessment import Assessment
from assess.core.case.checking import Finding
from assess.core.catalogue.indicator import Indicator
from assess.workflow.case.interview.held_case import REASON
from assess.workflow.case.interview.session import Overtaken


class Wanted(NamedTuple):
    """A line that is expected aside of the answer: a reason, a day, a choice."""

    prompt: str
    hear: Callable[[str], None]
    """Takes the line, which says something."""
    kept_as: str | None = None
    """Under which name it is kept while it is typed."""
    passes_on: bool = False
    """Whether Enter alone goes on to the next question, and not back to the same one."""


class Saying:
    """A case, the question that is asked, and what is said about it."""

    def __init__(self, held: Held, lines: Lines) -> None:
        """Take a case, at its first question."""
        self.held, self.lines = held, lines
        self.name = next(iter(held.catalogue.questions))
        self.entry: Entry = self.new_entry()
        self.wanted: Wanted | None = None
        self.untaken = 0
        """How many lines were not taken."""

    @property
    def indicator(self) -> Indicator:
        """The indicator whose question is asked."""
        return self.held.catalogue.indicator_of(self.name)

    def new_entry(self) -> Entry:
        """Give the way in which the question is answered, as the case stands."""
        held = self.held
        return entry_for(
            held.question(self.name),
            held.answer(self.name).value,
            held.typed.drafts.get(self.name),
            held.assessment,
            held.catalogue,
        )

    def tell(self, lines: Iterable[str] | str, indent: int = 0) -> None:
        """Say something, broken into lines."""
        for line in [lines] if isinstance(lines, str) else lines:
            say(wrapped(line, indent + _hanging(line), first=" " * indent))

    def refuse(self, why: str) -> None:
        """Say why a line was not taken."""
        self.untaken += 1
        self.tell(f"Not taken: {why.rstrip('.')}.")

    def give(self, value: AnswerValue, text: str) -> bool:
        """Give an answer and say what came of it; tells whether it was saved."""
        kept, before = self.entry.kept(text), self.held.assessment
        self.entry.begun = self.entry.offered(text)  # in case it is not taken
        hard = self.held.give(self.name, value, kept)
        return self.said_back(before, hard, asks_why=True)

    def said_back(
        self, before: Assessment, hard: Sequence[Finding] = (), *, asks_why: bool = False
    ) -> bool:
        """Say what became of a change that `hard` stood against; tells whether it was saved."""
        held, name = self.held, self.name
        if hard:
            self.refuse("; ".join(map(str, hard)))
            return False
        posed = held.put(name)
        said = in_words(posed.question, posed.answer, held.catalogue)
        self.tell(f"Saved, {wording.place(name, held.catalogue)}: {said}.")
        self.tell(doubts_in_words(name, before, held.assessment, held.catalogue))
        if posed.findings and asks_why and not posed.answer.reason:
            self.tell(wording.doubtful(posed.findings, None))
        if asks_why and not posed.answer.reason and _is_unusual(posed.findings):
            self.want(
                "Why is it right? Enter alone leaves that open: ",
                self._reason,
                kept_as=name + REASON,
                passes_on=True,
            )
        return True

    def say_overtaken(self, overtaken: Overtaken) -> None:
        """Say that somebody else answered meanwhile, and what."""
        theirs = overtaken.theirs
        said = in_words(self.held.question(theirs.question), theirs, self.held.catalogue)
        self.refuse(
            f"{overtaken}; it is now: {said}. Give yours again to replace it, or press Enter to "
            "leave it"
        )

    def _reason(self, text: str) -> None:
        self.held.reason(self.name, text)
        self.tell(f"Reason saved: {text}")

    def want(
        self,
        prompt: str,
        hear: Callable[[str], None],
        *,
        kept_as: str | None = None,
        passes_on: bool = False,
    ) -> None:
        """Ask for one line aside of the answer."""
        self.wanted = Wanted(prompt, hear, kept_as, passes_on)


def _is_unusual(findings: Sequence[Finding]) -> bool:
    return any(one.kind == "soft" for one in findings)


def _hanging(line: str) -> int:
    """Give by how much the further lines of an option are indented."""
    text = line.lstrip()
    number = text.partition("  ")[0]
    return len(line) - len(text) + len(number) + 2 if number.isdecimal() else 0
