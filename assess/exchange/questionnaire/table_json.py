"""Cases of a table that this program exported as JSON."""

from __future__ import annotations

from typing import Any

from assess.core.questionnaire.returned_form import text_of
from assess.core.questionnaire.table import FoundCase
from assess.errors import Refused
from assess.exchange.container.strict_json import parsed
from assess.exchange.questionnaire.found_table import TableFound, TablesFound
from assess.languages import gettext

FORMAT = "assess-tables"


def read(content: bytes, name: str) -> TablesFound:
    """Read the rows of cases; raises Refused where there are none."""
    cases = parsed(content, name, "table").get("cases")
    if not isinstance(cases, list) or not all(isinstance(case, dict) for case in cases):
        raise Refused(
            gettext("{name} has answers, but no cases; export the cases, too.", name=name), ()
        )
    heads = list(dict.fromkeys(str(column) for case in cases for column in case))
    rows = [{number: FoundCase(head, "heads", None) for number, head in enumerate(heads)}]
    for count, case in enumerate(cases, start=1):
        place = gettext("case {number}", number=count)
        rows.append(
            {
                number: FoundCase(_text(case[head]), place, None)
                for number, head in enumerate(heads)
                if case.get(head) not in (None, "")
            }
        )
    return TablesFound((TableFound(name, rows),))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return text_of(value) if isinstance(value, int | float) else str(value)
