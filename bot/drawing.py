"""From a message's row to its words: gathers the card and hands it to the surface's builder."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from sqlmodel import Session

from bot import gathering
from bot.attention import NORMAL_PACE, Pace
from bot.cards import PlanCard
from bot.cards.overview import RecordCard
from bot.cases.timeline import plan_link
from bot.digest import digest_card
from bot.gathering.records import record_of_closing
from bot.models import Case, CheckIn, Message
from bot.plan import Level
from bot.practice.library import sample_of
from bot.practice.seen import seen_at
from bot.settled import note_params
from bot.states import RecordFile, Surface
from bot.storage import find, get, queries
from messages import checkin, draft, move, note, plan, practice, record, record_pdf, stats_chart
from messages.blocks import SlackMessage
from messages.digest import digest_message
from messages.stats_chart import Chart
from messages.texts import Marked


@dataclass(frozen=True, slots=True)
class FileToDraw:
    """A file to upload; its name carries the start of the intent id, since an upload has no metadata.

    ``content`` makes it, which takes its time: on a thread of its own, and after the rows were read. ``alt_text`` says what a
    picture shows.
    """

    name: str
    title: str
    content: Callable[[], str | bytes]
    alt_text: str | None = None


def draw(session: Session, message: Message, *, pace: Pace = NORMAL_PACE) -> SlackMessage:
    """Return the message as its rows are now; all that an exercise says is marked here, so that no surface can forget it."""
    # Before it is drawn, so that it is held meanwhile and read once.
    case = find(session, Case, message.case_id) if message.case_id else None
    drawn = _draw(session, message, pace)
    is_exercise = case.is_exercise if case else bool(message.params.get("is_exercise"))
    return practice.practised(drawn, _mark(session, message, case)) if is_exercise else drawn


def _mark(session: Session, message: Message, case: Case | None) -> Marked:
    sample = sample_of(case.sample) if case else None
    if message.surface is Surface.PLAN:
        return practice.plan_mark()
    if message.surface is Surface.CHECK_IN and sample is not None:
        check_in = get(session, CheckIn, message.subject_id or 0)
        drafts = queries.drafts_of(session, check_in.case_id)
        look = seen_at(sample, check_in, level=case.level if case else Level.LET_IT_GO, drafts=drafts)
        return practice.check_in_mark(look.say, look.mentions, look.replies)
    return practice.mark()


def _draw(session: Session, message: Message, pace: Pace) -> SlackMessage:  # noqa: C901, PLR0911  one line for each surface
    subject = message.subject_id or 0
    match message.surface:
        case Surface.PLAN:
            return plan.plan_message(_paced(gathering.plan_card(session, subject), pace))
        case Surface.DRAFT:
            return draft.draft_message(gathering.draft_card(session, subject))
        case Surface.CHECK_IN:
            return checkin.check_in_message(gathering.check_in_card(session, subject))
        case Surface.CLOSING:
            return checkin.closing_offer_message(gathering.check_in_card(session, subject))
        case Surface.NUDGE:
            reminded_of = gathering.check_in_card(session, subject)
            return checkin.nudge_message(**message.params, card=reminded_of)
        case Surface.RECORD:
            return record.record_message(_record_card(session, message))
        case Surface.NOTE:
            return note.note_message(str(message.params["kind"]), note_params(session, message))
        case Surface.MOVED:
            return _moved(session, message)
        case Surface.NOTICE:
            return note.notice_message(str(message.params["kind"]), message.params)
        case Surface.DIGEST:
            return digest_message(digest_card(session, message))
        case Surface.STATS:
            raise ValueError("A chart is a file: it is uploaded, not drawn as a message.")


def _paced(card: PlanCard, pace: Pace) -> PlanCard:
    """Return the card with the check-in times that count: a rehearsal replaces the plan's."""
    return replace(card, plan=replace(card.plan, check_ins=pace.shown(card.plan.check_ins)))


def _moved(session: Session, message: Message) -> SlackMessage:
    case = get(session, Case, message.case_id or 0)
    return move.moved_message(case, plan_link(session, case), is_root=not message.is_threaded)


def file_to_draw(session: Session, message: Message, intent_id: str) -> FileToDraw:
    """Return the file that a message is: a chart, or the record of a case as Markdown or as PDF."""
    if message.surface is Surface.STATS:
        chart = Chart(**message.params)
        return FileToDraw(
            name=f"oops-statistics-{intent_id[:8]}.png",
            title="Statistics",
            content=partial(stats_chart.chart_png, chart),
            alt_text=stats_chart.alt_text(chart),
        )
    card = _record_card(session, message)
    kind = RecordFile(message.params.get("file", RecordFile.MARKDOWN))
    practice = "Practice: record" if card.case.is_exercise else "Record"
    return FileToDraw(
        name=f"{card.name}-record-{intent_id[:8]}.{kind}",
        title=f"{practice} of {card.name}",
        content=partial(_RECORD_FILES[kind], card),
    )


def _record_card(session: Session, message: Message) -> RecordCard:
    return record_of_closing(session, message.case_id or 0, message.params.get("closed_at"))


_RECORD_FILES: dict[RecordFile, Callable[[RecordCard], str | bytes]] = {
    RecordFile.MARKDOWN: record.record_markdown,
    RecordFile.PDF: record_pdf.record_pdf,
}
