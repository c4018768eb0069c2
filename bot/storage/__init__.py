"""The database: engine, units of work, and the questions that several verbs ask of it."""

from bot.storage.changes import ask, change, change_all, count_changed, find, find_rare, find_to_change, get
from bot.storage.holding import StoreInUse
from bot.storage.inserts import insert_rows, insert_with_ids
from bot.storage.store import Store
from bot.storage.trouble import StoreBusy

__all__ = [
    "Store",
    "StoreBusy",
    "StoreInUse",
    "ask",
    "change",
    "change_all",
    "count_changed",
    "find",
    "find_rare",
    "find_to_change",
    "get",
    "insert_rows",
    "insert_with_ids",
]
