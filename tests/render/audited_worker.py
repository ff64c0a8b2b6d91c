"""The worker with a witness: python audited_worker.py LOG [HTML FOLDER].

Every file that Python opens, every connection and every process goes to LOG as a line of JSON, from
the first request on. With a page and a folder of templates it prints that page instead, as a
template that went bad would, and says what was asked for.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

WATCHED = ("open", "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")


def watch(path: str) -> None:
    """Write down what is opened, connected or started from here on."""
    log = Path(path).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115  until the end

    def seen(event: str, given: tuple[Any, ...]) -> None:
        if event.startswith(WATCHED):
            log.write(json.dumps([event, str(given[0] if given else ""), str(given[1:2])]) + "\n")

    sys.addaudithook(seen)


def main(log: str, page: str = "", templates: str = "") -> None:
    """Answer requests, or print one page."""
    from assess.render import worker

    watch(log)
    if not page:
        worker.main()
        return
    from assess.render.printing.pdf_writer import write_pdf

    html = Path(page).read_text("utf-8")
    pressed = write_pdf(lambda _: html, Path(templates), frozenset(), lambda _part, _page: None)
    said = {"asked": pressed.attempts, "log": pressed.log, "pages": pressed.pages}
    print(json.dumps(said))  # noqa: T201  the test reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
