"""How what is said of published lists is said in English."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

SENTENCES: Mapping[str, str | Plural] = {
    "name_missing": "the name is missing",
    "name_unreadable": (
        "the name has a letter that cannot be read; correct it, or name the encoding of the file"
    ),
    "portfolio_missing": "the comparative portfolio is missing",
    "portfolio_unknown": "{text} is not a portfolio of any vocabulary",
    "portfolio_misspelt": "{text} is not a portfolio of any vocabulary; it may be {close}",
    "country_unclear": "its country is not clear",
    "country_unknown": "{text} is not a country",
    "country_other": "it belongs to {country}, but the list is for {stated}",
    "level_unknown": "{text} is not a level: {levels}",
    "day_missing": "the day until which the label is valid is missing",
    "day_needed": (
        "the day until which the label is valid is missing; write {unknown} where the list has none"
    ),
    "address_left_out": "{text} is not the address of a web site and was left out",
    "line": "line {line}",
    "lines": "lines {first} to {last}",
    "row": "row {row}",
    "row_of_sheet": "sheet {sheet}, row {row}",
    "row_of_table": "table {table}, row {row}",
    "decision": "decision of {day}",
    "from_line": "{file}, line {line}",
    "from_lines": "{file}, lines {first} to {last}",
    "from_row": "{file}, row {row}",
    "from_row_of_sheet": "{file}, sheet {sheet}, row {row}",
    "from_row_of_table": "{file}, table {table}, row {row}",
    "by_hand": "recorded by hand",
    "decision_by_hand": "recorded by hand, decision of {day}",
}
