"""What is recorded about children, and noted for oneself."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

RECORDING: Mapping[str, Command] = {
    "book": Command(
        "book",
        "a visit, a meeting or a day in court: booked, moved, given to somebody else, and what became of it",
        (
            "oversight book visit C-4633 --on today --at 15.30 --where 'Her school'",
            "oversight book meeting C-1353 --on thu --at 10.00 --what core_group",
            "oversight book import calendar.ics --dry-run",
            "oversight book give 5291 5292 --to 'Fiona Kilbride' --because 'Nadia is ill'",
        ),
    ),
    "discuss": Command(
        "discuss",
        "a same-day discussion that was held, or asked for",
        ("oversight discuss C-4633 --text 'Nadia rang: not at school today. Gran will ring back by noon.'",),
    ),
    "decide": Command(
        "decide",
        "what was decided about a child or a worker, and because of what",
        ("oversight decide C-4633 'See Aisha alone this week' --because 'She was given vapes near school'",),
    ),
    "because": Command(
        "because",
        "the reason of a decision that was recorded without one",
        ("oversight because 5188 'Mum and gran both asked for it'",),
    ),
    "review": Command(
        "review",
        "a decision was looked at again on its review day",
        ("oversight review 5182 --because 'It holds' --next 2w",),
    ),
    "disagree": Command(
        "disagree",
        "a worker sees a decision otherwise",
        ("oversight disagree 5182 'We should wait for the school' --who 'Nadia Rehman'",),
    ),
    "worry": Command(
        "worry",
        "raise, review or close a worry about a child",
        (
            "oversight worry raise C-4633 'Out after dark with older men' --severity 4",
            "oversight worry review 5040 --next 2w",
            "oversight worry close 5040 --because 'Two quiet months'",
        ),
    ),
    "action": Command(
        "action",
        "what is to be done for a child, what came of it, and all that is open",
        (
            "oversight action add C-4633 'Ring the school nurse' --owner 'Nadia Rehman' --by fri",
            "oversight action done 5126",
            "oversight action list",
        ),
    ),
    "seen": Command(
        "seen",
        "a child was seen, from which the next visit is counted; or was not, and why",
        ("oversight seen C-4633 --on today --alone yes --where home", "oversight seen C-4633 --not refused"),
    ),
    "risk": Command(
        "risk",
        "rate a child's risk, which sets how often the child is to be discussed",
        ("oversight risk C-4633 high --because 'Older men, and nobody knows where she is on Fridays'",),
    ),
    "work": Command(
        "work",
        "work handed in, signed off or returned",
        (
            "oversight work hand-in C-4633 'The assessment' --by 'Nadia Rehman'",
            "oversight work approve 5240 --because 'It says what Aisha wants'",
            "oversight work return 5240 --missing 'What gran said'",
        ),
    ),
    "escalate": Command(
        "escalate",
        "take a matter to somebody senior",
        ("oversight escalate C-1353 'No school place since the summer' --to 'Head of service'",),
    ),
    "answered": Command("answered", "the answer to an escalation", ("oversight answered 5197 'A place from 1 May'",)),
    "consult": Command(
        "consult",
        "ask somebody about a child or a worker, or keep them sighted",
        ("oversight consult C-1353 'Does this meet the threshold for care?' --of Legal --adviser legal",),
    ),
    "heard": Command(
        "heard",
        "the answer to a consultation, and what it changed",
        ("oversight heard 5243 'Not yet: a plan first' --changed 'We call a conference instead'",),
    ),
    "filed": Command("filed", "discussions were put on the child's file", ("oversight filed 4843",)),
    "note": Command(
        "note",
        "notes to yourself, on nobody's page",
        ("oversight note add 'Ask how the moving went' --about 'Marek Nowicki'", "oversight note list"),
    ),
}
