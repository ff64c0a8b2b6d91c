"""How long the report of 36 indicators takes, by part, and how much memory at most.

Run by hand, on a machine that does nothing else:

python tests/benchmarks/bench_report.py [times] [reports of the batch]

With the package `typst` (PyPI) beside it, the same content is set by Typst too, and compared.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from assess.catalogue import load  # noqa: E402  the path comes first
from assess.core.report.record import Report  # noqa: E402
from assess.locations import indicators_folder, templates_folder  # noqa: E402
from assess.render.charts import draw  # noqa: E402
from assess.render.html import report_html  # noqa: E402
from assess.render.pdf import write_report  # noqa: E402
from assess.render.printer import Printer  # noqa: E402
from assess.render.tokens import load_tokens  # noqa: E402
from tests.benchmarks.typst_report import pictures_of, typst_seconds  # noqa: E402
from tests.cases import full_case, report_of  # noqa: E402
from tests.peers import drawn_comparison  # noqa: E402

PACKAGES = ("weasyprint", "pydyf", "jinja2", "pydantic", "fonttools")

Took = Callable[[str, float], None]


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
            took("PDF, cold, from call to file", time.perf_counter() - started)
            for part, seconds in printed.seconds.items():
                took(f"  {part}", seconds)
            pages = printed.pages
        _time_warm(report, target, times, took)
        size = target.stat().st_size
        megabytes = _peak()
        typst = typst_seconds(report, templates_folder(), Path(folder), times)
        one, two = (_time_batch(report, Path(folder), batch, cores) for cores in (1, 2))
    machine = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    say(machine)
    say(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    say(f"{pages} pages, {size / 1000:.0f} kB, peak memory of the printer {megabytes:.0f} MB")
    say(f"\n{'part':<40}{'median s':>10}{'least s':>10}   of {times}")
    for part, measured in parts.items():
        say(f"{part:<40}{statistics.median(measured):>10.2f}{min(measured):>10.2f}")
    cold = statistics.median(parts["PDF, cold, from call to file"])
    if typst:
        say(f"\nTypst, the same content, cold: {typst:.2f} s; ratio {cold / typst:.1f}")
    else:
        say("\nTypst: the package `typst` is not installed, so there is no comparison")
    say(f"{batch} reports: {one:.1f} s on one core, {two:.1f} s on two: {one / two:.2f} times")


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


def _time_batch(report: Report, folder: Path, count: int, cores: int) -> float:
    """Print so many reports with so many printers; the same record serves as well as another."""
    from concurrent.futures import ThreadPoolExecutor

    def write(numbers: range) -> None:
        with Printer(templates_folder()) as printer:
            for number in numbers:
                target = folder / f"{number}.pdf"
                write_report(report, templates_folder(), target, printer=printer)

    started = time.perf_counter()
    with ThreadPoolExecutor(cores) as pool:
        list(pool.map(write, [range(start, count, cores) for start in range(cores)]))
    return time.perf_counter() - started


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
