"""assess erase: a case, an organisation or a person, with the record whole."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from assess.cli.command.output import say, working, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.errors import AssessError
from assess.languages import day_text, gettext, ngettext
from assess.workflow.case.case_finding import find
from assess.workflow.program import erasing, erasure_notices
from assess.workflow.program.name_finding import find_name, hit_text, unseen_text

if TYPE_CHECKING:
    from assess.core.case.assessment import Case
    from assess.workflow.desk.desk import Desk
    from assess.workflow.program.backups import Safe


class _Wish(NamedTuple):
    case: str | None
    organisation: str | None
    person: str | None
    notice: Path | None
    files: tuple[str, ...]
    ground: str
    by: str
    dry_run: bool
    yes: bool


@click.command("erase")
@click.option("--case", "case", metavar="CASE", type=WordsType(said=True), help="Erase a case.")
@click.option(
    "--organisation", metavar="NAME", type=WordsType(said=True), help="Erase all its cases."
)
@click.option(
    "--person",
    metavar="NAME",
    type=WordsType(said=True),
    help="Erase each text with this name as whole words; each one is asked for.",
)
@click.option(
    "--file",
    "files",
    multiple=True,
    metavar="SHA256",
    help="With --person: erase the copy of this file too, which could not be searched.",
)
@click.option(
    "--notice",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Erase the case of whose erasure elsewhere a file tells.",
)
@click.option(
    "--ground",
    default="",
    metavar="TEXT",
    type=WordsType(),
    help="Why, such as a request with its day; the record keeps it.",
)
@click.option(
    "--by",
    "by",
    default="",
    metavar="NAME",
    type=WordsType(),
    help="Who erases; the record keeps it.",
)
@click.option("--dry-run", is_flag=True, help="Show what goes and what stays; change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask, for scripts: erase all that is shown.")
@click.option(
    "--backups",
    is_flag=True,
    help="Erase in the backups and other copies beside the database too, now.",
)
@click.pass_obj
def erase(settings: Settings, /, *, backups: bool, **options: Any) -> None:
    """Erase what is kept of a case, an organisation or a person.

    First you see what goes and what stays. Values are deleted, and the hashes stay, so that
    the record can still be verified. A label that was awarded stays in the register. An
    imported file or a restored backup does not bring back what was erased. For others who have
    a copy of an erased case, `assess export CASE -o FILE.json` writes a notice of its erasure.
    """
    wish = _Wish(**options)
    asked = (wish.case, wish.organisation, wish.person, wish.notice)
    named = [name for name in asked if name is not None]
    if wish.files and wish.person is None:
        raise click.UsageError(gettext("--file goes with --person."))
    if len(named) != 1 and not (backups and not named):
        raise click.UsageError(
            gettext("Name a --case, an --organisation, a --person or a --notice.")
        )
    if named:
        with settings.open_desk() as desk:
            is_done = _erase_person(desk, wish) if wish.person else _erase_cases(desk, wish)
        if not is_done:
            return
    safe = settings.safe()
    if named:
        safe.renew_backup()
    if backups:
        _erase_in_copies(safe)
    else:
        _say_copies(safe)


def _erase_cases(desk: Desk, wish: _Wish) -> bool:
    cases: Sequence[Case]
    noticed = None
    if wish.notice is not None:
        noticed = erasure_notices.noticed_case(desk, wish.notice)
        cases = [noticed.case]
    elif wish.case is not None:
        cases = [find(desk, wish.case).case]
    else:
        cases = erasing.cases_of(desk, wish.organisation or "")
    _say_account(erasing.account_of_cases(desk, cases))
    if not _may_go_on(wish):
        return False
    why = erasing.grounds(desk, *_reasons(wish, noticed))
    question = ngettext("Erase {count} case?", "Erase {count} cases?", len(cases))
    if not _is_wanted(wish, question):
        raise AssessError(gettext("Nothing was erased."))
    with working(gettext("Erasing")):
        erasing.erase_cases(desk, cases, why)
    say(ngettext("{count} case was erased.", "{count} cases were erased.", len(cases)))
    _say_notices(cases)
    return True


def _reasons(wish: _Wish, noticed: erasure_notices.NoticedCase | None) -> tuple[str, str]:
    """Give ground and name; where they are not stated, a notice tells them."""
    if noticed is None:
        return wish.ground, wish.by
    return wish.ground or noticed.ground, wish.by or noticed.by


def _say_notices(cases: Sequence[Case]) -> None:
    said = ngettext(
        "Whoever has a copy of it can erase it by a notice, which this command writes:",
        "Whoever has copies of them can erase them by notices, which these commands write:",
        len(cases),
    )
    say(wrapped(said))
    for case in cases:
        file = f"{case.id}{erasure_notices.ENDING}"
        command = ["assess", "export", case.id, "-o", file]
        say("  " + " ".join(command))


def _erase_person(desk: Desk, wish: _Wish) -> bool:
    name = wish.person or ""
    with working(gettext("Looking")):
        found = find_name(desk, name, wish.files)
    hits = found.hits
    if not hits:
        say(gettext("{name} is nowhere in the database.", name=name))
        for file in found.unseen:
            say(wrapped(unseen_text(file), 4, first="  - "))
        return False
    _say_account(erasing.account_of_person(desk, name, found))
    if not _may_go_on(wish):
        return False
    why = erasing.grounds(desk, wish.ground, wish.by)
    chosen = [
        hit for hit in hits if _is_wanted(wish, gettext("Erase {place}?", place=hit_text(hit)))
    ]
    if not chosen:
        raise AssessError(gettext("Nothing was erased."))
    with working(gettext("Erasing")):
        erasing.erase_person(desk, name, chosen, why)
    say(ngettext("{count} text was erased.", "{count} texts were erased.", len(chosen)))
    if left := len(hits) - len(chosen):
        say(ngettext("{count} text stays.", "{count} texts stay.", left))
    return True


def _may_go_on(wish: _Wish) -> bool:
    """Tell whether this is no dry run; AssessError where nobody can be asked."""
    if wish.dry_run:
        say(gettext("This was a dry run; nothing was erased."))
        return False
    if not wish.yes and not sys.stdin.isatty():
        raise AssessError(
            gettext("Nobody can be asked here; give --yes to erase all that is shown.")
        )
    return True


def _is_wanted(wish: _Wish, question: str) -> bool:
    return wish.yes or click.confirm(question, err=True)


def _say_account(account: erasing.ErasureAccount) -> None:
    say(gettext("This will be erased:"))
    for line in account.touched:
        say(wrapped(line, 4, first="  - "))
    say(gettext("This stays:"))
    for line in account.stays:
        say(wrapped(line, 4, first="  - "))


def _say_copies(safe: Safe) -> None:
    copies = safe.copies()
    if not copies:
        return
    say(gettext("These copies were made before and may still contain it:"))
    for copy in copies:
        if copy.goes_on is None:
            say("  " + gettext("{path}: stays until somebody removes it", path=copy.path))
        else:
            day = day_text(copy.goes_on)
            say("  " + gettext("{path}: goes on {day}", path=copy.path, day=day))
    say(wrapped(gettext("`assess erase --backups` erases in all of them now.")))


def _erase_in_copies(safe: Safe) -> None:
    with working(gettext("Erasing in the copies")):
        done = safe.erase_in_copies()
    for path, why in done:
        if why is None:
            say(gettext("{path}: written again without what was erased", path=path))
        else:
            say(gettext("{path}: removed, since it could not be read ({why})", path=path, why=why))
    if not done:
        say(gettext("There is no copy beside the database."))
