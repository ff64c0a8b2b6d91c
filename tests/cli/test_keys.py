"""Keys: shown, moved into the keyring of the system and back, refused where others read them."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from assess import signature
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError
from assess.system_keyring import secret_called
from tests.cli.conftest import Run
from tests.pool_cases import desk_at, finished


class MemoryKeyring(KeyringBackend):
    """A keyring of this process: what the systems have, without theirs."""

    priority = 1.0
    held: dict[tuple[str, str], str]
    is_locked = False
    forgets = False
    waits = 0.0

    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(self.waits)
        if self.is_locked:
            raise KeyringLocked("Failed to unlock the collection!")
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgets:
            self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    made = load_keyring("tests.cli.test_keys.MemoryKeyring")
    assert isinstance(made, MemoryKeyring)
    made.held = {}
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def key(home: Path) -> Path:
    path = home / "register-key.pem"
    signature.load_or_make_key(path)
    return path


def test_keys_are_shown_with_their_places(run: Run, home: Path, key: Path) -> None:
    ran = run("key", "show", "--json")
    device, register = json.loads(ran.out)
    assert device == {
        "key": "device",
        "file": str(home / "device-key.pem"),
        "made": False,
        "keyring": False,
        "fingerprint": None,
        "fault": None,
    }
    assert register["fingerprint"] == signature.load_key(key).fingerprint
    said = run("key", "show").out
    assert "not made yet" in said
    assert register["fingerprint"] in said


def test_a_key_moves_into_the_keyring_and_back(run: Run, key: Path, ring: MemoryKeyring) -> None:
    before = signature.load_key(key)
    secret = key.read_text()
    ran = run("key", "move", "register")
    assert (ran.code, "in the keyring of the system" in ran.out) == (0, True)
    assert "PRIVATE" not in key.read_text()
    assert list(ring.held.values()) == [secret]
    assert signature.load_key(key).public == before.public
    assert signature.load_or_make_key(key)[1] is False
    if sys.platform != "win32":
        assert key.stat().st_mode & 0o077 == 0
    assert run("key", "move").code == 0  # there already
    back = run("key", "move", "--to-file")
    assert (back.code, key.read_text(), ring.held) == (0, secret, {})


def test_a_key_in_the_keyring_is_rotated_there(run: Run, key: Path, ring: MemoryKeyring) -> None:
    before = signature.load_key(key)
    run("key", "move", "register")
    assert run("key", "rotate").code == 0
    after = signature.load_key(key)
    assert after.public != before.public
    assert list(ring.held.values()) == [signature.private_pem(after.private).decode()]


def test_a_table_of_peers_is_signed_with_a_key_in_the_keyring(
    run: Run, home: Path, ring: MemoryKeyring, catalogue: Catalogue, tmp_path: Path
) -> None:
    """The one door to keys, `load_or_make_key`, is that of publishing as well."""
    with desk_at(home, catalogue) as desk:
        for number in range(1, 8):
            finished(desk, f"Peer {number}", share=10 * number)
    device = home / "device-key.pem"
    signature.load_or_make_key(device)
    assert run("key", "move", "device").code == 0
    target = tmp_path / "table.json"
    done = run("pool", "publish", "-o", target)
    assert done.code == 0, done.err
    fingerprint = signature.load_key(device).fingerprint
    assert fingerprint in done.out
    assert len(ring.held) == 1
    taken = run("--db", tmp_path / "elsewhere.db", "pool", "import", target)
    assert (taken.code, fingerprint in taken.out) == (0, True)
    ring.is_locked = True
    refused = run("pool", "publish", "-o", tmp_path / "other.json")
    assert (refused.code, (tmp_path / "other.json").exists()) == (1, False)
    assert "Failed to unlock" in refused.err


def test_a_keyring_that_does_not_keep_a_key_leaves_it_in_its_file(
    run: Run, key: Path, ring: MemoryKeyring
) -> None:
    secret = key.read_text()
    ring.forgets = True
    ran = run("key", "move", "register")
    assert (ran.code, "does not keep what it is given" in ran.err) == (1, True)
    assert key.read_text() == secret


def test_without_a_keyring_a_key_stays_in_its_file(run: Run, key: Path) -> None:
    secret = key.read_text()
    before = keyring.get_keyring()
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))
    ran = run("key", "move", "register")
    keyring.set_keyring(before)
    assert (ran.code, ran.err) == (1, "This system has no keyring that can be used.\n")
    assert key.read_text() == secret


def test_a_key_that_the_keyring_lost_or_keeps_locked_is_said(
    run: Run, key: Path, ring: MemoryKeyring
) -> None:
    run("key", "move", "register")
    ring.is_locked = True
    with pytest.raises(AssessError, match="The keyring of the system refused: Failed to unlock"):
        signature.load_key(key)
    ring.is_locked = False
    ring.held.clear()
    with pytest.raises(AssessError, match="is no longer in the keyring of the system"):
        signature.load_key(key)
    assert run("key", "show").code == 0  # shown without asking the keyring


def test_nobody_waits_for_a_keyring_that_asks_the_user(ring: MemoryKeyring) -> None:
    ring.waits = 0.5
    with pytest.raises(AssessError, match="does not answer; it may be locked"):
        secret_called("device-key", patience=0.01)
    time.sleep(0.6)  # until its thread has ended


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no modes there")
def test_a_key_that_others_can_read_signs_nothing(run: Run, key: Path, tmp_path: Path) -> None:
    key.chmod(0o644)
    assert "can be read by other users" in json.loads(run("key", "show", "--json").out)[1]["fault"]
    for command in (("key", "rotate"), ("key", "move", "register")):
        ran = run(*command)
        assert (ran.code, "chmod 600" in ran.err) == (1, True)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "{}",
        '{"format": "assess-key-in-keyring", "name": "x", "public": "00"}',
        '{"format": "other", "name": "x", "public": "' + "0" * 64 + '"}',
        "[" * 100_000,
        "{" * 100_000,
        "no key",
    ],
)
def test_what_is_no_key_is_said_in_one_sentence(run: Run, key: Path, content: str) -> None:
    key.write_text(content)
    ran = run("key", "rotate")
    assert (ran.code, ran.err) == (
        1,
        f"The key {key} cannot be read: it is not a private key.\n",
    )


def test_keys_that_were_not_made_are_not_moved(run: Run) -> None:
    assert "No key was made yet." in run("key", "move").out
    for which in ("device", "register"):
        ran = run("key", "move", which)
        assert (ran.code, "There is no key" in ran.err) == (1, True)
