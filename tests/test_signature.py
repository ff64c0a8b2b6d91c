"""Keys: made once, read by nobody else, and what they sign is told from what they did not."""

from __future__ import annotations

import errno
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assess import signature
from assess.errors import AssessError

CONTENT = b"count 12, head 4f1e"


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "device-key.pem"
    made, is_new = signature.load_or_make_key(path)
    loaded, is_new_again = signature.load_or_make_key(path)
    assert (is_new, is_new_again) == (True, False)
    assert loaded.public == made.public
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_all_who_make_a_key_at_once_get_the_same(tmp_path: Path) -> None:
    path = tmp_path / "device-key.pem"
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: signature.load_or_make_key(path), range(8)))
    assert len({key.fingerprint for key, _ in made}) == 1
    assert sum(is_new for _, is_new in made) == 1


def test_a_key_is_made_where_files_have_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    path = tmp_path / "device-key.pem"
    made, _ = signature.load_or_make_key(path)
    assert signature.load_or_make_key(path)[0].public == made.public
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_signature_is_that_of_one_key_over_one_content(tmp_path: Path) -> None:
    key, _ = signature.load_or_make_key(tmp_path / "a.pem")
    other, _ = signature.load_or_make_key(tmp_path / "b.pem")
    signed = key.sign(CONTENT)
    assert signature.is_signed(CONTENT, signed, key.public)
    for content, sign, public in (
        (CONTENT + b" ", signed, key.public),
        (CONTENT, bytes(64), key.public),
        (CONTENT, signed[:-1], key.public),
        (CONTENT, b"", key.public),
        (CONTENT, signed, other.public),
        (CONTENT, signed, key.public[:-1]),
        (CONTENT, signed, b""),
    ):
        assert not signature.is_signed(content, sign, public)


def test_a_public_key_travels_as_pem_and_its_fingerprint_is_whole(tmp_path: Path) -> None:
    key, _ = signature.load_or_make_key(tmp_path / "a.pem")
    assert signature.read_public(signature.public_pem(key.public)) == key.public
    assert len(key.fingerprint) == 64
    assert key.fingerprint == signature.fingerprint_of(key.public)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"-----BEGIN PRIVATE KEY-----\n"])
def test_what_is_no_key_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "device-key.pem"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(AssessError, match="it is not a private key"):
        signature.load_or_make_key(path)
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no modes there")
def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "device-key.pem"
    signature.load_or_make_key(path)
    path.chmod(0o640)
    with pytest.raises(AssessError, match="chmod 600"):
        signature.load_or_make_key(path)
