"""How long the report of 36 indicators takes, by part, and how much memory at most.

Run by hand:

python tests/benchmarks/bench_report.py [times]
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from assess.catalogue import load  # noqa: E402  the path comes first
from assess.locations import indicators_folder, templates_folder  # noqa: E402
from assess.render.html import report_html  # noqa: E402
from assess.render.pdf import write_report  # noqa: E402
from tests.cases import full_case, report_of  # noqa: E402

PACKAGES = ("weasyprint", "pydyf", "jinja2", "pydantic", "fonttools")


def main(times: int) -> None:
    """Print the table."""
    catalogue = load(indicators_folder())
    case = full_case(catalogue)
    templates = templates_folder()
    parts: dict[str, list[float]] = {}

    def took(part: str, seconds: float) -> None:
        parts.setdefault(part, []).append(seconds)

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.pdf"
        pages, size = 0, 0
        for _ in range(times):
            started = time.perf_counter()
            report = report_of(case, catalogue)
            took("assemble the record", time.perf_counter() - started)
            started = time.perf_counter()
            report_html(report, templates)
            took("HTML and charts, in this process", time.perf_counter() - started)
            started = time.perf_counter()
            printed = write_report(report, templates, target)
            took("PDF, cold, from call to file", time.perf_counter() - started)
            for part, seconds in printed.seconds.items():
                took(f"  {part}", seconds)
            pages, size = printed.pages, target.stat().st_size
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    megabytes = memory / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    machine = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    say(machine)
    say(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    say(f"{pages} pages, {size / 1000:.0f} kB, peak memory of the printer {megabytes:.0f} MB")
    say(f"\n{'part':<36}{'median s':>10}{'least s':>10}   of {times}")
    for part, measured in parts.items():
        say(f"{part:<36}{statistics.median(measured):>10.2f}{min(measured):>10.2f}")


def say(line: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
