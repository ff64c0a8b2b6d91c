"""The form of a case: what it asks, and how its texts become values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assess.core.case.assessment import NO_INTEREST, Case, Details, Impartiality
from assess.core.case.organisation import Organisation
from assess.core.case.reading.day import read_day
from assess.core.catalogue.catalogue import Catalogue
from assess.languages import gettext, spoken_language
from assess.languages.language import ENGLISH, PSEUDO, available, language
from assess.languages.message import say
from assess.languages.months import MONTH_WORDS
from assess.languages.speech import alphabet
from assess.tui.label.deciding import day_echo
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.pick_field import Pick
from assess.workflow import Desk
from assess.workflow.case import cases

MODES = (Pick("onsite", gettext("on site")), Pick("video", gettext("video")))


def case_form(desk: Desk, catalogue: Catalogue, texts: Mapping[str, str]) -> list[Asked]:
    """Give the lines of the form, without their texts; the catalogue is that of the case."""
    years = catalogue.label.impartiality_years
    picks = (
        Pick(country.code, say(country.name), country.every_name) for country in catalogue.countries
    )
    countries = tuple(sorted(picks, key=lambda pick: alphabet().key(pick.text)))
    in_use = portfolios(desk.today, catalogue, texts.get("interview_date", ""))
    day = Asked(
        "interview_date",
        gettext("Interview on"),
        hint=gettext("2026-11-02, or today"),
        understood=day_echo(desk.today),
    )
    return [
        Asked("name", gettext("Name"), hint=gettext("of the cluster organisation")),
        Asked(
            "country",
            gettext("Country"),
            kind="pick",
            picks=countries,
            hint=gettext("type to search"),
        ),
        Asked("region", gettext("Region")),
        Asked("website", gettext("Web site"), hint="https://…"),
        day,
        Asked(
            "portfolio",
            gettext("Portfolio"),
            kind="pick",
            picks=in_use,
            hint=gettext("type to search"),
        ),
        Asked("mode", gettext("Mode"), kind="pick", picks=MODES, hint=gettext("on site or video")),
        Asked("expert", gettext("Expert"), hint=gettext("who leads the interview")),
        Asked(
            "contact",
            gettext("Contact"),
            hint=gettext("who answers, with e-mail address or telephone number"),
        ),
        Asked("project_code", gettext("Project code")),
        Asked(
            "asked_in",
            gettext("Asked in"),
            kind="pick",
            picks=asking_languages(),
            hint=gettext("for questions and documents"),
        ),
        Asked(
            "pool_consent",
            gettext("Pool"),
            kind="tick",
            hint=gettext("Its values may join the anonymous pool"),
        ),
        Asked(
            "no_interest",
            gettext("Impartiality"),
            kind="tick",
            hint=gettext(
                "I have had no post, seat, contract or share in this cluster in the last "
                "{years} years",
                years=years,
            ),
        ),
        Asked(
            "interest",
            gettext("Or the interest"),
            hint=gettext("which post, seat, contract or share, and when"),
        ),
    ]


def asking_languages() -> tuple[Pick, ...]:
    """Give the languages in which a manager can be asked."""
    return tuple(
        Pick(code, language(code).own_name, (code,)) for code in available() if code != PSEUDO
    )


def portfolios(today: date, catalogue: Catalogue, day: str) -> tuple[Pick, ...]:
    """Give the vocabulary that was in use on a typed day, or today where it is none."""
    on_day = read_day(day, MONTH_WORDS, today).day or today
    return tuple(Pick(name, name) for name in catalogue.label.portfolios_on(on_day))


def likely(desk: Desk) -> dict[str, str]:
    """Give what a new case probably states: the newest case's expert and mode, the present day."""
    newest = next(iter(cases.cases(desk)), None)
    expert = desk.who or (newest.details.expert if newest else "")
    mode = newest.details.mode if newest else ""
    spoken = spoken_language().code
    asked_in = ENGLISH if spoken == PSEUDO else spoken
    return {
        "expert": expert,
        "mode": mode,
        "interview_date": str(desk.today),
        "asked_in": asked_in,
    }


