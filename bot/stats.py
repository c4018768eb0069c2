"""What a year of mistakes shows: only of the cases that the asker may see, and never of exercises."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot import outbox
from bot.attention import CheckInAnswer
from bot.cards.overview import Repeat, StatsCard, Timing
from bot.cases.alike import is_same_elsewhere
from bot.event_kinds import EventKind
from bot.listing import Sight, sight_of
from bot.models import Brand, Case, CasePlan, CheckIn, Draft, Event, Message, key
from bot.plan import Level
from bot.report import Answer, Mistake
from bot.states import CaseState, OutboxAction, Surface

PERIOD = timedelta(days=365)
MOST_REPEATS = 5
_T = TypeVar("_T", bound=Hashable)
_Row = TypeVar("_Row")


def stats_card(session: Session, workspace_id: int, user_id: str, *, now: datetime) -> StatsCard:
    """Return what the last year's cases show, with as many questions to the database for many cases as for one.

    What happened in a case's thread (approvals, check-ins, what became of a plan) counts only where the asker is in it.
    """
    sight = sight_of(session, workspace_id, user_id, now=now)
    counted = [col(Case.is_exercise).is_(False), col(Case.opened_at) >= now - PERIOD]
    seen = [sight.seen(), *counted]
    handled = [sight.handled(), *counted, col(Case.merged_into).is_(None)]
    cases = _each_once(session.exec(select(Case).where(*seen)).all())
    answers = _answers(session, handled)
    right, judged = _let_go(session, handled, answers)
    return StatsCard(
        cases=len(cases),
        going_on=sum(case.state is not CaseState.CLOSED for case in cases),
        by_mistake=_ranked(case.mistake for case in cases),
        by_channel=_ranked(case.channel for case in cases),
        by_level=_ranked(case.level for case in cases),
        to_plan=_timing(_to_plan(session, seen, {key(case) for case in cases})),
        to_approval=_timing(_to_approval(session, handled)),
        to_quiet=_timing(_to_quiet(answers, {case.id: case.check_ins_since for case in cases})),
        let_go=judged,
        let_go_right=right,
        repeats=_repeats(session, sight, cases),
    )


def send_chart(session: Session, workspace_id: int, user_id: str, card: StatsCard, *, now: datetime) -> None:
    """Have the figures drawn and put into the asker's direct messages."""
    outbox.say(
        session,
        Surface.STATS,
        key=f"stats:{user_id}:{now.isoformat()}",
        channel_id=user_id,
        workspace_id=workspace_id,
        now=now,
        params={name: asdict(card)[name] for name in ("cases", "by_mistake", "by_channel", "by_level")},
        action=OutboxAction.UPLOAD,
    )


def _each_once(cases: Sequence[Case]) -> list[Case]:
    """Return the cases without those that go on in another of them: that one counts for both."""
    ids = {case.id for case in cases}
    return [case for case in cases if case.merged_into not in ids]


def _each_slip_once(cases: Sequence[Case]) -> list[Case]:
    """Return the cases without those that tell, within the hour, of the same slip in another place as one before them."""
    kept: dict[tuple[int, Mistake], list[Case]] = defaultdict(list)
    for case in sorted(cases, key=lambda one: (one.opened_at, one.number)):
        before = kept[case.brand_id, case.mistake]
        if not any(is_same_elsewhere(case, one) for one in before):
            before.append(case)
    return [case for alike in kept.values() for case in alike]


def _ranked(answers: Iterable[Answer]) -> tuple[tuple[str, int], ...]:
    """Return the labels with how often they occur, the most frequent first."""
    counted = Counter(answer.label for answer in answers)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _timing(spans: Sequence[timedelta]) -> Timing:
    seconds = [max(0.0, span.total_seconds()) for span in spans]
    return Timing(median(seconds) if seconds else None, len(seconds))


def _to_plan(
    session: Session, seen: Sequence[ColumnElement[bool]], counted: Collection[int]
) -> list[timedelta]:
    """Return how long after its report the plan of each case that is ``counted`` was in Slack, by Slack's own time of the message: where it stood first."""
    rows = session.exec(
        select(Case.id, Case.opened_at, Message.ts)
        .join(Message, col(Message.case_id) == Case.id)
        .where(
            *seen,
            col(Message.surface).in_([Surface.PLAN, Surface.MOVED]),
            col(Message.is_threaded).is_(False),
            col(Message.ts).is_not(None),
        )
    ).all()
    posted = _grouped((case_id, _moment(ts) - opened) for case_id, opened, ts in rows if case_id in counted)
    return [min(spans) for spans in posted.values()]


