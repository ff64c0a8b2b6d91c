"""Pooling: which cases enter the pool, what comes in from elsewhere and what leaves the house."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assess.core.case.assessment import Case, State
from assess.core.case.organisation import Organisation, OrganisationKey, organisation_key
from assess.core.catalogue.catalogue import FEWEST
from assess.core.catalogue.level import LEVELS, highest
from assess.core.peers.k_anonymity import anonymise
from assess.core.peers.peer_group import AGE_GROUP_KEY
from assess.core.peers.pool import PeerRecord, Pool, pooled_values, rounded_values
from assess.core.peers.pool_rows import newest, record, row
from assess.core.peers.pool_schema import PoolSchema, schema_of
from assess.core.register.register import Register
from assess.core.register.validity_timeline import LabelStatus
from assess.core.scoring.score import score
from assess.core.text.name import earlier_key
from assess.errors import AssessError, DamagedStore, NotFound, Refused, StoreFault, Way
from assess.files import content_of, write_whole
from assess.languages import gettext, ngettext
from assess.store.peers.peer_records import Kind, PeerSource
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived, Incoming, Take

if TYPE_CHECKING:
    from assess.exchange.peers.pool_file import CarriedPool

KEY_BYTES, REF_LETTERS = 16, 20


class PooledCases(NamedTuple):
    """What the pool holds: real or synthetic organisations, and where they came from."""

    sources: tuple[PeerSource, ...]
    real: int
    synthetic: int


class ExportedPool(NamedTuple):
    """What left the house with a pool file."""

    size: int
    coarsened: int
    """How many had parts left out, so that nobody can be recognised."""
    left_out: int


def pool_of(desk: Desk, layout: PoolSchema, *, synthetic: bool) -> Pool:
    """Give the real or the synthetic pool in a layout, with every finished case that may be in it.

    Where nothing can be written, as in a read-only folder, it is the pool as it was left.
    """
    try:
        gather(desk)
        return desk.store.pool.get(layout, synthetic=synthetic)
    except DamagedStore:
        raise
    except StoreFault:
        return desk.store.pool.build(layout, synthetic=synthetic)


def pooled(desk: Desk) -> PooledCases:
    """Give what the pool holds, as it was left where nothing can be written.

    An organisation counts once.
    """
    try:
        gather(desk)
    except DamagedStore:
        raise
    except StoreFault:
        pass
    return PooledCases(
        sources=desk.store.pool.sources(),
        real=len(newest(desk.store.pool.rows(synthetic=False))),
        synthetic=len(newest(desk.store.pool.rows(synthetic=True))),
    )


def gather(desk: Desk) -> None:
    """Take the finished cases whose organisations agreed into the pool, and put the others out.

    Nothing is done as long as no case, label or organisation has changed.
    """
    stamp = f"{desk.store.pool.stamp()} {schema_of(desk.newest).digest} {desk.today}"
    if desk.store.pool.gathered_stamp() == stamp:
        return
    key = _key(desk)
    register = _KnownPeers(desk)
    versions = desk.store.states.versions()
    known = dict(desk.store.pool.case_records())
    for case in desk.store.cases.all():
        if case.state is not State.FINISHED or not case.details.pool_consent:
            continue
        peer = known.pop(case.id, None)
        if peer is not None and peer.version == versions.get(case.id):
            now = (
                _ref(key, register.organisation(case.organisation)),
                register.level_of(case),
            )
            if now != (peer.ref, peer.level):
                desk.store.pool.change(peer.source, *now, at=desk.now)
        elif desk.editions.has(case.catalogue):
            layout = schema_of(desk.catalogue_of(case))
            desk.store.pool.add(
                "case",
                case.id,
                versions.get(case.id, ""),
                [row(_record(desk, case, key, register), layout)],
                [layout],
                synthetic=case.synthetic,
                at=desk.now,
            )
        elif peer is not None:  # finished anew under an edition that is not here
            desk.store.pool.drop(peer.source, at=desk.now)
    for gone in known.values():
        desk.store.pool.drop(gone.source, at=desk.now)
    desk.store.pool.set_gathered_stamp(stamp)


def refs_of(desk: Desk, organisation: Organisation) -> frozenset[str]:
    """Give the opaque ids under which an organisation may be in the pool.

    Under its own name it may be in a file from a house that knows of no other one; and files of
    versions up to schema m006 make ids of `earlier_key`.
    """
    key = _key(desk)
    name, country = organisation.name, organisation.country
    every = (organisation_key(name, country), _KnownPeers(desk).organisation(organisation))
    earlier = ((country, earlier_key(name)), (every[1][0], earlier_key(every[1][1])))
    return frozenset(_ref(key, known_as) for known_as in (*every, *earlier))


def _ref(key: bytes, organisation: OrganisationKey) -> str:
    """Make an opaque id: without the key, trying every known name would tell nothing."""
    text = "|".join(organisation).encode("utf-8", "surrogatepass")
    return hmac.new(key, text, hashlib.sha256).hexdigest()[:REF_LETTERS]


def _record(desk: Desk, case: Case, key: bytes, register: _KnownPeers) -> PeerRecord:
    assessment = desk.store.assessment(case.id)
    catalogue = desk.catalogue_of(case)
    values = pooled_values(score(assessment, catalogue), assessment, catalogue)
    age = values.get(AGE_GROUP_KEY)
    return PeerRecord(
        ref=_ref(key, register.organisation(case.organisation)),
        portfolio=case.details.portfolio,
        country=case.organisation.country,
        age_group=age if isinstance(age, str) else None,
        level=register.level_of(case),
        year=case.details.interview_date.year,
        values=values,
    )


class _KnownPeers:
    """What the register knows of organisations: under which name, and with which label today."""

    def __init__(self, desk: Desk) -> None:
        self._register = Register(desk.store.register.all(), desk.newest)
        self._held = {
            (self._register.organisation(label.key), label.level, label.synthetic)
            for label in self._register.labels
            if self._register.status(label, desk.today) is LabelStatus.VALID
        }

    def organisation(self, organisation: Organisation) -> OrganisationKey:
        """Give the key of an organisation and of all that it is linked with."""
        return self._register.organisation(
            organisation_key(organisation.name, organisation.country)
        )

    def level_of(self, case: Case) -> str | None:
        """Give the highest label that the organisation of a case holds."""
        organisation = self.organisation(case.organisation)
        return highest(
            each for each in LEVELS if (organisation, each, case.synthetic) in self._held
        )


def pool_key(desk: Desk) -> str:
    """Give the key as text; whoever holds it counts an organisation once across pool files."""
    return _key(desk).hex()


def set_pool_key(desk: Desk, text: str) -> None:
    """Work with the key of others from now on; the ids of the cases here are made anew."""
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise AssessError(
            gettext(
                "A pool key is {value} digits and letters from a to f; `assess pool "
                "key` shows the one in use.",
                value=2 * KEY_BYTES,
            )
        )
    if key == desk.store.pool.key():
        return
    files = [source.name for source in desk.store.pool.sources() if source.kind == "file"]
    if files:
        raise AssessError(
            gettext(
                "The pool has files made with another key ({files}); remove them first "
                "with `assess pool remove`.",
                files=", ".join(files),
            )
        )
    desk.store.pool.set_key(key, at=desk.now)
    desk.store.pool.set_gathered_stamp("")


def _key(desk: Desk) -> bytes:
    key = desk.store.pool.key()
    if key is None:
        key = secrets.token_bytes(KEY_BYTES)
        try:
            desk.store.pool.set_key(key, at=desk.now)
        except DamagedStore:
            raise
        except StoreFault:  # nothing is pooled where nothing can be written
            return key
    return key


def check_of(key: bytes) -> str:
    """Give what tells whether two pool files were made with one key, and nothing of the key."""
    return hmac.new(key, b"assess pool key", hashlib.sha256).hexdigest()[:12]


def export_pool(desk: Desk, target: Path, *, everything: bool = False) -> ExportedPool:
    """Write the cases of this database as a pool file; with `everything`, imported ones as well.

    Values are as exact as they are shown. What would place an organisation among fewer than five is
    left out of it. Raises AssessError where there are too few organisations.
    """
    from assess.exchange.peers import pool_file
    from assess.exchange.peers.pool_file import CarriedPool

    gather(desk)
    cases = desk.store.cases.all()
    synthetic = bool(cases) and all(case.synthetic for case in cases)
    kinds: tuple[Kind, ...] = ("case", "file") if everything else ("case",)
    rows = newest(desk.store.pool.rows(synthetic=synthetic, kinds=kinds))
    layouts = desk.store.pool.layouts()
    by_ref = {peer_row.ref: layouts[peer_row.layout] for peer_row in rows}
    found = anonymise(
        (_to_leave(record(peer_row, by_ref[peer_row.ref]), by_ref) for peer_row in rows), FEWEST
    )
    if not found.records:
        raise AssessError(
            ngettext(
                "The pool has {count} organisation that may be exported; a pool file "
                "needs at least {fewest}, so none was written.",
                "The pool has {count} organisations that may be exported; a pool file "
                "needs at least {fewest}, so none was written.",
                len(rows),
                fewest=FEWEST,
            )
        )
    used = {layout.digest: layout for layout in by_ref.values()}
    carried = CarriedPool(
        synthetic=synthetic,
        key="" if synthetic else check_of(_key(desk)),
        records=tuple(
            (layout, tuple(peer for peer in found.records if by_ref[peer.ref] is layout))
            for layout in used.values()
        ),
    )
    content = pool_file.write(carried).encode("utf-8")
    if pool_file.read(content, str(target)) != _plain(carried):
        raise AssessError(
            gettext(
                "The written pool differs from the pool when it is read again; {target} "
                "was not written.",
                target=target,
            )
        )
    write_whole(target, content, is_private=True)
    return ExportedPool(len(found.records), found.coarsened, found.left_out)


def _to_leave(peer: PeerRecord, layouts: Mapping[str, PoolSchema]) -> PeerRecord:
    return peer.model_copy(update={"values": rounded_values(peer.values, layouts[peer.ref])})


def _plain(carried: CarriedPool) -> CarriedPool:
    """Give what a file can hold of a layout: keys, definitions and classes."""
    from assess.exchange.peers import pool_file

    return carried.model_copy(
        update={
            "records": tuple(
                (pool_file.bare(layout), records) for layout, records in carried.records
            )
        }
    )


def read_pool(desk: Desk, incoming: Incoming) -> Take:
    """Read a pool file, whose organisations become peers."""
    from assess.exchange.peers import pool_file

    path = incoming.path
    if incoming.into is not None or incoming.as_proposals:
        raise Refused(
            gettext("{path} is a pool file; it has no answers to propose.", path=path),
            (),
        )
    carried = pool_file.read(incoming.content, str(path))
    if not carried.synthetic and carried.key != check_of(_key(desk)):
        raise Refused(
            gettext(
                "{path} was made with another pool key, so an organisation could be "
                "counted twice or be its own peer. Set that key first. "
                "Nothing was imported.",
                path=path,
            ),
            (),
        ).helped_by(Way.POOL_KEY)
    version = hashlib.sha256(incoming.content).hexdigest()
    same = next((source for source in desk.store.pool.sources() if source.version == version), None)
    if same is not None:
        raise Refused(
            gettext(
                "{path} is in the pool already, as {same_name}; nothing was imported.",
                path=path,
                same_name=same.name,
            ),
            (),
        )
    return lambda: _take_pool(desk, path, carried, version)


def import_pool(desk: Desk, path: Path) -> Arrived:
    """Take one pool file in."""
    try:
        content = content_of(path)
    except OSError as error:
        raise Refused(
            gettext(
                "{path} cannot be read: {strerror}.", path=path, strerror=error.strerror or error
            ),
            (),
        ) from error
    return read_pool(desk, Incoming(path, content, None, as_proposals=False, known={}))()


def _take_pool(desk: Desk, path: Path, carried: CarriedPool, version: str) -> Arrived:
    keep_pool(desk, path.name, carried, version)
    if carried.synthetic:
        came = [
            ngettext(
                "{count} synthetic organisation joined the pool",
                "{count} synthetic organisations joined the pool",
                carried.size,
            ),
            gettext("Synthetic organisations are compared only with synthetic cases"),
        ]
    else:
        came = [
            ngettext(
                "{count} organisation joined the pool",
                "{count} organisations joined the pool",
                carried.size,
            )
        ]
    return Arrived(path, None, tuple(came), tuple(_not_compared(desk, carried)))


def keep_pool(desk: Desk, name: str, carried: CarriedPool, version: str) -> None:
    """Keep the organisations of a pool file; an earlier file of the same name gives way."""
    rows = [row(peer, layout) for layout, records in carried.records for peer in records]
    desk.store.pool.add(
        "file",
        name,
        version,
        rows,
        [layout for layout, _ in carried.records],
        synthetic=carried.synthetic,
        at=desk.now,
    )


def _not_compared(desk: Desk, carried: CarriedPool) -> Iterator[str]:
    here = {(measure.key, measure.definition) for measure in schema_of(desk.newest).pooled}
    for layout, _ in carried.records:
        other = [
            measure.key
            for measure in layout.pooled
            if (measure.key, measure.definition) not in here
        ]
        if other:
            few = ", ".join(other[:3])
            yield ngettext(
                "{count} measure of catalogue {catalogue} has another definition here and "
                "is not compared: {measures}",
                "{count} measures of catalogue {catalogue} have another definition here "
                "and are not compared: {measures}",
                len(other),
                catalogue=layout.catalogue,
                measures=gettext("{few} and others", few=few) if len(other) > 3 else few,
            )


def remove_source(desk: Desk, name: str) -> int:
    """Take the organisations of a pool file out of the pool; give how many there were."""
    for source in desk.store.pool.sources():
        if source.kind != "case" and source.name == name:
            desk.store.pool.drop(source.id, at=desk.now)
            return source.size
    raise NotFound(
        gettext(
            "There is no pool file {name} in the pool; `assess pool list` shows them.",
            name=repr(name),
        )
    )
