"""Stops of the walk: the interview, its questions of each kind, and its dialogs."""

from __future__ import annotations

from collections import Counter

from assess.core.case.history.proposal import Proposal
from assess.tui.frame.host import host
from assess.workflow import Desk, answer
from assess.workflow.case.proposing import propose
from tests.languages.walker import Typed, Walker

OF_EACH_KIND = 2
"""So many questions of each kind are looked at."""


async def kinds_of_questions(walker: Walker, case: str) -> None:
    """Look at a question of each kind, and at the keys of its field."""
    seen: Counter[object] = Counter()
    for question in walker.app.desk.newest.questions.values():
        kind = type(question), getattr(question, "choices_from", None)
        seen[kind] += 1
        if seen[kind] > OF_EACH_KIND:
            continue
        host(walker.app).open_interview(case, question.name)
        await walker.look(f"interview at {question.name}")
        if seen[kind] == 1:
            await walker.help(f"interview at {question.name}")
            await walker.look(f"{question.name}, typed wrongly", *"Q9")
            await walker.look(f"{question.name}, gone on", "tab")
        await walker.press("escape", "q")


async def keys_of_the_interview(walker: Walker, case: str, question: str) -> None:
    """Press every key of the interview."""
    host(walker.app).open_interview(case, question)
    await walker.look("interview, single keys", "escape")
    await walker.help("interview")
    await walker.look("areas", "a")
    await walker.help("areas")
    await walker.press("escape")
    await walker.look("context", "p")
    await walker.help("context")
    await walker.press("escape")
    await walker.look("a stray key", "y")
    await walker.look("for later", "f")
    await walker.look("go to", "g")
    await walker.look("go to, typed", *"3")
    await walker.press("escape", "escape")
    await walker.look("search", "slash")
    await walker.look("search, found", Typed("cluster"))
    await walker.press("escape")
    await walker.look("note", "t")
    await walker.look("note, written", *"Q9", "escape")
    await walker.look("pause", "w")
    await walker.press("enter")
    await walker.look("origin", "full_stop")
    await walker.press("escape")
    for key, name in (("i", "details"), ("l", "label"), ("o", "open points"), ("r", "results")):
        await walker.look(f"{name}, from the interview", key)
        await walker.press("escape")
    await walker.press("q")
    host(walker.app).open_interview(case, question)
    await walker.look("an unusual number", "ctrl+u", *"9999")
    await walker.look("why is it right?", "f4")
    await walker.press("escape", "escape")
    await walker.look("shared screen", "x")
    await walker.look("results on a shared screen", "r")
    await walker.press("escape", "x", "q")


async def no_answer(walker: Walker, case: str, question: str) -> None:
    """Say why a question has no answer, in every way."""
    host(walker.app).open_interview(case, question)
    await walker.look("no answer", "escape", "s")
    await walker.look("no answer, more", "m")
    await walker.press("escape")
    await walker.look("not applicable", "escape", "s", "a")
    await walker.look("not applicable without a reason", "enter")
    await walker.look("not applicable, given", *"Q9", "enter")
    await walker.look("to follow", "escape", "s", "f")
    await walker.look("to follow, no day", *"Q9", "enter")
    await walker.look("to follow, typed", "ctrl+u", Typed("2026-12-01"))
    await walker.look("to follow, given", "enter")
    await walker.look("history", "escape", "h")
    await walker.help("history")
    await walker.look("history of all answers", "h")
    await walker.press("escape")
    await walker.look("taken back", "u")
    await walker.press("escape", "q")


async def evidence(walker: Walker, case: str, question: str) -> None:
    """Back an answer."""
    host(walker.app).open_interview(case, question)
    await walker.look("evidence", "escape", "e")
    await walker.help("evidence")
    await walker.look("what is to be added?", "plus")
    await walker.look("add a link", "1")
    await walker.look("add a link that is none", *"Q9", "ctrl+s")
    await walker.press("ctrl+u", Typed("https://www.example.org"), "ctrl+s")
    await walker.look("add a file", "plus", "2")
    await walker.look("add a file that is not there", Typed("/Q9"), "ctrl+s")
    await walker.press("escape")
    await walker.look("evidence of an answer")
    await walker.look("look at evidence", "enter")
    await walker.press("escape")
    await walker.look("a question with evidence")
    await walker.press("q")


async def offers(walker: Walker, desk: Desk, case: str, question: str) -> None:
    """Look at what is proposed, and at what was said in the last round."""
    for value in (2, 3):
        held = desk.store.assessment(case)
        propose(desk, held, [Proposal(question=question, value=value, source="Q")])
        host(walker.app).open_interview(case, question)
        await walker.look("proposed", "escape")
        await walker.help("proposed")
        await walker.look("declined" if value == 2 else "taken", "d" if value == 2 else "c")
        await walker.press("q")
        answer(desk, desk.store.assessment(case), question, 7)
    host(walker.app).open_interview(case, question)
    await walker.look("area taken", "escape", "m")
    await walker.look("area as in the last round", "m")
    await walker.press("q")


async def two_windows(walker: Walker, desk: Desk, case: str, question: str) -> None:
    """Answer in one window what was answered in another meanwhile."""
    host(walker.app).open_interview(case, question)
    await walker.press(*"8")
    answer(desk, desk.store.assessment(case), question, 9)
    await walker.look("whose answer counts?", "enter")
    await walker.press("escape")
    await walker.look("both answers")
    await walker.press("escape", "q")
