"""The table of peers in use: built of the cases here, or common to all, and renewed where safe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assess.core.peers.peer_comparison import TableInUse
from assess.core.peers.peer_group import Standpoint, groups_from
from assess.core.peers.pool_rows import PoolRow, newest, placement_of
from assess.core.peers.position import PeerComparison
from assess.core.peers.table import PeerTable
from assess.core.peers.table_building import Occasion, Told, build
from assess.errors import AssessError, DamagedStore, StoreFault
from assess.languages import gettext, ngettext
from assess.store.peers.peer_tables import KeptTable
from assess.workflow.desk.desk import Desk
from assess.workflow.peers.holdings import holdings_of
from assess.workflow.peers.pooling import gather

KnownTable = KeptTable
"""What is known of a table without reading it, for those who show it."""


class Renewal(NamedTuple):
    """What renewing the local table would find."""

    table: KeptTable | None
    """The table in use; None: there is none yet."""
    changed: int
    """How many organisations came, went or changed since the last table that was given out."""
    needed: int
    """How many more have to change before any group can be shown anew."""

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to renew, and enough of it."""
        return self.changed > 0 and self.needed == 0


def table_in_use(desk: Desk, *, synthetic: bool) -> KeptTable | None:
    """Give the table that all readers here read: the common one, or that of the cases here.

    The local one follows the cases as long as no figure of it has left; then it stays as it is,
    until it is renewed. Where nothing can be written, it is the one that was left.
    """
    known = desk.store.peer_tables.all(synthetic=synthetic)
    common = [table for table in known if table.kind == "common"]
    if common:
        return common[-1]
    last = known[-1] if known else None
    try:
        gather(desk)
        if last is not None and (last.left_at or last.stamp == _stamp(desk, synthetic=synthetic)):
            return last
        return _build(desk, known, synthetic=synthetic)
    except DamagedStore:
        raise
    except StoreFault:
        return last


def _stamp(desk: Desk, *, synthetic: bool) -> str:
    data = desk.store.pool.data_stamp(synthetic=synthetic)
    return f"{data} {desk.newest.edition.fewest_peers}"


def _build(
    desk: Desk,
    known: Sequence[KeptTable],
    *,
    synthetic: bool,
    corrected: str = "",
    tell: Told | None = None,
) -> KeptTable | None:
    """Build the local table anew, beside those that were given out; None: there are no peers."""
    store = desk.store
    with store.writing():
        stamp = _stamp(desk, synthetic=synthetic)
        local = [table for table in known if table.kind == "local"]
        given_out = [table for table in local if table.left_at]
        sources = [each for each in store.pool.sources() if each.synthetic == synthetic]
        if not sources and not given_out:
            store.peer_tables.drop_unread("local", synthetic=synthetic)
            return None
        occasion = Occasion(
            number=given_out[-1].head.number + 1 if given_out else 1,
            day=desk.today,
            synthetic=synthetic,
            fewest=desk.newest.edition.fewest_peers + 1,
            corrected=corrected,
            begins_anew=not given_out and store.pool.setting("shown_until") is not None,
        )
        holdings = holdings_of(store, given_out, synthetic=synthetic)
        before = [store.peer_tables.read(table) for table in given_out]
        table = build(holdings, occasion, before, tell)
        chosen = store.pool.newest_ids(synthetic=synthetic)
        rows = store.pool.chosen_rows(chosen)
        store.peer_tables.add(table, "local", rows, stamp=stamp, at=desk.now)
    return store.peer_tables.all(synthetic=synthetic)[-1]


def renewal_of(desk: Desk, *, synthetic: bool) -> Renewal:
    """Tell what renewing the local table would find."""
    table = table_in_use(desk, synthetic=synthetic)
    if table is None or table.kind == "common" or table.left_at is None:
        return Renewal(table, 0, 0)
    then = {row.ref: row[:8] for row in desk.store.peer_tables.rows(table)}
    now = {row.ref: row[:8] for row in newest(desk.store.pool.rows(synthetic=synthetic))}
    changed = sum(then.get(ref) != now.get(ref) for ref in then.keys() | now.keys())
    return Renewal(table, changed, max(0, table.head.fewest - changed) if changed else 0)


