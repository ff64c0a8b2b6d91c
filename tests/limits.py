"""A disk without room, and permissions that bind: real ones, for a while, in this process."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_OVERRIDE_PERMISSIONS = 1
"""CAP_DAC_OVERRIDE, with which root writes where nobody may."""

_VERSION = 0x20080522
_WORDS = 6  # two of each kind: in effect, permitted, handed on


@contextmanager
def room(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes; Python must not try with what it compiles."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONDONTWRITEBYTECODE", "1")
        patched.setattr(sys, "dont_write_bytecode", True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def binding_permissions() -> Iterator[None]:
    """Have root be bound by permissions as everybody else is."""
    if os.geteuid() != 0:
        yield
        return
    assert sys.platform == "linux", "run this test as somebody else than root"
    library = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_VERSION, 0)
    held = (ctypes.c_uint32 * _WORDS)()
    assert library.capget(head, held) == 0
    less = (ctypes.c_uint32 * _WORDS)(*held)
    less[0] &= ~(1 << _OVERRIDE_PERMISSIONS)
    assert library.capset(head, less) == 0
    try:
        yield
    finally:
        assert library.capset(head, held) == 0
