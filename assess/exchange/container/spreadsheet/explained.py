"""What a library stumbles over in a file, said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assess.errors import Refused
from assess.languages import gettext

_OF_ENTITIES = ("DTDForbidden", "EntitiesForbidden", "ExternalReferenceForbidden")


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Say in one sentence what a library stumbled over; what it may raise is not written down."""
    try:
        yield
    except Refused:
        raise
    except MemoryError:
        raise Refused(gettext("{name} is too large to be read.", name=name), ()) from None
    except Exception as error:
        kind = type(error).__name__
        if kind in _OF_ENTITIES:
            raise Refused(
                gettext("{name} contains XML entities, which no spreadsheet needs.", name=name),
                (),
            ) from error
        why = str(error).split("\n")[0][:100] or kind
        raise Refused(
            gettext("{name} is damaged and cannot be read ({why}).", name=name, why=why), ()
        ) from error
