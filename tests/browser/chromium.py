"""Finds a Chromium on this machine, or installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",  # containers and root have none to offer
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_or_install(playwrights_own: str) -> str:
    """Return the path of a Chromium: one on PATH, else Playwright's own, else a freshly installed one.

    Raises RuntimeError, with the command to run, when none can be installed.
    """
    found = _on_path() or _existing(playwrights_own)
    if found:
        return found
    _install()
    found = _on_path() or _existing(playwrights_own)
    if not found:
        raise RuntimeError(
            "No Chromium: run `apt-get install chromium` or `python -m playwright install chromium`."
        )
    return found


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _existing(path: str) -> str | None:
    return path if Path(path).exists() else None


def _install() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet)
    if not _on_path():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
