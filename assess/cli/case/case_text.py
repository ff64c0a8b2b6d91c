"""What is said of cases: a table of them, and one with all that is stated about it."""

from __future__ import annotations

from assess.cli.command.output import plain, say, table, wrapped
from assess.core.case.assessment import (
    Assessment,
    State,
    progress_of,
)
from assess.core.case.history.telling_apart import editions_to_name
from assess.core.case.work_time import shown
from assess.core.label.impartiality import interest_text
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.message import series
from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say as spoken
from assess.workflow.case.answering import drafts
from assess.workflow.case.case_finding import with_edition
from assess.workflow.case.cases import ListedCase
from assess.workflow.case.interview.work_time import time_spent
from assess.workflow.desk.desk import Desk


def say_cases(found: tuple[ListedCase, ...]) -> None:
    """Print cases as a table."""
    editions = editions_to_name(listed.case for listed in found)
    rows = [
        (
            listed.case.id,
            with_edition(listed.case.organisation.name, editions.get(listed.case.id)),
            listed.case.organisation.country,
            listed.case.details.interview_date,
            "?"
            if listed.indicators is None
            else f"{listed.indicators_complete}/{listed.indicators}",
            "?" if listed.indicators is None else listed.open_points,
            _status(listed),
        )
        for listed in found
    ]
    heads = (
        gettext("case"),
        gettext("organisation"),
        "",
        gettext("interview"),
        gettext("done"),
        pgettext("head of a column of numbers", "open"),
        gettext("status"),
    )
    say(table(heads, rows, right=frozenset({4, 5})))
    invented = sum(listed.case.synthetic for listed in found)
    if invented == len(found):
        all_of_them = ngettext(
            "This case is synthetic demonstration data.",
            "All these cases are synthetic demonstration data.",
            invented,
        )
        say(f"\n{all_of_them}")
    elif invented:
        some_of_them = ngettext(
            "{count} of these cases is synthetic demonstration data.",
            "{count} of these cases are synthetic demonstration data.",
            invented,
        )
        say(f"\n{some_of_them}")


def _status(listed: ListedCase) -> str:
    """Say how the label of a case stands, or where none was decided on, the case."""
    said = _label_word(listed)
    return gettext("{label}, changed since", label=said) if listed.since_award else said


def _label_word(listed: ListedCase) -> str:
    match listed.label:
        case None:
            return _state_word(listed.case.state)
        case LabelStatus.PENDING:
            return gettext("label pending")
        case LabelStatus.NOT_AWARDED:
            return gettext("label not awarded")
        case LabelStatus.VALID:
            return gettext("label valid")
        case LabelStatus.EXPIRED_RENEWABLE:
            return gettext("label ended, renewable")
        case LabelStatus.LAPSED:
            return gettext("label ended")
        case LabelStatus.SUPERSEDED:
            return gettext("label superseded")
        case LabelStatus.REVOKED:
            return gettext("label revoked")
        case LabelStatus.UNKNOWN:
            return gettext("label not known")


def _state_word(state: State) -> str:
    """Say how far a case is."""
    match state:
        case State.IN_PROGRESS:
            return gettext("in progress")
        case State.FINISHED:
            return pgettext("case", "finished")


def say_case(listed: ListedCase, assessment: Assessment, desk: Desk) -> None:
    """Say what is stated about a case, how far it is and how long was worked."""
    catalogue = desk.catalogue_of(assessment.case)
    organisation, details = listed.case.organisation, listed.case.details
    say(plain(organisation.name))
    if listed.case.synthetic:
        say(gettext("Synthetic demonstration data"))
    say()
    country = spoken(catalogue.country_name(organisation.country))
    lines = {
        gettext("Case"): listed.case.id,
        gettext("Country"): f"{country} ({organisation.country})",
        gettext("Region"): organisation.region,
        gettext("Web site"): organisation.website,
        gettext("Portfolio"): details.portfolio,
        gettext("Interview"): gettext(
            "{day}, {mode}, by {expert}",
            day=details.interview_date,
            mode=details.mode,
            expert=details.expert,
        ),
        gettext("Contact"): details.contact,
        gettext("Project code"): details.project_code,
        gettext("Asked in"): details.asked_in,
        gettext("Pool consent"): gettext("yes") if details.pool_consent else gettext("no"),
        gettext("Impartiality"): spoken(interest_text(assessment)),
        gettext("Catalogue"): listed.case.catalogue,
        gettext("State"): _state_word(listed.case.state),
        gettext("Label"): spoken(listed.label.words) if listed.label else None,
        gettext("Since the award"): spoken(series(listed.since_award, "comma"))
        if listed.since_award
        else None,
        gettext("Answered"): _answered(listed, len(catalogue.indicators)),
        gettext("Proposals"): ngettext(
            "{count} proposed answer is waiting; `assess proposals {case}` shows it",
            "{count} proposed answers are waiting; `assess proposals {case}` shows them",
            listed.proposals,
            case=listed.case.id,
        )
        if listed.proposals
        else None,
    }
    for head, text in lines.items():
        if text:
            say(wrapped(text, 14, first=f"{head:<14}"))
    say()
    typed = drafts(desk, assessment)
    for area in catalogue.edition.areas:
        states = [
            progress_of(indicator, assessment, catalogue, typed).value
            for indicator in catalogue.in_area(area)
        ]
        done = f"{states.count('complete')}/{len(states)}"
        say(f"{area.letter}  {plain(area.title):<52}{done:>6}")
    _say_time(assessment, desk)


def _answered(listed: ListedCase, indicators: int) -> str:
    parts = (
        ngettext("{count} question", "{count} questions", listed.answered),
        ngettext(
            "{complete} of {count} indicator complete",
            "{complete} of {count} indicators complete",
            indicators,
            complete=listed.indicators_complete,
        ),
        ngettext("{count} open point", "{count} open points", listed.open_points),
    )
    return ", ".join(parts)


def _say_time(assessment: Assessment, desk: Desk) -> None:
    spent = time_spent(desk, assessment.case.id)
    if not spent.total:
        say("\n" + gettext("No working time was recorded yet."))
        return
    total = spoken(shown(spent.total))
    say("\n" + gettext("Working time {total}, without breaks and idle time", total=total))
    catalogue = desk.catalogue_of(assessment.case)
    for name in catalogue.questions:
        if name in spent.by_question:
            number = catalogue.indicator_of(name).number
            say(f"{number:>4}  {name:<48}{spoken(shown(spent.by_question[name])):>9}")
