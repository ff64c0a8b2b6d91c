"""The signed data of the public pages: in English, whatever languages the pages are in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Protocol

from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.public_label import PublicRegister
from assess.core.register.record import Publication
from assess.core.text.words import sentence
from assess.exchange.register import credential, public_data
from assess.exchange.register.key_history import history_json
from assess.languages.understanding import in_english
from assess.signature import SigningKey, public_pem
from assess.workflow.register.publication_details import register_title
from assess.workflow.register.register_key import RegisterKey
from assess.workflow.register.site_folder import (
    DATA,
    KEY,
    KEY_HISTORY,
    REVOCATIONS,
    SIGNATURE,
    TABLE,
)


class DataSource(Protocol):
    """What the data are made of."""

    @property
    def register(self) -> PublicRegister:
        """What is public."""

    @property
    def about(self) -> Publication:
        """Who publishes it, and where."""

    @property
    def catalogue(self) -> Catalogue:
        """The rules of labels, and what levels are called."""

    @property
    def at(self) -> datetime:
        """When it is signed."""

    @property
    def until(self) -> date:
        """The last day on which it is to be believed."""


def signed_data(source: DataSource, opened: RegisterKey) -> Iterator[tuple[str, bytes]]:
    """Give the data of the register with their signature."""
    data = public_data.register_json(
        source.register,
        title=register_title(source.about, in_english),
        notice=sentence(in_english(source.catalogue.edition.notice)).rstrip("."),
    )
    yield DATA, data
    yield TABLE, public_data.register_csv(json.loads(data)["labels"])
    yield SIGNATURE, opened.key.sign(data)
    yield KEY, public_pem(opened.key.public)
    yield KEY_HISTORY, history_json(opened.rotations)
    if source.about.base_address:
        yield (
            REVOCATIONS,
            credential.revocation_list(
                source.register.labels, _issuing(source, opened.key), source.until
            ),
        )


def credentials(source: DataSource, key: SigningKey) -> Iterator[tuple[str, str]]:
    """Give the signed credential of each label that can have one, by its id."""
    return credential.credentials(source.register.labels, _issuing(source, key))


def _issuing(source: DataSource, key: SigningKey) -> credential.Issuing:
    about, levels = source.about, source.catalogue.label.levels
    english = {str(level.id): in_english(level.full_title) for level in levels}
    base = about.base_address
    revocations = base + REVOCATIONS if base else ""
    return credential.Issuing(about.publisher, base, english, key, revocations, source.at)
