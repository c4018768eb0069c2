"""The wheel holds everything, and works from outside the checkout."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture import ROOT

PACKAGES = ("bot", "handlers", "messages")
BESIDE = ("pyproject.toml", "README.md", "LICENSE", "manifest.yml")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the wheel installs, in a folder of its own. Built from a copy, since building writes beside the sources."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in PACKAGES:
        shutil.copytree(
            ROOT / name, source / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in BESIDE:
        shutil.copy(ROOT / name, source / name)
    wheel = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out), "."]
    built = subprocess.run(
        [sys.executable, "-m", *wheel], cwd=source, check=False, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
        archive.extractall(out / "installed")
    return out / "installed"


def oops(installed: Path, *arguments: str, given: str = "", **environment: str) -> str:
    """Run the installed program from another folder, and return what it says."""
    ran = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=installed.parent,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(installed), **environment},
        input=given,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_wheel_holds_every_file_of_the_packages(installed: Path) -> None:
    wanted = {
        path.relative_to(ROOT)
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    found = {path.relative_to(installed) for path in installed.rglob("*") if path.is_file()}

    assert wanted - found == set()
    assert {path.parts[0] for path in found if not path.parts[0].endswith(".dist-info")} == set(PACKAGES)


def test_the_installed_program_prints_the_manifest_and_decides(installed: Path) -> None:
    manifest = oops(installed, "manifest")
    plan = json.loads(oops(installed, "decide", given='{"what": "We wrote Tuesday, the run is on Thursday"}'))

    assert manifest == (ROOT / "manifest.yml").read_text()
    assert plan["level"]


def test_the_installed_program_makes_its_database(installed: Path, tmp_path: Path) -> None:
    oops(installed, "migrate", OOPS_DATABASE_URL=f"sqlite:///{tmp_path / 'oops.sqlite'}")

    assert (tmp_path / "oops.sqlite").stat().st_size > 0
