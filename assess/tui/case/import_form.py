"""Imports a file: asks which one, and for what its import needs, apart from the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assess.core.case.history.telling_apart import editions_to_name
from assess.errors import AssessError, KnownCase, Refused, Way
from assess.languages import gettext
from assess.languages.speech import with_label
from assess.tui.dialog.apart import Slow
from assess.tui.dialog.ask import AskScreen, WrongField
from assess.tui.dialog.documents import demand_file, typed_path
from assess.tui.frame.host import host
from assess.tui.frame.text import one_line
from assess.tui.widgets.form_field import Asked
from assess.tui.widgets.pick_field import Pick
from assess.workflow import import_files
from assess.workflow.case.case_finding import with_edition
from assess.workflow.case.cases import assessment_of, cases
from assess.workflow.desk.file_lock import Keys, key_in

if TYPE_CHECKING:
    from textual.screen import Screen

    from assess.workflow.desk.incoming_file import Arrived

TO_READ = 60
"""For how many seconds it is shown what of a file did not come in."""

ASKED_FOR = (Way.PASSPHRASE, Way.IDENTITY, Way.INTO, Way.ENCODING)
"""What an import may need beside the file."""


class _Given(NamedTuple):
    """What was given beside the file."""

    keys: Keys = Keys()
    into: str | None = None
    """The case for its answers."""
    encoding: str | None = None


class _Needs(NamedTuple):
    """A file that cannot be imported before something else is known."""

    way: Way
    why: str
    source: Path
    given: _Given


Importing = Callable[[], "tuple[Arrived, ...] | _Needs"]
"""Imports a file, apart; gives what came in, or what has to be asked for first."""


class FileImport:
    """Imports one file; another copy of a case is taken as proposals, once that is said twice."""

    def __init__(self, screen: Screen[Any], then: Callable[[list[str]], object]) -> None:
        """Import for a screen; `then` gets the ids of the cases that came in or were changed."""
        self._screen = screen
        self._then = then
        self._copies: set[Path] = set()

    def ask(self) -> None:
        """Ask for the file and import it, or say all its faults."""
        self._push(
            gettext("Import a file"),
            Asked(
                "source",
                gettext("File"),
                kind="path",
                hint=gettext("type or drop a path; → completes it"),
            ),
            self._named,
            explanation=gettext(
                "A case file or a returned questionnaire. If it has a fault, nothing is imported."
            ),
            keep_as="import",
        )

    def _push(
        self,
        title: str,
        asked: Asked,
        take_in: Callable[[str], Importing],
        *,
        explanation: str,
        keep_as: str = "",
    ) -> None:
        """Ask for one thing; `take_in` gives from it what imports the file, apart."""

        def submit(values: Mapping[str, str]) -> Slow:
            work = take_in(values[asked.key])
            return Slow(gettext("The file is being imported …"), work, self._tell, late=self._tell)

        form = AskScreen(title, [asked], submit, explanation=explanation, keep_as=keep_as)
        self._screen.app.push_screen(form)

    def _named(self, typed: str) -> Importing:
        if not typed.strip():
            raise WrongField("source", gettext("There is no file of that name."))
        return partial(self._take_in, typed_path(typed), _Given())

    def _take_in(self, source: Path, given: _Given) -> tuple[Arrived, ...] | _Needs:
        """Import; gives what came in, or what has to be asked for first."""
        demand_file(source)
        try:
            with host(self._screen).open_desk_apart() as desk:
                return import_files(
                    desk,
                    [source],
                    into=assessment_of(desk, given.into) if given.into else None,
                    as_proposals=source in self._copies,
                    keys=given.keys,
                    encoding=given.encoding,
                    templates=host(self._screen).templates,
                )
        except KnownCase:
            self._copies.add(source)
            raise AssessError(
                gettext(
                    "This is another copy of an existing case; Enter again proposes its answers."
                )
            ) from None
        except Refused as error:
            way = next((way for way in error.ways if way in ASKED_FOR), None)
            if way is None:
                raise
            return _Needs(way, str(error), source, given)

    def _tell(self, found: tuple[Arrived, ...] | _Needs) -> None:
        if isinstance(found, _Needs):
            self._screen.call_after_refresh(self._ask_for, found)  # once the form before is gone
            return
        for arrived in found:
            timeout = TO_READ if arrived.left else 8
            self._screen.app.notify(_arrived(arrived), markup=False, timeout=timeout)
        came = [arrived.assessment for arrived in found if arrived.assessment is not None]
        self._then([assessment.case.id for assessment in came])

    # What an import needs beside the file

    def _ask_for(self, needs: _Needs) -> None:
        match needs.way:
            case Way.PASSPHRASE:
                asked = Asked("passphrase", gettext("Passphrase"), kind="secret")
                take_in = partial(self._with_passphrase, needs)
            case Way.IDENTITY:
                asked = Asked("key", gettext("Key file"), kind="path")
                take_in = partial(self._with_key, needs)
            case Way.INTO:
                asked = Asked("case", gettext("Case"), kind="pick", picks=self._cases())
                take_in = partial(self._into, needs)
            case _:
                asked = Asked("encoding", gettext("Encoding"), hint="UTF-8, windows-1250, …")
                take_in = partial(self._in_encoding, needs)
        self._push(gettext("Import a file"), asked, take_in, explanation=needs.why)

    def _with_passphrase(self, needs: _Needs, typed: str) -> Importing:
        if not typed:
            raise WrongField("passphrase", gettext("Type the passphrase of the file."))
        given = needs.given._replace(keys=Keys(lambda _: typed))
        return partial(self._take_in, needs.source, given)

    def _with_key(self, needs: _Needs, typed: str) -> Importing:
        if not typed.strip():
            raise WrongField("key", gettext("Type the path of the key file."))
        path = typed_path(typed)

        def take_in() -> tuple[Arrived, ...] | _Needs:
            try:
                text = key_in(path)
            except AssessError as error:
                raise WrongField("key", str(error)) from error
            given = needs.given._replace(keys=Keys(secret_keys=(text,)))
            return self._take_in(needs.source, given)

        return take_in

    def _into(self, needs: _Needs, typed: str) -> Importing:
        if typed not in {pick.key for pick in self._cases()}:
            raise WrongField("case", gettext("Choose the case for its answers."))
        return partial(self._take_in, needs.source, needs.given._replace(into=typed))

    def _in_encoding(self, needs: _Needs, typed: str) -> Importing:
        if not typed.strip():
            raise WrongField("encoding", gettext("Type the encoding of the file."))
        given = needs.given._replace(encoding=typed.strip())
        return partial(self._take_in, needs.source, given)

    def _cases(self) -> tuple[Pick, ...]:
        known = cases(host(self._screen).desk)
        editions = editions_to_name(known)
        return tuple(
            Pick(
                case.id,
                f"{with_edition(case.organisation.name, editions.get(case.id))} · "
                f"{case.details.interview_date}",
            )
            for case in known
        )


def _arrived(arrived: Arrived) -> str:
    """Say what came in with a file, and what did not."""
    name = arrived.assessment.case.organisation.name if arrived.assessment else arrived.path.name
    lines = [
        f"{with_label(name, '; '.join(arrived.came))}.",
        *(f"{text}." for text in arrived.left),
    ]
    return "\n".join(one_line(line) for line in lines)
