"""The commands of the interview line by line; each begins with a stroke, so none is an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from assess.cli.linear import closing, looking, remarking, sending
from assess.cli.linear.moving import PREFIX
from assess.cli.linear.talk import Talk
from assess.cli.linear.wording import place
from assess.core.case.search import find_in_case
from assess.core.catalogue.catalogue import Catalogue
from assess.core.text.words import shortened

Act = Callable[[Talk, str], None]


class Command(NamedTuple):
    """A command: its name, other names for it, what may stand behind it, what it does."""

    name: str
    also: tuple[str, ...]
    behind: str
    does: str
    act: Act


def obey(talk: Talk, line: str) -> None:
    """Do what a command says; its name may be cut short where that leaves no doubt."""
    word, _, rest = line.strip().partition(" ")
    found = _called(word.casefold())
    if len(found) == 1:
        found[0].act(talk, rest.strip())
        return
    literal = f"To answer with a text that begins so, double the stroke: {PREFIX * 2}{word}"
    if found:
        several = ", ".join(f"{PREFIX}{one.name}" for one in found)
        talk.refuse(f"{PREFIX}{word} can be {several}")
    else:
        talk.refuse(f"there is no command {PREFIX}{word}; {PREFIX}help lists them. {literal}")


def _called(word: str) -> list[Command]:
    exact = [one for one in COMMANDS if word in (one.name, *one.also)]
    return exact or [one for one in COMMANDS if word and one.name.startswith(word)]


# Moving


def skip(talk: Talk, _: str) -> None:
    """Go to the next question."""
    talk.go_on()


def back(talk: Talk, _: str) -> None:
    """Go to the part or question before."""
    talk.go_back()


def next_indicator(talk: Talk, _: str) -> None:
    """Go to the next indicator."""
    talk.to_indicator(talk.indicator.number + 1)


def previous(talk: Talk, _: str) -> None:
    """Go to the indicator before."""
    before = [one for one in talk.held.catalogue.indicators if one.number < talk.indicator.number]
    asking = [one for one in before if one.questions]
    if asking:
        talk.go_to(asking[-1].questions[0].name)
    else:
        talk.tell("This is the first indicator.")


def goto(talk: Talk, wanted: str) -> None:
    """Go to an indicator or a question."""
    catalogue = talk.held.catalogue
    if not wanted:
        talk.want("To which indicator or question? ", lambda text: goto(talk, text))
    elif wanted.isdecimal() and 1 <= int(wanted) <= len(catalogue.indicators):
        talk.to_indicator(int(wanted))
    elif names := _questions_meant(wanted, catalogue):
        if len(names) == 1:
            talk.go_to(names[0])
        else:
            few = ", ".join(f"{place(one, catalogue)} {one}" for one in names[:6])
            talk.refuse(f"{wanted!r} can be {few}")
    else:
        last = len(catalogue.indicators)
        talk.refuse(f"write an indicator, 1 to {last}, a question such as 14.2, or its name")


def _questions_meant(wanted: str, catalogue: Catalogue) -> list[str]:
    low = wanted.casefold()
    if low in catalogue.questions:
        return [low]
    exact = [name for name in catalogue.questions if place(name, catalogue) == low]
    return exact or [name for name in catalogue.questions if name.startswith(low)]


def todo(talk: Talk, _: str) -> None:
    """Go to the next question without an answer, from here on and then from the beginning."""
    names = list(talk.held.catalogue.questions)
    here = names.index(talk.name)
    order = [*names[here + 1 :], *names[: here + 1]]
    left = [one for one in order if talk.is_open(one)]
    needed = [one for one in left if talk.held.question(one).required]
    if needed or left:
        talk.go_to((needed or left)[0])
    else:
        talk.tell("Every question has an answer, or says why not.")


def find(talk: Talk, words: str) -> None:
    """Search questions, answers and notes."""
    if not words:
        talk.want("What do you look for? ", lambda text: find(talk, text))
        return
    catalogue = talk.held.catalogue
    found = find_in_case(words, talk.held.assessment, catalogue, 30)
    talk.tell(
        f"{place(one.question, catalogue)}  {one.where}: {shortened(one.text, 160)}"
        for one in found
    )
    talk.tell(f"{PREFIX}goto goes to one of them." if found else "Nothing of the kind was found.")


# The end


def leave(talk: Talk, _: str) -> None:
    """Leave."""
    talk.leave()


def help_(talk: Talk, wanted: str) -> None:
    """List the commands."""
    if wanted and len(found := _called(wanted.removeprefix(PREFIX).casefold())) == 1:
        talk.tell(_described(found[0]))
        return
    talk.tell(
        "What you type is the answer. Enter alone leaves it as it is and goes on. A command begins "
        f"with {PREFIX} and may be cut short; an answer that begins with {PREFIX} is typed with "
        f"{PREFIX * 2}."
    )
    for head, commands in GROUPS:
        talk.tell(f"{head}:")
        for one in commands:
            talk.tell(_described(one), 2)
    talk.tell(
        "Numbers are read as you write them: 1 234,5 or 1,234.5, 12 %, 1.2m, 3 Tsd., 2 mln, 20 T€. "
        "A point or comma alone before three digits is read as thousands where it can be; what was "
        "read is said back."
    )


def _described(one: Command) -> str:
    also = f" or {', '.join(PREFIX + other for other in one.also)}" if one.also else ""
    behind = f", with {one.behind}" if one.behind else ""
    return f"{PREFIX}{one.name}{also}{behind}: {one.does}"


MOVING = (
    Command("skip", (), "", "the next question, as Enter alone does", skip),
    Command("back", ("b",), "", "the part or the question before", back),
    Command("next", ("n",), "", "the next indicator", next_indicator),
    Command("previous", (), "", "the indicator before", previous),
    Command("goto", ("g",), "14, 14.2 or a name", "an indicator or a question", goto),
    Command("todo", (), "", "the next question without an answer", todo),
    Command("find", (), "words", "search questions, answers and notes", find),
    Command(
        "list", ("areas", "a"), "", "the areas and indicators, and how far each is", looking.areas
    ),
)
ANSWERING = (
    Command(
        "status", ("s",), "", "why there is no answer, or that it is implausible", remarking.status
    ),
    Command("long", (), "", "an answer or field of several lines", remarking.long),
    Command("clear", (), "", "clear this part, or take the answer back", remarking.clear),
    Command("reason", (), "a text", "why an unusual answer is right", remarking.reason),
    Command("undo", ("u",), "", "take the newest change back, step by step", remarking.undo),
    Command(
        "again",
        (),
        "a number",
        "give the answer of that change in the history again",
        remarking.again,
    ),
)
REMARKING = (
    Command("note", ("t",), "a text", "add to the note; - takes it away", remarking.note),
    Command("flag", ("f",), "", "mark it to come back to, or not any more", remarking.flag),
    Command("link", (), "an address and what it is", "a page as evidence", remarking.link),
    Command("file", (), "a path", "a file as evidence, which stays where it is", remarking.file),
    Command(
        "copy", (), "a path", "a file as evidence, with a copy in the database", remarking.copy
    ),
    Command("evidence", ("e",), "", "list the evidence of this question", remarking.evidence),
    Command("remove", (), "a number", "take evidence away", remarking.remove),
    Command("fetch", (), "a number and a path", "save the copy of a file", remarking.fetch),
)
SENDING = (
    Command("proposals", (), "", "all answers that wait to be confirmed", sending.proposals),
    Command(
        "take",
        (),
        "nothing, a number or area",
        "confirm a proposal, or fill the blanks of the area",
        sending.take,
    ),
    Command("decline", (), "nothing or a number", "leave the answer as it is", sending.decline),
    Command("same", (), "nothing or area", "answer as in the last round", sending.same),
)
LOOKING = (
    Command("repeat", (), "", "this question again", looking.repeat),
    Command("guidance", ("p",), "", "what to count, what to listen for", looking.guidance),
    Command(
        "results",
        ("r",),
        "nothing, a number or why",
        "what follows from the answers, and why",
        looking.results,
    ),
    Command("share", (), "", "hide peers, notes and the last round, or show them", looking.share),
    Command("open", ("o",), "", "the open points, worst first", looking.open_points),
    Command(
        "history", (), "nothing or all", "the changes of this answer, or of all", looking.history
    ),
    Command("time", (), "", "the working time, on this question and in all", looking.time),
    Command("pause", ("w",), "", "stop the clock; it goes on with the next line", looking.pause),
)
LEAVING = (
    Command("finish", (), "", "finish the case, once nothing blocks it", closing.finish),
    Command("reopen", (), "the reason", "reopen a finished case", closing.reopen),
    Command("help", ("?", "h"), "", "this list", help_),
    Command(
        "leave",
        ("q", "quit", "exit", "save"),
        "",
        "save and leave; so do Ctrl+D and the end of a file",
        leave,
    ),
)
GROUPS = (
    ("Moving", MOVING),
    ("Answering", ANSWERING),
    ("Beside the answer", REMARKING),
    ("Sent ahead, and the last round", SENDING),
    ("Looking", LOOKING),
    ("Finishing and leaving", LEAVING),
)
COMMANDS = tuple(one for _, commands in GROUPS for one in commands)
