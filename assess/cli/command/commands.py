"""The commands by name; the code of one is read only when it is called or asked for its help."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource
from click_default_group import DefaultGroup

from assess import __version__
from assess.cli.command.passphrase import taken_from_environment
from assess.cli.command.settings import LANGUAGE_VARIABLE, DayType, LanguageType, Settings
from assess.errors import UnknownCase
from assess.languages.language import available

_COMMANDS = {
    "demo": ("program.demo", "Build the demonstration database and open it."),
    "check": ("program.check", "Show what works, what is missing, and what installs it."),
    "codebook": (
        "catalogue.codebook",
        "Print the indicators, questions, codes, checks and derivations.",
    ),
    "case": ("case.case", "Begin, list, show, change, finish and reopen cases."),
    "answer": ("case.answer", "Answer a question of a case."),
    "interview": (
        "case.interview",
        "Open a case where you left it, on the screen or line by line.",
    ),
    "history": ("case.history", "Show who changed which answer, when and why."),
    "undo": ("case.undo", "Undo the newest change of an answer."),
    "evidence": ("case.evidence", "List the links and files behind the answers."),
    "open-points": ("case.open_points", "List what is missing, doubtful or to be done in a case."),
    "proposals": ("case.proposals", "Show, accept or decline the proposed answers of a case."),
    "last-round": (
        "case.last_round",
        "Show the answers of the last round, and answer as in the last round.",
    ),
    "results": ("advice.results", "Show the values, the recommendations and the reasons."),
    "review": ("advice.review", "Accept, drop, edit or move recommendations and strengths."),
    "plan": ("advice.plan", "Show the action plan of a case, and what is agreed in it."),
    "report": ("report.report", "Print the report of a case."),
    "label": ("label.label", "Check, propose, award, refuse or revoke the label of a case."),
    "register": ("register.register", "List labels and their status on a day."),
    "survey": (
        "questionnaire.survey",
        "Ask participants for their view, and count what they answer.",
    ),
    "questionnaire": (
        "questionnaire.questionnaire",
        "Write the questionnaire to send before the interview.",
    ),
    "pool": ("peers.pool", "Show, renew and share the table of peers."),
    "import": ("program.import_files", "Import files: cases, and answers for a case."),
    "export": ("case.export", "Write a case to a file."),
    "backup": ("program.backup", "Copy the database to a file, even while it is in use."),
    "restore": (
        "program.restore",
        "Restore a backup, or recover what a damaged database contains.",
    ),
    "verify": ("program.verify", "Check the database, its whole history and the evidence."),
    "languages": (
        "program.languages",
        "List the languages with what is translated; files for translators, and back.",
    ),
    "key": ("program.key", "Show, move or replace the keys that sign record and register."),
    "erase": (
        "program.erase",
        "Erase a case, an organisation or a person; the record stays whole.",
    ),
    "retention": ("program.retention", "List what was kept longer than its retention period."),
    "encrypt": ("program.encrypt", "Encrypt the database with a passphrase."),
    "connect": ("submission.connect", "Connect this database with the secretariat."),
    "send": ("submission.send", "Send a case to the secretariat."),
    "inbox": ("submission.inbox", "Show what the secretariat asks and says."),
    "submissions": (
        "submission.submissions",
        "For the secretariat's staff: the queue, a case as it was sent, questions, decisions.",
    ),
    "secretariat": (
        "submission.secretariat",
        "Set up and run the service to which experts send their cases.",
    ),
}
"""Each with its module and its line in the help; a module calls the command by its own name."""

_INTERFACE = "interface"

_TYPED = "assess.typed"


class _Commands(DefaultGroup):  # type: ignore[misc]  # click-default-group has no types
    """Finds commands in modules of their own; without a command it opens the interface.

    What somebody typed after the options that stand before a command is kept in the context.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ignore_unknown_options = False

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Add the command that is meant where options stand alone (`assess --db FILE`)."""
        _, rest, _ = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_TYPED] = rest
        if not rest and args:
            args = [*args, _INTERFACE]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where the demonstration has the case that is not here, say so."""
        try:
            return super().invoke(ctx)
        except UnknownCase as unknown:
            from assess.cli.command.demonstration import offered

            if ctx.obj.demo:
                raise
            raise offered(unknown, ctx.obj.database, ctx.meta[_TYPED]) from unknown

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Give the names of the commands, in the order of the work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """Give a command by its name."""
        if cmd_name not in _COMMANDS and cmd_name != _INTERFACE:
            return None
        module = _COMMANDS[cmd_name][0] if cmd_name in _COMMANDS else "command.interface"
        found = getattr(import_module(f"assess.cli.{module}"), module.rpartition(".")[2])
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """List the commands without reading their code."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


@click.group(
    cls=_Commands,
    default=_INTERFACE,
    default_if_no_args=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="ASSESS_DB",
    show_envvar=True,
    help="The database; without it, assess.db in the data folder.",
)
@click.option(
    "--demo",
    is_flag=True,
    help="Use the demonstration database of `assess demo` instead of the database of cases.",
)
@click.option(
    "--indicators",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="ASSESS_INDICATORS",
    show_envvar=True,
    help="The folder of the catalogue; without it, the catalogue of the program.",
)
@click.option(
    "--today",
    type=DayType(),
    envvar="ASSESS_TODAY",
    show_envvar=True,
    help="The day that counts as today, for output that can be repeated.",
)
@click.option(
    "--passphrase-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=("The passphrase of an encrypted database, for scripts; ASSESS_PASSPHRASE does the same."),
)
@click.option(
    "--language",
    type=LanguageType(),
    envvar=LANGUAGE_VARIABLE,
    show_envvar=True,
    help="The language of the screens and of the interview line by line: "
    f"{', '.join(available())}; without it, English.",
)
@click.version_option(__version__, prog_name="assess", message="%(prog)s %(version)s")
@click.pass_context
def assess(
    context: click.Context,
    *,
    db: Path | None,
    demo: bool,
    indicators: Path | None,
    today: Any,
    passphrase_file: Path | None,
    language: str | None,
) -> None:
    """Interviews, reports and Bronze labels for the benchmarking of cluster organisations.

    Without a command, the interface opens. CASE is the id of a case, or the beginning of its id or
    of the organisation's name, if it is clear. Data is kept in the user's data folder; ASSESS_HOME
    moves it. Commands speak English; a document has its own --language.
    """
    is_named = context.get_parameter_source("db") is ParameterSource.COMMANDLINE
    context.obj = Settings(
        db,
        indicators,
        today,
        passphrase_file,
        taken_from_environment(),
        language,
        demo=demo,
        named_db=db if is_named else None,
    )
