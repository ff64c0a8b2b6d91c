"""The command line: what a command says on the screen, and with which exit code it ends."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from assess.cli.command import output
from assess.cli.command.commands import assess
from assess.cli.command.output import complain
from assess.cli.command.remedy import in_full
from assess.cli.command.streams import forget, prepare_streams
from assess.errors import AssessError
from assess.languages import gettext
from assess.locations import data_folder

INTERRUPTED = 130
"""Exit code after Ctrl+C, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 done, 1 it could not be done, 2 wrong usage."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        prepare_streams()
        code = assess.main(args=arguments, prog_name="assess", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except AssessError as error:
        complain(in_full(error))
        return 1
    except BrokenPipeError:
        forget(sys.stdout)  # nobody reads any more
        return 1
    except Exception as error:  # noqa: BLE001  the last resort: whatever it is becomes a sentence
        complain(_sentence(error))
        return 1
    return code if isinstance(code, int) else 0


def _show(error: click.ClickException) -> None:
    """Say how a command is used rightly; where that cannot be said, the exit code says it."""
    try:
        error.show()
        sys.stderr.flush()
    except OSError:
        forget(sys.stderr)


def _came_from_printing(error: OSError) -> bool:
    """Tell whether the standard output failed, and no file: what failed last is what prints."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return last.filename in (__file__, output.__file__, click.utils.__file__)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and _came_from_printing(error):
        forget(sys.stdout)
        return gettext(
            "The result cannot be printed: {reason}. What was saved before is safe.",
            reason=error.strerror or error,
        )
    what = gettext("This is an error in the program ({error}).", error=type(error).__name__)
    try:
        where = gettext(
            "The details are in {path}. Everything saved before is safe.", path=_keep_details(error)
        )
    except OSError:
        where = gettext("The details could not be written to {folder}.", folder=data_folder())
    return f"{what} {where}"


def _keep_details(error: Exception) -> Path:
    path = data_folder() / "errors.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"--- {datetime.now(UTC):%Y-%m-%d %H:%M:%S %Z}\n")
        log.writelines(traceback.format_exception(error))
    path.chmod(0o600)
    return path
