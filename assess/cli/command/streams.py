"""The standard streams, which may be closed, full or too narrow for the letters of a text."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from assess.errors import AssessError
from assess.languages import gettext


def prepare_streams() -> None:
    """See to it that no text is too foreign for the terminal; files of Windows are UTF-8 too.

    AssessError where the standard output is closed: nothing is done whose result nobody can see.
    Other closed streams become empty ones; their numbers must not go to a database.
    """
    is_closed = sys.stdout is None  # as Python has it then, against what its types say
    if sys.stdin is None:
        sys.stdin = _empty(0, os.O_RDONLY)
    if is_closed:
        sys.stdout = _empty(1, os.O_WRONLY)
    if sys.stderr is None:
        sys.stderr = _empty(2, os.O_WRONLY)
    encoding = "utf-8" if sys.platform == "win32" else None
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    if is_closed:
        raise AssessError(
            gettext(
                "The standard output is closed, so nothing could be shown and nothing was done; "
                "direct it to a file."
            )
        )


def _empty(number: int, flags: int) -> TextIO:
    handle = os.open(os.devnull, flags)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)
    return open(
        number, "r" if flags == os.O_RDONLY else "w", encoding="utf-8", closefd=False
    )  # a stream has no path


def forget(stream: TextIO) -> None:
    """Let a stream lead nowhere, so that Python does not complain when it flushes at the end."""
    with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
