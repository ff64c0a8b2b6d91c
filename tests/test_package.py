"""What is given away is whole: the sources as they are kept, and what is installed from them."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path, PurePosixPath

import pytest

import assess

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the sdist, by their paths in the project."""
    folder = tmp_path_factory.mktemp("sdist")
    program = "import sys; from hatchling.build import build_sdist; print(build_sdist(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    top = f"cluster_assess-{PROJECT['version']}"
    files = {}
    with tarfile.open(folder / f"{top}.tar.gz") as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            assert path.parts[0] == top
            held = archive.extractfile(member)
            assert held is not None, f"{path} is no file"
            files[str(path.relative_to(top))] = held.read()
    return files


def test_the_sources_hold_every_file_that_is_kept(sources: dict[str, bytes]) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone: what is kept is not known")
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True, cwd=ROOT)
    kept = {name.decode() for name in listed.stdout.split(b"\0") if name}
    assert kept - set(sources) == set()
    assert set(sources) - kept <= {"PKG-INFO"}


@pytest.mark.parametrize("text", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_the_links_of_a_text_lead_to_what_travels_with_it(
    text: str, sources: dict[str, bytes]
) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", sources[text].decode())
    assert [link for link in links if link not in sources and "://" not in link] == []
    assert text != "README.md" or any(link.startswith(".pictures/") for link in links)


def test_what_is_called_runs_from_the_sources(sources: dict[str, bytes]) -> None:
    assert sources["run"] == (ROOT / "run").read_bytes()
    assert {"requirements.lock", "requirements-dev.lock", ".ci/run", "LICENSE"} <= set(sources)


def test_the_name_to_install_is_the_one_that_is_told() -> None:
    name = PROJECT["name"]
    told = [
        (str(path.relative_to(ROOT)), wanted)
        for path in (ROOT / "README.md", *(ROOT / "assess").rglob("*.py"))
        for wanted in re.findall(
            r"pip install \"?(?!dist/)([\w-]+)", path.read_text(encoding="utf-8")
        )
    ]
    assert len(told) >= 3
    assert {wanted for _, wanted in told} == {name}, told


def test_the_newest_version_has_its_changes_told() -> None:
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert versions[0] == PROJECT["version"] == assess.__version__
