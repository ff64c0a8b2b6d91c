"""assess interview: a case opened on the screen, or taken line by line."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from assess import workflow
from assess.cli.command.interface import open_interface
from assess.cli.command.output import put
from assess.cli.command.settings import Settings, WordsType
from assess.errors import AssessError
from assess.languages import choose, gettext, ngettext

if TYPE_CHECKING:
    from assess.cli.case.linear.lines import Lines


@click.command("interview")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option(
    "--linear",
    is_flag=True,
    help=("Ask one question at a time on plain lines, for screen readers, slow links and scripts."),
)
@click.pass_obj
def interview(settings: Settings, wanted: str, *, linear: bool) -> None:
    """Open a case where you left it, on the screen or line by line.

    Line by line, your text is the answer and is saved at once; /help lists the commands. At the
    end of a file or pipe the program leaves the case. If it refused lines, the exit code is then 1.
    """
    if linear:
        _talk(settings, wanted)
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AssessError(
            gettext("The interface needs a terminal; --linear opens the case without one.")
        )
    open_interface(settings, settings.database, wanted)


def _lines() -> Lines:
    """Give the lines that are piped in, or typed at this terminal."""
    from assess.cli.case.linear.lines import Piped, TypedUnseen

    if not sys.stdin.isatty():
        return Piped()
    try:
        from assess.cli.case.linear.typed import Typed
    except ImportError:  # of readline, which Windows has not
        return TypedUnseen()
    return Typed()


def _talk(settings: Settings, wanted: str) -> None:
    from assess.cli.case.linear.interview import LinearInterview
    from assess.cli.case.linear.lines import Ended, ending_in_order
    from assess.workflow.case.interview.session import Session

    choose(settings.interface_language)
    lines = _lines()
    ended: Ended | None = None
    with settings.open_desk() as desk:
        talk = LinearInterview(Session(desk, workflow.find(desk, wanted).case.id), lines)
        try:
            with ending_in_order(lines):
                talk.begin()
                talk.run()
        except KeyboardInterrupt:
            put("\n")
            talk.leave()
            raise
        except Ended as error:
            ended = error
            with suppress(OSError):  # the terminal may be gone
                talk.leave()
    if ended is not None:
        _leave_at_once(128 + ended.number)
    if talk.untaken and not lines.is_typed:
        raise AssessError(
            ngettext(
                "{count} line was refused; the text above gives the reason.",
                "{count} lines were refused; the text above gives the reasons.",
                talk.untaken,
            )
        )


def _leave_at_once(code: int) -> None:
    """Leave without a last word to a terminal that may be gone."""
    with suppress(OSError):
        sys.stdout.flush()
    os._exit(code)
