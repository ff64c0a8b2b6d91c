"""Publishing the table of peers that was built here, and taking one that others published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assess.errors import AssessError, Refused, Way
from assess.files import write_whole
from assess.languages import gettext, ngettext
from assess.signature import SigningKey
from assess.store.peers.peer_tables import KeptTable
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take
from assess.workflow.peers.peer_table import table_in_use

if TYPE_CHECKING:
    from assess.exchange.peers.table_file import PublishedTable


def publish(desk: Desk, target: Path, key: SigningKey, *, synthetic: bool) -> KeptTable:
    """Write the table that was built here, signed; it stays as it is from then on."""
    from assess.exchange.peers import table_file

    known = table_in_use(desk, synthetic=synthetic)
    if known is None:
        raise AssessError(gettext("There is no table of peers to publish: the pool is empty."))
    if known.kind == "common":
        raise AssessError(
            gettext("The table of peers in use is a common one; it is published already.")
        )
    table = desk.store.peer_tables.read(known)
    if not table.groups:
        raise AssessError(
            gettext("The table of peers shows no group yet, so there is nothing to publish.")
        )
    desk.store.peer_tables.mark_left(known.id, at=desk.now)
    write_whole(target, table_file.write(table, key))
    return known


def read_table(desk: Desk, incoming: Incoming) -> Take:
    """Read a published table, which every reader here then uses.

    The first one says whose tables are taken; one that is signed with another key is refused.
    """
    from assess.exchange.peers import table_file

    path = incoming.path
    if incoming.into is not None or incoming.as_proposals:
        raise Refused(
            gettext("{path} is about peers; it has no answers to propose.", path=path), ()
        )
    found = table_file.read(incoming.content, str(path))
    _demand_known(desk, path, found)
    return lambda: _taken(desk, path, found)


def _demand_known(desk: Desk, path: Path, found: PublishedTable) -> None:
    head = found.table.head
    publisher = desk.store.pool.setting("publisher")
    if publisher is not None and publisher != found.publisher and not head.synthetic:
        raise Refused(
            gettext(
                "{path} is signed with ANOTHER key than the tables of peers before it. Known is "
                "{known}, this is {publisher}. Ask the publisher; nothing was imported.",
                path=path,
                known=publisher,
                publisher=found.publisher,
            ),
            (),
        ).helped_by(Way.PUBLISHER)
    common = [
        table
        for table in desk.store.peer_tables.all(synthetic=head.synthetic)
        if table.kind == "common" and table.publisher == found.publisher
    ]
    if common and common[-1].hash == found.hash:
        raise Refused(
            gettext(
                "{path} is the table of peers in use already; nothing was imported.", path=path
            ),
            (),
        )
    if common and common[-1].head.number >= head.number:
        raise Refused(
            gettext(
                "{path} is table {number}, but table {known} is in use already; an older one "
                "was not imported.",
                path=path,
                number=head.number,
                known=common[-1].head.number,
            ),
            (),
        )


def _taken(desk: Desk, path: Path, found: PublishedTable) -> Arrived:
    head = found.table.head
    with desk.store.writing():
        if not head.synthetic:
            desk.store.pool.keep("publisher", found.publisher)
        desk.store.peer_tables.add(found.table, "common", publisher=found.publisher, at=desk.now)
    came = [
        ngettext(
            "Table {number} of peers of {day} with {count} group; all positions are from it now",
            "Table {number} of peers of {day} with {count} groups; all positions are from it now",
            len(found.table.groups),
            number=head.number,
            day=head.day.isoformat(),
        )
    ]
    left = [gettext("It is signed with the key {publisher}", publisher=found.publisher)]
    if head.synthetic:
        left.append(gettext("Its organisations are synthetic, for synthetic cases only"))
    return Arrived(path, None, tuple(came), tuple(left))


def forget_publisher(desk: Desk) -> None:
    """Take the next table whatever key it is signed with: the publisher has said why it changed."""
    with desk.store.writing():
        desk.store.pool.forget("publisher")


def leave_common(desk: Desk, *, synthetic: bool) -> bool:
    """Go back to the table of the cases here; tell whether a common one was in use."""
    known = table_in_use(desk, synthetic=synthetic)
    if known is None or known.kind != "common":
        return False
    with desk.store.writing():
        desk.store.peer_tables.drop_unread("common", synthetic=synthetic)
    return True
