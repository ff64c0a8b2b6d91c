"""The talk: a question is put, a line is heard, what it says is done and said back."""

from __future__ import annotations

from collections.abc import Callable

from assess.cli.command.output import plain
from assess.cli.linear import wording
from assess.cli.linear.held import Held
from assess.cli.linear.lines import Lines
from assess.cli.linear.moving import PREFIX, Moving
from assess.core.case.answer_text import in_words
from assess.core.case.assessment import complete_count
from assess.core.case.work_time import shown
from assess.errors import AssessError
from assess.workflow.case import cases
from assess.workflow.case.interview.session import Overtaken


class Talk(Moving):
    """An interview line by line; commands act on it through its public methods."""

    def __init__(self, held: Held, lines: Lines) -> None:
        """Take a case; `begin` puts the first question."""
        super().__init__(held, lines)
        self.is_left = False
        self._long: list[str] | None = None
        self._long_for: Callable[[str], None] | None = None
        self._others: frozenset[tuple[str, str]] = frozenset()

    def begin(self, question: str | None = None) -> None:
        """Say where the interview is, and put the question."""
        held = self.held
        case, count = held.assessment.case, len(held.catalogue.indicators)
        self.tell(f"{case.organisation.name}, case {case.id}")
        if case.synthetic:
            self.tell("Synthetic demonstration data")
        self.tell(str(held.catalogue.edition.notice))
        done = complete_count(held.assessment, held.catalogue)
        self.tell(f"{done} of {count} indicators complete.")
        if reminder := cases.undeclared(held.desk, case):
            self.tell(f"{reminder} State it: assess case change {case.id} --impartiality ...")
        if held.is_finished:
            self.tell("The case is finished and takes no answers.")
        self.tell(
            f"Type an answer and press Enter; Enter alone goes on. {PREFIX}help lists commands, "
            f"{PREFIX}leave leaves. Everything is saved at once."
        )
        place = cases.place_of(held.desk, held.case_id)
        start = question or (place.question if place else None)
        if start is not None and start in held.catalogue.questions and start != self.name:
            self.name = start
            self.tell(f"Going on at {wording.place(start, held.catalogue)}.")
        self.announce(self.indicator)
        self.put()

    def run(self) -> None:
        """Hear lines until the interview is left or they end."""
        while not self.is_left:
            line = self.lines.ask(plain(self.prompt), self._keep, self._begun())
            if line is None:
                self.leave()
            else:
                self.hear(line)

    def hear(self, line: str) -> None:
        """Do what a line says."""
        self.held.work(self.name)
        try:
            line.encode("utf-8")
            self._hear(line)
        except UnicodeEncodeError:
            self.refuse("the line is not written in UTF-8")
        except Overtaken as overtaken:
            self.say_overtaken(overtaken)
        except AssessError as error:
            self.refuse(str(error))
        self._look_around()

    def _hear(self, line: str) -> None:
        from assess.cli.linear.commands import obey

        if self._long is not None:
            self._hear_long(line)
            return
        text = line.strip()
        if _is_command(text):
            self.wanted = None
            obey(self, text.removeprefix(PREFIX))
            return
        said = line.replace(PREFIX, "", 1) if text.startswith(PREFIX * 2) else line
        if self.wanted is None:
            self._answer(said)
            return
        wanted, self.wanted = self.wanted, None
        if text:
            wanted.hear(said.strip())
        if wanted.passes_on:
            self.go_on()

    @property
    def prompt(self) -> str:
        """What stands before the next line."""
        if self._long is not None:
            return ""
        return self.wanted.prompt if self.wanted is not None else self.entry.prompt

    def _begun(self) -> str:
        """Give what was typed before and may be edited now."""
        return "" if self.wanted is not None or self._long is not None else self.entry.begun

    def _keep(self, text: str) -> None:
        """Keep what is being typed."""
        self.held.work(self.name)
        if self._long is not None:
            self.held.keep(self.name, "\n".join([*self._long, text]))
        elif _is_command(text):
            return
        elif self.wanted is None:
            self.held.keep(self.name, self.entry.kept(text))
        elif self.wanted.kept_as is not None:
            self.held.keep(self.wanted.kept_as, text)

    # Answers

    def _answer(self, text: str) -> None:
        self.entry.begun = ""
        heard = self.entry.hear(text)
        self.tell(heard.says)
        if heard.value is not None:
            is_given = self.give(heard.value, text)
            if is_given and heard.is_done and self.wanted is None:
                self.go_on()
            return
        if heard.draft is not None:
            self.held.keep(self.name, heard.draft)
        if heard.fault:
            self.entry.begun = self.entry.offered(text)
            self.refuse(heard.fault)
        elif heard.is_done:
            self.go_on()

    # Texts of several lines

    def begin_long(self, take: Callable[[str], None]) -> None:
        """Take the lines that follow as one text, up to a full stop alone."""
        self._long, self._long_for = [], take
        self.tell("Write as many lines as you like; a line with a full stop alone ends them.")

    def _hear_long(self, line: str) -> None:
        if self._long is None or self._long_for is None:
            return
        if line.strip() != ".":
            self._long.append(line)
            self.held.keep(self.name, "\n".join(self._long))
            return
        text, take = "\n".join(self._long), self._long_for
        self._long = self._long_for = None
        if text.strip():
            take(text)
        else:
            self.tell("Nothing was written, so nothing has changed.")

    def answer_with(self, text: str) -> None:
        """Take a text of several lines as the answer."""
        self._answer(text)

    # Other windows, and the end

    def _look_around(self) -> None:
        """Say what others wrote, and who is here."""
        if self.is_left:
            return
        before = self.held.answer(self.name)
        if self.held.catch_up():
            now = self.held.elsewhere.get(self.name) or self.held.answer(self.name)
            if not now.says_the_same(before):
                said = in_words(self.held.question(self.name), now, self.held.catalogue)
                self.tell(f"{now.by or 'Somebody'} has just changed this; it is now: {said}.")
        others = self.held.window.others()
        seen = frozenset((one.who, one.machine) for one in others)
        for one in others:
            if (one.who, one.machine) not in self._others and one.question in (
                self.held.catalogue.questions
            ):
                at = wording.place(one.question, self.held.catalogue)
                self.tell(f"{one.who} has this case open too, on {one.machine}, at {at}.")
        for who, machine in sorted(self._others - seen):
            self.tell(f"{who} on {machine} has left the case.")
        self._others = seen

    def leave(self) -> None:
        """Leave; everything is saved, and the place is kept."""
        if self.is_left:
            return
        self.is_left = True
        held = self.held
        held.leave()
        done = complete_count(held.assessment, held.catalogue)
        spent = shown(held.time.spent.total)
        self.tell(
            f"Everything is saved. Left at {wording.place(self.name, held.catalogue)}; {done} of "
            f"{len(held.catalogue.indicators)} indicators are complete; working time {spent}."
        )


def _is_command(text: str) -> bool:
    return text.startswith(PREFIX) and not text.startswith(PREFIX * 2)
