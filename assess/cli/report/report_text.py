"""What is said of reports: what was written, what no font has, which editions there are."""

from __future__ import annotations

from assess.cli.command.output import remark, say, say_json, table
from assess.core.report.record.edition import EditionNote
from assess.languages import day_text, gettext, ngettext, pgettext


def written_text(number: int | None, name: str, *, summary: bool) -> str:
    """Say what was written: the whole or its two pages, of an edition or a draft."""
    if number is None and summary:
        return gettext("the summary of the draft report of {organisation}", organisation=name)
    if number is None:
        return gettext("the draft report of {organisation}", organisation=name)
    if summary:
        return gettext(
            "the summary of edition {number} of the report of {organisation}",
            number=number,
            organisation=name,
        )
    return gettext(
        "edition {number} of the report of {organisation}", number=number, organisation=name
    )


def remark_lacking(letters: tuple[str, ...], name: str = "") -> None:
    """Name the characters that no font has, before the file is written."""
    characters, more = (
        ", ".join(f"U+{ord(letter):04X}" for letter in letters[:12]),
        len(letters) - 12,
    )
    if more > 0:
        characters = ngettext(
            "{characters} and {count} more",
            "{characters} and {count} more",
            more,
            characters=characters,
        )
    remark(
        gettext(
            "{organisation}: no installed font has {characters}; their numbers are "
            "printed instead. `assess check` shows which package has the fonts of which "
            "script.",
            organisation=name,
            characters=characters,
        )
        if name
        else gettext(
            "No installed font has {characters}; their numbers are printed instead. "
            "`assess check` shows which package has the fonts of which script.",
            characters=characters,
        )
    )


def say_editions(notes: tuple[EditionNote, ...], *, as_json: bool) -> None:
    """List the editions of a report, or print them as JSON."""
    if as_json:
        say_json([note.model_dump(mode="json") for note in notes])
        return
    if not notes:
        say(gettext("No edition has been issued yet."))
        return
    rows = [
        (str(note.number), day_text(note.on), note.by, str(note.pages), note.sha256[:16])
        for note in notes
    ]
    heads = (
        gettext("Edition"),
        gettext("Issued on"),
        pgettext("head of a column of names", "By"),
        gettext("Pages"),
        gettext("SHA-256 begins"),
    )
    say(table(heads, rows))
