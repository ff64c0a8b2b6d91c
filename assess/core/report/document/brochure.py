"""The brochure: a country overview of the organisations in the public register."""

from __future__ import annotations

from collections import Counter
from datetime import date

from assess.core.register.public_label import LabelGroup, PublicLabel, PublicRegister, by_name
from assess.core.register.validity_timeline import LabelStatus
from assess.core.report.document.brochure_scheme import SchemePart
from assess.core.report.document.message import ReportDocumentMessage
from assess.core.report.record.theme import Theme
from assess.core.text.alphabet import LATIN, Alphabet
from assess.core.text.message import Day, Say, Series, message
from assess.core.text.value import Value


class BrochureRow(Value):
    """One organisation with a label."""

    name: str
    portfolio: str
    website: str
    level: str
    until: str
    status: str
    """Empty where it is valid."""
    is_valid: bool


class BrochureCountry(Value):
    """The organisations of one country."""

    anchor: str
    name: str
    said: str
    held: str
    """The same in few words."""
    rows: tuple[BrochureRow, ...]
    mix: str = ""
    """Its portfolios with their numbers of organisations, the largest first."""

    @property
    def valid_rows(self) -> tuple[BrochureRow, ...]:
        """Those whose label is valid on the day."""
        return tuple(row for row in self.rows if row.is_valid)

    @property
    def other_rows(self) -> tuple[BrochureRow, ...]:
        """Those whose label has ended, or of which it is not known."""
        return tuple(row for row in self.rows if not row.is_valid)


class Figure(Value):
    """One number of the first page."""

    number: str
    text: str


class Share(Value):
    """One portfolio with its numbers, and how long its bar is, in percent of the longest."""

    name: str
    valid: int
    organisations: int
    percent: float


class MapCountry(Value):
    """One country on the map, with its organisations."""

    code: str
    name: str
    valid: int
    organisations: int


class LevelYear(Value):
    """The labels valid at the end of a year, and how long its bar is in percent of the longest."""

    year: int
    valid: int
    percent: float


class Brochure(Value):
    """The country overview, ready to print."""

    language: str = "en"
    title: str
    heading: str
    lead: str
    publisher: str
    marks: tuple[str, ...]
    day: date
    figures: tuple[Figure, ...]
    portfolios: tuple[Share, ...]
    countries: tuple[BrochureCountry, ...]
    about: tuple[str, ...]
    footer: str
    map: tuple[MapCountry, ...] = ()
    years: tuple[LevelYear, ...] = ()
    scheme: tuple[SchemePart, ...] = ()
    """What the label is, how it is gained, who publishes this and whom to ask."""
    edition: str = ""
    theme: Theme | None = None
    """The logo and colours of its publisher."""
    left_out: tuple[str, ...] = ()
    """The organisations whose labels are synthetic, and which it does not have."""

    @property
    def count(self) -> int:
        """How many organisations it lists."""
        return sum(len(country.rows) for country in self.countries)


ABOUT = (
    ReportDocumentMessage.ABOUT_LIST,
    ReportDocumentMessage.ABOUT_BRONZE,
    ReportDocumentMessage.ABOUT_SILVER_AND_GOLD,
)


