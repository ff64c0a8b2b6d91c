"""Typing into the real program, ending it at any moment, and looking at what is left."""

from __future__ import annotations

import random
import sqlite3
import string
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from assess.store import Store
from assess.store.database.verification import verify
from tests.end_to_end.terminal import CTRL_G, END, ENTER, SHIFT_TAB, TAB, Terminal
from tests.notation import NOON

A_SECOND = 1.0
"""So much of what is typed may be lost."""


CHOICE, TEXT = "specialisation", "specialisation_text"


class Round(NamedTuple):
    """What a round of typing saw before the end, and what was there afterwards."""

    acknowledged: list[object]
    """The answers that the database held just before the end, oldest first."""
    kept: list[object]
    seen: str
    """What stood on the screen a second before the end, of the text that was typed."""
    typed: str
    left: str
    """The text that was there afterwards, as a draft or as an answer."""
    faults: list[str]
    """What the check of the database found afterwards."""

    @property
    def is_whole(self) -> bool:
        """Whether no answer was lost or altered, and of the typed text at most the last second."""
        return (
            self.kept[: len(self.acknowledged)] == self.acknowledged
            and self.typed.startswith(self.left)
            and self.left.startswith(self.seen)
            and not self.faults
        )


def history(database: Path) -> list[object]:
    """Give the bodies of all answers ever given, oldest first, read beside the program."""
    with closing(sqlite3.connect(database, timeout=10)) as connection:
        return [body for (body,) in connection.execute("SELECT body FROM answer ORDER BY seq")]


def text_at_rest(store: Store, case_id: str) -> str:
    """Give the text of the fourth indicator as it is kept, as a draft or as an answer."""
    return store.drafts.of(case_id).get(TEXT) or str(store.assessment(case_id).value(TEXT) or "")


def go_to_the_field(terminal: Terminal) -> None:
    """Open the fourth indicator: a choice by digit, and a text."""
    terminal.press(CTRL_G)
    terminal.wait_for("Go to")
    terminal.press(f"4{ENTER}")
    terminal.wait_for("Thematic specialisation", gone=("Go to indicator",))


def type_and_kill(
    env: Mapping[str, str], database: Path, case_id: str, chance: random.Random
) -> Round:
    """Open the only case, answer by digits, type a text, and kill the program at some moment."""
    with Store(database, now=NOON) as store:
        before = text_at_rest(store, case_id)
        place = next((one.question for one in store.places.all()), None)
    typed, on_screen = before, [(0.0, before)]
    with Terminal(env=env) as terminal:
        terminal.wait_for("Cluster")
        terminal.press(ENTER)
        terminal.wait_for("Interview ·")
        if place not in (CHOICE, TEXT):
            go_to_the_field(terminal)
        terminal.wait_for("Thematic specialisation")
        terminal.press(SHIFT_TAB * (place == TEXT))
        terminal.press("".join(chance.choices("12345", k=chance.randint(1, 6))) + TAB + END)
        terminal.read(0.3)
        end = time.monotonic() + chance.uniform(0.1, 2.5)
        while time.monotonic() < end and len(typed) < 60:
            letter = chance.choice(string.ascii_lowercase)
            terminal.press(letter)
            typed += letter
            terminal.read(chance.uniform(0.01, 0.08))
            if typed in terminal.text:
                on_screen.append((time.monotonic(), typed))
        acknowledged = history(database)
        killed_at = time.monotonic()
        terminal.kill()
        terminal.ended()
    with Store(database, now=NOON) as store:
        faults = [str(fault) for fault in verify(store.ledger).faults]
        left = text_at_rest(store, case_id)
    seen = [text for at, text in on_screen if at <= killed_at - A_SECOND]
    return Round(acknowledged, history(database), seen[-1], typed, left, faults)
