"""The tables.

Rows hold the truth: a message is re-rendered from them and never read back. Times are aware and in UTC.
``version`` is raised by every state change, so that of two people who act at once exactly one takes effect.
"""

from pydantic import TypeAdapter

from bot.models.case import Case, CasePlan, CheckIn, Event, Evidence, ReportForm, Task, case_name
from bot.models.delivery import Message, Outbox
from bot.models.draft import Approval, Draft, DraftVersion
from bot.models.received import ReceivedReport
from bot.models.rows import key
from bot.models.settings import SettingsChange, SettingsForm
from bot.models.workspace import Brand, BrandContact, SlackChannel, SlackUser, SlackUserGroup, Workspace
from bot.plan import Plan
from bot.report import Report
from bot.voice import Voice

REPORT = TypeAdapter(Report)
PLAN = TypeAdapter(Plan)
VOICE = TypeAdapter(Voice)

__all__ = [
    "PLAN",
    "REPORT",
    "VOICE",
    "Approval",
    "Brand",
    "BrandContact",
    "Case",
    "CasePlan",
    "CheckIn",
    "Draft",
    "DraftVersion",
    "Event",
    "Evidence",
    "Message",
    "Outbox",
    "ReceivedReport",
    "ReportForm",
    "SettingsChange",
    "SettingsForm",
    "SlackChannel",
    "SlackUser",
    "SlackUserGroup",
    "Task",
    "Workspace",
    "case_name",
    "key",
]
