"""What comes of a list in plain text: rows that were put together, and those that are not clear."""

from __future__ import annotations

from dataclasses import dataclass, field

from assess.core.published_list.row import ListRow, RejectedRow
from assess.core.text.message import Text
from assess.exchange.published_list.headings import FoundTable, Heading
from assess.exchange.published_list.row_parts import Consists, RowPart
from assess.exchange.published_list.row_place import shown_place
from assess.languages import gettext, gettext_noop

FEW = 8
"""From so many other rows on, what all of them have counts as the rule."""

TWO_OR_ONE = gettext_noop("it may be one organisation or two, the first without an address")


@dataclass
class Table:
    """What stands under one row of heads."""

    rejected: list[RejectedRow] = field(default_factory=list)


class Gathered:
    """Rows, headings and notes in their order."""

    def __init__(self, consists: Consists, *, needs_country: bool = False) -> None:
        self.needs_country = needs_country
        self.portfolio: str | None = None
        """That of the heading above, where rows state none."""
        self.level: str | None = None
        """That of a heading among the rows."""
        self.tables: list[Table] = []
        self.notes: list[str] = []
        self.headings: list[Heading] = []
        self.found: list[FoundTable] = []
        self._consists = consists

    def head(self, country: str, text: str) -> None:
        """Note a heading where it stands."""
        self.headings.append(Heading(len(self.found), country, text))

    def add(
        self,
        part: RowPart,
        day: str | None,
        address: str | None = None,
        *,
        is_uncertain: bool = False,
    ) -> None:
        """Add a row of these lines, or keep it aside where they do not make one."""
        found = self._consists.parts(part.text)
        is_clear = self._consists.is_complete(part.text)
        row = ListRow(
            place=part.place,
            text=" ".join(filter(None, (part.text, address, day))),
            name=found.name if is_clear else None,
            portfolio=found.portfolio or self.portfolio,
            website=address or found.address or None,
            country=found.country or None,
            level=found.level or self.level,
            valid_until=day,
        )
        if not is_clear and found.portfolio == "" and self.needs_country:
            row = row.model_copy(update={"name": found.name or None})
            is_clear = True  # only its country is not: that is said when it is read
        if not is_clear:
            reason = gettext(
                "it does not end with a known comparative portfolio, so the name is not clear"
            )
            self.tables[-1].rejected.append(RejectedRow(row=row, reason=reason))
            return
        place = (len(self.tables) - 1, len(self.headings))
        self.found.append(FoundTable(row, *place, is_uncertain=is_uncertain))

    def settle(self) -> None:
        """Decide on uncertain rows: where every other row has an address, one without is none."""
        certain = [placed for placed in self.found if not placed.is_uncertain]
        is_rule = len(certain) >= FEW and all(placed.row.website for placed in certain)
        for placed in [placed for placed in self.found if placed.is_uncertain]:
            if is_rule and placed.row.website:
                self.notes.append(
                    gettext(
                        "{place} were read as one row: {text}",
                        place=shown_place(placed.row.place),
                        text=placed.row.text,
                    )
                )
                continue
            self.found.remove(placed)
            kept = placed.row.model_copy(update={"name": None, "portfolio": None})
            self.tables[placed.table].rejected.append(
                RejectedRow(row=kept, reason=gettext(TWO_OR_ONE))
            )

    def reject(self, part: RowPart, reason: Text) -> None:
        """Keep lines aside that make no row."""
        found = self._consists.parts(part.text)
        row = ListRow(
            place=part.place,
            text=part.text,
            name=found.name,
            portfolio=found.portfolio or self.portfolio,
            website=found.address or None,
            country=found.country or None,
            level=found.level or self.level,
        )
        self.tables[-1].rejected.append(RejectedRow(row=row, reason=reason))
