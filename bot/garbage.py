"""When Python's garbage collector looks: rarely, and not at what stays as long as the process does."""

import gc

THRESHOLDS = (20_000, 50, 100)
"""A form of a hundred brands is 430 objects as it is drawn, and again as it is read: with Python's 700 the collector ran for every second one."""


def collect_rarely() -> None:
    """Have the collector run less often. Before the imports, which make nothing but what stays: a start is shorter by it (``make bench``)."""
    gc.set_threshold(*THRESHOLDS)


def leave_what_is_there_alone() -> None:
    """Have the collector look at what requests bring, not at the modules again: a burst is answered a sixth sooner (``make bench``)."""
    gc.freeze()
