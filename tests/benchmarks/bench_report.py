"""How long the report of 36 indicators takes, and many of them: by part, with the most memory.

Run by hand, on a machine that does nothing else:

python tests/benchmarks/bench_report.py [times] [reports of the batch]

With the package `typst` (PyPI) beside it, the same content is set by Typst too, and compared; of
its parts only the whole can be told, from the start of a process with its source ready.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from assess.catalogue import load  # noqa: E402  the path comes first
from assess.core.report.record.report import Report  # noqa: E402
from assess.locations import indicators_folder, templates_folder  # noqa: E402
from assess.render.chart.chart import draw  # noqa: E402
from assess.render.document.design_tokens import load_tokens  # noqa: E402
from assess.render.document.document import write_report  # noqa: E402
from assess.render.document.html import report_html  # noqa: E402
from assess.render.printing.printer import Printer  # noqa: E402
from tests.benchmarks.typst_report import pictures_of, share_of_words, typst_report  # noqa: E402
from tests.cases import full_case, report_of  # noqa: E402
from tests.peers import drawn_comparison  # noqa: E402

PACKAGES = ("weasyprint", "pydyf", "jinja2", "pydantic", "fonttools")

COLD = "PDF, cold, from call to file"

Took = Callable[[str, float], None]


@dataclass(frozen=True)
class Batch:
    """What came of many reports."""

    seconds: float
    parts: dict[str, float]
    megabytes: float
    """Of the printer that took most."""


def main(times: int, batch: int) -> None:
    """Print the tables."""
    catalogue = load(indicators_folder())
    case = full_case(catalogue)
    comparison = drawn_comparison(case, catalogue)
    report = report_of(case, catalogue, comparison=comparison)
    parts: dict[str, list[float]] = {}

    def took(part: str, seconds: float) -> None:
        parts.setdefault(part, []).append(seconds)

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.pdf"
        pages = 0
        for _ in range(times):
            started = time.perf_counter()
            report_of(case, catalogue, comparison=comparison)
            took("assemble the record", time.perf_counter() - started)
            _time_pieces(report, took)
            started = time.perf_counter()
            printed = write_report(report, templates_folder(), target)
            took(COLD, time.perf_counter() - started)
            for part, seconds in printed.seconds.items():
                took(f"  {part}", seconds)
            pages = printed.pages
        megabytes = _peak()
        _time_warm(report, target, times, took)
        size = target.stat().st_size
        one, two = (_time_batch(report, Path(folder), batch, cores) for cores in (1, 2))
        typst = typst_report(report, templates_folder(), Path(folder), times)
        alike = share_of_words(target, typst.target) if typst else 0.0
        typst_pages = _count(typst.target) if typst else 0
    machine = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    say(machine)
    say(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    say(f"{pages} pages, {size / 1000:.0f} kB, peak memory of the printer {megabytes:.0f} MB")
    say(f"\n{'part':<40}{'median s':>10}{'least s':>10}   of {times}")
    for part, measured in parts.items():
        say(f"{part:<40}{statistics.median(measured):>10.2f}{min(measured):>10.2f}")
    cold = statistics.median(parts[COLD])
    if typst:
        say(
            f"\nTypst, cold: {typst.seconds:.2f} s for {typst_pages} pages with {alike:.1%} of the"
            f" words, tagged as PDF/A-3a and PDF/UA-1; ratio {cold / typst.seconds:.1f}"
        )
    else:
        say("\nTypst: the package `typst` is not installed, so there is no comparison")
    say(f"\n{f'{batch} reports':<40}{'one core':>10}{'two cores':>10}")
    for part in one.parts:
        say(f"{f'  {part}':<40}{one.parts[part]:>10.2f}{two.parts[part]:>10.2f}")
    say(f"{'from the first call to the last file':<40}{one.seconds:>10.2f}{two.seconds:>10.2f}")
    say(f"{'peak memory of a printer, MB':<40}{one.megabytes:>10.0f}{two.megabytes:>10.0f}")
    say(f"two cores: {one.seconds / two.seconds:.2f} times as fast")


def _time_pieces(report: Report, took: Took) -> None:
    tokens = load_tokens(templates_folder())
    started = time.perf_counter()
    for picture in pictures_of(report):
        draw(picture, tokens)
    took("charts, in this process", time.perf_counter() - started)
    started = time.perf_counter()
    report_html(report, templates_folder())
    took("HTML with its charts, in this process", time.perf_counter() - started)


def _time_warm(report: Report, target: Path, times: int, took: Took) -> None:
    with Printer(templates_folder()) as printer:
        printer.warm()
        for _ in range(times):
            for name, summary in (("the two pages, warm", True), ("PDF, warm", False)):
                started = time.perf_counter()
                write_report(report, templates_folder(), target, summary=summary, printer=printer)
                took(name, time.perf_counter() - started)


def _time_batch(report: Report, folder: Path, count: int, cores: int) -> Batch:
    """Print so many reports with so many printers; the same record serves as well as another."""
    parts: dict[str, float] = {}

    def write(numbers: range) -> float:
        with Printer(templates_folder()) as printer:
            for number in numbers:
                target = folder / f"{number}.pdf"
                printed = write_report(report, templates_folder(), target, printer=printer)
                for part, seconds in printed.seconds.items():
                    parts[part] = parts.get(part, 0.0) + seconds
            return _peak_of(printer)

    started = time.perf_counter()
    with ThreadPoolExecutor(cores) as pool:
        peaks = list(pool.map(write, [range(start, count, cores) for start in range(cores)]))
    return Batch(time.perf_counter() - started, parts, max(peaks))


def _peak_of(printer: Printer) -> float:
    """Give the most memory that a printer took so far, in MB; 0 where the system does not tell."""
    process = printer._process
    status = Path(f"/proc/{process.pid if process else 0}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def _count(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _peak() -> float:
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return memory / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def say(line: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 5,
        int(sys.argv[2]) if len(sys.argv) > 2 else 20,
    )
