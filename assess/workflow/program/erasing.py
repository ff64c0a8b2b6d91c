"""Erasing: first the account of what goes and what stays, then the erasure itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from assess.core.case.assessment import Case
from assess.core.case.organisation import Organisation, organisation_key
from assess.core.record.erasure import has_name
from assess.core.register.record import labels
from assess.core.text.name import same_name
from assess.errors import AssessError, NotFound
from assess.languages import gettext, ngettext
from assess.store.program.name_search import NameHit
from assess.store.program.person_erasing import Grounds
from assess.store.program.repeating import erase_among_peers
from assess.workflow.desk.desk import Desk
from assess.workflow.program.name_finding import FoundName, hit_text, unseen_text

__all__ = ["Grounds", "NameHit"]


class ErasureAccount(NamedTuple):
    """What an erasure touches, and what stays; each a whole sentence or a line of a list."""

    touched: tuple[str, ...]
    stays: tuple[str, ...]


def grounds(desk: Desk, ground: str, by: str) -> Grounds:
    """Give ground and name as the record keeps them; AssessError where one is missing."""
    if not ground.strip():
        raise AssessError(gettext("An erasure needs its ground, such as a request with its day."))
    if not by.strip():
        raise AssessError(gettext("An erasure needs the name of the person who does it."))
    return Grounds(" ".join(ground.split()), " ".join(by.split()), desk.now)


def cases_of(desk: Desk, name: str) -> tuple[Case, ...]:
    """Give the cases of the organisation with a name, in whichever country there is just one.

    Raises NotFound where no case, or cases in several countries, are of that name.
    """
    found = [case for case in desk.store.cases.all() if same_name(case.organisation.name, name)]
    countries = sorted({case.organisation.country for case in found})
    if not found:
        raise NotFound(
            gettext("There is no case of an organisation called {name}.", name=repr(name))
        )
    if len(countries) > 1:
        raise NotFound(
            gettext(
                "{name} is an organisation in {countries}; name the cases one by one.",
                name=repr(name),
                countries=", ".join(countries),
            )
        )
    return tuple(found)


def account_of_cases(desk: Desk, cases: Sequence[Case]) -> ErasureAccount:
    """Say what goes with cases that are erased, and what stays."""
    touched: list[str] = []
    stays: list[str] = []
    for case in cases:
        touched += _of_case(desk, case)
        stays += _staying(desk, case)
    return ErasureAccount(tuple(touched), (*dict.fromkeys(stays), *_always()))


def _of_case(desk: Desk, case: Case) -> Iterator[str]:
    counts = desk.store.erasing.entries_of(case.id)
    yield gettext(
        "the case {case} of {organisation}: its details, its interview date and its people",
        case=case.id,
        organisation=case.organisation.name,
    )
    history = desk.store.answers.history(case.id)
    number = counts.get("answer", 0)
    yield ngettext(
        "{count} answer with its value, in its history too",
        "{count} answers with their values, in their history too",
        number,
    )
    if notes := sum(bool(answer.note) for answer in history):
        yield ngettext("{count} note", "{count} notes", notes)
    if evidence := len({piece.location for each in history for piece in each.evidence}):
        yield ngettext(
            "{count} piece of evidence, with the copy of its file",
            "{count} pieces of evidence, with the copies of their files",
            evidence,
        )
    if drafts := len(desk.store.drafts.of(case.id)):
        yield ngettext(
            "{count} text that is not an answer yet",
            "{count} texts that are not answers yet",
            drafts,
        )
    if proposals := counts.get("proposal", 0):
        yield ngettext("{count} proposed answer", "{count} proposed answers", proposals)
    yield from _decided(counts)
    if editions := counts.get("edition", 0):
        yield ngettext(
            "{count} edition of the report: its record and its PDF",
            "{count} editions of the report: their records and their PDFs",
            editions,
        )
    if case.id in desk.store.pool.case_records():
        yield gettext("its record among the peers, which are built again without it")


def _decided(counts: dict[str, int]) -> Iterator[str]:
    number = sum(counts.get(kind, 0) for kind in ("verdict", "edit", "plan", "state", "spell"))
    if number:
        yield ngettext(
            "{count} other entry: verdicts, edits, the action plan, states, working time",
            "{count} other entries: verdicts, edits, the action plan, states, working time",
            number,
        )


def _staying(desk: Desk, case: Case) -> Iterator[str]:
    decisions = desk.store.register.entries_of(case.id)
    awarded = [label for label in labels(decisions) if label.awarded is not None]
    for label in awarded:
        yield gettext(
            "the {level} label of {organisation} in the register, with who decided and when",
            level=label.level,
            organisation=label.name,
        )
    if listed := _listed(desk, case):
        yield ngettext(
            "{count} label of {organisation} in the register that a published list names",
            "{count} labels of {organisation} in the register that published lists name",
            listed,
            organisation=case.organisation.name,
        )
    notes = desk.store.editions.notes(case.id)
    if notes:
        yield ngettext(
            "the number and the hash of {count} edition",
            "the numbers and the hashes of {count} editions",
            len(notes),
        )
    if desk.store.pool.case_records():
        yield gettext("the figures of tables of peers, without any name")


def _listed(desk: Desk, case: Case) -> int:
    organisation = case.organisation
    key = organisation_key(organisation.name, organisation.country)
    every = labels(desk.store.register.all())
    return sum(label.listed is not None and label.key == key for label in every)


def _always() -> Iterator[str]:
    yield gettext("the hashes of all entries, so that the record can still be verified")
    yield gettext(
        "files that were exported, printed or sent: the program does not know where they are, so "
        "ask whoever has them"
    )


def erase_cases(desk: Desk, cases: Iterable[Case], why: Grounds) -> None:
    """Erase cases, all of them or none."""
    with desk.store.writing():
        for case in cases:
            desk.store.cases.get(case.id)  # another window may have erased it
            erase_among_peers(desk.store.ledger, case.id, desk.now)
            desk.store.erasing.case(case.id, why)
    desk.store.ledger.compact()


def account_of_person(desk: Desk, name: str, found: FoundName) -> ErasureAccount:
    """Say what goes of a person, and what stays."""
    stays = [
        gettext("all values and texts without the name"),
        *_named_so(desk.store.cases.organisations(), name),
        *(unseen_text(file) for file in found.unseen),
    ]
    return ErasureAccount(tuple(hit_text(hit) for hit in found.hits), (*stays, *_always()))


def _named_so(organisations: Iterable[Organisation], name: str) -> Iterator[str]:
    for organisation in organisations:
        if has_name(organisation.name, name):
            yield gettext(
                "the name of the organisation {organisation}: erase the organisation for that",
                organisation=organisation.name,
            )


def erase_person(desk: Desk, name: str, hits: Collection[NameHit], why: Grounds) -> None:
    """Erase what was confirmed to name a person.

    Raises AssessError where ground or name of who erases would bring the name back.
    """
    for text in (why.ground, why.by):
        if has_name(text, name):
            raise AssessError(
                gettext(
                    "The record would keep the text {text}, which contains the name to be erased; "
                    "write the text without the name.",
                    text=repr(text),
                )
            )
    desk.store.erasing.person(name, hits, why)
    desk.store.ledger.compact()
