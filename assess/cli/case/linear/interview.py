"""The interview line by line: a question is put, a line is heard, what it says is done."""

from __future__ import annotations

from assess.cli.case.linear.command.table import obey
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.lines import Lines
from assess.cli.case.linear.listener import PREFIX, LongText, as_typed, is_command
from assess.cli.case.linear.other_windows import OtherWindows
from assess.cli.case.linear.wording import place
from assess.core.case.assessment import complete_count
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.workflow.case.cases import place_of, undeclared
from assess.workflow.case.interview.held_case import Overtaken
from assess.workflow.case.interview.session import Session
from assess.workflow.case.rounds import unsettled_steps


class LinearInterview:
    """Takes a case line by line."""

    def __init__(self, session: Session, lines: Lines) -> None:
        """Take a case; `begin` puts the first question."""
        self._dialogue = Dialogue(session, lines)
        self._speaker, self._listener = self._dialogue.speaker, self._dialogue.listener
        self._others = OtherWindows(session, self._dialogue.position, self._speaker)

    @property
    def untaken(self) -> int:
        """How many lines were not taken."""
        return self._speaker.untaken

    def begin(self) -> None:
        """Say where the interview is, and put the question."""
        session, position, speaker = self._dialogue.session, self._dialogue.position, self._speaker
        catalogue, case = session.catalogue, session.assessment.case
        speaker.tell(
            gettext(
                "{organisation}, case {case}", organisation=case.organisation.name, case=case.id
            )
        )
        if case.synthetic:
            speaker.tell(gettext("Synthetic demonstration data"))
        speaker.tell(say(catalogue.edition.notice))
        done = complete_count(session.assessment, catalogue, session.typed.questions)
        speaker.tell(
            ngettext(
                "{done} of {count} indicator complete.",
                "{done} of {count} indicators complete.",
                len(catalogue.indicators),
                done=done,
            )
        )
        if reminder := undeclared(session.desk, case):
            stating = gettext("{command} declares it.", command=as_typed("impartiality"))
            speaker.tell(f"{reminder} {stating}")
        if left_open := unsettled_steps(session.desk, session.assessment):
            speaker.tell(
                ngettext(
                    "The action plan of the last round has {count} step that is neither done nor "
                    "dropped; {plan} shows it.",
                    "The action plan of the last round has {count} steps that are neither done nor "
                    "dropped; {plan} shows them.",
                    left_open,
                    plan=as_typed("plan last"),
                )
            )
        if session.is_finished:
            speaker.tell(gettext("The case is finished. Reopen it to change an answer."))
        speaker.tell(
            gettext(
                "Type an answer and press Enter; Enter alone goes on. {help} lists commands, "
                "{leave} leaves. Everything is saved at once.",
                help=as_typed("help"),
                leave=as_typed("leave"),
            )
        )
        left = place_of(session.desk, session.case_id)
        start = left.question if left else None
        if start is not None and start in catalogue.questions and start != position.name:
            position.name = start
            speaker.tell(gettext("You continue at {question}.", question=place(start, catalogue)))
        self._dialogue.navigator.announce(position.indicator)
        self._dialogue.navigator.put()

    def run(self) -> None:
        """Hear lines until the interview is left or they end."""
        while not self._dialogue.is_left:
            line = self._listener.next_line()
            if line is None:
                self.leave()
            else:
                self._take(line)

    def leave(self) -> None:
        """Leave; everything is saved, and the place is kept."""
        self._dialogue.leave()

    def _take(self, line: str) -> None:
        """Do what a line says, and look what others did meanwhile."""
        self._listener.note_work()
        try:
            line.encode("utf-8")
            self._hear(line)
        except UnicodeEncodeError:
            self._speaker.refuse(gettext("the line is not written in UTF-8"))
        except Overtaken as overtaken:
            self._dialogue.recorder.say_overtaken(overtaken)
        except AssessError as error:
            self._speaker.refuse(str(error))
        if not self._dialogue.is_left:
            self._others.look_around()

    def _hear(self, line: str) -> None:
        if self._listener.long is not None:
            self._hear_long(line, self._listener.long)
            return
        text = line.strip()
        if is_command(text):
            self._listener.wanted = None
            obey(self._dialogue, text.removeprefix(PREFIX))
            return
        said = line.replace(PREFIX, "", 1) if text.startswith(PREFIX * 2) else line
        wanted, self._listener.wanted = self._listener.wanted, None
        if wanted is None:
            self._dialogue.recorder.answer(said)
            return
        if text:
            wanted.hear(said.strip())

    def _hear_long(self, line: str, long: LongText) -> None:
        if line.strip() != ".":
            long.lines.append(line)
            self._listener.keep(long.text)
            return
        self._listener.long = None
        if long.text.strip():
            long.take(long.text)
        else:
            self._speaker.tell(gettext("Nothing was written, so nothing was changed."))
