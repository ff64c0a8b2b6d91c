"""The commands of the interview line by line; each begins with a stroke, so none is an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from assess.cli.case.linear.command import closing, looking, moving, proposing, remarking
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import PREFIX
from assess.languages import gettext

Act = Callable[[Dialogue, str], None]


class Command(NamedTuple):
    """A command: its name, other names for it, what may stand behind it, what it does."""

    name: str
    also: tuple[str, ...]
    behind: str
    does: str
    act: Act


def obey(dialogue: Dialogue, line: str) -> None:
    """Do what a command says; its name may be cut short where that leaves no doubt."""
    word, _, rest = line.strip().partition(" ")
    found = _called(word.casefold())
    if len(found) == 1:
        found[0].act(dialogue, rest.strip())
        return
    literal = gettext(
        "To answer with a text that begins so, double the stroke: {prefix}{word}",
        prefix=PREFIX * 2,
        word=word,
    )
    if found:
        several = ", ".join(f"{PREFIX}{command.name}" for command in found)
        dialogue.speaker.refuse(
            gettext("{prefix}{word} can be {several}", prefix=PREFIX, word=word, several=several)
        )
    else:
        dialogue.speaker.refuse(
            gettext(
                "there is no command {prefix}{word}; {prefix}help lists them. {literal}",
                prefix=PREFIX,
                word=word,
                literal=literal,
            )
        )


def _called(word: str) -> list[Command]:
    exact = [command for command in COMMANDS if word in (command.name, *command.also)]
    return exact or [command for command in COMMANDS if word and command.name.startswith(word)]


def leave(dialogue: Dialogue, _: str) -> None:
    """Leave."""
    dialogue.leave()


def help_(dialogue: Dialogue, wanted: str) -> None:
    """List the commands."""
    if wanted and len(found := _called(wanted.removeprefix(PREFIX).casefold())) == 1:
        dialogue.speaker.tell(_described(found[0]))
        return
    dialogue.speaker.tell(
        gettext(
            "What you type is the answer. Enter alone leaves it as it is and goes "
            "on. A command begins with {prefix} and may be cut short; an answer "
            "that begins with {prefix} is typed with {prefix_2}.",
            prefix=PREFIX,
            prefix_2=PREFIX * 2,
        )
    )
    for head, commands in GROUPS:
        dialogue.speaker.tell(f"{head}:")
        for command in commands:
            dialogue.speaker.tell(_described(command), 2)
    dialogue.speaker.tell(
        gettext(
            "Numbers are read as you write them: 1 234,5 or 1,234.5, 12 %, 1.2m, 3 "
            "Tsd., 2 mln, 20 T€. A point or comma alone before three digits is "
            "read as thousands where it can be; what was read is said back."
        )
    )


def _described(command: Command) -> str:
    others = ", ".join(PREFIX + other for other in command.also)
    also = gettext(" or {others}", others=others) if others else ""
    behind = gettext(", with {behind}", behind=command.behind) if command.behind else ""
    return f"{PREFIX}{command.name}{also}{behind}: {command.does}"


MOVING = (
    Command("skip", (), "", "the next question, as Enter alone does", moving.skip),
    Command("back", ("b",), "", "the part or the question before", moving.back),
    Command("next", ("n",), "", "the next indicator", moving.next_indicator),
    Command("previous", (), "", "the indicator before", moving.previous),
    Command("goto", ("g",), "14, 14.2 or a name", "an indicator or a question", moving.goto),
    Command("todo", (), "", "the next question without an answer", moving.todo),
    Command("find", (), "words", "search questions, answers and notes", moving.find),
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
    Command("proposals", (), "", "all answers that wait to be confirmed", proposing.proposals),
    Command(
        "take",
        (),
        "nothing, a number or area",
        "confirm a proposal, or fill the blanks of the area",
        proposing.take,
    ),
    Command("decline", (), "nothing or a number", "leave the answer as it is", proposing.decline),
    Command("same", (), "nothing or area", "answer as in the last round", proposing.same),
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
COMMANDS = tuple(command for _, commands in GROUPS for command in commands)
