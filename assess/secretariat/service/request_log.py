"""The log: a line of JSON for each request, with what happened and never with what was said."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any, TextIO


class RequestLog:
    """Writes lines of JSON."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Take where to write; without it, the standard error."""
        self._stream = stream

    def write(self, what: str, **values: Any) -> None:
        """Write a line; `values` are names, numbers and codes, never a part of a case."""
        line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "what": what, **values}
        print(json.dumps(line, ensure_ascii=True), file=self._stream or sys.stderr, flush=True)

    def failure(self, error: BaseException, **values: Any) -> None:
        """Write where an error came from: its kind and its place, not its text, which may quote."""
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
        self.write("error", kind=type(error).__name__, where=where, **values)