def brochure(  # noqa: PLR0913  most are given by name
    register: PublicRegister,
    *,
    title: str,
    publisher: str,
    notice: str,
    valid_only: bool = False,
    language: str = "en",
    scheme: tuple[SchemePart, ...] = (),
    say: Say,
    alphabet: Alphabet = LATIN,
) -> Brochure:
    """Give the overview of all countries, in the language in which `say` says it.

    `valid_only` leaves out what is not valid on the day.
    """
    counts = register.counts
    countries = tuple(
        country
        for group in by_name(register.countries, say, alphabet)
        if (country := _country(group, valid_only=valid_only, say=say)).rows
    )

    def figure(code: ReportDocumentMessage, count: int, **values: str) -> Figure:
        return Figure(number=str(count), text=say(message(code, count=count, **values)))

    figures = [
        figure(ReportDocumentMessage.WITH_VALID_LABEL, counts.valid),
        figure(ReportDocumentMessage.COUNTRIES, len(countries)),
        *(
            figure(ReportDocumentMessage.HIGHEST_LEVEL, count, level=level)
            for level, count in counts.by_level
        ),
    ]
    lead = message(
        ReportDocumentMessage.LEAD,
        valid=counts.valid,
        organisations=counts.organisations,
        count=counts.countries,
        day=Day(register.on, in_words=True),
    )
    longest = max((group.organisations for group in register.portfolios), default=1)
    return Brochure(
        language=language,
        title=title,
        heading=say(message(ReportDocumentMessage.OVERVIEW)),
        lead=_with_unknown(say(lead), register.unknown, say),
        publisher=publisher,
        marks=(say(message(ReportDocumentMessage.SYNTHETIC)),) if register.synthetic else (),
        day=register.on,
        figures=tuple(figures),
        portfolios=tuple(
            Share(
                name=say(group.name),
                valid=group.valid,
                organisations=group.organisations,
                percent=round(100 * group.organisations / longest, 1),
            )
            for group in register.portfolios
        ),
        countries=countries,
        about=tuple(say(message(code)) for code in ABOUT),
        map=map_countries(register, say),
        years=_years(register),
        scheme=scheme,
        edition=say(message(ReportDocumentMessage.EDITION, day=Day(register.on, in_words=True))),
        footer=notice,
    )


def _with_unknown(said: str, count: int, say: Say) -> str:
    """Add of how many it is not known; what is not known is no label that is not valid."""
    if not count:
        return said
    more = say(message(ReportDocumentMessage.MORE_UNKNOWN, count=count))
    return say(Series((said.rstrip("."), more), "semicolon"))


def map_countries(register: PublicRegister, say: Say) -> tuple[MapCountry, ...]:
    """Give the countries as a map shows them."""
    return tuple(
        MapCountry(
            code=group.code,
            name=say(group.name),
            valid=group.valid,
            organisations=group.organisations,
        )
        for group in register.countries
    )


def _years(register: PublicRegister) -> tuple[LevelYear, ...]:
    years = register.trends.years
    most = max((year.total for year in years), default=0) or 1
    return tuple(
        LevelYear(year=year.year, valid=year.total, percent=round(100 * year.total / most, 1))
        for year in years
    )


def _mix(group: LabelGroup, say: Say) -> str:
    """Say which portfolios the organisations of a country belong to, the largest first."""
    held = {label.track[0]: label.portfolio for label in group.labels if label.is_current}
    counts = sorted(Counter(held.values()).items(), key=lambda entry: (-entry[1], entry[0]))
    parts = (
        message(ReportDocumentMessage.MIX_PART, portfolio=portfolio, count=count)
        for portfolio, count in counts
    )
    return say(Series(tuple(parts), "comma"))


def _country(group: LabelGroup, *, valid_only: bool, say: Say) -> BrochureCountry:
    shown = [
        label
        for label in group.labels
        if label.is_current and (label.status == "valid" or not valid_only)
    ]
    short = message(
        ReportDocumentMessage.COUNTRY_IN_SHORT, valid=group.valid, all=group.organisations
    )
    return BrochureCountry(
        anchor=f"country-{group.slug}",
        name=say(group.name),
        said=_with_unknown(
            say(
                message(ReportDocumentMessage.COUNTRY, valid=group.valid, count=group.organisations)
            ),
            group.unknown,
            say,
        ),
        held=say(short),
        rows=tuple(_row(label, say) for label in shown),
        mix=_mix(group, say),
    )


def _row(label: PublicLabel, say: Say) -> BrochureRow:
    until = label.valid_until.replace("-", "/")
    status = LabelStatus(label.status.replace(" ", "_"))
    is_valid = status is LabelStatus.VALID
    return BrochureRow(
        name=say(message(ReportDocumentMessage.SYNTHETIC_NAME, name=label.name))
        if label.synthetic
        else label.name,
        portfolio=label.portfolio,
        website=label.website.partition("://")[2].rstrip("/"),
        level=label.level,
        # A label from a list without a date was listed on a day, as its status says.
        until=until or (say(message(ReportDocumentMessage.NO_END_STATED)) if is_valid else ""),
        status="" if is_valid else say(label.status_text),
        is_valid=is_valid,
    )
