"""What holds for every text."""

from hypothesis import given
from hypothesis import strategies as st

from bot.lint import Context, Label, lint
from bot.lint.lines import lint_lines
from bot.lint.text import Text
from bot.plan import Expects
from bot.report import Channel, Report
from bot.voice import PRESETS, Preset
from tests.lint.clean import CLEAN
from tests.lint.sentences import SHOWS

PIECES = [
    *(text for texts in SHOWS.values() for text in texts),
    *(text for *_, text in CLEAN),
    "if",
    "sorry",
    "n't",
    "'s",
    "\u200d",
    "🏳️‍🌈",
    "İ",
    "ﬁ",
    "\ud800",
    "https://",
    "@a@b.c",
    "[[",
    "]]",
    "...",
    "\r\n",
    "“",
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
)
REPORTS = st.one_of(
    st.none(),
    st.builds(
        Report, what=TEXTS, should_have_said=TEXTS, link=st.sampled_from(["", "https://[", "example.org"])
    ),
)
CONTEXTS = st.builds(
    Context,
    tone=st.sampled_from(Preset),
    serious=st.booleans(),
    expects=st.frozensets(st.sampled_from(Expects)),
    channel=st.sampled_from([None, *Channel]),
    report=REPORTS,
    voice=st.sampled_from([None, *PRESETS.values()]),
)


@given(TEXTS, CONTEXTS)
def test_any_text_can_be_looked_over_and_every_span_lies_inside_it(text: str, context: Context) -> None:
    for finding in lint(text, context):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.end > finding.start or finding.label in {Label.NO_APOLOGY, Label.NO_CORRECTION}


@given(TEXTS, CONTEXTS)
def test_the_same_text_gets_the_same_findings(text: str, context: Context) -> None:
    assert lint(text, context) == lint(text, context)


@given(TEXTS)
def test_folding_keeps_every_place(text: str) -> None:
    read = Text(text)

    assert len(read.folded) == len(text)
    assert all(0 <= token.start < token.end <= len(text) for one in read.sentences for token in one.tokens)


@given(st.lists(st.text(), max_size=5))
def test_any_line_gets_at_most_one_answer(lines: list[str]) -> None:
    assert len(list(lint_lines(lines))) <= len(lines)
