"""`oops playground --fresh` forgets what a playground has kept in its folder, and nothing else."""

from pathlib import Path

import pytest

from bot.playground.launch import forget
from bot.storage.holding import StoreInUse, held

KEPT = ("oops.sqlite", "oops.sqlite-wal", "oops.sqlite-shm", "workspace.sqlite", "workspace.sqlite-wal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*KEPT, "notes.txt"):
        (tmp_path / name).write_text("kept")
    return tmp_path


def test_what_the_playground_kept_is_forgotten_and_what_is_somebody_elses_stays(folder: Path) -> None:
    forget(folder)

    assert not [name for name in KEPT if (folder / name).exists()]
    assert (folder / "notes.txt").read_text() == "kept"


def test_nothing_is_forgotten_while_a_playground_runs_there(folder: Path) -> None:
    with held(f"sqlite:///{folder}/oops.sqlite"), pytest.raises(StoreInUse):
        forget(folder)

    assert [name for name in KEPT if (folder / name).exists()] == list(KEPT)
