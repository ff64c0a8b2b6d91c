"""A page in a real browser, driven from a test: Chromium or Firefox (packages of tests/browser)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "browser"
EXECUTABLES = {
    "chromium": ("chromium", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
}
"""The browsers, and the names of their programs."""


class Browser:
    """One browser with one page."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, command: str, **options: Any) -> Any:
        """Give the browser a command of `drive.mjs`, and what it answers."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"command": command, **options}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the browser ended"
        answer = json.loads(line)
        assert "fault" not in answer, answer["fault"]
        return answer["value"]

    def open(self, path: Path, **options: Any) -> None:
        """Open a file in a window of its own, as a browser that knows nothing yet."""
        self.do("fresh", **options)
        self.do("open", address=path.as_uri())

    def evaluate(self, expression: str) -> Any:
        """Give what an expression comes to in the page."""
        return self.do("evaluate", expression=expression)


@contextmanager
def browser(kind: str = "chromium") -> Iterator[Browser]:
    """Start a browser, `chromium` or `firefox`; skips the test where there is none."""
    found = next(filter(None, map(shutil.which, EXECUTABLES[kind])), None)
    if found is None or shutil.which("node") is None:
        pytest.skip(f"needs {kind} and node")
    if not (FOLDER / "node_modules" / "playwright-core").is_dir():
        pytest.skip("needs the packages of tests/browser: npm ci --prefix tests/browser")
    process = subprocess.Popen(
        ["node", str(FOLDER / "drive.mjs"), kind, found],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=dict(os.environ),
    )
    try:
        yield Browser(process)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()
