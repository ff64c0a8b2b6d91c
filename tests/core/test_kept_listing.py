"""A listing that an older version kept in prose is understood as the messages that it was."""

from __future__ import annotations

from datetime import date

from assess.core.case.reading.message import ReadingMessage
from assess.core.published_list.kept import understood_listing
from assess.core.register.record import Listing
from assess.core.text.message import Message, message
from assess.languages.message import say
from assess.languages.understanding import understood


def listing(*warnings: str | Message) -> Listing:
    return Listing(
        label="a",
        name="Fjord Tech",
        country="NOR",
        portfolio="ICT",
        by="Ada",
        on=date(2026, 11, 2),
        source="list, line 1",
        warnings=warnings,
    )


def test_a_warning_in_prose_becomes_its_message_and_other_prose_stays() -> None:
    taken = message(ReadingMessage.LAST_DAY_TAKEN, text="May 2027")
    found = understood_listing(listing(say(taken), "as I said by telephone"), understood)
    assert found.warnings == (taken, "as I said by telephone")


def test_what_has_no_prose_is_the_same_listing() -> None:
    whole = listing(message(ReadingMessage.FIRST_DAY_TAKEN, text="May 2027"))
    assert understood_listing(whole, understood) is whole
