"""A secretariat to look at: a database of its own, invented people, and invented cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from assess.core.submission.course import CaseState, ReviewStep
from assess.core.submission.role import Role
from assess.errors import AssessError
from assess.exchange.submission.service_client import ServiceClient
from assess.languages import gettext
from assess.secretariat import keeping
from assess.secretariat.database.embedded import embedded_server
from assess.secretariat.installation import Installation, install
from assess.secretariat.service.serving import serving_apart
from assess.signature import load_or_make_key
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.program.demonstration import demonstrate
from assess.workflow.submission.connecting import connect, connection_of
from assess.workflow.submission.reviewing import ReviewOffice, review_office
from assess.workflow.submission.sending import revision_for


class Person(NamedTuple):
    """Somebody who was invented for the demonstration."""

    name: str
    role: Role
    countries: tuple[str, ...] = ()


EXPERT = Person("Ada Demonstration", Role.EXPERT)
PEOPLE: Mapping[str, Person] = {
    "expert": EXPERT,
    "coordinator": Person("Cora Demonstration", Role.COORDINATOR, ("NOR",)),
    "reviewer": Person("Rita Demonstration", Role.REVIEWER),
    "board": Person("Bo Demonstration", Role.BOARD),
}
"""By what they do."""

DesksOfPeople = Mapping[str, Callable[[], Desk]]


@contextmanager
def demonstrated(
    folder: Path, indicators: Path, files: Path, database: str | None = None
) -> Iterator[DesksOfPeople]:
    """Run the secretariat of a folder, built where it is not there; give what opens the desks.

    `files` are the case files that are sent to it. Without a `database` it starts one of its own.
    Raises AssessError where the database that is given has accounts already.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with ExitStack() as stack:
        address = database or stack.enter_context(embedded_server(folder / "postgresql"))
        is_built = (folder / "built.txt").exists()
        installation, *_ = install(address, folder / "office")
        if not is_built:
            _demand_empty(installation)
        log = stack.enter_context((folder / "service.log").open("a", encoding="utf-8"))
        url = stack.enter_context(serving_apart(installation, log))
        desks = {part: partial(_desk, folder / part, indicators) for part in PEOPLE}
        if is_built:
            _find_again(desks, url)
        else:
            demonstrate(folder / "expert" / "assess.db", indicators, files)
            _make_known(installation, folder, desks, url)
            _fill(desks)
            (folder / "built.txt").write_text(f"{url}\n", encoding="utf-8")
        yield desks


def _desk(folder: Path, indicators: Path) -> Desk:
    folder.mkdir(exist_ok=True, mode=0o700)
    key = folder / "device-key.pem"
    return open_desk(folder / "assess.db", indicators, device_key=key)


def _demand_empty(installation: Installation) -> None:
    with keeping.office(installation.database) as rows:
        known = keeping.accounts(rows)
    if known:
        raise AssessError(
            gettext(
                "This database is a secretariat's already; the demonstration needs an empty one."
            )
        )


def _make_known(installation: Installation, folder: Path, desks: DesksOfPeople, url: str) -> None:
    for part, person in PEOPLE.items():
        with keeping.office(installation.database) as rows:
            made = keeping.make_account(rows, person.name, (person.role,), person.countries)
            code = keeping.invite(rows, made)
        with desks[part]() as desk:
            connect(desk, url, code, folder / part / "device-key.pem")


def _find_again(desks: DesksOfPeople, url: str) -> None:
    """Have everybody know the address, which is another one with each start."""
    for opened in desks.values():
        with opened() as desk:
            known = connection_of(desk)
            desk.store.submissions.connect(known.model_copy(update={"url": url}))


def _fill(desks: DesksOfPeople) -> None:
    """Send the invented cases, which an expert's program would not send, and begin with some."""
    with desks["expert"]() as desk:
        known = connection_of(desk)
        client = ServiceClient(known.url, load_or_make_key(Path(known.key_file))[0])
        try:
            for case in desk.store.cases.all():
                client.send(revision_for(desk, desk.store.assessment(case.id)))
        finally:
            client.close()
    with desks["reviewer"]() as desk, review_office(desk) as office:
        _begin(office)


def _begin(office: ReviewOffice) -> None:
    """Begin the check of a case and ask about it, and propose the label of another."""
    waiting = [
        case
        for case in office.queue(CaseState.SUBMITTED).cases
        if case.country not in PEOPLE["coordinator"].countries
    ]
    for case, steps in zip(waiting, (_ASKED, _PROPOSED), strict=False):
        found = office.open(case.case)
        for step in steps:
            level = "Silver" if step is ReviewStep.PROPOSED else None
            office.take(case.case, step, found.revision, level=level)
        if steps is _ASKED:
            office.ask(found, "founded", gettext("Which document names the founding day?"))


_ASKED = (ReviewStep.BEGUN,)
_PROPOSED = (ReviewStep.BEGUN, ReviewStep.ACCEPTED, ReviewStep.PROPOSED)
