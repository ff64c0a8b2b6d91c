"""veraPDF, where it is: its library by VERAPDF_CLASSPATH with a JDK, or its command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

CHECK = Path(__file__).with_name("verapdf") / "Check.java"
COMMAND = shutil.which("verapdf")
CLASSPATH = os.environ.get("VERAPDF_CLASSPATH", "")
IS_THERE = bool(COMMAND or (CLASSPATH and shutil.which("javac")))


def faults(*paths: Path, flavours: tuple[str, ...] = ("ua1", "3a")) -> dict[Path, list[str]]:
    """Give the rules that each file breaks, in words; fails where one of them is not judged."""
    found = (_by_library if CLASSPATH else _by_command)(paths, flavours)
    assert set(found) == {(path, flavour) for path in paths for flavour in flavours}
    return {path: [one for flavour in flavours for one in found[path, flavour]] for path in paths}


def _by_library(
    paths: tuple[Path, ...], flavours: tuple[str, ...]
) -> dict[tuple[Path, str], list[str]]:
    short = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]  # it runs for seconds only
    command = ["java", *short, "-cp", CLASSPATH, str(CHECK), ",".join(flavours), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[tuple[Path, str], list[str]] = {}
    broken: list[str] = []
    for line in done.stdout.splitlines():
        if line.startswith("fault "):
            broken.append(line)
        elif verdict := re.fullmatch(r"(passed|failed) (\w+) \d+ (.*)", line):
            assert (verdict[1] == "failed") == bool(broken)
            found[Path(verdict[3]), verdict[2]] = broken
            broken = []
    return found


def _by_command(
    paths: tuple[Path, ...], flavours: tuple[str, ...]
) -> dict[tuple[Path, str], list[str]]:
    found = {}
    for flavour in flavours:
        for path in paths:
            command = [
                COMMAND or "verapdf",
                "--flavour",
                flavour,
                "--format",
                "text",
                "-v",
                str(path),
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.stdout.startswith(("PASS", "FAIL")):
                lines = done.stdout.splitlines()
                found[path, flavour] = [] if done.stdout.startswith("PASS") else lines
    return found
