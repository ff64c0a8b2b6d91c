"""The demonstration: three invented organisations in a database of their own."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

from assess.core.case.assessment import Assessment, State, is_relevant
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError, StoreFault, Way
from assess.languages import gettext
from assess.workflow.case.case_finding import CaseName, meant
from assess.workflow.case.cases import leave
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.program.file_import import import_files


def demonstrate(
    database: Path,
    indicators: Path,
    files: Path,
    *,
    shipped: Path | None = None,
    fresh: bool = False,
    today: date | None = None,
) -> bool:
    """Build the demonstration database from a folder of case files; tell whether it was built.

    One that exists is left as it is, unless a `fresh` one is wanted. A database of real cases is
    refused, and never written over.
    """
    if database.exists() and _holds_demonstration(database, indicators, today) and not fresh:
        return False
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=database.parent, prefix=".demonstration-") as folder:
            building = Path(folder) / database.name
            with open_desk(building, indicators, shipped=shipped, today=today) as desk:
                _fill(desk, files)
            building.replace(database)
    except OSError as error:
        raise AssessError(
            gettext(
                "{path} cannot be built: {reason}.",
                path=database,
                reason=error.strerror or error,
            )
        ) from error
    except StoreFault as error:
        raise AssessError(
            gettext("{path} cannot be built. {fault}", path=database, fault=error)
        ) from error
    return True


def shows(files: Path, wanted: str) -> bool:
    """Tell whether the case files of the demonstration have a case that is called so."""
    names = []
    for path in files.glob("*.json"):
        content = json.loads(path.read_bytes())
        names.append(CaseName(content["case"]["id"], content["organisation"]["name"]))
    return bool(meant(wanted, names))


def _holds_demonstration(database: Path, indicators: Path, today: date | None) -> bool:
    with open_desk(database, indicators, today=today) as desk:
        cases = desk.store.cases.all()
        real = sum(not case.synthetic for case in cases)
        real += sum(not entry.synthetic for entry in desk.store.register.entries())
    if real:
        raise AssessError(
            gettext(
                "{path} holds real cases; the demonstration is built in a database "
                "of its own. Name another file, or none.",
                path=database,
            )
        ).helped_by(Way.DATABASE)
    return bool(cases)


def _fill(desk: Desk, files: Path) -> None:
    for arrived in import_files(desk, sorted(files.rglob("*.json"))):
        assessment = arrived.assessment
        if assessment is None:
            continue
        if not assessment.case.synthetic:
            raise AssessError(
                gettext("The case {case} is not marked as synthetic.", case=assessment.case.id)
            )
        place = _first_open(assessment, desk.catalogue_of(assessment.case))
        if place and assessment.case.state is State.IN_PROGRESS:
            leave(desk, assessment.case.id, place)


def _first_open(assessment: Assessment, catalogue: Catalogue) -> str | None:
    """Give the first question that is asked and has no answer yet."""
    return next(
        (
            name
            for name, question in catalogue.questions.items()
            if question.required
            and assessment.answer(name).status is Status.NOT_REACHED
            and is_relevant(question, assessment, catalogue)
        ),
        None,
    )
