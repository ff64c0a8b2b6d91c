"""The printer's process: warm between documents, stopped and started anew, never left behind."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assess.errors import RenderFault
from assess.render.printing import printer as printers
from assess.render.printing.printer import Cancelled, Printer

ECHO = """
import json, os, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps({"part": "layout", "page": 1}), flush=True)
    match asked["document"]:
        case "slow": time.sleep(60)
        case "die": sys.stderr.write("first\\nthe last words\\n"); sys.exit(3)
        case "fault": print(json.dumps({"fault": "it is broken"}), flush=True)
        case _: print(json.dumps({"process": os.getpid()}), flush=True)
"""


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Printer]:
    """A printer whose process answers at once with its number."""
    monkeypatch.setattr(printers, "COMMAND", ("-c", ECHO))
    with Printer(tmp_path) as opened:
        yield opened


def test_one_process_prints_one_document_after_the_other(printer: Printer) -> None:
    told: list[tuple[str, int]] = []
    first = printer.ask({"document": "x"}, tell=lambda part, page: told.append((part, page)))
    assert told == [("start", 0), ("layout", 1)]
    told.clear()
    second = printer.ask({"document": "x"}, tell=lambda part, page: told.append((part, page)))
    assert first == second
    assert told == [("layout", 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such order of processes")
def test_a_printer_beside_the_interface_gives_way(printer: Printer, tmp_path: Path) -> None:
    with Printer(tmp_path, gives_way=True) as other:
        first, second = (one.ask({"document": "x"})["process"] for one in (printer, other))
        order = [os.getpriority(os.PRIO_PROCESS, one) for one in (first, second)]
    assert order[1] == min(order[0] + printers.NICE, 19)


def test_what_is_cancelled_ends_at_once_and_the_next_starts_anew(printer: Printer) -> None:
    first = printer.ask({"document": "x"})
    threading.Timer(0.3, printer.cancel).start()
    started = time.monotonic()
    with pytest.raises(Cancelled, match="cancelled"):
        printer.ask({"document": "slow"})
    assert time.monotonic() - started < 30
    assert printer.ask({"document": "x"}) != first


def test_to_cancel_when_nothing_is_printed_spoils_nothing(printer: Printer) -> None:
    printer.cancel()
    assert printer.ask({"document": "x"})["process"] > 0
    printer.cancel()
    assert printer.ask({"document": "x"})["process"] > 0


def test_a_time_limit_a_death_and_a_fault_are_each_a_sentence(printer: Printer) -> None:
    with pytest.raises(RenderFault, match=r"more than 0\.3 seconds and was stopped"):
        printer.ask({"document": "slow"}, timeout=0.3)
    with pytest.raises(RenderFault, match=r"The printer stopped \(3\): the last words"):
        printer.ask({"document": "die"})
    with pytest.raises(RenderFault, match="could not be printed: it is broken"):
        printer.ask({"document": "fault"})
    assert printer.ask({"document": "x"})["process"] > 0


def test_a_closed_printer_leaves_no_process_and_no_folder(printer: Printer) -> None:
    printer.ask({"document": "x"})
    process, folder = printer._process, printer._folder
    assert process is not None
    assert folder is not None
    printer.close()
    assert process.poll() is not None
    assert not Path(folder.path).exists()
