"""What the global options say, and the desk that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from assess import locations
from assess.errors import AssessError, DamagedStore
from assess.files import demand_regular
from assess.languages import gettext
from assess.languages.language import ENGLISH, PSEUDO, available, code_of

if TYPE_CHECKING:
    from assess.workflow import Desk
    from assess.workflow.program.backups import Passphrase, Safe


class DayType(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click only
    """A day, as YYYY-MM-DD or however else one writes it; how it was understood is then said."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day."""
        from assess.cli.command.output import remark
        from assess.core.case.reading.day import read_day
        from assess.languages.message import say as spoken
        from assess.languages.months import MONTH_WORDS

        if isinstance(value, date):
            return value
        settings = ctx.find_object(Settings) if ctx else None
        today = (settings.today if settings else None) or datetime.now().astimezone().date()
        reading = read_day(value, MONTH_WORDS, today)
        if reading.day is None:
            self.fail(f"{spoken(reading.fault.naming()) if reading.fault else value}.", param, ctx)
        if str(reading.day) != value.strip():
            remark(
                gettext(
                    "{typed} is read as {day}.",
                    typed=repr(value.strip()),
                    day=spoken(reading.echo),
                )
            )
        return reading.day


class WordsType(click.ParamType):  # type: ignore[type-arg]  # as above
    """A text; with `said`, one that says something."""

    name = "TEXT"

    def __init__(self, *, said: bool = False) -> None:
        self.said = said

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a text as it was typed."""
        text = str(value)
        if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
            self.fail(gettext("the text is not written in UTF-8."), param, ctx)
        if self.said and not text.strip():
            self.fail(gettext("the text is empty."), param, ctx)
        return text


LANGUAGE_VARIABLE = "ASSESS_LANGUAGE"
"""The language of the interface, where no option says it."""


class LanguageType(click.ParamType):  # type: ignore[type-arg]  # as above
    """The code of a language that there is, such as en."""

    name = "LANGUAGE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the code as it is written here, whatever letters and strokes were typed.

        What the environment says stays as it is: `Settings.interface_language` judges it, since it
        must not stop a command that speaks English all the same.
        """
        typed = str(value).strip()
        if code := code_of(typed):
            return code
        source = ctx.get_parameter_source(param.name) if ctx and param and param.name else None
        if source is not ParameterSource.ENVIRONMENT:
            there = ", ".join(available())
            self.fail(
                gettext(
                    "{typed} is not an available language; the languages are: {there}.",
                    typed=repr(typed),
                    there=there,
                ),
                param,
                ctx,
            )
        return typed


class AskingType(LanguageType):
    """The code of a language in which people are asked: not of one made to try the program."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the code as it is written here."""
        code = super().convert(value, param, ctx)
        if code == PSEUDO:
            there = ", ".join(code for code in available() if code != PSEUDO)
            self.fail(
                gettext(
                    "{typed} is not a language in which people are asked; the languages are: "
                    "{there}.",
                    typed=repr(str(value)),
                    there=there,
                ),
                param,
                ctx,
            )
        return code


