"""The printer: a subprocess that is kept warm and prints one document after the other.

No crash, leak or wait of the libraries reaches the caller; `cancel` may come from another thread.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Self

from assess.errors import RenderFault
from assess.languages import gettext, spoken_language
from assess.render.printing.fontconfig import write_configuration
from assess.temporary import TemporaryFolder, remove_abandoned

TIMEOUT = 300.0
"""Seconds after which printing is given up: far more than the longest report took."""

Tell = Callable[[str, int], None]
"""Takes the part that is worked on (`start`, `record`, `style`, `layout`, `write`) and the page."""

NICE = 5
"""How far a printer that gives way stands behind the interface, in the steps of `nice`."""

COMMAND = ("-m", "assess.render.worker")

_PACKAGE = Path(__file__).resolve().parents[3]


class Cancelled(RenderFault):
    """Printing was stopped because it was not wanted any more."""


class Printer:
    """Prints with the fonts of one folder of templates; starts when it is first asked."""

    def __init__(self, templates: Path, *, gives_way: bool = False) -> None:
        """Have a printer; one that gives way is served after all that somebody waits for."""
        self.templates = templates
        self._gives_way = gives_way
        self._process: subprocess.Popen[str] | None = None
        self._folder: TemporaryFolder | None = None
        self._asking = threading.Lock()
        self._starting = threading.Lock()
        self._stopped = ""
        """Why the process was stopped by us, while an answer was awaited."""
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start, load the libraries and print a line; a fault shows when something is asked."""
        with self._asking:
            self._exchange({"document": "warm"}, TIMEOUT, None)

    def ask(
        self, request: dict[str, Any], *, timeout: float = TIMEOUT, tell: Tell | None = None
    ) -> dict[str, Any]:
        """Send one request and give its answer.

        Raises RenderFault where there is none, and Cancelled where it was not wanted any more.
        """
        with self._asking:
            answer = self._exchange(request, timeout, tell)
        if "fault" in answer:
            raise RenderFault(_why(answer["fault"]))
        return answer

    def cancel(self) -> None:
        """Stop what is being printed, if anything is; the next request starts anew."""
        if self._asking.locked():
            self._stop("cancel")

    def close(self) -> None:
        """Stop for good and remove what was made for it; what is asked later is `Cancelled`."""
        with self._starting:
            self._is_closed = True
            self._stop("cancel")
            self._clear()

    def _exchange(
        self, request: dict[str, Any], timeout: float, tell: Tell | None
    ) -> dict[str, Any]:
        if tell is not None and self._process is None:
            tell("start", 0)
        process = self._start()
        watch = threading.Timer(timeout, self._stop, ("timeout",))
        watch.start()
        line, answer = "", None
        try:
            shared = {"templates": str(self.templates), "interface": spoken_language().code}
            line = json.dumps(request | shared) + "\n"
            _piped(process.stdin).write(line)
            _piped(process.stdin).flush()
            answer = _awaited(_piped(process.stdout), tell)
        except (OSError, ValueError):
            answer = None
        except BaseException:
            self._stop("cancel")
            raise
        finally:
            watch.cancel()
        if answer is not None:
            return answer
        return self._explain(process, timeout)

    def _explain(self, process: subprocess.Popen[str], timeout: float) -> dict[str, Any]:
        """Say why there was no answer."""
        process.kill()
        code = process.wait()
        stopped, self._stopped = self._stopped, ""
        last = self._last_line()[:300]
        with self._starting:
            self._clear()
        if stopped == "cancel":
            raise Cancelled(gettext("Printing was cancelled."))
        if stopped == "timeout":
            raise RenderFault(
                gettext(
                    "Printing took more than {timeout} seconds and was stopped.",
                    timeout=f"{timeout:g}",
                )
            )
        if last:
            raise RenderFault(
                gettext("The printer stopped ({code}): {fault}", code=code, fault=last)
            )
        raise RenderFault(gettext("The printer stopped ({code}) without a message", code=code))

    def _last_line(self) -> str:
        """Give the last line that the process wrote to standard error; or nothing."""
        text = ""
        if self._folder is not None:
            with suppress(OSError):
                text = (self._folder.path / "log").read_text("utf-8", "replace")
        return text.strip().splitlines()[-1] if text.strip() else ""

    def _start(self) -> subprocess.Popen[str]:
        with self._starting:
            if self._is_closed:
                raise Cancelled(gettext("Printing was cancelled."))
            is_dying = bool(self._stopped)
            if self._process is not None and not is_dying and self._process.poll() is None:
                return self._process
            self._clear()
            self._stopped = ""
            remove_abandoned()
            self._folder = TemporaryFolder("printer")
            folder = self._folder.path
            environment = printing_environment(self.templates, folder)
            try:
                with (folder / "log").open("w", encoding="utf-8") as log:
                    self._process = subprocess.Popen(
                        [sys.executable, "-P", *COMMAND],
                        stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE,
                        stderr=log,
                        encoding="utf-8",
                        errors="replace",
                        env=environment,
                        start_new_session=True,  # Ctrl-C is for us, who then stop it
                        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
                    )
            except OSError as error:
                raise RenderFault(
                    gettext(
                        "The printer could not be started: {reason}.",
                        reason=error.strerror or str(error),
                    )
                ) from error
            if self._gives_way and sys.platform != "win32":
                behind = min(os.getpriority(os.PRIO_PROCESS, 0) + NICE, 19)
                with suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, self._process.pid, behind)
            return self._process

    def _stop(self, why: str) -> None:
        process = self._process
        if process is not None and process.poll() is None:
            self._stopped = why
            process.kill()

    def _clear(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.remove()


def _piped(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise OSError("the process has no pipe")
    return pipe


def _awaited(answers: IO[str], tell: Tell | None) -> dict[str, Any] | None:
    """Read up to the answer, telling how far it is; None where the process ends before it."""
    for line in answers:
        said: dict[str, Any] = json.loads(line)
        if "part" not in said:
            return said
        if tell is not None:
            tell(said["part"], said["page"])
    return None


def _why(fault: str) -> str:
    if fault.startswith("OSError: cannot load library"):
        return gettext(
            "The native libraries of WeasyPrint are missing; `assess check` says what installs "
            "them, and a report as .html needs none ({fault}).",
            fault=fault.splitlines()[0][:120],
        )
    return gettext("The document could not be printed: {fault}", fault=fault)


def printing_environment(templates: Path, folder: Path) -> dict[str, str]:
    """Give what the worker needs of the environment, and nothing that could change its output.

    The configuration of its fonts is written to a folder.
    """
    kept = (
        "PATH",
        "HOME",
        "LD_LIBRARY_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH",
        "SYSTEMROOT",  # this and the next ones: Windows
        "LOCALAPPDATA",
        "USERPROFILE",
        "XDG_CACHE_HOME",
    )
    wanted = {name: os.environ[name] for name in kept if name in os.environ}
    wanted |= {name: text for name, text in os.environ.items() if name.startswith("WEASYPRINT_")}
    if sys.platform == "linux":
        # The printer starts no program; Python would start forty to look for its libraries by
        # names of other systems. The loader finds them.
        wanted["PATH"] = str(folder)
    return wanted | {
        **dict.fromkeys(("TEMP", "TMP", "TMPDIR"), str(folder)),  # what it leaves goes with it
        "FONTCONFIG_FILE": str(write_configuration(templates, folder)),
        "LANG": "C.UTF-8",
        "PYDANTIC_DISABLE_PLUGINS": "__all__",  # looking for some takes longer than any use of them
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(_PACKAGE),
        "SOURCE_DATE_EPOCH": "315532800",  # 1980: a ZIP file knows no day before
        "TZ": "UTC",
    }