def _moment(ts: str | None) -> datetime:
    return datetime.fromtimestamp(float(ts or 0), UTC)


def _to_approval(session: Session, handled: Sequence[ColumnElement[bool]]) -> list[timedelta]:
    """Return how long after its report each case's main draft had the approvals that it then needed, for the first time."""
    rows = session.exec(
        select(Case.id, Case.opened_at, Event.at)
        .join(Event, col(Event.case_id) == Case.id)
        .join(Draft, cast("Any", Event.detail)["settled"].as_integer() == Draft.id)
        .where(*handled, Event.kind == EventKind.DRAFT_APPROVED, col(Draft.is_main).is_(True))
    ).all()
    settled = _grouped((case_id, at - opened) for case_id, opened, at in rows)
    return [min(spans) for spans in settled.values()]


_Answers = dict[Any, list[tuple[datetime, CheckInAnswer, datetime]]]
"""By case: when each check-in was answered, how, and when the case was opened; in the order of the answers."""


def _answers(session: Session, handled: Sequence[ColumnElement[bool]]) -> _Answers:
    rows = session.exec(
        select(Case.id, CheckIn.answered_at, CheckIn.answer, Case.opened_at)
        .join(CheckIn, col(CheckIn.case_id) == Case.id)
        .where(*handled, col(CheckIn.answer).is_not(None), col(CheckIn.answered_at).is_not(None))
        .order_by(col(CheckIn.answered_at), col(CheckIn.id))
    ).all()
    return _grouped(
        (case_id, (at, CheckInAnswer(answer), opened))
        for case_id, at, answer, opened in rows
        if at and answer
    )


def _to_quiet(answers: _Answers, since: Mapping[Any, datetime]) -> list[timedelta]:
    """Return how long it took until the answer after which it stayed quiet, for each case that is quiet now.

    What was answered before a case was opened again says nothing of now.
    """
    spans = []
    for case_id, all_given in answers.items():
        given = [each for each in all_given if case_id in since and each[0] >= since[case_id]]
        loud = [place for place, (_, answer, _) in enumerate(given) if answer is not CheckInAnswer.QUIET]
        after = given[loud[-1] + 1 :] if loud else given
        if after:
            at, _, opened = after[0]
            spans.append(at - opened)
    return spans


def _let_go(session: Session, handled: Sequence[ColumnElement[bool]], answers: _Answers) -> tuple[int, int]:
    """Return how often letting it go was right, and how often it was put to the test.

    It is judged once somebody has answered a check-in, or the case is closed. It was right when nothing flared up after it and
    no later plan said more.
    """
    rows = session.exec(
        select(Case.id, Case.state, CasePlan.level, CasePlan.created_at)
        .join(CasePlan, col(CasePlan.case_id) == Case.id)
        .where(*handled)
        .order_by(col(CasePlan.number))
    ).all()
    plans = _grouped((case_id, (state, level, at)) for case_id, state, level, at in rows)
    right = judged = 0
    for case_id, made in plans.items():
        since = next((at for _, level, at in made if level is Level.LET_IT_GO), None)
        given = answers.get(case_id, [])
        if since is None or not (given or made[0][0] is CaseState.CLOSED):
            continue
        judged += 1
        has_flared = any(answer is CheckInAnswer.FLARING and at >= since for at, answer, _ in given)
        right += not has_flared and all(level is Level.LET_IT_GO for _, level, at in made if at >= since)
    return right, judged


def _repeats(session: Session, sight: Sight, cases: Sequence[Case]) -> tuple[Repeat, ...]:
    """Return the kinds of mistake that a brand made more than once, the most frequent first.

    Cases of one address are one mistake, and so are those of one slip in several places.
    """
    mistakes = {(case.brand_id, case.mistake, case.link_key or case.id) for case in _each_slip_once(cases)}
    counted = Counter((brand_id, mistake) for brand_id, mistake, _ in mistakes)
    names = dict(
        session.exec(select(Brand.id, Brand.name).where(Brand.workspace_id == sight.workspace_id)).all()
    )
    repeats = [
        Repeat(names.get(brand_id, ""), mistake.label, count)
        for (brand_id, mistake), count in counted.items()
        if count > 1
    ]
    ranked = sorted(repeats, key=lambda repeat: (-repeat.count, repeat.brand_name, repeat.mistake))
    return tuple(ranked[:MOST_REPEATS])


def _grouped(pairs: Iterable[tuple[_T, _Row]]) -> dict[_T, list[_Row]]:
    groups: dict[_T, list[_Row]] = defaultdict(list)
    for group, row in pairs:
        groups[group].append(row)
    return groups
