"""Commands on the answer and beside it: statuses, notes, flags, evidence, the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from assess.cli.case.evidence import numbered, state_of
from assess.cli.case.history import numbered as numbered_change
from assess.cli.case.linear.changes import consequences
from assess.cli.case.linear.dialogue import Dialogue
from assess.cli.case.linear.listener import LongText, as_typed
from assess.cli.case.linear.wording import named, place
from assess.core.case.answer_text import in_words
from assess.core.case.history.change_text import change_lines, evidence_text
from assess.core.case.reading.day import read_day
from assess.core.catalogue.answer_status import CHOSEN_BY_EXPERT, WITH_REASON, Status
from assess.languages import gettext
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.languages.speech import with_label
from assess.workflow.case import evidence as evidences
from assess.workflow.case.interview.held_case import NOTE, REASON

BY_NAME_ONLY = frozenset({Status.DONT_KNOW, Status.REFUSED})
"""Statuses that are named in full, so that they are never the easy way out."""


def status(dialogue: Dialogue, wanted: str) -> None:
    """Say why there is no answer, or that one is set aside."""
    offered, words = _offered(dialogue), _words(dialogue)
    if not wanted:
        _offer(dialogue, offered)
        return
    found, rest = _meant(wanted, offered, words)
    if found is None:
        dialogue.speaker.refuse(
            gettext(
                "{word} is not one of: {statuses}; the last two must be written in full",
                word=repr(wanted[:40]),
                statuses=", ".join(words[offer] for offer in (*_numbered(offered), *_in_full())),
            )
        )
        return
    _set(dialogue, found, rest)


def _words(dialogue: Dialogue) -> dict[Status, str]:
    """Give how each status is called, as on the screen."""
    words = dialogue.session.catalogue.edition.statuses
    return {offer: say(words[offer.value]) for offer in CHOSEN_BY_EXPERT}


def _in_full() -> list[Status]:
    return [offer for offer in CHOSEN_BY_EXPERT if offer in BY_NAME_ONLY]


def _offered(dialogue: Dialogue) -> list[Status]:
    has_value = dialogue.position.answer.value is not None
    return [offer for offer in CHOSEN_BY_EXPERT if offer is not Status.IMPLAUSIBLE or has_value]


def _offer(dialogue: Dialogue, offered: list[Status]) -> None:
    words, tell = dialogue.session.catalogue.edition.statuses, dialogue.speaker.tell
    tell(gettext("No answer, because:"))
    for number, offer in enumerate(_numbered(offered), start=1):
        tell(f"{number:>4}  {_offer_text(offer, say(words[offer.value]))}")
    tell(
        gettext(
            "For a question that was asked but not answered, write in full: {statuses}.",
            statuses=" / ".join(say(words[offer.value]) for offer in _in_full()),
        )
    )
    prompt = gettext("The number or the word; Enter keeps the answer:")
    dialogue.listener.want(prompt, partial(status, dialogue))


def _offer_text(offer: Status, word: str) -> str:
    if offer is Status.FOLLOW_UP:
        return gettext("{status}, by a day", status=word)
    if offer is Status.NOT_REACHED:
        return gettext("{status}, no answer yet", status=word)
    if offer in WITH_REASON:
        return gettext("{status}, with a reason", status=word)
    return word


def _numbered(offered: list[Status]) -> list[Status]:
    return [offer for offer in offered if offer not in BY_NAME_ONLY]


def _meant(
    wanted: str, offered: list[Status], words: dict[Status, str]
) -> tuple[Status | None, str]:
    """Give the status that is meant, by its number, words or code, and what is said behind it."""
    for offer in offered:
        for called in (words[offer], offer.value):
            if f"{wanted} ".lower().startswith(f"{called} ".lower()):
                return offer, wanted[len(called) :].strip()
    word, _, rest = wanted.partition(" ")
    numbered = _numbered(offered)
    if word.isdecimal() and 1 <= int(word) <= len(numbered):
        return numbered[int(word) - 1], rest.strip()
    begun = word.lower().replace("-", "_")
    found = [
        offer
        for offer in numbered
        if offer.value.startswith(begun) or words[offer].lower().startswith(begun)
    ]
    return (found[0] if len(found) == 1 else None), rest.strip()


def _set(dialogue: Dialogue, wanted: Status, rest: str) -> None:
    if wanted in WITH_REASON and not rest:
        dialogue.listener.want(
            gettext("The reason:"), partial(_set, dialogue, wanted), kept_as=None
        )
        return
    day = None
    if wanted is Status.FOLLOW_UP:
        if not rest:
            prompt = gettext("The day of the answer, such as 2026-12-01, or - if it is open:")
            dialogue.listener.want(prompt, partial(_set, dialogue, wanted))
            return
        reading = read_day(rest, MONTH_WORDS, dialogue.session.desk.today)
        if rest != "-" and reading.fault is not None:
            dialogue.speaker.refuse(say(reading.beside))
            return
        day = reading.day if rest != "-" else None
    session, name = dialogue.session, dialogue.position.name
    before = session.assessment
    reason = rest if wanted in WITH_REASON else ""
    hard = session.set_status(name, wanted, reason=reason, follow_up_by=day)
    if dialogue.recorder.say_back(before, hard) and wanted is not Status.NOT_REACHED:
        dialogue.navigator.go_on()


def long(dialogue: Dialogue, _: str) -> None:
    """Take the lines that follow as the answer."""
    dialogue.listener.long = LongText(dialogue.recorder.answer)
    dialogue.speaker.tell(
        gettext("Write as many lines as you like; a line with only a full stop ends them.")
    )


def clear(dialogue: Dialogue, _: str) -> None:
    """Clear the part that is asked, or take the answer back."""
    dialogue.recorder.clear()


def reason(dialogue: Dialogue, text: str) -> None:
    """Say why an unusual answer is right: the one that is asked, or that of a question named."""
    catalogue = dialogue.session.catalogue
    word, _, rest = text.partition(" ")
    named = [name for name in catalogue.questions if place(name, catalogue) == word]
    name, said = (named[0], rest.strip()) if named else (dialogue.position.name, text)
    answer, at = dialogue.session.assessment.answer(name), place(name, catalogue)
    if answer.value is None and answer.status not in WITH_REASON:
        dialogue.speaker.refuse(
            gettext(
                "{question} has no answer, so it needs no reason; {reason} gives the "
                "reason for the answer to 5.1",
                question=at,
                reason=as_typed("reason 5.1"),
            )
        )
    elif said:
        _give_reason(dialogue, name, said)
    else:
        in_words_now = say(in_words(catalogue.questions[name], answer, catalogue))
        dialogue.listener.want(
            gettext(
                "The answer to {question} is {answer}. Why is it correct?",
                question=at,
                answer=in_words_now,
            ),
            partial(_give_reason, dialogue, name),
            kept_as=name + REASON,
        )


def _give_reason(dialogue: Dialogue, name: str, text: str) -> None:
    dialogue.session.remarks.reason(name, "" if text == "-" else text)
    at = place(name, dialogue.session.catalogue)
    dialogue.speaker.tell(
        gettext("Reason removed, {question}.", question=at)
        if text == "-"
        else gettext("Reason saved, {question}: {text}", question=at, text=text)
    )


def undo(dialogue: Dialogue, _: str) -> None:
    """Take the newest change back."""
    session, tell = dialogue.session, dialogue.speaker.tell
    before, catalogue = session.assessment, session.catalogue
    change = session.undo()
    tell(gettext("Undone, {question}:", question=named(change.question, catalogue)))
    tell(map(say, change_lines(change, catalogue, is_shared=session.is_shared)), 2)
    tell(consequences(change.question, before, session.assessment, catalogue))
    if change.question == dialogue.position.name:
        dialogue.navigator.put()


def again(dialogue: Dialogue, text: str) -> None:
    """Give an earlier answer once more, with the note, evidence and flag it had."""
    if not text.isdecimal():
        dialogue.speaker.refuse(
            gettext(
                "write the number of a change, such as {again}; {history} lists",
                again=as_typed("again 1"),
                history=as_typed("history"),
            )
        )
        return
    session, before = dialogue.session, dialogue.session.assessment
    earlier = numbered_change(session.history(dialogue.position.name), int(text)).after
    dialogue.recorder.say_back(before, session.give_again(earlier), tells_doubt=True)


def note(dialogue: Dialogue, text: str) -> None:
    """Add to the note, or take it away."""
    name, there = dialogue.position.name, dialogue.position.answer.note
    session, tell = dialogue.session, dialogue.speaker.tell
    if not text:
        if there:
            tell(_hidden() if session.is_shared else gettext("Note: {note}", note=there))
        prompt = gettext("Add to the note:") if there else gettext("Note:")
        dialogue.listener.want(prompt, partial(note, dialogue), kept_as=name + NOTE)
        return
    if text == "-":
        session.remarks.note(name, "")
        tell(gettext("Note removed; the history keeps it."))
        return
    session.remarks.note(name, f"{there}\n{text}" if there else text)
    answer = dialogue.position.answer
    saved = text if session.is_shared else str(answer.note)
    tell(gettext("Note saved: {note}", note=saved))
    if answer.for_report is False:
        tell(gettext("It is private; {command} marks it.", command=as_typed("for-report")))


def for_report(dialogue: Dialogue, _: str) -> None:
    """Mark the note for the report, or make it private again."""
    if not dialogue.position.answer.note:
        dialogue.speaker.refuse(gettext("There is no note on this question."))
        return
    marked = dialogue.session.remarks.turn_report(dialogue.position.name)
    dialogue.speaker.tell(
        gettext("The note is for the report.") if marked else gettext("The note is private.")
    )


def _hidden() -> str:
    """Say that notes and evidence are not said while others look on."""
    return gettext(
        "Notes and evidence are hidden while others see the screen; {share} shows them.",
        share=as_typed("share"),
    )


def flag(dialogue: Dialogue, _: str) -> None:
    """Mark a question to come back to, or not any more."""
    marked = dialogue.session.remarks.turn_flag(dialogue.position.name)
    dialogue.speaker.tell(
        gettext("Marked for later.") if marked else gettext("No longer marked for later.")
    )


def link(dialogue: Dialogue, text: str) -> None:
    """Add a page as evidence."""
    address, _, title = text.partition(" ")
    if not address:
        dialogue.listener.want(gettext("The address and a title:"), partial(link, dialogue))
        return
    session, name = dialogue.session, dialogue.position.name
    session.take(evidences.add_link(session.desk, session.assessment, name, address, title))
    _tell_added(dialogue)


def file(dialogue: Dialogue, path: str) -> None:
    """Add a file as evidence, which stays where it is."""
    _add_file(dialogue, path, is_copied=False)


def copy(dialogue: Dialogue, path: str) -> None:
    """Add a file as evidence, with a copy in the database."""
    _add_file(dialogue, path, is_copied=True)


def _add_file(dialogue: Dialogue, path: str, *, is_copied: bool) -> None:
    if not path:
        wanted = partial(_add_file, dialogue, is_copied=is_copied)
        dialogue.listener.want(gettext("The path of the file:"), wanted)
        return
    session, name = dialogue.session, dialogue.position.name
    before = session.assessment
    session.take(evidences.add_file(session.desk, before, name, Path(path), copy=is_copied))
    _tell_added(dialogue)


def _tell_added(dialogue: Dialogue) -> None:
    held = dialogue.position.answer.evidence
    dialogue.speaker.tell(
        gettext(
            "Evidence {number} saved: {evidence}",
            number=len(held),
            evidence=say(evidence_text(held[-1])),
        )
    )


def evidence(dialogue: Dialogue, _: str) -> None:
    """List the evidence of this question, and whether it is still what it was."""
    held = dialogue.position.answer.evidence
    if held and dialogue.session.is_shared:
        dialogue.speaker.tell(_hidden())
        return
    if not held:
        dialogue.speaker.tell(
            gettext(
                "There is no evidence yet; {link}, {file} and {copy} add some.",
                link=as_typed("link"),
                file=as_typed("file"),
                copy=as_typed("copy"),
            )
        )
    for number, piece in enumerate(held, start=1):
        state = state_of(dialogue.session.desk, piece)
        said = say(evidence_text(piece))
        dialogue.speaker.tell(f"{number:>4}  {with_label(said, state) if state else said}")


def remove(dialogue: Dialogue, text: str) -> None:
    """Take evidence away."""
    if not text.isdecimal():
        dialogue.speaker.refuse(
            gettext(
                "write the number of the evidence, such as {remove}", remove=as_typed("remove 1")
            )
        )
        return
    session, name = dialogue.session, dialogue.position.name
    piece = numbered(session.assessment, name, int(text))
    session.take(evidences.remove(session.desk, session.assessment, name, piece))
    dialogue.speaker.tell(
        gettext("Evidence {number} removed.", number=text)
        if session.is_shared
        else gettext("Removed: {evidence}", evidence=say(evidence_text(piece)))
    )


def fetch(dialogue: Dialogue, text: str) -> None:
    """Save the copy of a file."""
    number, _, path = text.partition(" ")
    if not number.isdecimal() or not path.strip():
        dialogue.speaker.refuse(
            gettext(
                "write the number and a path, such as {fetch}",
                fetch=as_typed("fetch 1 statutes.pdf"),
            )
        )
        return
    piece = numbered(dialogue.session.assessment, dialogue.position.name, int(number))
    target = Path(path.strip()).expanduser()
    evidences.save_copy(dialogue.session.desk, piece, target)
    dialogue.speaker.tell(
        gettext("{path}: the copy of {original}", path=target, original=piece.location)
    )
