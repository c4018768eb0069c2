"""docs/judgement.md says what the code does."""

from bot.decision.limits import CAPS, FLOORS
from bot.decision.points import POINT_RULES
from bot.decision.raises import RAISES
from bot.decision.sources import SOURCES
from bot.decision.stops import AT_ONCE, CALLS, STOPS
from tests.judgement_table import PAGE, page_with, tables

RULES = (*POINT_RULES, *RAISES, *CAPS, *FLOORS, *STOPS, *CALLS, *AT_ONCE)


def test_the_page_shows_the_rules_as_they_are() -> None:
    page = PAGE.read_text()

    assert page == page_with(page, tables()), "run: python -m tests.judgement_table"


def test_every_rule_has_a_name_of_its_own_a_sentence_and_a_known_source() -> None:
    names = [rule.name for rule in RULES]

    assert len(set(names)) == len(names)
    assert all(rule.text.endswith(".") for rule in RULES)
    assert {rule.source for rule in RULES} <= set(SOURCES)