def renewal_text(changed: int, needed: int) -> str:
    """Say how many organisations have changed, and how many more are needed for a renewal."""
    if not changed:
        return gettext("The table of peers is up to date.")
    if needed:
        return ngettext(
            "{count} organisation has changed. Further changes needed before the table can be "
            "renewed: {needed}.",
            "{count} organisations have changed. Further changes needed before the table can be "
            "renewed: {needed}.",
            changed,
            needed=needed,
        )
    return ngettext(
        "{count} organisation has changed; the table can be renewed.",
        "{count} organisations have changed; the table can be renewed.",
        changed,
    )


def renew(desk: Desk, *, synthetic: bool, correct: str = "", tell: Told | None = None) -> KeptTable:
    """Renew the local table: groups of which enough has changed show new figures.

    With a reason to `correct`, the others show none where theirs may be wrong. Raises AssessError
    where there is nothing to renew, or not enough of it.
    """
    found = renewal_of(desk, synthetic=synthetic)
    table = found.table
    if table is None:
        raise AssessError(gettext("There is no table of peers yet, so there is nothing to renew."))
    if table.kind == "common":
        raise AssessError(
            gettext(
                "The table of peers in use is a common one; whoever publishes it renews it, and "
                "`assess pool import` takes the next one."
            )
        )
    if table.left_at is None:
        return table  # it follows the cases by itself
    if not found.changed:
        raise AssessError(
            gettext(
                "No organisation has changed since table {number} of {day}, so there is nothing "
                "to renew.",
                number=table.head.number,
                day=table.head.day.isoformat(),
            )
        )
    if found.needed and not correct:
        raise AssessError(
            ngettext(
                "{count} organisation has changed since table {number}. Further changes needed "
                "before the table can be renewed without showing single organisations: {needed}.",
                "{count} organisations have changed since table {number}. Further changes needed "
                "before the table can be renewed without showing single organisations: {needed}.",
                found.changed,
                number=table.head.number,
                needed=found.needed,
            )
        )
    known = desk.store.peer_tables.all(synthetic=synthetic)
    built = _build(desk, known, synthetic=synthetic, corrected=correct, tell=tell)
    return built or table


def used_by(
    desk: Desk, own: Standpoint, refs: frozenset[str], *, synthetic: bool
) -> TableInUse | None:
    """Read what the table in use shows of the groups of an organisation; None: there is none."""
    known = table_in_use(desk, synthetic=synthetic)
    if known is None:
        return None
    groups = [group for group in groups_from(own).values() if group is not None]
    is_local = known.kind == "local"
    own_rows: list[PoolRow] = []
    if is_local:
        own_rows = [row for ref in refs for row in desk.store.peer_tables.rows(known, ref)]
    return TableInUse(
        desk.store.peer_tables.read(known, groups),
        known.name,
        placement_of(own_rows[0]) if own_rows else None,
        is_known=is_local,
    )


def give_out(desk: Desk, comparison: PeerComparison) -> None:
    """Keep that figures of the table leave with what is written now; it stays as it is from here.

    It is kept before anything is written: a file that was written and not kept would be a danger.
    Raises AssessError where the table was built anew meanwhile.
    """
    name = comparison.table
    if name is None or comparison.is_empty or name.is_common:
        return
    known = desk.store.peer_tables.all(synthetic=comparison.synthetic)
    table = next((table for table in known if table.hash == name.hash), None)
    if table is None:
        raise AssessError(
            gettext(
                "The table of peers was renewed while this was put together; nothing was "
                "written. Try again."
            )
        )
    if table.left_at is None:
        desk.store.peer_tables.mark_left(table.id, at=desk.now)


def shown_whole(desk: Desk, *, synthetic: bool, leaves: bool) -> tuple[KeptTable, PeerTable] | None:
    """Read the whole table in use; where it `leaves` for other programs, that is kept at once."""
    known = table_in_use(desk, synthetic=synthetic)
    if known is None:
        return None
    if leaves and known.kind == "local" and known.left_at is None:
        desk.store.peer_tables.mark_left(known.id, at=desk.now)
        known = known._replace(left_at=desk.now)
    return known, desk.store.peer_tables.read(known)
