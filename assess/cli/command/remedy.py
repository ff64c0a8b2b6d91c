"""What helps where something could not be done: the options and commands that offer it."""

from __future__ import annotations

from assess.errors import AssessError, Refused, Way
from assess.languages import gettext

WAYS = {
    Way.ALL_ROWS: gettext(
        "--portfolio, --interview-date, --expert and --mode hold for all rows without them."
    ),
    Way.AS_NEW: gettext("--as-new imports it as another case."),
    Way.AS_PROPOSALS: gettext("--as-proposals reads it as another copy of that case."),
    Way.COUNTRY: gettext("--country gives the country."),
    Way.DATABASE: gettext("--db names the file."),
    Way.EDITION: gettext("--edition with its number writes an edition again."),
    Way.ENCODING: gettext("--encoding names the encoding of a text."),
    Way.ENCRYPT: gettext("`assess --db FILE encrypt` encrypts it."),
    Way.FOLDER_OF_EDITION: gettext("--from gives the folder of an edition."),
    Way.FORCE: gettext("--force overwrites it."),
    Way.IDENTITY: gettext("--identity gives the file of a key."),
    Way.INDICATORS: gettext("--indicators gives the folder of an edition."),
    Way.INTO: gettext("--into gives the case for its answers."),
    Way.LOST_KEY: gettext("`assess key rotate --lost` makes a new key."),
    Way.PORTFOLIO: gettext("--portfolio gives the comparative portfolio."),
    Way.PUBLISHER: gettext("`assess pool import --new-publisher` takes it once it is confirmed."),
    Way.RENAME: gettext("`assess case change CASE --name NAME` does that."),
    Way.UNREVIEWED: gettext(
        "`assess review accept-all CASE` accepts all; --unreviewed REASON issues it as it is."
    ),
    Way.UNDO: gettext("--undo removes a link."),
    Way.WITHOUT_FILES: gettext("--without-files leaves them out."),
}
"""What helps, by options and commands; the rest is asked for."""


def in_full(error: AssessError) -> str:
    """Say what could not be done, and which options or commands help."""
    said = [str(error), *(WAYS[way] for way in error.ways if way in WAYS)]
    is_list = isinstance(error, Refused) and bool(error.faults)
    return ("\n" if is_list else " ").join(said)