def stated(case: Case) -> dict[str, str]:
    """Give what a case states as the texts of the form."""
    organisation, details = case.organisation, case.details
    statement = details.impartiality.statement if details.impartiality else ""
    return {
        "name": organisation.name,
        "country": organisation.country,
        "region": organisation.region or "",
        "website": organisation.website or "",
        "interview_date": str(details.interview_date),
        "portfolio": details.portfolio,
        "mode": details.mode,
        "expert": details.expert,
        "contact": details.contact or "",
        "project_code": details.project_code or "",
        "asked_in": details.asked_in or "",
        "pool_consent": "yes" if details.pool_consent else "",
        "no_interest": "yes" if statement == NO_INTEREST else "",
        "interest": "" if statement == NO_INTEREST else statement,
    }


def form_faults(desk: Desk, values: Mapping[str, str], before: Case | None) -> Mapping[str, str]:
    """Say of every line that is not right what would be, in the order of the form."""
    said = {key: text.strip() for key, text in values.items()}
    catalogue = desk.catalogue_of(before) if before else desk.newest
    found: dict[str, str] = {}
    if not said["name"]:
        found["name"] = gettext("Type the name of the organisation.")
    if said["country"] not in {country.code for country in catalogue.countries}:
        found["country"] = _country_fault(said["country"])
    reading = read_day(said["interview_date"], MONTH_WORDS, desk.today)
    if reading.day is None:
        found["interview_date"] = say(reading.beside)
    in_use = catalogue.label.portfolios_on(reading.day or desk.today)
    stays = before is not None and said["portfolio"] == before.details.portfolio
    if said["portfolio"] not in in_use and not stays:
        found["portfolio"] = _portfolio_fault(said["portfolio"], in_use[0])
    if said["mode"] not in {mode.key for mode in MODES}:
        found["mode"] = _mode_fault(said["mode"])
    if not said["expert"]:
        found["expert"] = gettext("Type the expert's name.")
    is_as_before = before is not None and said["asked_in"] == (before.details.asked_in or "")
    if said["asked_in"] not in {pick.key for pick in asking_languages()} and not is_as_before:
        found["asked_in"] = _language_fault(said["asked_in"])
    if before is None and not (said["interest"] or said["no_interest"]):
        found["no_interest"] = gettext("Press space if there is none, or state the interest.")
    return found


def read_form(
    desk: Desk, values: Mapping[str, str], before: Case | None
) -> tuple[Organisation, Details]:
    """Give what a form without faults states."""
    said = {key: text.strip() for key, text in values.items()}
    organisation = Organisation(
        name=said["name"],
        country=said["country"],
        region=said["region"] or None,
        website=said["website"] or None,
    )
    details = Details(
        portfolio=said["portfolio"],
        interview_date=read_day(said["interview_date"], MONTH_WORDS, desk.today).day or desk.today,
        mode="video" if said["mode"] == "video" else "onsite",
        expert=said["expert"],
        contact=said["contact"] or None,
        project_code=said["project_code"] or None,
        asked_in=said["asked_in"] or None,
        pool_consent=bool(said["pool_consent"]),
        impartiality=_impartiality(desk, said, before),
    )
    return organisation, details


def _impartiality(desk: Desk, said: Mapping[str, str], before: Case | None) -> Impartiality | None:
    """Give the declaration; one that says the same as before keeps its name and day."""
    statement = said["interest"] or (NO_INTEREST if said["no_interest"] else "")
    if not statement:
        return None
    known = before.details.impartiality if before else None
    if known is not None and known.statement == statement:
        return known
    return Impartiality(statement=statement, by=said["expert"], on=desk.today)


def _country_fault(typed: str) -> str:
    if not typed:
        return gettext(
            "Choose a country; type a few letters, such as Norway or NO, and press Enter."
        )
    return gettext(
        "“{typed}” is not in the list of countries; type a few letters, such as Norway or "
        "NO, and press Enter.",
        typed=typed,
    )


def _language_fault(typed: str) -> str:
    names = ", ".join(pick.text for pick in asking_languages())
    if not typed:
        return gettext("Choose a language: {names}.", names=names)
    return gettext("“{typed}” is not one of the languages: {names}.", typed=typed, names=names)


def _portfolio_fault(typed: str, example: str) -> str:
    if not typed:
        return gettext(
            "Choose a portfolio; type a few letters, such as {example}, and press Enter.",
            example=example,
        )
    return gettext(
        "“{typed}” is not in the list of portfolios; type a few letters, such as "
        "{example}, and press Enter.",
        typed=typed,
        example=example,
    )


def _mode_fault(typed: str) -> str:
    if not typed:
        return gettext("Choose a mode; type a few letters, such as video, and press Enter.")
    return gettext(
        "“{typed}” is not in the list of modes; type a few letters, such as video, and "
        "press Enter.",
        typed=typed,
    )
