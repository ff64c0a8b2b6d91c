"""A line between a laptop and the service that is cut after so many bytes, in either direction."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

ENDLESS = 10**9
_HARD = b"\1\0\0\0\0\0\0\0"
"""A line that is closed so is reset: what is on its way is lost."""


@dataclass
class Line:
    """What goes over a line, and how much of it may."""

    port: int
    up: int = ENDLESS
    """So many bytes more go to the service."""
    down: int = ENDLESS
    """So many bytes more come back."""
    went: list[int] = field(default_factory=lambda: [0, 0])
    """How many bytes went up and down."""

    @property
    def host(self) -> str:
        """The name under which the service is reached over it."""
        return f"127.0.0.1:{self.port}"


@contextmanager
def line_to(host: str) -> Iterator[Line]:
    """Open a line to a service."""
    address = host.partition(":")[0], int(host.partition(":")[2])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        line = Line(listening.getsockname()[1])
        threads: list[threading.Thread] = []

        def take() -> None:
            with suppress(OSError):
                while True:
                    near, _ = listening.accept()
                    far = socket.create_connection(address)
                    for is_up in (True, False):
                        pair = (near, far) if is_up else (far, near)
                        threads.append(
                            threading.Thread(
                                target=_pass_on, args=(line, *pair), kwargs={"is_up": is_up}
                            )
                        )
                        threads[-1].start()

        taking = threading.Thread(target=take)
        taking.start()
        try:
            yield line
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            taking.join(10)
            line.up = line.down = 0
            for thread in threads:
                thread.join(10)


def _pass_on(line: Line, source: socket.socket, target: socket.socket, *, is_up: bool) -> None:
    """Pass on what comes until the line is cut, and then cut both of its ends."""
    direction = "up" if is_up else "down"
    with suppress(OSError):
        source.settimeout(0.2)
        while True:
            try:
                part = source.recv(512)
            except TimeoutError:
                if line.up == line.down == 0:
                    break
                continue
            left = getattr(line, direction)
            if not part or left < len(part):
                if part:
                    setattr(line, direction, 0)  # nothing comes through after it, on no line
                    target.sendall(part[:left])
                break
            setattr(line, direction, left - len(part))
            line.went[not is_up] += len(part)
            target.sendall(part)
    for end in (source, target):
        with suppress(OSError):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _HARD)
            end.shutdown(socket.SHUT_RDWR)
            end.close()
