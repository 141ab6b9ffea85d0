"""Workers and children: who is here, who holds whom, who came in, what was looked into."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

PEOPLE: Mapping[str, Command] = {
    "absence": Command(
        "absence",
        "a worker is away",
        ("oversight absence 'Daniel Hepworth' --from today --because sickness --covered-by 'Fiona Kilbride'",),
    ),
    "cover": Command(
        "cover",
        "who sees to a worker's children while the worker is away",
        ("oversight cover 'Daniel Hepworth' --by 'Fiona Kilbride'", "oversight cover 'Daniel Hepworth' --open"),
    ),
    "duty": Command("duty", "who is on duty", ("oversight duty 'Nadia Rehman' --from mon --to fri",)),
    "handover": Command(
        "handover",
        "give children to another worker, or put them into a bucket; on a day to come it is planned",
        (
            "oversight handover C-4633 --to 'Marek Nowicki' --because 'Nadia goes to court work'",
            "oversight handover C-4633 --to 'Marek Nowicki' --on +6d --because 'At the conference'",
        ),
    ),
    "planned-handover": Command(
        "planned_handover",
        "a handover to come: moved to another day, confirmed on it, or called off",
        ("oversight planned-handover confirm 5302", "oversight planned-handover move 5302 --on +2w"),
    ),
    "referral": Command(
        "referral",
        "a referral that came in, and what was decided about it",
        (
            "oversight referral take C-1026 'Bruises seen at school' --from 'Her school' --urgency same_day",
            "oversight referral decide 5301 strategy_discussion --because 'The bruises are not explained'",
        ),
    ),
    "waiting": Command(
        "waiting",
        "a child whom no worker holds was looked at again, with a word",
        ("oversight waiting C-5472 --text 'Gran has him; duty rings on Mondays and Thursdays'",),
    ),
    "audit": Command(
        "audit",
        "files picked to be audited, what was found in each, and what audits found over a span",
        (
            "oversight audit pick --by +3w --seed 7",
            "oversight audit record C-4633 --good 'Her own words are in it' --no 'Is dad in the plan: nowhere'",
            "oversight audit list",
        ),
    ),
    "incident": Command(
        "incident",
        "a serious incident: what happened, who was told, which step was taken; the list of them",
        (
            "oversight incident record C-4633 'Found on the roof' --at 14.10 --told 'Director@14.25'",
            "oversight incident record C-1026 'Hurt at school' --told Police --no-hold",
            "oversight incident list",
        ),
    ),
    "dates": Command(
        "dates",
        "days on which something of a worker runs out: registration, insurance, contract, appraisal, probation",
        ("oversight dates 'Nadia Rehman' registration 30/11/2027",),
    ),
    "workers": Command(
        "workers",
        "add a worker by hand, or change what is known of one",
        (
            "oversight workers add 'Priya Lal' --role 'Social worker'",
            "oversight workers edit 'Marek Nowicki' --fte 0.8",
        ),
    ),
    "posts": Command("posts", "how many posts a team has, filled and vacant", ("oversight posts 'Harbour Team' 7.5",)),
    "programme": Command(
        "programme",
        "a programme for supervisors that a worker began, and how it ended",
        (
            "oversight programme 'Fiona Kilbride' 'Practice Supervisor Development Programme' --until 31/7/2027",
            "oversight programme --end 5248 --completed",
        ),
    ),
    "children": Command(
        "children",
        "add a child by hand, give a name used here, link a family",
        (
            "oversight children add C-9999 --name 'Noah'",
            "oversight children name C-1417 'Ines'",
            "oversight children date C-1353 next_review +6w",
            "oversight children missing C-9850 moved --because 'With Eastshire since her placement moved'",
        ),
    ),
}
