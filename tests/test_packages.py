"""The packages that oops stands on: their licences, and what is done about known weaknesses in them."""

import json
import re
import stat
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.architecture import ROOT

# What may be used and passed on without a condition that reaches oops itself.
PERMISSIVE = re.compile(
    r"MIT|MIT-CMU|BSD|BSD-\d-Clause|Apache|Apache-2\.0|Apache Software|ISC|ISCL|PSF-2\.0|Python Software Foundation|CNRI-Python"
)
# Everything else, each with the reason why it can be used.
EXCEPTIONS = {
    "codespell": "GPL-2.0 is its program, which is neither imported nor passed on; its word lists, which are read as data, are CC BY-SA 3.0",
    "psycopg": "LGPL-3.0: used unchanged, as a library that anybody can replace",
    "psycopg-binary": "LGPL-3.0: used unchanged, as a library that anybody can replace",
    "hypothesis": "MPL-2.0: for tests only",
    "orjson": "MPL-2.0 in part: used unchanged, as a library that anybody can replace",
    "pathspec": "MPL-2.0: comes with mypy, for checks only",
    "pypdfium2": "BSD-3-Clause and Apache-2.0, said in free words with those of the libraries in it",
    "reportlab": "BSD, said in free words",
}
LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==", re.MULTILINE)


def locked(lock: str) -> list[str]:
    return LOCKED.findall((ROOT / lock).read_text())


def installed(lock: str) -> list[Distribution]:
    """Return the locked packages that are installed: some are for another system only."""
    found = []
    for name in locked(lock):
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            continue
    return found


def licences_of(package: Distribution) -> list[str]:
    """Return what a package says of its licence, as separate names."""
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in package.metadata.get_all("Classifier") or []
        if line.startswith("License :: OSI Approved :: ")
    ]
    said = (
        package.metadata.get_all("License-Expression") or classifiers or package.metadata.get_all("License")
    )
    parts = re.split(r" AND | OR |[()]", " AND ".join(said or []))
    return [re.sub(r"( License)?( 2\.0)?$", "", part.strip()) for part in parts if part.strip()]


def test_every_package_has_a_licence_that_oops_can_be_used_with() -> None:
    packages = installed("requirements-dev.lock")
    unknown = {
        package.name: licences_of(package)
        for package in packages
        if package.name.lower() not in EXCEPTIONS
        and not (licences_of(package) and all(PERMISSIVE.fullmatch(one) for one in licences_of(package)))
    }

    assert unknown == {}
    assert len(packages) > len(locked("requirements.lock")) // 2


def test_every_exception_is_still_one() -> None:
    assert {name.lower() for name in locked("requirements-dev.lock")} >= set(EXCEPTIONS)


def test_codespells_program_is_never_imported() -> None:
    sources = [
        path.read_text() for top in ("bot", "handlers", "messages") for path in (ROOT / top).rglob("*.py")
    ]

    assert [
        line
        for text in sources
        for line in text.splitlines()
        if re.match(r"\s*(from|import) codespell", line)
    ] == []


def test_every_package_is_locked_with_hashes() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text()
        entries = re.split(r"^(?=[A-Za-z0-9_.-]+==)", text, flags=re.MULTILINE)[1:]
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


SAFE = {"dependencies": [{"name": "aiohttp", "version": "1", "vulns": []}]}
WEAK = {
    "dependencies": [{"name": "aiohttp", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}]
}


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        (json.dumps(SAFE), 0, "1 packages, 0 with a known weakness"),
        (json.dumps(WEAK), 1, "aiohttp 1: PYSEC-1, mended in 2"),
        ("", 0, "NOT AUDITED, the advisories could not be reached"),
        ("<html>not found</html>", 0, "NOT AUDITED"),
    ],
    ids=["safe", "weak", "not reached", "something else"],
)
def test_a_known_weakness_fails_the_check_and_a_missing_network_does_not(
    tmp_path: Path, said: str, code: int, words: str
) -> None:
    tool = tmp_path / "pip-audit"
    tool.write_text(f"#!/bin/sh\\ncat <<'END'\\n{said}\\nEND\\n".replace("\\n", "\n"))
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)

    ran = subprocess.run(
        [sys.executable, ROOT / ".ci" / "audit", tool], check=False, capture_output=True, text=True
    )

    assert (ran.returncode, ran.stderr) == (code, "")
    assert words in ran.stdout
