"""Check that every locked package comes built for each system that the README names.

`python .ci/built_packages.py requirements.lock 3.11 3.14` asks the index, for these versions of
Python, and downloads nothing but metadata. It ends with 1 where somebody would need a compiler.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement


class System(NamedTuple):
    """A kind of machine: what pip calls it, and what markers see of it."""

    tags: tuple[str, ...]
    platform: str
    machine: str


SYSTEMS = {
    "macOS 14, Apple": System(("macosx_14_0_arm64",), "darwin", "arm64"),
    "macOS 14, Intel": System(("macosx_14_0_x86_64",), "darwin", "x86_64"),
    "Windows": System(("win_amd64",), "win32", "AMD64"),
    "Linux, x86_64": System(("manylinux_2_28_x86_64", "manylinux2014_x86_64"), "linux", "x86_64"),
    "Linux, ARM": System(("manylinux_2_28_aarch64", "manylinux2014_aarch64"), "linux", "aarch64"),
}


def locked(lock: Path) -> Iterator[Requirement]:
    """Give the packages of a lock file, each with its version and marker."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if re.match(r"[A-Za-z0-9]", line):
            yield Requirement(line.removesuffix("\\").strip())


def is_pure(requirement: Requirement) -> bool:
    """Tell whether a package is the same everywhere, as far as it is installed here."""
    try:
        wheel = distribution(requirement.name).read_text("WHEEL") or ""
    except PackageNotFoundError:
        return False
    return "-none-any" in wheel


def wanted(lock: Path, python: str, system: System) -> list[str]:
    """Give what such a machine installs that is not pure."""
    full = f"{python}.9" if python.count(".") == 1 else python
    seen = {
        "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": full,
        "sys_platform": system.platform,
        "platform_machine": system.machine,
        "platform_system": {"darwin": "Darwin", "win32": "Windows"}.get(system.platform, "Linux"),
        "os_name": "nt" if system.platform == "win32" else "posix",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    return [
        f"{requirement.name}{requirement.specifier}"
        for requirement in locked(lock)
        if not is_pure(requirement)
        and (requirement.marker is None or requirement.marker.evaluate(seen))
    ]


def missing(python: str, name: str, packages: list[str]) -> str:
    """Ask the index for built packages; gives what pip says where there are none."""
    with tempfile.TemporaryDirectory() as folder:
        asked = subprocess.run(
            [
                *(sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"),
                *("install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps"),
                *("--only-binary=:all:", "--implementation=cp", f"--python-version={python}"),
                *(f"--platform={tag}" for tag in SYSTEMS[name].tags),
                *("--target", folder, *packages),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    return "" if asked.returncode == 0 else asked.stderr


def main() -> int:
    """Check every system for the given versions of Python."""
    lock, *versions = sys.argv[1:]
    cases = [(python, name) for python in versions for name in SYSTEMS]
    asked = [wanted(Path(lock), python, SYSTEMS[name]) for python, name in cases]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        asking = [
            pool.submit(missing, *case, what) for case, what in zip(cases, asked, strict=True)
        ]
        faults = [each.result() for each in asking]
    for (python, name), packages, fault in zip(cases, asked, faults, strict=True):
        said = "not all come built" if fault else "all come built"
        sys.stdout.write(f"Python {python}, {name}: {len(packages)} packages, {said}\n{fault}")
    return int(any(faults))


if __name__ == "__main__":
    sys.exit(main())
