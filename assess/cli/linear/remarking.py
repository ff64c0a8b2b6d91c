"""Commands on the answer and beside it: statuses, notes, flags, evidence, the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from assess.cli.case.consequences import doubts_in_words
from assess.cli.case.evidence import numbered, state_of
from assess.cli.case.history import numbered as numbered_change
from assess.cli.case.history import place_text
from assess.cli.linear.moving import PREFIX
from assess.cli.linear.talk import Talk
from assess.core.case.history.change_text import change_lines, evidence_text
from assess.core.case.reading.day import read_day
from assess.core.catalogue.answer_status import CHOSEN_BY_EXPERT, WITH_REASON, Status
from assess.workflow.case import evidence as evidences
from assess.workflow.case.interview.held_case import NOTE, REASON

BY_NAME_ONLY = frozenset({Status.DONT_KNOW, Status.REFUSED})
"""Statuses that are named in full, so that they are never the easy way out."""


def status(talk: Talk, wanted: str) -> None:
    """Say why there is no answer, or that one is set aside."""
    word, _, rest = wanted.partition(" ")
    offered = _offered(talk)
    if not wanted:
        _offer(talk, offered)
        return
    found = _meant(word.casefold(), offered)
    if found is None:
        few = ", ".join(one.value for one in offered)
        talk.refuse(f"{word!r} is not one of: {few}; dont_know and refused are written in full")
        return
    _set(talk, found, rest.strip())


def _offered(talk: Talk) -> list[Status]:
    has_value = talk.held.answer(talk.name).value is not None
    return [one for one in CHOSEN_BY_EXPERT if one is not Status.IMPLAUSIBLE or has_value]


def _offer(talk: Talk, offered: list[Status]) -> None:
    words = talk.held.catalogue.edition.statuses
    talk.tell("No answer, because:")
    for number, one in enumerate(_numbered(offered), start=1):
        more = {
            Status.FOLLOW_UP: ", by a day",
            Status.NOT_REACHED: ": take it back to that",
        }.get(one, ", with a reason" if one in WITH_REASON else "")
        talk.tell(f"{number:>4}  {words[one.value]}{more}")
    talk.tell("Asked, and without an answer: dont_know or refused, written in full.")
    talk.want("The number or the word; Enter leaves it: ", lambda text: status(talk, text))


def _numbered(offered: list[Status]) -> list[Status]:
    return [one for one in offered if one not in BY_NAME_ONLY]


def _meant(word: str, offered: list[Status]) -> Status | None:
    if word.isdecimal() and 1 <= int(word) <= len(_numbered(offered)):
        found = [_numbered(offered)[int(word) - 1]]
    else:
        found = [one for one in offered if one.value.startswith(word.replace("-", "_"))]
        found = [one for one in found if one.value == word] or found
    if len(found) != 1 or (found[0] in BY_NAME_ONLY and word != found[0].value):
        return None
    return found[0]


def _set(talk: Talk, wanted: Status, rest: str) -> None:
    if wanted in WITH_REASON and not rest:
        talk.want("The reason: ", partial(_set, talk, wanted), kept_as=None)
        return
    day = None
    if wanted is Status.FOLLOW_UP:
        if not rest:
            prompt = "By which day, such as 2026-12-01, or - if it is open: "
            talk.want(prompt, partial(_set, talk, wanted))
            return
        reading = read_day(rest, talk.held.desk.today)
        if rest != "-" and reading.day is None:
            talk.refuse(str(reading.fault))
            return
        day = reading.day if rest != "-" else None
    before = talk.held.assessment
    reason = rest if wanted in WITH_REASON else ""
    hard = talk.held.set_status(talk.name, wanted, reason=reason, follow_up_by=day)
    if talk.said_back(before, hard) and wanted is not Status.NOT_REACHED:
        talk.go_on()


def long(talk: Talk, _: str) -> None:
    """Take the lines that follow as the answer."""
    talk.begin_long(talk.answer_with)


def clear(talk: Talk, _: str) -> None:
    """Clear the part that is asked, or take the answer back."""
    talk.clear()


def reason(talk: Talk, text: str) -> None:
    """Say why an unusual answer is right."""
    if not text:
        prompt = "Why is it right? "
        talk.want(prompt, partial(reason, talk), kept_as=talk.name + REASON)
        return
    talk.held.reason(talk.name, "" if text == "-" else text)
    talk.tell("Reason taken away." if text == "-" else f"Reason saved: {text}")


def undo(talk: Talk, _: str) -> None:
    """Take the newest change back."""
    held, before = talk.held, talk.held.assessment
    change = held.undo()
    talk.tell(f"Taken back, {place_text(change.question, held.catalogue)}:")
    talk.tell(change_lines(change, held.catalogue), 2)
    talk.tell(doubts_in_words(change.question, before, held.assessment, held.catalogue))
    if change.question == talk.name:
        talk.put()


def again(talk: Talk, text: str) -> None:
    """Give an earlier answer once more, with the note, evidence and flag it had."""
    if not text.isdecimal():
        talk.refuse(f"write the number of a change, such as {PREFIX}again 1; {PREFIX}history lists")
        return
    held, before = talk.held, talk.held.assessment
    earlier = numbered_change(held.history(talk.name), int(text)).after
    talk.said_back(before, held.give_again(earlier), asks_why=True)


def note(talk: Talk, text: str) -> None:
    """Add to the note, or take it away."""
    there = talk.held.answer(talk.name).note
    if not text:
        if there and not talk.held.is_shared:
            talk.tell(f"Note: {there}")
        more = f"More to note; {PREFIX}long is not needed, lines are added" if there else "Note"
        talk.want(f"{more}: ", partial(note, talk), kept_as=talk.name + NOTE)
        return
    if text == "-":
        talk.held.note(talk.name, "")
        talk.tell("Note taken away; the history keeps it.")
        return
    talk.held.note(talk.name, f"{there}\n{text}" if there else text)
    talk.tell(f"Note saved: {talk.held.answer(talk.name).note}")


def flag(talk: Talk, _: str) -> None:
    """Mark a question to come back to, or not any more."""
    marked = talk.held.turn_flag(talk.name)
    talk.tell("Marked to come back to." if marked else "No longer marked to come back to.")


def link(talk: Talk, text: str) -> None:
    """Add a page as evidence."""
    address, _, title = text.partition(" ")
    if not address:
        talk.want("The address, and what it is: ", partial(link, talk))
        return
    held = talk.held
    held.take(evidences.add_link(held.desk, held.assessment, talk.name, address, title))
    _tell_added(talk)


def file(talk: Talk, path: str) -> None:
    """Add a file as evidence, which stays where it is."""
    _add_file(talk, path, is_copied=False)


def copy(talk: Talk, path: str) -> None:
    """Add a file as evidence, with a copy in the database."""
    _add_file(talk, path, is_copied=True)


def _add_file(talk: Talk, path: str, *, is_copied: bool) -> None:
    if not path:
        talk.want("The path of the file: ", lambda text: _add_file(talk, text, is_copied=is_copied))
        return
    held = talk.held
    recorded = evidences.add_file(held.desk, held.assessment, talk.name, Path(path), copy=is_copied)
    held.take(recorded)
    _tell_added(talk)


def _tell_added(talk: Talk) -> None:
    held = talk.held.answer(talk.name).evidence
    talk.tell(f"Evidence {len(held)} saved: {evidence_text(held[-1])}")


def evidence(talk: Talk, _: str) -> None:
    """List the evidence of this question, and whether it is still what it was."""
    held = talk.held.answer(talk.name).evidence
    if not held:
        talk.tell(f"No evidence yet; {PREFIX}link, {PREFIX}file and {PREFIX}copy add some.")
    for number, one in enumerate(held, start=1):
        state = state_of(talk.held.desk, one)
        talk.tell(f"{number:>4}  {evidence_text(one)}{f': {state}' if state else ''}")


def remove(talk: Talk, text: str) -> None:
    """Take evidence away."""
    if not text.isdecimal():
        talk.refuse(f"write the number of the evidence, such as {PREFIX}remove 1")
        return
    held = talk.held
    one = numbered(held.assessment, talk.name, int(text))
    held.take(evidences.remove(held.desk, held.assessment, talk.name, one))
    talk.tell(f"Taken away: {evidence_text(one)}")


def fetch(talk: Talk, text: str) -> None:
    """Save the copy of a file."""
    number, _, path = text.partition(" ")
    if not number.isdecimal() or not path.strip():
        talk.refuse(f"write the number and a path, such as {PREFIX}fetch 1 statutes.pdf")
        return
    one = numbered(talk.held.assessment, talk.name, int(number))
    target = Path(path.strip()).expanduser()
    evidences.save_copy(talk.held.desk, one, target)
    talk.tell(f"{target}: the copy of {one.location}")
