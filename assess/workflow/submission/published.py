"""What the secretariat publishes: its table of peers is taken when it changed, and used offline."""

from __future__ import annotations

from pathlib import Path

from assess.errors import AssessError
from assess.exchange.submission.service_client import ServiceClient
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Incoming
from assess.workflow.peers.table_publishing import read_table


def take_peers(desk: Desk, client: ServiceClient, service_key: bytes) -> tuple[str, ...]:
    """Take the table of peers of the secretariat where it is another one than before.

    Gives what came, or why it was not taken, each a sentence; nothing is tried twice.
    """
    known = desk.store.pool.setting("snapshot") or ""
    found = client.snapshot("peers", known, service_key)
    if found is None:
        return ()
    incoming = Incoming(Path("peers.json"), found.content, None, as_proposals=False, known={})
    try:
        take = read_table(desk, incoming)
        with desk.store.writing():
            said = take().came
            desk.store.pool.keep("snapshot", found.name)
    except AssessError as error:
        with desk.store.writing():
            desk.store.pool.keep("snapshot", found.name)
        return (str(error),)
    return tuple(f"{each}." for each in said)
