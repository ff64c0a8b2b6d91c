"""Makes the pictures of the README with the program itself, from the demonstration.

Run by hand: ./run python tests/pictures.py
Writes `.pictures/interview.svg`, `results.svg`, `report.png` and `summary.png`.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
import tomllib
from datetime import date
from functools import partial
from pathlib import Path

import pypdfium2

from assess.locations import indicators_folder, templates_folder
from assess.tui.app import AssessApp
from assess.workflow import find, open_desk, print_report

TARGET = Path(__file__).resolve().parents[1] / ".pictures"
TODAY = date(2026, 11, 22)


def main() -> None:
    """Build the demonstration in a folder of its own, and picture it."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        database = Path(home) / "demonstration.db"
        command = [sys.executable, "-m", "assess", "--db", str(database), "demo", "--no-open"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        asyncio.run(_screens(database))
        _pages(database, Path(home) / "report.pdf")


async def _screens(database: Path) -> None:
    colours = tomllib.loads((templates_folder() / "tokens.toml").read_text("utf-8"))["colour"]
    opener = partial(open_desk, database, indicators_folder(), today=TODAY)
    app = AssessApp(opener, tokens=colours, templates=templates_folder(), synthetic_notice=True)
    async with app.run_test(size=(118, 34)) as pilot:
        await pilot.pause(1)
        case = find(app.desk, "ninguna").case.id
        app.open_interview(case, "staff_fte")
        await pilot.pause(1)
        _save(app, "interview")
        await pilot.press("escape", "r")
        await pilot.pause(1)
        _save(app, "results")


def _save(app: AssessApp, name: str) -> None:
    """Save a screen as SVG, without the font that Textual would load from elsewhere."""
    svg = app.export_screenshot(title="assess")
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    (TARGET / f"{name}.svg").write_text(svg, encoding="utf-8")


def _pages(database: Path, target: Path) -> None:
    with open_desk(database, indicators_folder(), today=TODAY) as desk:
        print_report(desk, find(desk, "nullfjord"), templates_folder(), target)
    with pypdfium2.PdfDocument(target) as document:
        for name, number in (("summary", 1), ("report", 12)):
            large = document[number].render(scale=4).to_pil()
            small = large.resize((large.width * 3 // 8, large.height * 3 // 8))
            small.quantize(192).save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
