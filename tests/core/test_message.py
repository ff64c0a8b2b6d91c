"""A message has a code and a value for each of its places, from the moment it is made."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from assess.core.register.message import RegisterMessage
from assess.core.text.message import Day, Message, message
from assess.languages.message import say


def test_a_bare_day_is_written_as_one() -> None:
    told = message(RegisterMessage.STORY_NOTHING_SINCE, level="Bronze", day=date(2026, 3, 1))
    assert told.values["day"] == Day(date(2026, 3, 1))
    assert say(told) == "No Bronze Label is known since 2026-03-01."
    assert str(told) == f"register.story_nothing_since level=Bronze day={told.values['day']}"


@pytest.mark.parametrize(
    ("code", "values"),
    [
        (RegisterMessage.STORY_NOTHING_SINCE, {"level": "Bronze", "day": None}),
        (RegisterMessage.STORY_NOTHING_SINCE, {"level": None, "day": Day(date(2026, 3, 1))}),
        (None, {"level": "Bronze"}),
        ("", {}),
    ],
)
def test_what_is_not_there_is_refused_where_the_message_is_made(code: Any, values: Any) -> None:
    with pytest.raises(TypeError, match="without its code or a value"):
        Message(code, values)
    with pytest.raises(TypeError, match="without its code or a value"):
        message(code, **values)


def test_what_cannot_be_said_is_no_empty_text() -> None:
    with pytest.raises(AssertionError, match=r"None"):
        say(cast("Any", None))
    with pytest.raises(TypeError, match="two messages"):
        say(True)
