"""The program as on Windows: our modules see nothing there that only POSIX has.

Run as a program of its own. It takes a list of commands as JSON on standard input, each with what
is typed into it, runs one after the other, and gives what they left behind as JSON. What is hidden
is hidden from our modules alone: the libraries have ways of their own on Windows.
"""

from __future__ import annotations

import asyncio
import builtins
import io
import json
import os
import runpy
import signal
import sys
import tomllib
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

ABSENT = frozenset(
    {"crypt", "curses", "fcntl", "grp", "nis", "posix", "pty", "pwd", "readline", "resource"}
    | {"spwd", "syslog", "termios", "tty", "uno"}
)
"""Modules of the standard library that Windows does not have."""

FOLDER_OF_THE_TESTS = Path(__file__).resolve().parent

_SIGNALS = frozenset(
    {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIG_DFL", "SIG_IGN"}
    | {"Handlers", "NSIG", "Signals", "default_int_handler", "getsignal", "raise_signal"}
    | {"set_wakeup_fd", "signal", "strsignal", "valid_signals"}
)
_FLAGS = frozenset({"O_APPEND", "O_CREAT", "O_EXCL", "O_RDONLY", "O_RDWR", "O_TRUNC", "O_WRONLY"})
_NOT_IN_OS = frozenset(
    {"chown", "chroot", "ctermid", "fchdir", "fchmod", "fchown", "fdatasync", "fork", "forkpty"}
    | {"get_blocking", "getegid", "geteuid", "getgid", "getgroups", "getloadavg", "getpgid"}
    | {"getpgrp", "getpriority", "getsid", "getuid", "killpg", "lchown", "lockf", "login_tty"}
    | {"mkfifo", "mknod", "nice", "openpty", "pread", "pwrite", "readv", "register_at_fork"}
    | {"sendfile", "set_blocking", "setpgid", "setpriority", "setsid", "setuid", "statvfs"}
    | {"sync", "sysconf", "tcgetpgrp", "tcsetpgrp", "ttyname", "uname", "wait", "wait3", "wait4"}
    | {"waitid", "writev"}
)
_NOT_IN_OS_BEGIN = ("PRIO_", "W", "EX_", "F_", "P_", "RTLD_", "SCHED_", "posix_", "sched_")


def _is_in_os(name: str) -> bool:
    if name.startswith("O_"):
        return name in _FLAGS
    return name not in _NOT_IN_OS and not (
        name.startswith(_NOT_IN_OS_BEGIN) and name not in ("P_DETACH", "P_NOWAIT", "P_WAIT", "W_OK")
    )


class SeenModule(ModuleType):
    """A module of which a part is not there, and another part is different."""

    def __init__(self, module: ModuleType, is_there: Callable[[str], bool], **other: str) -> None:
        super().__init__(module.__name__)
        self.__dict__.update(other)
        self._module, self._is_there = module, is_there

    def __getattr__(self, name: str) -> Any:
        if not self._is_there(name):
            raise AttributeError(f"module {self.__name__!r} of Windows has no {name!r}")
        return getattr(self._module, name)


SEEN = {
    "os": SeenModule(os, _is_in_os, name="nt"),
    "signal": SeenModule(signal, _SIGNALS.__contains__),
    "sys": SeenModule(sys, lambda _: True, platform="win32"),
}


def hide(*, can_print: bool = False) -> None:
    """Hide what is not there, from now on; also what prints PDFs, unless it was installed."""
    load = builtins.__import__

    def seen(
        name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> Any:
        importer = (globals or {}).get("__name__", "")
        if name.partition(".")[0] == "weasyprint" and not can_print:
            raise OSError("cannot load library 'libgobject-2.0-0': error 0x7e")
        if level == 0 and (importer.partition(".")[0] in ("assess", "__main__")):
            if name.partition(".")[0] in ABSENT:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)
            if name in SEEN:
                return SEEN[name]
        return load(name, globals, locals, fromlist, level)

    builtins.__import__ = seen
    for act in ("remove", "rename", "replace", "unlink"):
        setattr(os, act, _unless_open(getattr(os, act)))


def _unless_open(act: Callable[..., None]) -> Callable[..., None]:
    """Refuse a file that is open here, as Windows does whatever a library asked for."""

    def guarded(path: Any, *more: Any, **options: Any) -> None:
        if not options:
            for name in (path, *more):
                _demand_closed(Path(os.fsdecode(name)).absolute())
        act(path, *more, **options)

    return guarded


def _demand_closed(path: Path) -> None:
    for handle in Path("/proc/self/fd").iterdir():
        try:
            target = handle.readlink()
        except OSError:  # that of this listing
            continue
        if target == path or path in target.parents:
            raise PermissionError(
                13, "The process cannot access the file: another one uses it", str(path)
            )


def run(arguments: list[str], typed: str) -> dict[str, Any]:
    """Run a command as from a shell, and give what it left behind."""
    from assess.cli import main

    streams = [io.TextIOWrapper(io.BytesIO(), encoding="cp1252") for _ in range(2)]
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        code: Any = 0
        try:
            main(arguments)
        except SystemExit as left:
            code = left.code
    for stream in streams:
        stream.flush()
    out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams)
    return {"code": code or 0, "out": out, "err": err}


def interview(case: str, keys: list[str]) -> dict[str, Any]:
    """Hold an interview on the screen, by keys."""
    from assess import locations
    from assess.tui.app import AssessApp
    from assess.workflow import open_desk

    templates = locations.templates_folder()
    tokens = tomllib.loads((templates / "tokens.toml").read_text(encoding="utf-8"))["colour"]
    app = AssessApp(
        partial(open_desk, locations.database(), locations.indicators_folder()),
        tokens=tokens,
        templates=templates,
        case=case,
    )

    async def hold() -> str:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(1)
            for key in keys:
                await pilot.press(key)
            await pilot.pause(1)
            return app.export_screenshot()

    return {"code": 0, "out": asyncio.run(hold()), "err": ""}


def main() -> None:
    """Run the commands; or be the printer of one of them."""
    if sys.argv[1:] == ["printer"]:
        hide()
        runpy.run_module("assess.render.worker", run_name="__main__")
        return
    hide()
    from assess.render.printing import printer

    printer.COMMAND = (str(Path(__file__).resolve()), "printer")
    left = []
    for what, arguments, typed in json.load(sys.stdin):
        if what == "keys":
            left.append(interview(arguments[0], arguments[1:]))
        else:
            left.append(run(arguments, typed))
    sys.stdout.write(json.dumps(left))


if __name__ == "__main__":
    main()
