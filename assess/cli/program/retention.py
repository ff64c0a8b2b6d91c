"""assess retention: what was kept longer than its period."""

from __future__ import annotations

import click

from assess.cli.command.output import say, say_json, table, wrapped
from assess.cli.command.settings import Settings
from assess.languages import gettext
from assess.workflow.program import retention as periods


@click.command("retention")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def retention(settings: Settings, *, as_json: bool) -> None:
    """List what was kept longer than its retention period.

    The periods are in label.toml of the catalogue: the defaults of this tool, not of ESCA.
    Nothing is erased by this command.
    """
    with settings.open_desk() as desk:
        found = periods.due(desk, settings.safe())
        rules = desk.newest.label.retention
    if as_json:
        say_json([_document(item) for item in found])
        return
    if not found:
        say(gettext("Nothing is due."))
    else:
        heads = (gettext("due on"), gettext("what"), gettext("about"), gettext("since"))
        say(table(heads, [_row(item) for item in found]))
        say()
        say(wrapped(gettext("`assess erase --case CASE` erases a case; a copy can be deleted.")))
    for rule in rules:
        line = gettext(
            "{title}: {days} days. {reason}",
            title=rule.title.english,
            days=rule.days,
            reason=rule.reason,
        )
        say(wrapped(line, 4, first="  - "))


def _document(item: periods.DueItem) -> dict[str, object]:
    return {
        "kind": item.rule.kind,
        "what": item.what,
        "about": item.about,
        "since": item.since.isoformat(),
        "days": item.rule.days,
        "due_on": item.due_on.isoformat(),
    }


def _row(item: periods.DueItem) -> tuple[str, str, str, str]:
    about = f"{item.rule.kind}: {item.about}" if item.about else item.rule.kind
    return item.due_on.isoformat(), item.what, about, item.since.isoformat()
