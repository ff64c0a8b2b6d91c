"""Importing a file: what it needs beside itself is asked for, and can be tried again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assess.core.case.assessment import Assessment
from assess.tui.dialog.ask import AskScreen
from assess.workflow import Desk, export_case
from assess.workflow.desk.file_lock import lock_for, lock_with
from tests.tui.pace import done_apart
from tests.tui.screen_text import shown

Run = Callable[..., Any]


@pytest.fixture
def sealed(tmp_path: Path, desk: Desk, answered: Callable[..., Assessment]) -> Callable[..., Path]:
    """Give an encrypted case file of a case that is not here."""

    def write(lock: Any) -> Path:
        target = tmp_path / "case.json.age"
        export_case(desk, answered("Travelling Cluster"), target, lock=lock)
        desk.close()
        (tmp_path / "assess.db").unlink()
        return target

    return write


async def _give(pilot: Pilot[Any], text: str) -> str:
    """Type a text into the form in front, and give what is shown once it is dealt with."""
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")
    await done_apart(pilot)
    await pilot.pause()
    await pilot.pause()
    return " ".join(shown(pilot.app).split())


@pytest.mark.slow
async def test_a_passphrase_is_asked_for_and_a_wrong_one_can_be_tried_again(
    run: Run, sealed: Callable[..., Path]
) -> None:
    path = sealed(lock_with("right words"))
    async with run(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("plus", "2")
        asked = await _give(pilot, str(path))
        assert "is encrypted with a passphrase." in asked
        assert "--" not in asked.replace("─", "")
        assert pilot.app.screen.query_one(Input).password
        assert "Type the passphrase" in await _give(pilot, "")
        refused = await _give(pilot, "wrong words")
        assert "cannot be opened" in refused
        assert "wrong words" not in refused
        assert isinstance(pilot.app.screen, AskScreen)
        assert "Travelling Cluster" in await _give(pilot, "right words")
        assert not isinstance(pilot.app.screen, AskScreen)


async def test_a_key_is_asked_for(run: Run, sealed: Callable[..., Path], tmp_path: Path) -> None:
    from pyrage import x25519

    key = x25519.Identity.generate()
    path = sealed(lock_for([str(key.to_public())]))
    (tmp_path / "key.txt").write_text(str(key))
    (tmp_path / "key.txt").chmod(0o600)
    async with run(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("plus", "2")
        asked = await _give(pilot, str(path))
        assert "is encrypted for keys." in asked
        assert "cannot be read" in await _give(pilot, str(tmp_path / "none.txt"))
        assert "Travelling Cluster" in await _give(pilot, str(tmp_path / "key.txt"))


@pytest.mark.slow
async def test_the_case_is_asked_for_where_a_form_is_for_none(
    run: Run, desk: Desk, begun: Callable[..., Assessment], tmp_path: Path, templates: Path
) -> None:
    from assess.workflow.questionnaire.form_sending import form_for, write_workbook

    begun("Fjord Energy Cluster")
    path = tmp_path / "form.xlsx"
    write_workbook(desk, form_for(desk, None), templates, path)
    async with run(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("plus", "2")
        asked = await _give(pilot, str(path))
        assert "is not for a specific case." in asked
        assert "--into" not in asked
        assert "Choose the case" in await _give(pilot, "no such case")
        pilot.app.screen.query_one(Input).value = ""
        await pilot.press(*"fjord", "enter", "enter")
        await done_apart(pilot)
        assert not isinstance(pilot.app.screen, AskScreen), shown(pilot.app)


async def test_a_table_is_refused_without_the_name_of_an_option(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("organisation;country\nHarbour Cluster;France\n", encoding="utf-8")
    async with run(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("plus", "2")
        refused = await _give(pilot, str(path))
        assert "row 2, portfolio: this row has no value" in refused
        assert " --" not in refused


@pytest.mark.slow
async def test_an_encoding_is_asked_for_where_two_readings_remain(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    said = "Mühlenkreis;Iceland;Construction;2026-11-02;Ada Expert;video"
    heads = "organisation;country;portfolio;interview_date;expert;mode"
    path.write_bytes(f"{heads}\n{said}\n".encode("mac_roman"))
    async with run(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("plus", "2")
        asked = await _give(pilot, str(path))
        assert "name the right one" in asked, asked
        assert " --" not in asked
        assert "Type the encoding" in await _give(pilot, " ")
        assert "There is no encoding klingon" in await _give(pilot, "klingon")
        assert "Mühlenkreis" in await _give(pilot, "mac_roman")
