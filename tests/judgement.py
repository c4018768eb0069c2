"""How near the decisions come to two human judges: python -m tests.judgement [FILE of cases].

``python -m tests.judgement remembered`` takes the cases of ``tests/remembered_cases.py`` instead, whose two judges are one.
"""

import json
import sys
from pathlib import Path
from typing import Any

from bot.judge import decide_report
from bot.plan import Plan
from tests.remembered_cases import CASES as REMEMBERED
from tests.remembered_cases import Judged

JUDGED = Path(__file__).parent / "judged"
"""Cases and statements by three people, each labelled by its author and by another one; neither knew the rules (``docs/judgement.md``)."""
CASES = Path(__file__).parent.parent.parent / "shared" / "examples" / "cases.jsonl"


def judged(case: dict[str, Any]) -> tuple[Plan, dict[str, bool]]:
    """Return the plan for one labelled case, and how it compares with what the two judges said."""
    plan = decide_report(case["report"])
    wrong = {"level clearly wrong": plan.level in case["wrong"]} if "wrong" in case else {}
    return plan, {
        "level acceptable to both judges": plan.level in case["acceptable_to_both"],
        **wrong,
        "level is one judge's choice": plan.level in case["best"],
        "calling first as a judge says": plan.call_first in case["must_escalate"],
    }


def _cases(where: str) -> list[dict[str, Any]]:
    if where == "remembered":
        return [_labelled(case) for case in REMEMBERED]
    if not Path(where).is_file():
        sys.exit(f"There are no cases at {where}: name a file of labelled ones, or `remembered`.")
    return [json.loads(line) for line in Path(where).read_text().splitlines() if line.strip()]


def _labelled(case: Judged) -> dict[str, Any]:
    return {
        "id": case.what,
        "report": case.report,
        "best": case.choices,
        "acceptable_to_both": case.acceptable,
        "must_escalate": case.is_call_wanted,
    }


def main() -> None:
    """Print the figures, and the cases that differ."""
    cases = _cases(sys.argv[1] if len(sys.argv) > 1 else str(CASES))
    totals: dict[str, int] = {}
    for case in cases:
        plan, verdicts = judged(case)
        for name, holds in verdicts.items():
            totals[name] = totals.get(name, 0) + holds
        if not verdicts["level is one judge's choice"] or not verdicts["calling first as a judge says"]:
            sys.stdout.write(
                f"{case['id']}: {plan.level} call_first={plan.call_first}, the judges: {case['best']} {case['must_escalate']}"
                f"{'' if verdicts['level acceptable to both judges'] else '  NOT ACCEPTABLE'}\n"
            )
    for name, total in totals.items():
        sys.stdout.write(f"{name}: {total} of {len(cases)} ({total / len(cases):.0%})\n")


if __name__ == "__main__":
    main()
