"""The message of the report on the screen: its sentences, and a form to edit them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from textual.content import Content

from assess.languages import gettext
from assess.tui.advice.reviewed import passage
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.row_list import Column, Row
from assess.workflow import Desk
from assess.workflow.case.cases import assessment_of
from assess.workflow.report.key_message import BoardMessage, board_message, edit_message

MESSAGE = (
    Column("place", "", 2, right=True),
    Column("sentence", gettext("Sentence"), share=1),
)

_NEXT_SENTENCE = re.compile(r"(?<=[.!?]) +")


def message_rows(said: BoardMessage) -> Iterator[Row]:
    """Give a row for each sentence."""
    for place, sentence in enumerate(_NEXT_SENTENCE.split(said.text), start=1):
        yield Row(f"sentence-{place}", (str(place), sentence))


def message_in_words(said: BoardMessage) -> str:
    """Say where the sentences come from."""
    if said.is_outdated:
        return gettext(
            "! Facts changed after you edited this; the side pane shows what the program "
            "would now write."
        )
    if said.is_edited:
        return gettext("Your own wording; u restores the composed sentences.")
    return gettext("The report begins with these sentences, composed from what is known.")


def describe_message(said: BoardMessage) -> Content:
    """Give the message in full, and what would be composed now where that is another one."""
    lines = passage(gettext("The message"), said.text)
    if said.is_edited:
        head = gettext("Composed from what is known now")
        lines += [
            Content(""),
            *passage(head, said.composed, "$warning" if said.is_outdated else ""),
        ]
    return Content("\n").join(lines)


def message_form(desk: Desk, case_id: str) -> AskScreen:
    """Ask for another wording."""

    def submit(values: Mapping[str, str]) -> None:
        if not values["text"].strip():
            raise WrongField("text", gettext("Write the message; nothing was saved."))
        edit_message(desk, assessment_of(desk, case_id), values["text"])

    said = board_message(desk, assessment_of(desk, case_id))
    return AskScreen(
        gettext("Edit the message"),
        [Asked("text", gettext("Message"), said.text, kind="text")],
        submit,
        explanation=gettext("Four to six sentences for the board."),
        keep_as="message",
        case_id=case_id,
    )
