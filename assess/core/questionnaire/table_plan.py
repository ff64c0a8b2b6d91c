"""The plan of a table: what a row of a table of organisations would do, before anything is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment, Case, Details, State
from assess.core.case.history.proposal import Proposal
from assess.core.case.organisation import Organisation
from assess.core.case.reading import everyday_words
from assess.core.case.reading.address import as_address
from assess.core.case.reading.day import DayReading, read_day
from assess.core.case.reading.written_date import DayOrder
from assess.core.case.value_form import address_fault
from assess.core.catalogue.catalogue import Catalogue
from assess.core.published_list.row import ListWords
from assess.core.questionnaire.message import RowMessage
from assess.core.text.message import MessageValue, Text, message, series
from assess.core.text.name import normal, plain_words
from assess.core.text.value import Value
from assess.core.text.words import shortened

NEEDED = ("organisation", "country", "portfolio", "interview_date", "expert", "mode")
"""What has to be known of a case before it can begin."""

Does = Literal["begins", "proposes", "brings"]
"""A new case begins; answers are proposed for one that is there; a case comes in as it was."""

_YES = everyday_words.YES | {"1", "true", "y", "x"}


class Stated(Value):
    """What a row says of the case, as read."""

    organisation: Organisation
    details: Details | None
    """None: a row that only proposes for a case that is there need not say it."""
    state: State = State.IN_PROGRESS
    synthetic: bool = False
    catalogue: str | None = None
    created_at: datetime | None = None


def demanded(about: Mapping[str, str], defaults: Mapping[str, str]) -> dict[str, str]:
    """Give what a row says of the case, with what holds for all rows that do not say it."""
    found = {**{name: text for name, text in defaults.items() if text}, **about}
    if "organisation" in found:
        found["organisation"] = normal(found["organisation"])
    return found


class TableWords:
    """The words of a table about cases: names of countries, ways of an interview, order of days."""

    def __init__(
        self,
        catalogue: Catalogue,
        modes: Mapping[str, str] | None = None,
        order: DayOrder | None = None,
    ) -> None:
        """Know the countries of a catalogue; `modes` are words as `plain_words` gives them."""
        self._words = ListWords(catalogue)
        self._modes = {"on site": "onsite", "onsite": "onsite", "video": "video", **(modes or {})}
        self.order = order

    def country(self, text: str) -> str | None:
        """Give the code of the country that a text names or abbreviates, if any."""
        return self._words.country(text)

    def mode(self, text: str) -> str | None:
        """Give the way of an interview that a text names, if any."""
        return self._modes.get(plain_words(text))

    def day(self, text: str, catalogue: Catalogue) -> DayReading:
        """Read the day of an interview."""
        return read_day(text, catalogue.month_words, order=self.order, is_of_table=True)


def faults_of(
    about: Mapping[str, str],
    catalogue: Catalogue,
    words: TableWords,
    needed: tuple[str, ...],
) -> Iterator[Text]:
    """Give what is missing or wrong about the case in a row."""
    for name in needed:
        if not about.get(name):
            yield _wrong(name, RowMessage.NOT_STATED)
    country = about.get("country")
    if country and words.country(country) is None:
        yield _wrong("country", RowMessage.NO_COUNTRY, text=_short(country))
    interview = words.day(about.get("interview_date", ""), catalogue)
    if about.get("interview_date") and interview.fault:
        yield _wrong("interview_date", RowMessage.FAULT, fault=interview.fault.naming())
    if about.get("mode") and words.mode(about["mode"]) is None:
        yield _wrong("mode", RowMessage.NO_MODE, text=_short(about["mode"]))
    wrong = address_fault(as_address(about["website"])) if about.get("website") else None
    if wrong:
        yield _wrong("website", RowMessage.FAULT, fault=wrong)
    field = about.get("portfolio")
    if field and portfolio_of(field, interview.day, catalogue) is None:
        in_use = series(catalogue.label.portfolios_on(interview.day or date.max), "semicolon")
        yield _wrong("portfolio", RowMessage.NO_PORTFOLIO, text=_short(field), portfolios=in_use)
    if about.get("state") and about["state"] not in tuple(State):
        yield _wrong("state", RowMessage.NO_STATE, text=_short(about["state"]))
    if about.get("created_at") and moment_of(about["created_at"]) is None:
        yield _wrong("created_at", RowMessage.NO_MOMENT, text=_short(about["created_at"]))
    edition = about.get("catalogue")
    if edition and edition != catalogue.edition.id:
        yield _wrong(
            "catalogue",
            RowMessage.OTHER_CATALOGUE,
            text=_short(edition),
            catalogue=repr(catalogue.edition.id),
        )


def _wrong(column: str, code: RowMessage, **values: MessageValue) -> Text:
    return message(code, column=column, **values)


def stated_of(
    about: Mapping[str, str],
    catalogue: Catalogue,
    words: TableWords,
    *,
    is_whole: bool,
) -> Stated:
    """Make the case of a row without faults; `is_whole` where it says all that is needed."""
    details = None
    if is_whole:
        day = words.day(about["interview_date"], catalogue).day or date.min
        fields: dict[str, Any] = {
            "portfolio": portfolio_of(about["portfolio"], day, catalogue),
            "interview_date": day,
            "mode": words.mode(about["mode"]),
            "expert": about["expert"],
            "contact": about.get("contact"),
            "project_code": about.get("project_code"),
            "pool_consent": about.get("pool_consent", "").casefold() in _YES,
        }
        details = Details(**fields)
    return Stated(
        organisation=Organisation(
            name=about["organisation"],
            country=words.country(about["country"]) or "",
            region=about.get("region"),
            website=as_address(about.get("website") or "") or None,
        ),
        details=details,
        state=State(about["state"]) if about.get("state") else State.IN_PROGRESS,
        synthetic=about.get("synthetic", "").casefold() in _YES,
        catalogue=about.get("catalogue"),
        created_at=moment_of(about["created_at"]) if about.get("created_at") else None,
    )


def portfolio_of(text: str, day: date | None, catalogue: Catalogue) -> str | None:
    """Give the portfolio of a name in use on a day, or ever; None: there is none."""
    wanted = plain_words(text)
    vocabularies = catalogue.label.portfolio_vocabularies
    ever = (name for words in vocabularies for name in words.portfolios)
    for name in (*catalogue.label.portfolios_on(day or date.max), *ever):
        if plain_words(name) == wanted:
            return name
    return None


def moment_of(text: str) -> datetime | None:
    """Read a moment with its time zone; None: it is not one."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def answers_of(proposals: tuple[Proposal, ...], by: str, at: datetime) -> tuple[Answer, ...]:
    """Make answers of what a row says, for a case that comes in as it was."""
    return tuple(
        Answer(
            question=proposal.question,
            status=proposal.status,
            value=proposal.value,
            reason=proposal.reason,
            note=proposal.note,
            follow_up_by=proposal.follow_up_by,
            at=at,
            by=by,
        )
        for proposal in proposals
    )


def blank(stated: Stated, case_id: str, catalogue: Catalogue, now: datetime) -> Assessment:
    """Give the case of a row before it has answers; without details, of the end of days."""
    details = stated.details or Details(
        portfolio="-", interview_date=date.max, mode="video", expert="-"
    )
    case = Case(
        id=case_id,
        organisation=stated.organisation,
        details=details,
        catalogue=catalogue.edition.id,
        state=stated.state,
        synthetic=stated.synthetic,
        created_at=stated.created_at or now,
    )
    return Assessment(case=case)


def _short(text: str) -> str:
    return repr(shortened(text, 40))
