"""Walks through every screen of the interface in the pseudo-language, and says what it finds.

Run by the test beside it: `python -m tests.languages.screens`. In a process of its own, since the
screens are read in the language that is chosen when they are first imported.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from assess.languages import choose


def main() -> None:
    """Walk, and print what was found as JSON."""
    choose("en-XA")
    from tests.languages.walk import walk  # it imports the screens
    from tests.tui.pace import hasten

    hasten()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(walk(Path(folder)))
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
