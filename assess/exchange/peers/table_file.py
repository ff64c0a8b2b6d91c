"""The published table of peers: signed, for everybody, and without a row of any organisation."""

from __future__ import annotations

import base64
import json
from typing import Any, NamedTuple

from pydantic import StrictInt, StrictStr, ValidationError

from assess.core.peers.table import PeerTable, TableHead, document_of, table_hash, table_of
from assess.core.text.value import Value
from assess.errors import Refused
from assess.exchange.container.recognition import PEER_TABLE
from assess.exchange.container.strict_json import parsed
from assess.exchange.peers.file_faults import form_faults, refused
from assess.languages import gettext
from assess.signature import SigningKey, fingerprint_of, is_signed

VERSION = 1
PURPOSE = b"assess peer table\n"
"""Stands before what is signed, so that a signature over something else is none over a table."""


class TableFile(Value):
    """A whole file; what is in `table` is checked by its hash and its signature."""

    format: StrictStr
    version: StrictInt
    hash: StrictStr
    key: StrictStr
    """The public key of who published it: 32 bytes in base64."""
    signature: StrictStr
    table: dict[str, Any]


class PublishedTable(NamedTuple):
    """A table that came in, and whose it is."""

    table: PeerTable
    hash: str
    publisher: str
    """The fingerprint of the key that signed it."""


def write(table: PeerTable, key: SigningKey) -> bytes:
    """Write a table with its hash and a signature over it."""
    digest = table_hash(table)
    file = {
        "format": PEER_TABLE,
        "version": VERSION,
        "hash": digest,
        "key": base64.b64encode(key.public).decode("ascii"),
        "signature": base64.b64encode(key.sign(PURPOSE + digest.encode())).decode("ascii"),
        "table": document_of(table),
    }
    return (json.dumps(file, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")


def read(content: bytes, name: str) -> PublishedTable:
    """Read a table; Refused where it is damaged, or not as it was signed."""
    plain = parsed(content, name, "peer table")
    if plain.get("version") != VERSION:
        raise Refused(
            gettext(
                "{name} is a table of peers of version {version}; this program reads version "
                "{own_version}.",
                name=name,
                version=repr(plain.get("version")),
                own_version=VERSION,
            ),
            (),
        )
    try:
        file = TableFile.model_validate(plain)
        head = {key: value for key, value in file.table.items() if key in TableHead.model_fields}
        TableHead.model_validate_json(json.dumps(head))
    except ValidationError as error:
        raise refused(name, form_faults(error)) from None
    try:
        public = base64.b64decode(file.key, validate=True)
        signature = base64.b64decode(file.signature, validate=True)
        table = table_of(file.table)
        digest = table_hash(table)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(gettext("{name} is damaged; nothing was imported.", name=name), ()) from error
    if digest != file.hash or not is_signed(PURPOSE + digest.encode(), signature, public):
        raise Refused(
            gettext(
                "{name} was changed or damaged after it was signed. Nothing was imported.",
                name=name,
            ),
            (),
        )
    return PublishedTable(table, digest, fingerprint_of(public))
