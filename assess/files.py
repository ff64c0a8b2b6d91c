"""Writing files so that a reader sees the old one or the new one, whole, and nothing in between."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from assess.errors import AssessError, Way
from assess.languages import gettext

MOST_SETTINGS = 4_000_000
"""Bytes that no file has in which settings, keys or a part of the catalogue stand."""


def write_whole(
    target: Path, content: bytes, *, sync: bool = True, is_private: bool = False
) -> None:
    """Write a file under a temporary name, and rename it when all of it is on the disk.

    Who writes many leaves out `sync`, and calls `sync_all` once at the end; where the system has no
    such call (Windows), each is forced to the disk by itself. What `is_private`, as answers are,
    can be read by nobody else.
    """
    demand_regular(target)
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:80]}.", suffix=".part"
        )
    except OSError as error:
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.",
                path=target,
                reason=error.strerror or error,
            )
        ) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if sync or not hasattr(os, "sync"):
                os.fsync(file.fileno())
        temporary.chmod(0o600 if is_private else 0o666 & ~_umask())
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise AssessError(
            gettext(
                "{path} cannot be written: {reason}.",
                path=target,
                reason=error.strerror or error,
            )
        ) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create_whole(target: Path, content: bytes) -> bool:
    """Write a file that nobody else can read, whole, where there is none; tell whether it was free.

    OSError says why it could not be written.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(temporary, target)  # unlike a renaming, it never replaces
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        return _create(target, content)
    finally:
        temporary.unlink(missing_ok=True)
    return True


_WITHOUT_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""How file systems without hard links, as on memory sticks, refuse them."""


def _create(target: Path, content: bytes) -> bool:
    """Do the same where there are no links: the name is taken before the content is there."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return True


def _open(path: Path) -> BufferedReader:
    """Open a regular file to read it; OSError for anything else, and nobody waits for a pipe."""
    waits_for_nobody = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, os.O_RDONLY | waits_for_nobody)
    except ValueError as error:  # a zero byte, or letters that no name of a file can have
        raise OSError(errno.EINVAL, gettext("it is no name of a file"), str(path)) from error
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return open(handle, "rb")  # noqa: PTH123  a path was opened above
    os.close(handle)
    raise not_regular(path)


def not_regular(path: Path) -> OSError:
    """Give the error for a folder, pipe or device where a file is wanted."""
    return OSError(errno.EINVAL, gettext("it is a folder, pipe or device, not a file"), str(path))


def secret_in(path: Path) -> str:
    """Read a passphrase or key from a file; one that others can read is refused with AssessError.

    A pipe that a shell hands over, as with `<(...)`, is read like the standard input. OSError and
    UnicodeDecodeError say why nothing could be read.
    """
    is_handed_over = path == Path("/dev/stdin") or path.parent in _DESCRIPTORS
    if is_handed_over and path.is_fifo():
        with path.open("rb") as pipe:
            return pipe.read(MOST_SETTINGS).decode("utf-8")
    text = text_of(path)
    if sys.platform != "win32" and path.stat().st_mode & 0o077:  # rights are no modes there
        raise AssessError(
            gettext(
                "{path} can be read by other users, so what it contains is no secret; "
                "`chmod 600 {path}` lets only you read it.",
                path=path,
            )
        )
    return text


_DESCRIPTORS = (Path("/dev/fd"), Path("/proc/self/fd"))


def demand_regular(path: Path) -> None:
    """Refuse what is there and no file, before anything could wait for it."""
    if path.exists() and not path.is_file():
        raise AssessError(gettext("{path} is a folder, pipe or device; give a file.", path=path))


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open a file to read it; a pipe or device, which may keep a reader waiting, is refused.

    Raises AssessError, also for what cannot be read while the file is open.
    """
    try:
        with _open(path) as file:
            yield file
    except OSError as error:
        raise AssessError(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error


def content_of(path: Path, most: int | None = None) -> bytes:
    """Read a regular file whole, or `most` bytes of it; OSError, which says why, for the rest."""
    with _open(path) as file:
        if most is None:
            return file.read()
        size = os.fstat(file.fileno()).st_size  # so much room is made, and no more
        return file.read(min(size, most) if size else most)


def text_of(path: Path, most: int = MOST_SETTINGS) -> str:
    """Read a file of settings in UTF-8; OSError, which says why, where it cannot be one."""
    content = content_of(path, most + 1)
    if len(content) > most:
        too_large = gettext("it is larger than {megabytes} MB", megabytes=most // 1_000_000)
        raise OSError(errno.EFBIG, too_large, str(path))
    return content.decode("utf-8").replace("\r\n", "\n")


def sync_all() -> None:
    """See to it that everything written so far is on the disk."""
    if hasattr(os, "sync"):
        os.sync()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_existing(target: Path, *, force: bool) -> None:
    """Refuse to write over a file unless that is wanted."""
    if target.is_dir():
        raise AssessError(gettext("{path} is a folder; give a file.", path=target))
    demand_regular(target)  # renaming a file to it would put an end to a pipe or device
    if target.exists() and not force:
        raise AssessError(gettext("{path} exists already.", path=target)).helped_by(Way.FORCE)
