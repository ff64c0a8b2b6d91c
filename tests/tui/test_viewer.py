"""The viewer of the system, with which documents are opened: it is waited for until it ends."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from assess.errors import AssessError
from assess.tui.dialog.documents import view, view_address

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="has a viewer of its own")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a viewer, which writes down what it was given to open."""
    note, program = tmp_path / "note", tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" >"{note}.part" && mv "{note}.part" "{note}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("DISPLAY", ":0")
    return note


def read(note: Path) -> str:
    until = time.monotonic() + 20
    while not note.exists():
        assert time.monotonic() < until, "the viewer was not started"
        time.sleep(0.01)
    return note.read_text()


def test_a_document_and_an_address_are_opened_by_the_viewer(opened: Path, tmp_path: Path) -> None:
    document = tmp_path / "report.pdf"
    document.touch()
    view(document)
    assert read(opened) == str(document)
    opened.unlink()
    view_address("https://example.org/register")
    assert read(opened) == "https://example.org/register"


def test_without_a_viewer_the_place_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(AssessError, match=f"no viewer to open it; the file is {tmp_path}"):
        view(tmp_path)
