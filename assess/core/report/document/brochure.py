"""The brochure: a country overview of the organisations in the public register."""

from __future__ import annotations

from datetime import date

from assess.core.register.public_label import LabelGroup, PublicLabel, PublicRegister
from assess.core.text.message import Say
from assess.core.text.value import Value
from assess.core.text.words import day_text


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

    @property
    def count(self) -> int:
        """How many organisations it lists."""
        return sum(len(country.rows) for country in self.countries)


ABOUT = (
    (
        "Listed are the organisations whose label the register holds, by country. Labels that have "
        "ended stay listed, with the day on which they ended."
    ),
    (
        "Bronze: striving for cluster excellence. The organisation was benchmarked by an impartial "
        "expert on 36 indicators and, since 15 November 2019, meets criteria of eligibility."
    ),
    "Silver: dedicated to cluster excellence. Gold: proven for cluster excellence.",
)


def brochure(
    register: PublicRegister,
    *,
    title: str,
    publisher: str,
    notice: str,
    valid_only: bool = False,
    say: Say,
) -> Brochure:
    """Give the overview of all countries; `valid_only` leaves out what is not valid on the day."""
    counts = register.counts
    countries = tuple(
        country
        for group in register.countries
        if (country := _country(group, valid_only=valid_only, say=say)).rows
    )
    day = day_text(register.on)
    figures = [
        Figure(number=str(counts.valid), text="organisations with a valid label"),
        Figure(number=str(len(countries)), text="countries"),
        *(
            Figure(number=str(count), text=f"{level} as the highest level")
            for level, count in counts.by_level
        ),
    ]
    longest = max((group.organisations for group in register.portfolios), default=1)
    return Brochure(
        title=title,
        heading="Country overview",
        lead=(
            f"{counts.valid} of {counts.organisations} organisations in {counts.countries} "
            f"{'country' if counts.countries == 1 else 'countries'} held a valid label on {day}."
        ),
        publisher=publisher,
        marks=("Synthetic demonstration data",) if register.synthetic else (),
        day=register.on,
        figures=tuple(figures),
        portfolios=tuple(
            Share(
                name=group.name,
                valid=group.valid,
                organisations=group.organisations,
                percent=round(100 * group.organisations / longest, 1),
            )
            for group in register.portfolios
        ),
        countries=countries,
        about=ABOUT,
        footer=notice,
    )


def _country(group: LabelGroup, *, valid_only: bool, say: Say) -> BrochureCountry:
    shown = [
        label
        for label in group.labels
        if label.is_current and (label.status == "valid" or not valid_only)
    ]
    noun = "organisation" if group.organisations == 1 else "organisations"
    return BrochureCountry(
        anchor=f"country-{group.slug}",
        name=group.name,
        said=f"{group.valid} of {group.organisations} {noun} with a valid label",
        held=f"{group.valid} of {group.organisations}",
        rows=tuple(_row(label, say) for label in shown),
    )


def _row(label: PublicLabel, say: Say) -> BrochureRow:
    until = label.valid_until.replace("-", "/") or "not stated"
    is_valid = label.status == "valid"
    return BrochureRow(
        name=f"{label.name} (synthetic)" if label.synthetic else label.name,
        portfolio=label.portfolio,
        website=label.website.partition("://")[2].rstrip("/"),
        level=label.level,
        until=until,
        status="" if is_valid else label.status,
        is_valid=is_valid,
    )
