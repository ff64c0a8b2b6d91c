"""Pooling: which cases enter the pool, and under which id each organisation counts once."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import NamedTuple

from assess.core.case.assessment import Case, State
from assess.core.case.organisation import Organisation, OrganisationKey, organisation_key
from assess.core.catalogue.level import LEVELS, highest
from assess.core.peers.peer_group import AGE_GROUP_KEY
from assess.core.peers.pool import PeerRecord, pooled_values
from assess.core.peers.pool_rows import newest, row
from assess.core.peers.pool_schema import schema_of
from assess.core.register.register import Register
from assess.core.register.validity_timeline import LabelStatus
from assess.core.scoring.score import score
from assess.core.text.name import earlier_key
from assess.errors import DamagedStore, NotFound, StoreFault
from assess.languages import gettext
from assess.store.peers.peer_records import PeerSource
from assess.workflow.desk.desk import Desk

KEY_BYTES, REF_LETTERS = 16, 20


class PooledCases(NamedTuple):
    """What the pool holds: real or synthetic organisations, and where they came from."""

    sources: tuple[PeerSource, ...]
    real: int
    synthetic: int


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
    if desk.store.pool.setting("stamp") == stamp:
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
    desk.store.pool.keep("stamp", stamp)


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


def _key(desk: Desk) -> bytes:
    known = desk.store.pool.setting("key")
    if known is not None:
        return bytes.fromhex(known)
    key = secrets.token_bytes(KEY_BYTES)
    try:
        desk.store.pool.set_key(key, at=desk.now)
    except DamagedStore:
        raise
    except StoreFault:  # nothing is pooled where nothing can be written
        return key
    return key


def ref_of(desk: Desk, name: str, country: str) -> str:
    """Give the opaque id under which an organisation is in the pool of this database."""
    return _ref(
        _key(desk), _KnownPeers(desk).organisation(Organisation(name=name, country=country))
    )


def check_of_key(desk: Desk) -> str:
    """Give what tells whether a pool file of before was made with the key of this database."""
    return hmac.new(_key(desk), b"assess pool key", hashlib.sha256).hexdigest()[:12]


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
