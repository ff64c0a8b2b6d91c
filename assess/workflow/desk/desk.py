"""The desk at which an expert works: editions of the catalogue, store, clock, new ids."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Self

from assess.catalogue import load
from assess.core.case.assessment import Assessment, Case
from assess.core.catalogue.catalogue import Catalogue
from assess.languages.translation.look_up import translate_catalogue_from
from assess.store import Store
from assess.store.database.connection import Passphrase
from assess.workflow.desk.checkpointing import sign_record
from assess.workflow.desk.edition_shelf import EditionShelf

_ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Letters and digits that nobody confuses when reading an id aloud."""


@dataclass(frozen=True)
class Desk:
    """Everything that a use case needs; the clock and the ids are passed in."""

    newest: Catalogue
    """The edition in use: of new cases, and of what is about no case. A case has its own."""
    store: Store
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    who: str | None = None
    """Who works here; none: the expert of the case."""
    stated_day: date | None = None
    """The day that counts as today, for output that can be repeated."""
    own_indicators: Path | None = None
    """The folder of the edition in use, where it is not the one that ships."""
    shipped_indicators: Path | None = None
    """The folder of the catalogue that ships, with the editions before it."""
    expert_file: Path | None = None
    """The file of the expert's own settings, if there is one."""
    device_key: Path | None = None
    """The file of the key with which this device signs the record; none: it is not signed."""

    @cached_property
    def editions(self) -> EditionShelf:
        """The editions of the catalogue that can be used here."""
        return EditionShelf(
            self.newest,
            self.store,
            self.clock,
            own=self.own_indicators,
            shipped=self.shipped_indicators,
        )

    def catalogue_of(self, case: Case) -> Catalogue:
        """Give the edition that a case was begun with: everything of a case is seen under it."""
        return self.editions.of(case)

    @property
    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self.clock()

    @property
    def shown_now(self) -> datetime:
        """The moment that documents name: noon of the day that was stated, or the present one."""
        if self.stated_day is None:
            return self.now
        day = self.stated_day
        return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    @property
    def today(self) -> date:
        """The present day where the expert is, or the one that was stated."""
        return self.stated_day or self.clock().astimezone().date()

    def name_for(self, assessment: Assessment) -> str:
        """Give the name under which something is recorded in a case."""
        return self.who or assessment.case.details.expert

    def sign_record(self) -> None:
        """Sign how far the record reaches, if anything was entered since it was signed last."""
        if self.device_key is not None:
            sign_record(self.store, self.device_key, self.clock)

    def close(self) -> None:
        """Close the database, signed as far as it reaches."""
        try:
            self.sign_record()
        finally:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_desk(
    database: Path,
    indicators: Path,
    *,
    shipped: Path | None = None,
    today: date | None = None,
    who: str | None = None,
    passphrase: Passphrase | None = None,
    expert_file: Path | None = None,
    device_key: Path | None = None,
) -> Desk:
    """Open the database and the catalogue; a stated day counts as today, and the clock goes on.

    `shipped` is the folder that ships, where the catalogue is another one; `expert_file` holds the
    expert's own settings; `device_key` is the file of the key that signs the record: what a run
    before left unsigned is signed now.
    """
    catalogue = load(indicators)
    translate_catalogue_from(indicators, *([shipped] if shipped else []))
    store = Store(database, now=real_clock(), passphrase=passphrase, day=today)
    if device_key is not None:
        sign_record(store, device_key, real_clock)
    return Desk(
        newest=catalogue,
        store=store,
        clock=real_clock,
        new_id=_new_id,
        who=who,
        stated_day=today,
        own_indicators=indicators if shipped not in (None, indicators) else None,
        shipped_indicators=shipped or indicators,
        expert_file=expert_file,
        device_key=device_key,
    )


def real_clock() -> datetime:
    """Give the present moment, whatever day was stated as today."""
    return datetime.now(UTC)


def _new_id() -> str:
    return "".join(secrets.choice(_ID_ALPHABET) for _ in range(8))
