"""The commands of the interview line by line; each begins with a stroke, so none is an answer."""

from __future__ import annotations

from collections.abc import Iterator

from assess.cli.case.linear.command import (
    agreeing,
    asking,
    closing,
    declaring,
    looking,
    moving,
    proposing,
    remarking,
)
from assess.cli.case.linear.command.command import (
    Command,
    introduction,
    number_forms,
    unclear,
)
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import PREFIX
from assess.core.case.assessment import NO_INTEREST
from assess.languages import gettext, gettext_noop, pgettext


def obey(dialogue: Dialogue, line: str) -> None:
    """Do what a command says; its name may be cut short where that leaves no doubt."""
    word, _, rest = line.strip().partition(" ")
    found = _called(word.casefold())
    if len(found) == 1:
        found[0].act(dialogue, rest.strip())
    else:
        dialogue.speaker.refuse(unclear(word, found))


def _called(word: str) -> list[Command]:
    exact = [command for command in COMMANDS if word in (command.name, *command.also)]
    return exact or [command for command in COMMANDS if word and command.name.startswith(word)]


def leave(dialogue: Dialogue, _: str) -> None:
    """Leave."""
    dialogue.leave()


def help_(dialogue: Dialogue, wanted: str) -> None:
    """List the commands."""
    tell = dialogue.speaker.tell
    if wanted and len(found := _called(wanted.removeprefix(PREFIX).casefold())) == 1:
        tell(found[0].described())
        return
    tell(introduction())
    tell(number_forms())
    dialogue.tell_in_parts(_command_lines())


def _command_lines() -> Iterator[str]:
    for head, commands in GROUPS:
        yield pgettext("a heading", "{head}:", head=gettext(head))
        for command in commands:
            yield f"  {command.described()}"


