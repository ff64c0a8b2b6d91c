"""Stops of the walk: the list of cases, the form, open points, results, the label, the report."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from assess.core.submission.exchanged import InboxItem, ItemKind
from assess.core.submission.kept import Submission, SubmissionState
from assess.languages import gettext
from assess.tui.case.home import HomeScreen
from assess.tui.case.open_points import OpenPointsScreen
from assess.tui.frame.printed import PrintedKind
from assess.workflow import Desk
from assess.workflow.report.reporting import draft_report
from assess.workflow.submission.receiving import take_items
from tests.languages.walker import Typed, Walker
from tests.pool_cases import finished

TYPED = (
    "Nullfjord Ocean Energy Cluster (fictitious)",
    "Nullfjord Ocean Energy Clusters (fictitious)",
    "Newcomer Cluster",
)
"""Names that are typed."""


async def nothing_yet(walker: Walker) -> None:
    """Look at an empty database."""
    await walker.look("home without cases")
    await walker.look("home without a case chosen", "s")
    await walker.look("register without labels", "g")
    await walker.help("register without labels")
    await walker.press("escape")


async def home(walker: Walker) -> None:
    """Look at the list of cases."""
    await walker.look("home")
    await walker.help("home")
    await walker.look("home, sorted", "2")
    await walker.look("filter", "slash")
    await walker.help("filter")
    await walker.look("filter without a match", *"Q9")
    await walker.press("escape")
    await walker.look("palette", "ctrl+p")
    await walker.look("palette without a match", *"Q9")
    await walker.press("escape")
    walker.app.search_themes()
    await walker.look("themes")
    await walker.press("escape")
    await walker.look("wanting to quit", "ctrl+c")
    await walker.look("import", "plus", "2")
    await walker.help("import")
    await walker.look("import of no file", *"Q9", "enter")
    await walker.press("escape")


async def new_case(walker: Walker) -> None:
    """Fill in the form of a case."""
    await walker.look("what is to be added?", "plus")
    await walker.look("new case", "1")
    await walker.help("new case")
    await walker.look("new case with nothing in it", "ctrl+s")
    await walker.look("new case, a known name", Typed(TYPED[0]), "tab", Typed("nor"))
    await walker.look("new case, the day", "enter", "tab", "tab", *"Q9", "tab")
    await walker.look("new case, the portfolio", *"Q9", "tab", *"Q9", "tab", "tab", "ctrl+s")
    await walker.press("escape")
    await walker.look("home with a case typed and not saved")
    await walker.look("new case, typed before", "plus", "1")
    await walker.look("begin anew?", "ctrl+r")
    await walker.look("new case begun anew", "2")
    await walker.press("escape")


async def details(walker: Walker, case: str) -> None:
    """Look at the details of a case, and give it the name of another one."""
    await choose(walker, case)
    await walker.look("details", "i")
    await walker.press("end", "ctrl+u", Typed(TYPED[1]), "tab", "ctrl+u", Typed("NOR"), "enter")
    await walker.look("the same organisation?", "ctrl+s")
    await walker.press("escape", "ctrl+r", "2", "escape")


async def erasing(walker: Walker, case: str) -> None:
    """See what would go with a case, and why it goes."""
    await choose(walker, case)
    await walker.press("ctrl+p", Typed(gettext("Erase the case")))
    await walker.look("erase the case?", "enter")
    await walker.look("why is it erased?", "2")
    await walker.look("erased for no reason", "ctrl+s")
    await walker.leave_dialog()


async def backups(walker: Walker) -> None:
    """Look at the backups of the days."""
    for key, name in (("1", "copy the database"), ("2", "work with a backup")):
        await walker.press("ctrl+p", Typed(gettext("Backups")), "enter")
        await walker.look("backups")
        await walker.look(name, key)
        await walker.leave_dialog()


async def choose(walker: Walker, case: str) -> None:
    """Choose a case on the list."""
    home = next(screen for screen in walker.app.screen_stack if isinstance(screen, HomeScreen))
    await walker.until(lambda: home._table is not None and home._progress._pending is None)
    home.query_one("#case-table").choose(case)  # type: ignore[attr-defined]
    await walker.press()


async def finishing(walker: Walker, case: str, finished: str) -> None:
    """Finish a case, which is refused, and reopen a finished one."""
    await choose(walker, case)
    await walker.look("finish?", "z")
    await walker.look("not finished", "2")
    await walker.press("escape")
    await choose(walker, finished)
    await walker.look("reopen", "z")
    await walker.look("reopened", *"Q9", "ctrl+s")
    await walker.look("finished again", "z", "2")


async def renewing(walker: Walker, desk: Desk, case: str) -> None:
    """Finish a case after as many have changed as a new table of peers needs."""
    draft_report(desk, desk.store.assessment(case))
    for number in range(desk.newest.edition.fewest_peers + 1):
        finished(desk, f"{TYPED[2]} {number}", synthetic=True)
    await choose(walker, case)
    await walker.press("z", *"Q9", "ctrl+s", "z")
    await walker.look("renew the table of peers?", "2")
    await walker.press("1")


async def asked(walker: Walker, desk: Desk, case: str) -> None:
    """Answer what the secretariat asks."""
    body = {"id": str(UUID(int=9)), "revision": "0" * 64, "text": "Q9", "question": "founded"}
    question = InboxItem(
        number=1, case=case, kind=ItemKind.QUESTION, at=desk.now, by="Q", body=body
    )
    take_items(desk, [question])
    await choose(walker, case)
    await walker.look("open points with a question", "o")
    await walker.look("answer the secretariat", "home", "less_than_sign")
    await walker.look("an empty answer to the secretariat", "ctrl+s")
    await walker.leave_dialog()
    await walker.press("escape")
    forked = Submission(
        revision="0" * 64, case=case, head="0" * 64, at=desk.now, state=SubmissionState.FORKED
    )
    desk.store.submissions.note(forked)
    await walker.look("another copy at the secretariat", "greater_than_sign")
    await walker.leave_dialog()


async def open_points(walker: Walker, case: str) -> None:
    """Look at open points."""
    await choose(walker, case)
    await walker.look("open points", "o")
    await walker.help("open points")
    for _ in range(3):
        await walker.look("open points", "pagedown")
    await walker.look("finish?", "z")
    await walker.look("not finished", "2")
    await walker.look("points that block", "1")
    await walker.press("escape", "escape")


async def results(walker: Walker, case: str) -> None:
    """Look at the results of a case, and at the forms for what the expert words."""
    await choose(walker, case)
    await walker.look(f"results of {case}", "r")
    await walker.help("results")
    await walker.look("results, one in full", "p")
    for _ in range(6):
        await walker.look("results, one in full", "down")
    await walker.press("p")
    for view, name in (("4", "action plan"), ("5", "message")):
        await walker.look(f"{name} of {case}", view)
        await walker.help(name)
        await walker.look(f"edit the {name}", "enter")
        await walker.look(f"the {name} without a word", "ctrl+u", "ctrl+s")
        await walker.leave_dialog()
    for view, name in (("2", "recommendations"), ("3", "strengths"), ("6", "changes")):
        await walker.look(f"{name} of {case}", view)
        await walker.help(name)
        await walker.look(f"one of the {name} in full", "p")
        await walker.look(f"one of the {name} in full", "down")
        await walker.press("p")
        if view == "6":
            continue
        await walker.look(f"{name} of {case}, settled", "home", "c", "down", "d")
        await walker.look(f"edit one of the {name}", "enter")
        await walker.leave_dialog()
        await walker.look(f"add to the {name}", "plus")
        await walker.look(f"add to the {name}, nothing typed", "ctrl+s")
        await walker.leave_dialog()
    await walker.press("escape")


async def label(walker: Walker, case: str) -> None:
    """Look at the label of a case and at each of its forms."""
    await choose(walker, case)
    await walker.look(f"label of {case}", "l")
    await walker.help("label")
    for _ in range(16):
        await walker.look(f"label of {case}", "down")
    await walker.press("home")
    await walker.look("which verdict?", "enter")
    await walker.leave_dialog()
    for key in "12":
        await walker.look("verdict", key)
        await walker.look("verdict without a reason", "ctrl+s")
        await walker.leave_dialog()
    await walker.look("verdict open", "3")
    await walker.press("end", "up", "up", "up")
    await walker.look("previous label", "enter")
    await walker.look("previous label, typed", Typed("2027"))
    await walker.press("ctrl+u", Typed("2024-03-31"))
    await walker.look("label with a previous one", "enter")
    await walker.press("end", "up")
    await walker.look("propose", "enter")
    await walker.look("points that are open", "2")
    await walker.leave_dialog()
    if isinstance(walker.app.screen, OpenPointsScreen):
        await walker.press("escape")
    await walker.look("decide", "end", "enter")
    await walker.look("award", "1")
    await walker.look("award with nothing typed", "ctrl+s")
    await walker.leave_dialog()
    await walker.look("refuse or revoke", "end", "enter", "2")
    await walker.leave_dialog()
    await walker.look("award record", "ctrl+s")
    await walker.leave_dialog()
    await walker.press("escape")


async def report(walker: Walker, case: str) -> None:
    """Look at the report before it is printed, and at what is said of a print."""
    await choose(walker, case)
    await walker.look(f"report of {case}", "v")
    await walker.help("report")
    await walker.look("save what?", "ctrl+s")
    await walker.look("save the report", "1")
    await walker.look("write the report to no file", "ctrl+u", "enter")
    await walker.look("write the report to no folder", Typed("/Q9/report.pdf"), "enter")
    await walker.leave_dialog()
    await walker.look("save the summary", "ctrl+s", "2")
    await walker.leave_dialog()
    await walker.look("issue, or another language", "ctrl+s", "3")
    await walker.leave_dialog()
    await walker.leave_dialog()  # without a language the first question comes again
    await walker.look("open without a print", "ctrl+o")
    await walker.press("escape")


async def printing(walker: Walker, folder: Path) -> None:
    """Print documents of each kind, by a writer that does nothing."""
    for kind in PrintedKind:
        walker.app.clear_notifications()  # nobody prints so many at once, and they fill the screen
        walker.app.documents.print_document(kind, lambda _: None, folder / f"{kind.value}.pdf")
        await walker.until(lambda: not walker.app.documents.is_printing)
        await walker.look(f"printed {kind.value}")
