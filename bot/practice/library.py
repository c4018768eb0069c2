"""The library of sample mistakes: read once from ``samples.yml``, which can be added to without programming."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.attention import CheckInAnswer
from bot.brand import Relation
from bot.models import REPORT
from bot.report import Report
from bot.voice import PRESETS, Preset, Voice


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen at one check-in, with the answer that fits it."""

    say: str
    mentions: int
    replies: int
    answer: CheckInAnswer


@dataclass(frozen=True, slots=True)
class Sample:
    """A mistake to practise on: whose it is, its facts, and how it goes on."""

    key: str
    title: str
    account: str
    relation: Relation
    voice: Voice
    report: Report
    course: tuple[Look, ...]

    def look(self, number: int) -> Look:
        """Return what is seen at a check-in, counted from 1; after its last look nothing new happens."""
        return self.course[min(number, len(self.course)) - 1]


@cache
def samples() -> dict[str, Sample]:
    """Return the sample mistakes by key, in the order of the file. Raises ValueError that names one that cannot be read."""
    import yaml  # noqa: PLC0415  when somebody practises: a start need not wait for it

    rows = yaml.safe_load(files("bot.practice").joinpath("samples.yml").read_text(encoding="utf-8"))
    return {row["key"]: _sample(row) for row in rows}


def sample_of(key: str) -> Sample | None:
    """Return the sample with this key; None for one that was taken out of the library."""
    return samples().get(key)


def _sample(row: dict[str, Any]) -> Sample:
    try:
        return Sample(
            key=row["key"],
            title=row["title"],
            account=row["account"],
            relation=Relation(row.get("relation", Relation.OWN)),
            voice=PRESETS[Preset(row["voice"])],
            report=REPORT.validate_python(row["report"]),
            course=tuple(
                Look(look["say"], look["mentions"], look["replies"], CheckInAnswer(look["answer"]))
                for look in row["course"]
            ),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"The sample “{row.get('key')}” cannot be read: {error}") from error
