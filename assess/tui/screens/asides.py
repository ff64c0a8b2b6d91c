"""What the interview asks aside: where to go, why there is no answer, a note; other screens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assess.tui.screens.overtaking import ask_which
from assess.workflow.case.interview.held_case import NOTE
from assess.workflow.case.interview.session import Overtaken

if TYPE_CHECKING:
    from assess.core.case.answer import Answer
    from assess.core.case.checking import Finding
    from assess.tui.screens.interview import InterviewScreen


async def ask_where_to(screen: InterviewScreen) -> None:
    """Ask for the number of an indicator and open it."""
    from assess.tui.screens.go_to import GoToScreen

    titles = [str(one.title) for one in screen.session.catalogue.indicators]
    await screen.app.push_screen(GoToScreen(titles), screen.go_to_indicator)


async def search(screen: InterviewScreen) -> None:
    """Search questions, answers and notes, and go to what is chosen."""
    from assess.tui.screens.search import SearchScreen

    await screen.hear_out()
    screen.tell_all()
    session = screen.session
    await screen.app.push_screen(
        SearchScreen(session.assessment, session.catalogue), screen.go_to_question
    )


async def ask_why_none(screen: InterviewScreen) -> None:
    """Ask why the current question has no answer, and record it."""
    from assess.tui.screens.no_answer import NoAnswer, NoAnswerScreen

    session, name = screen.session, screen.current
    if name is None:
        return
    await screen.hear_out()
    screen.tell_all()
    question = session.catalogue.questions[name]
    seen = session.assessment.answer(name)

    def give(said: NoAnswer, seen: Answer | None) -> None:
        """Give it; once it was asked about, whatever is there has been seen."""
        status, by = said.status, said.follow_up_by
        try:
            session.set_status(name, status, reason=said.reason, follow_up_by=by, seen=seen)
        except Overtaken as overtaken:
            ask_which(screen, overtaken, lambda: screen.attempt(partial(give, said, None)))

    def take(said: NoAnswer | None) -> None:
        if said is not None and screen.attempt(partial(give, said, seen)):
            screen.show_answers(name)
        screen.focus_question(name)

    await screen.app.push_screen(
        NoAnswerScreen(
            str(question.label),
            seen,
            session.catalogue.edition.statuses,
            session.desk.today,
        ),
        take,
    )


async def take_note(screen: InterviewScreen) -> None:
    """Write a note on the current question; what is typed is kept as it is typed."""
    from assess.tui.screens.note import NoteScreen

    session, name = screen.session, screen.current
    if name is None:
        return
    seen = session.assessment.answer(name)
    held = session.typed.drafts.get(name + NOTE) or seen.note or ""

    def keep(text: str) -> None:
        session.type(name + NOTE, text)

    def take(text: str | None) -> None:
        if text is not None and screen.attempt(partial(session.note, name, text, seen)):
            screen.show_answers()

    label = str(session.catalogue.questions[name].label)
    await screen.app.push_screen(NoteScreen(label, held, keep), take)


async def show_evidence(screen: InterviewScreen) -> None:
    """Show what backs the current answer; what is added there is saved there."""
    from assess.tui.screens.evidence import EvidenceScreen

    name = screen.current
    if name is None:
        return
    await screen.hear_out()
    screen.tell_all()
    await screen.app.push_screen(
        EvidenceScreen(screen.session, name), lambda _: screen.show_answers()
    )


async def show_history(screen: InterviewScreen) -> None:
    """Show the changes of the current answer; an earlier one can be given again."""
    from assess.tui.screens.history import HistoryScreen

    await screen.hear_out()
    screen.tell_all()
    session = screen.session

    async def take(earlier: Answer | None) -> None:
        if earlier is None:
            return
        faults: list[Finding] = []
        if screen.attempt(lambda: faults.extend(session.give_again(earlier))):
            await screen.go_to_question(earlier.question)
            screen.show_answers(earlier.question)
        if faults:
            screen.complain("; ".join(map(str, faults)))

    await screen.app.push_screen(
        HistoryScreen(
            session.catalogue, screen.current, session.history, is_closed=session.is_finished
        ),
        take,
    )


async def show_open_points(screen: InterviewScreen) -> None:
    """Show what is still open, and jump to what is chosen."""
    from assess.tui.screens.open_points import OpenPointsScreen

    await screen.hear_out()
    screen.tell_all()
    await screen.app.push_screen(OpenPointsScreen(screen.session.case_id), screen.go_to_question)


async def show_results(screen: InterviewScreen) -> None:
    """Show what follows from the answers."""
    from assess.tui.screens.results import ResultsScreen

    await screen.hear_out()
    screen.tell_all()
    await screen.app.push_screen(ResultsScreen(screen.session.case_id))


async def show_label(screen: InterviewScreen) -> None:
    """Show the label."""
    from assess.tui.screens.label import LabelScreen

    await screen.hear_out()
    screen.tell_all()
    await screen.app.push_screen(LabelScreen(screen.session.case_id))
