"""PDF: documents printed in a subprocess, so that no crash, leak or wait reaches the caller."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from assess.core.report.award import AwardRecord
from assess.core.report.record import Report
from assess.core.value import Value
from assess.errors import RenderFault
from assess.files import write_whole

TIMEOUT = 300.0
"""Seconds after which printing is given up: far more than the longest report took."""

_PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Printed:
    """What came of printing."""

    pages: int
    missing: tuple[str, ...]
    """Characters without a glyph in any font; they stand in print by their number."""
    refused: tuple[str, ...]
    """Addresses that the document asked for and did not get."""
    seconds: Mapping[str, float]
    """How long each step took: import, record, html, parse, layout, write."""


@dataclass(frozen=True)
class Finding:
    """One part of the printer on this machine."""

    name: str
    text: str
    works: bool
    package: str = ""
    """What to install where it does not work."""
    needed: bool = True
    """Whether nothing can be printed without it."""


def write_report(
    report: Report, templates: Path, target: Path, *, timeout: float = TIMEOUT
) -> Printed:
    """Print a report as PDF/UA-1 to a file, whole or not at all.

    Raises RenderFault where it cannot be printed, and where the renderer had anything to warn of.
    """
    return _write("report", report, templates, target, timeout)


def write_award_record(
    record: AwardRecord, templates: Path, target: Path, *, timeout: float = TIMEOUT
) -> Printed:
    """Print an award record on one page; as `write_report`."""
    return _write("award_record", record, templates, target, timeout)


def libraries(templates: Path) -> tuple[Finding, ...]:
    """Tell what of the printer works on this machine; never raises for what does not."""
    try:
        answer = _ask({"document": "libraries", "templates": str(templates)}, templates, TIMEOUT)
    except RenderFault as fault:
        package = "libpangoft2-1.0-0 and libharfbuzz-subset0 (Debian), pango (Fedora, Homebrew)"
        return (Finding(name="WeasyPrint", text=str(fault), works=False, package=package),)
    return tuple(Finding(**one) for one in answer["found"])


def _write(document: str, record: Value, templates: Path, target: Path, timeout: float) -> Printed:
    with tempfile.TemporaryDirectory(prefix="assess-print-") as folder:
        printed = Path(folder) / "document.pdf"
        request = {
            "document": document,
            "record": record.model_dump(mode="json"),
            "templates": str(templates),
            "target": str(printed),
        }
        answer = _ask(request, templates, timeout)
        if answer["log"]:
            first = answer["log"][0]
            more = len(answer["log"]) - 1
            others = f" (and {more} more)" if more else ""
            raise RenderFault(
                f"The document could not be printed as it should be: {first}{others}."
            )
        write_whole(target, printed.read_bytes())
    return Printed(
        pages=answer["pages"],
        missing=tuple(answer["missing"]),
        refused=tuple(answer["refused"]),
        seconds=answer["seconds"],
    )


def _ask(request: dict[str, Any], templates: Path, timeout: float) -> dict[str, Any]:
    """Send one request to a worker of its own and give the answer, or say why there is none."""
    with _fonts(templates) as configuration:
        try:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "assess.render.worker"],
                input=json.dumps(request) + "\n",
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                env=_environment(configuration),
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise RenderFault(
                f"Printing took more than {timeout:g} seconds and was stopped."
            ) from None
        except OSError as error:
            raise RenderFault(f"The printer could not be started: {error.strerror}.") from error
    if done.returncode != 0 or not done.stdout.strip():
        last = done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise RenderFault(f"The printer stopped ({done.returncode}): {last[0][:300]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "fault" in answer:
        raise RenderFault(_why(answer["fault"]))
    return answer


def _why(fault: str) -> str:
    if fault.startswith("OSError: cannot load library"):
        return (
            "The native libraries of WeasyPrint are missing; `assess check` says which package "
            f"brings them ({fault.splitlines()[0][:120]})."
        )
    return f"The document could not be printed: {fault}"


def _environment(configuration: Path) -> dict[str, str]:
    """Give what the worker needs of the environment, and nothing that could change its output."""
    kept = (
        "PATH",
        "HOME",
        "LD_LIBRARY_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH",
        "SYSTEMROOT",
        "TMPDIR",
        "XDG_CACHE_HOME",
    )
    wanted = {name: os.environ[name] for name in kept if name in os.environ}
    wanted |= {name: text for name, text in os.environ.items() if name.startswith("WEASYPRINT_")}
    return wanted | {
        "FONTCONFIG_FILE": str(configuration),
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(_PACKAGE),
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
    }


@contextmanager
def _fonts(templates: Path) -> Iterator[Path]:
    """Write a font configuration: the bundled fonts first, those of the system after them."""
    system = (
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        "C:/Windows/Fonts",
    )
    folders = [str((templates / "fonts").resolve()), *(one for one in system if Path(one).is_dir())]
    listed = "".join(f"<dir>{escape(one)}</dir>" for one in folders)
    with tempfile.TemporaryDirectory(prefix="assess-fonts-") as folder:
        path = Path(folder) / "fonts.conf"
        path.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
            f"<fontconfig>{listed}<cachedir>/var/cache/fontconfig</cachedir>"
            '<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>',
            encoding="utf-8",
        )
        yield path