class LanguagesType(click.ParamType):  # type: ignore[type-arg]  # as above
    """The codes of languages that there are, such as en,de,pl."""

    name = "LL,LL,..."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Give the codes as they are written here, each once, in their order."""
        if isinstance(value, tuple):
            return value
        typed = [part for part in str(value).split(",") if part.strip()]
        if not typed:
            self.fail(gettext("name one language at least, such as en."), param, ctx)
        one_language = LanguageType()
        return tuple(dict.fromkeys(one_language.convert(part, param, ctx) for part in typed))


@dataclass(frozen=True)
class Settings:
    """Where the data is, which day is today, and more that the global options say.

    None: the usual place, the clock's day, English.
    """

    db: Path | None
    indicators: Path | None
    today: date | None
    passphrase_file: Path | None = None
    passphrase_text: str | None = field(default=None, repr=False)
    language: str | None = None
    demo: bool = False
    """Whether the demonstration takes the place of the database of cases."""
    named_db: Path | None = None
    """The database where the command itself names one, and not the environment."""
    _known: dict[Path, Passphrase | None] = field(default_factory=dict, repr=False, compare=False)
    """What was asked for already: nobody is asked twice."""

    @property
    def database(self) -> Path:
        """The file of the cases."""
        return self.demonstration if self.demo else locations.database(self.db)

    @property
    def demonstration(self) -> Path:
        """The file of the demonstration."""
        return locations.demonstration_database(self.named_db)

    @property
    def indicators_folder(self) -> Path:
        """The folder of the catalogue."""
        return locations.indicators_folder(self.indicators)

    @property
    def interface_language(self) -> str:
        """The language of the interface; AssessError where the environment names none there is."""
        if self.language is None:
            return ENGLISH
        if self.language not in available():
            raise AssessError(
                gettext(
                    "{variable} is {language}, which is not an available language; the "
                    "languages are: {there}.",
                    variable=LANGUAGE_VARIABLE,
                    language=repr(self.language),
                    there=", ".join(available()),
                )
            )
        return self.language

    def open_desk(self, database: Path | None = None, *, begins: bool = False) -> Desk:
        """Open the database (or another one) with the catalogue, and make the backup of the day.

        A file that was named and is not there is made only by a command that `begins` something:
        to any other it is a name that was typed wrongly.
        """
        if not begins:
            self.demand_there(database or self.database)
        safe = self.safe(database)
        is_due = _is_due(safe)  # a database that is only now made is not
        desk = self.open_unlocked(safe.database, safe.passphrase)
        try:
            if is_due:
                _back_up_daily(safe)
        except BaseException:
            desk.close()
            raise
        return desk

    def build_demonstration(self, *, fresh: bool = False) -> bool:
        """Build the demonstration where it is not there yet; tell whether it was built."""
        from assess.cli.command.demonstration import build

        return build(self.demonstration, self.indicators_folder, self.today, fresh=fresh)

    def prepare(self, database: Path) -> None:
        """See to it that the demonstration is there where it is what is to be opened."""
        if not self.demo or database != self.demonstration:
            return
        if self.named_db or not database.exists():  # nothing else has the usual name
            self.build_demonstration()

    def demand_there(self, database: Path) -> None:
        """Refuse a database that somebody named and that is not there."""
        if self.db is not None and not self.demo and not database.exists():
            raise AssessError(
                gettext(
                    "There is no database at {path}; check its name. `assess --db {path} case new` "
                    "begins one.",
                    path=database,
                )
            )

    def open_unlocked(self, database: Path, passphrase: Passphrase | None) -> Desk:
        """Open a database whose passphrase is known, and do nothing else."""
        from assess.workflow import open_desk

        return open_desk(
            database,
            self.indicators_folder,
            shipped=locations.shipped_indicators_folder(),
            today=self.today,
            passphrase=passphrase,
            expert_file=locations.expert_file(),
            device_key=locations.device_key(demo=self.demo),
        )

    def safe(self, database: Path | None = None, *, source: Path | None = None) -> Safe:
        """Give the file of the cases (or another one) as a whole; asks for its passphrase.

        That may also be the passphrase of a backup which comes in its place, the `source`.
        """
        from assess.cli.command.passphrase import looks_encrypted

        chosen = database or self.database
        self.prepare(chosen)
        locked = source if source and looks_encrypted(source) else chosen
        passphrase = self.passphrase_of(locked, is_ours=chosen == self.database)
        return self.unlocked_safe(chosen, passphrase)

    def unlocked_safe(self, database: Path, passphrase: Passphrase | None) -> Safe:
        """Give the file of a database whose passphrase is known, as a whole."""
        from assess.workflow.program.backups import Safe

        is_kept = database != locations.demonstration_database()
        return Safe(database, passphrase, is_kept=is_kept)

    def passphrase_of(self, database: Path, *, is_ours: bool = True) -> Passphrase | None:
        """Give the passphrase of a database, asked for if need be; None: it is not encrypted."""
        from assess.cli.command.passphrase import passphrase_for

        demand_regular(database)
        if database not in self._known:
            self._known[database] = passphrase_for(
                database,
                self.passphrase_file,
                self.passphrase_text,
                is_ours=is_ours and not self.demo,
            )
        return self._known[database]

    def safe_to_encrypt(self) -> Safe:
        """Give the file of the cases as a whole, with the passphrase that it is to have."""
        from assess.cli.command.passphrase import passphrase_to_set
        from assess.workflow.program.backups import Safe, demand_encryptable

        demand_regular(self.database)
        demand_encryptable(self.database)
        return Safe(self.database, passphrase_to_set(self.passphrase_file, self.passphrase_text))


def _is_due(safe: Safe) -> bool:
    from assess.cli.command.output import remark

    try:
        return safe.is_due()
    except AssessError as error:
        remark(gettext("No backup could be made today: {error}", error=error))
        return False


def _back_up_daily(safe: Safe) -> None:
    """Make the backup of the day; where it cannot be made, say so and go on."""
    from assess.cli.command.output import remark

    try:
        safe.back_up_daily()
    except DamagedStore:
        raise
    except AssessError as error:
        remark(gettext("No backup could be made today: {error}", error=error))
