"""assess undo: take the newest change of an answer back, step by step."""

from __future__ import annotations

import click

from assess import workflow
from assess.cli.case.consequences import remark_doubts
from assess.cli.case.history import place_text
from assess.cli.command.output import say, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.history.change_text import change_lines
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case.undoing import undo as step_back


@click.command("undo")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option(
    "--steps",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="The number of changes.",
)
@click.pass_obj
def undo(settings: Settings, wanted: str, steps: int) -> None:
    """Undo the newest change of an answer that was not undone yet.

    The history keeps both: the change, and that it was undone.
    """
    with settings.open_desk() as desk:
        now = workflow.find(desk, wanted)
        catalogue = desk.catalogue_of(now.case)
        for step in range(steps):
            try:
                undone = step_back(desk, now)
            except AssessError as error:
                if step == 0:
                    raise
                done = ngettext(
                    "{count} of {all} changes was undone.",
                    "{count} of {all} changes was undone.",
                    step,
                    all=steps,
                )
                raise AssessError(f"{error} {done}") from error
            before, now = now, undone.assessment
            name = undone.change.question
            say(gettext("Undone: {question}", question=place_text(name, catalogue)))
            for line in change_lines(undone.change, catalogue):
                say(wrapped(spoken(line), 4))
            remark_doubts(name, before, now, catalogue)