MOVING = (
    Command(
        "skip", (), "", gettext_noop("the next question; Enter alone does the same"), moving.skip
    ),
    Command("back", ("b",), "", gettext_noop("the part or the question before"), moving.back),
    Command("next", ("n",), "", gettext_noop("the next indicator"), moving.next_indicator),
    Command("previous", (), "", gettext_noop("the indicator before"), moving.previous),
    Command(
        "goto",
        ("g",),
        gettext_noop("with 14, 14.2 or words"),
        gettext_noop("an indicator or a question"),
        moving.goto,
    ),
    Command("todo", (), "", gettext_noop("the next question without an answer"), moving.todo),
    Command(
        "find",
        (),
        gettext_noop("with words"),
        gettext_noop("search questions, answers and notes"),
        moving.find,
    ),
    Command(
        "list",
        ("areas", "a"),
        "",
        gettext_noop("the areas and indicators, with their progress"),
        looking.areas,
    ),
)
ANSWERING = (
    Command(
        "status",
        ("s",),
        "",
        gettext_noop("give the reason for no answer, or set the answer aside as implausible"),
        remarking.status,
    ),
    Command("long", (), "", gettext_noop("an answer or field of several lines"), remarking.long),
    Command(
        "clear", (), "", gettext_noop("clear this part, or remove the answer"), remarking.clear
    ),
    Command(
        "reason",
        (),
        gettext_noop("with a text, or a question such as 5.1 and a text"),
        gettext_noop("give the reason for an unusual answer"),
        remarking.reason,
    ),
    Command(
        "undo",
        ("u",),
        "",
        gettext_noop("undo the newest change; repeat it to undo more"),
        remarking.undo,
    ),
    Command(
        "again",
        (),
        gettext_noop("with a number"),
        gettext_noop("give the answer of that change in the history again"),
        remarking.again,
    ),
)
REMARKING = (
    Command(
        "note",
        ("t",),
        gettext_noop("with a text"),
        gettext_noop("add to the note; - removes it"),
        remarking.note,
    ),
    Command(
        "for-report",
        (),
        "",
        gettext_noop("mark the note for the report, or make it private again"),
        remarking.for_report,
    ),
    Command(
        "flag",
        ("f",),
        "",
        gettext_noop("mark the question for later, or remove the mark"),
        remarking.flag,
    ),
    Command(
        "link",
        (),
        gettext_noop("with an address and a title"),
        gettext_noop("a page as evidence"),
        remarking.link,
    ),
    Command(
        "file",
        (),
        gettext_noop("with a path"),
        gettext_noop("a file as evidence; it stays in its folder"),
        remarking.file,
    ),
    Command(
        "copy",
        (),
        gettext_noop("with a path"),
        gettext_noop("a file as evidence, with a copy in the database"),
        remarking.copy,
    ),
    Command(
        "evidence",
        ("e",),
        "",
        gettext_noop("list the evidence of this question"),
        remarking.evidence,
    ),
    Command(
        "remove",
        (),
        gettext_noop("with a number"),
        gettext_noop("remove evidence"),
        remarking.remove,
    ),
    Command(
        "fetch",
        (),
        gettext_noop("with a number and a path"),
        gettext_noop("save the copy of a file"),
        remarking.fetch,
    ),
)
SENDING = (
    Command(
        "proposals",
        (),
        "",
        gettext_noop("all proposed answers that are waiting"),
        proposing.proposals,
    ),
    Command(
        "take",
        (),
        gettext_noop("alone, with a number or with {word}"),
        gettext_noop("accept a proposed answer: this one, one by its number, or all of the area"),
        proposing.take,
        "area",
    ),
    Command(
        "decline",
        (),
        gettext_noop("alone or with a number"),
        gettext_noop("decline a proposed answer"),
        proposing.decline,
    ),
    Command(
        "same",
        (),
        gettext_noop("alone or with {word}"),
        gettext_noop("answer as in the last round"),
        proposing.same,
        "area",
    ),
)
AGREEING = (
    Command(
        "plan",
        (),
        gettext_noop("alone, with {word}, or with a number and what is agreed"),
        gettext_noop("the action plan, and what became of the plan of the last round"),
        agreeing.plan,
        agreeing.LAST,
    ),
    Command(
        "message",
        (),
        gettext_noop("alone or with a text; - restores it"),
        gettext_noop("the message with which the report begins"),
        agreeing.message,
    ),
    Command(
        "accept-all",
        (),
        "",
        gettext_noop("accept all recommendations and strengths as they are"),
        agreeing.accept_all,
    ),
)
LOOKING = (
    Command(
        "language",
        (),
        gettext_noop("alone or with a code such as de"),
        gettext_noop("show the question in the other language, or ask in that one from now on"),
        asking.language_,
    ),
    Command("more", ("m",), "", gettext_noop("show the rest of a list"), looking.more),
    Command("repeat", (), "", gettext_noop("this question again"), looking.repeat),
    Command(
        "guidance",
        ("p",),
        "",
        gettext_noop("the guidance: what to count and what to ask"),
        looking.guidance,
    ),
    Command(
        "results",
        ("r",),
        gettext_noop("alone, with a number or with {word}"),
        gettext_noop("the results of the answers so far, and the reasons"),
        looking.results,
        "why",
    ),
    Command(
        "share",
        (),
        "",
        gettext_noop("hide what is only for you while others see the screen, or show it"),
        looking.share,
    ),
    Command(
        "open",
        ("o",),
        "",
        gettext_noop("the open points, the most urgent first"),
        looking.open_points,
    ),
    Command(
        "history",
        (),
        gettext_noop("alone or with {word}"),
        gettext_noop("the changes of this answer, or of all answers"),
        looking.history,
        "all",
    ),
    Command(
        "time", (), "", gettext_noop("the working time, on this question and in all"), looking.time
    ),
    Command(
        "pause",
        ("w",),
        "",
        gettext_noop("stop the clock; it starts again with the next line"),
        looking.pause,
    ),
)
LEAVING = (
    Command(
        "finish", (), "", gettext_noop("finish the case, if nothing blocks it"), closing.finish
    ),
    Command(
        "reopen",
        (),
        gettext_noop("with the reason"),
        gettext_noop("reopen a finished case"),
        closing.reopen,
    ),
    Command(
        "impartiality",
        (),
        gettext_noop("with {word} or a text"),
        gettext_noop("declare the interests of the expert in the organisation"),
        declaring.impartiality,
        NO_INTEREST,
    ),
    Command("help", ("?", "h"), "", gettext_noop("this list"), help_),
    Command(
        "leave",
        ("q", "quit", "exit", "save"),
        "",
        gettext_noop("leave; Ctrl+D and the end of a file do the same"),
        leave,
    ),
)
GROUPS = (
    (gettext_noop("Moving"), MOVING),
    (gettext_noop("Answering"), ANSWERING),
    (gettext_noop("Notes and evidence"), REMARKING),
    (gettext_noop("Proposed answers and the last round"), SENDING),
    (gettext_noop("Action plan and report"), AGREEING),
    (gettext_noop("Looking"), LOOKING),
    (gettext_noop("Finishing and leaving"), LEAVING),
)
COMMANDS = tuple(command for _, commands in GROUPS for command in commands)
