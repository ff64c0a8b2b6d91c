"""Stops of the walk: the register with its sheets and dialogs, and a damaged database."""

from __future__ import annotations

from pathlib import Path

from textual.screen import ModalScreen

from tests.languages.walker import Typed, Walker

LIST = """Name;Comparative portfolio;www;Label valid until;Country
Beta Cluster;ICT;www.beta.example;2027/03/31;Malta
Alfa Cluster;Construction;;2026/02/28;Norway
;ICT;;2026/02/28;Norway
"""


async def register(walker: Walker, folder: Path) -> None:
    """Look at the register, take in a list, and look at each sheet."""
    listed = folder / "list.csv"
    listed.write_text(LIST, encoding="utf-8")
    await walker.look("register", "g")
    await walker.help("register")
    await walker.look("take in a list", "plus")
    await walker.look("take in no list", *"Q9", "ctrl+s")
    await walker.press("ctrl+u", Typed(listed), "tab")
    await walker.look("take in a list of no country", *"Q9", "ctrl+s")
    await walker.press("ctrl+u", "tab", "tab", "tab", Typed("2026-04-15"))
    await walker.look("a list was taken in", "enter")
    await walker.press("escape")
    await walker.look("what is to be added?", "plus")
    await walker.look("complete which row?", "2")
    await walker.look("complete a row", "1")
    await walker.look("complete a row, nothing typed", "ctrl+s")
    await walker.leave_dialog()
    for _ in range(4):
        await walker.look("register", "down")
    await walker.look("register as known then", "h")
    await walker.look("register on a day", "h", "g")
    await walker.look("register on no day", *"Q9", "enter")
    await walker.press("ctrl+u", Typed("2026-01-01"), "enter")
    await walker.look("register on another day")
    await walker.look("filter of the register", "slash", *"Q9")
    await walker.press("escape")
    for key, name in (("1", "proof"), ("2", "brochure"), ("3", "site")):
        await walker.look("save what?", "ctrl+s")
        await walker.look(f"save the {name}", key)
        await walker.look(f"save the {name}, nothing typed", "ctrl+u", "ctrl+s")
        await walker.leave_dialog()
    for key, name in (("1", "reminders"), ("2", "statistics"), ("3", "progress")):
        await walker.look("see what?", "v")
        await walker.look(name, key)
        await walker.help(name)
        if name == "reminders":
            await walker.look("calendar", "ctrl+s")
            await walker.press("escape")
        await walker.press("escape")
    await walker.press("escape")


async def damage(walker: Walker) -> None:
    """Look at how a damaged database is explained, once what can be saved of it is saved."""
    await walker.until(lambda: isinstance(walker.app.screen, ModalScreen))
    await walker.look("damage")
    await walker.look("damage, left as it is", "escape")
