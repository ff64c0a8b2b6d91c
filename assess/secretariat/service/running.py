"""What a running service holds: its database, its key, its limits and its log."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assess.secretariat.database.pool import DatabasePool
from assess.secretariat.service.limits import RateLimit
from assess.secretariat.service.nonce import NonceMint
from assess.secretariat.service.request_log import RequestLog
from assess.signature import SigningKey


@dataclass
class ServiceLimits:
    """How often may be asked."""

    devices: RateLimit
    addresses: RateLimit
    enrolments: RateLimit


def usual_limits(clock: Callable[[], float] = time.monotonic) -> ServiceLimits:
    """Give the limits that a service has: an office of many laptops may have one address."""
    return ServiceLimits(
        devices=RateLimit(20, 300, clock),
        addresses=RateLimit(200, 2000, clock),
        enrolments=RateLimit(0.2, 20, clock),
    )


@dataclass
class Running:
    """Everything that answers need; the clock is passed in."""

    pool: DatabasePool
    key: SigningKey
    recipient: str
    """For whom sealed case files are encrypted."""
    hosts: frozenset[str]
    """The names by which it is reached, each with its port where that is not the usual one."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    limits: ServiceLimits = field(default_factory=usual_limits)
    log: RequestLog = field(default_factory=RequestLog)
    nonces: NonceMint = field(init=False)

    def __post_init__(self) -> None:
        self.nonces = NonceMint(self.key, lambda: self.clock().timestamp())
