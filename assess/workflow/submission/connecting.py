"""Connecting a laptop with its secretariat, once, by a code."""

from __future__ import annotations

import platform
from pathlib import Path

from assess.core.submission.exchanged import Enrolment
from assess.core.submission.kept import SecretariatConnection
from assess.errors import AssessError, Unreachable
from assess.exchange.submission.age_identity import load_or_make_identity
from assess.exchange.submission.service_client import ServiceClient
from assess.languages import gettext
from assess.signature import UNLOCKING, SigningKey, load_or_make_key
from assess.workflow.desk.desk import Desk

IDENTITY = "device-sealed-key.txt"
"""The key of age beside the device's key: files for this device are encrypted for it."""


def connect(desk: Desk, url: str, code: str, key_file: Path) -> SecretariatConnection:
    """Make this device known by the code that its account was given, and keep the connection.

    Raises AssessError where the secretariat does not answer or refuses the code.
    """
    key = device_key(key_file)
    identity = load_or_make_identity(key_file.with_name(IDENTITY))
    client = ServiceClient(url, key)
    try:
        enrolled = client.enrol(
            Enrolment(
                code=code.strip().lower(),
                name=device_name(),
                recipient=identity.recipient,
            )
        )
    finally:
        client.close()
    before = desk.store.submissions.connection()
    is_same = before is not None and before.service_key == enrolled.service_key
    made = SecretariatConnection(
        url=url.rstrip("/"),
        account=str(enrolled.account),
        device=str(enrolled.device),
        name=enrolled.name,
        service_key=enrolled.service_key,
        recipient=enrolled.recipient,
        key_file=str(key_file),
        cursor=before.cursor if before is not None and is_same else 0,
    )
    desk.store.submissions.connect(made)
    return made


def device_name() -> str:
    """Give what this device is called, so that people know which one to revoke."""
    return (platform.node() or platform.system() or "-")[:100]


def device_key(key_file: Path) -> SigningKey:
    """Give the key of this device, also where the keyring holds it."""
    return load_or_make_key(key_file, patience=UNLOCKING)[0]


def key_file_of(desk: Desk) -> Path:
    """Give the file of the key by which this device is known, wherever the database lies now."""
    if desk.device_key is None:
        raise AssessError(gettext("This device has no key by which a secretariat could know it."))
    return desk.device_key


def connection_of(desk: Desk) -> SecretariatConnection:
    """Give the connection; AssessError where there is none."""
    found = desk.store.submissions.connection()
    if found is None:
        raise AssessError(
            gettext(
                "This database is not connected with a secretariat; `assess connect URL` does that "
                "with the code that the secretariat gave you."
            )
        )
    return found


def reached(desk: Desk) -> SecretariatConnection:
    """Give the connection over the network; Unreachable where there are only files."""
    found = connection_of(desk)
    if not found.url:
        raise Unreachable(gettext("This secretariat is reached by files only."))
    return found
