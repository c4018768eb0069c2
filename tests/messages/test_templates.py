"""The templates and the code that uses them hold to each other."""

import re
from pathlib import Path

from jinja2 import Environment

from bot.brands.pages import Step
from bot.cards import PlanPlace
from bot.cards.overview import WantedKind
from bot.event_kinds import EventKind, NoteKind, NoticeKind
from messages.problem import Problem
from messages.settings_history import CHANGE_KINDS

MESSAGES = Path(__file__).parents[2] / "messages"
TEMPLATES = sorted((MESSAGES / "templates").glob("*.j2"))
CODE = "\n".join(path.read_text("utf-8") for path in sorted(MESSAGES.glob("*.py")))

# Texts whose names are made from a value.
BY_KIND = (
    {f"events.{kind}" for kind in EventKind}
    | {f"note.{kind}" for kind in NoteKind}
    | {f"notice.{kind}" for kind in NoticeKind}
)
BY_SETTING = {f"settings.change_{kind}" for kind in CHANGE_KINDS} | {
    f"settings.guide_{step}" for step in Step
}
BY_PROBLEM = {f"problem.{problem}" for problem in Problem}
BY_WANTED = {f"home.wanted_{kind}" for kind in WantedKind}
BY_PLACE = {f"report.{place}" for place in PlanPlace if place is not PlanPlace.ARCHIVED}


def blocks() -> set[str]:
    return {
        f"{path.stem}.{name}"
        for path in TEMPLATES
        for name in re.findall(r"{% block (\w+) %}", path.read_text("utf-8"))
    }


def test_every_text_that_the_code_says_is_there() -> None:
    said = set(re.findall(r'(?:say|write)\(\s*"(\w+\.\w+)"', CODE))

    assert said - blocks() == set()
    assert len(said) > 50


def test_every_text_is_said_somewhere() -> None:
    named = set(re.findall(r'"(\w+\.\w+)"', CODE))

    assert blocks() - named - BY_KIND - BY_SETTING - BY_PROBLEM - BY_WANTED - BY_PLACE == set()


def test_every_kind_of_line_and_every_place_has_its_text() -> None:
    assert blocks() >= BY_KIND | BY_SETTING | BY_PROBLEM | BY_WANTED | BY_PLACE


def test_templates_are_well_formed() -> None:
    for path in TEMPLATES:
        assert Environment(autoescape=True).parse(path.read_text("utf-8"))


def test_no_text_shouts_or_blames() -> None:
    text = "\n".join(path.read_text("utf-8") for path in TEMPLATES)

    assert "!" not in re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|!=", "", text)
    assert not re.search(r"something went wrong\b(?!\?)|invalid|error occurred", re.sub(r"{{.*?}}", "", text))
