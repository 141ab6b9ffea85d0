"""Every command, in groups of what one wants to do, each with examples of the made-up team.

The references and names are of the team of `oversight demo --into team.oversight`; a test looks each of them up there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """One command: its module in `oversight_tui.commands`, what it is for, and examples as they are typed."""

    module: str
    purpose: str
    examples: tuple[str, ...]


GROUPS: Mapping[str, Mapping[str, Command]] = {
    "Look": {
        "today": Command(
            "today", "the morning list, each line saying why", ("oversight today", "oversight today --ahead 14")
        ),
        "brief": Command(
            "brief",
            "the brief of the morning: who is on duty, what is booked and when, what is due, who is back when",
            ("oversight brief", "oversight brief --on tomorrow", "oversight brief --without-names"),
        ),
        "search": Command(
            "search",
            "where something was said or typed, in all that may be read",
            ("oversight search vapes school", "oversight search vapes Aisha --old"),
        ),
        "child": Command(
            "child",
            "a child's page: allocation, status and entries in date order",
            ("oversight child C-4633", "oversight child 'Aisha Bhatti' --as-child"),
        ),
        "worker": Command(
            "worker", "a worker's page: supervision, sessions and children", ("oversight worker 'Nadia Rehman'",)
        ),
        "calendar": Command(
            "calendar", "the sessions planned for the next weeks, who is away, bank holidays", ("oversight calendar",)
        ),
        "regularity": Command(
            "regularity",
            "how regularly each worker was supervised, with every gap and its reason",
            ("oversight regularity", "oversight regularity --from 1/6/2026 --to-date 31/8/2026"),
        ),
        "visits": Command(
            "visits",
            "the visits that are late, and why: every attempt, and what stood in its way",
            ("oversight visits", "oversight visits --worker 'Nadia Rehman'"),
        ),
        "decisions": Command(
            "decisions",
            "what was decided: by kind, worker, child, span; with or without reason, challenged, overturned",
            (
                "oversight decisions --only challenged --most 3",
                "oversight decisions --worker 'Nadia Rehman' --from -3w",
            ),
        ),
        "sight": Command(
            "sight",
            "line of sight: workers, caseloads, what is in time, what is open, and how it went month by month",
            ("oversight sight", "oversight sight --rows visits_late", "oversight sight --all-teams"),
        ),
        "effect": Command(
            "effect",
            "what came of it: what changed, what was done by its day, who was seen, what has not moved",
            (
                "oversight effect",
                "oversight effect --rows decisions_changed",
                "oversight effect 'Comfort Asante' --personal",
            ),
        ),
        "outlook": Command(
            "outlook",
            "where the team goes if nothing changes, and what if: one page for the case for resources",
            (
                "oversight outlook",
                "oversight outlook --leaves 'Comfort Asante=+4w' --back 'Nadia Rehman=+2w' --more 2",
            ),
        ),
        "changes": Command(
            "changes", "what others or an import have recorded since you last looked", ("oversight changes --seen",)
        ),
        "export": Command(
            "exporting",
            "a file for another office: what went out is in the journal",
            (
                "oversight export child C-4633 --to aisha.pdf",
                "oversight export worker 'Nadia Rehman' --to nadia.docx",
                "oversight export subject-access child C-4633 --to extract.pdf",
                "oversight export handover 'Nadia Rehman' --for 'Fiona Kilbride' --to handover.pdf",
                "oversight export sight --to sight.html",
                "oversight export inspection --team 'Harbour Team' --from 1/6/2026 --to pack.txt --seed 7",
                "oversight export calendar --to nadia.ics --worker 'Nadia Rehman'",
                "oversight export digest --without-names",
                "oversight export dump --to team.json --personal",
                "oversight export tables --to team.xlsx",
                "oversight export tables --to attention.csv --list attention",
            ),
        ),
        "copy": Command(
            "copying",
            "an entry, a session, a child or a worker's sessions as plain text for the case system",
            ("oversight copy 5182", "oversight copy --child C-4633 --since -4w"),
        ),
    },
    "Record": {
        "book": Command(
            "book",
            "a visit, a meeting or a day in court: booked, moved, given to somebody else, and what became of it",
            (
                "oversight book visit C-4633 --on today --at 15.30 --where 'Her school'",
                "oversight book meeting C-1353 --on thu --at 10.00 --what core_group",
                "oversight book import calendar.ics --dry-run",
                "oversight book give 5301 5302 --to 'Fiona Kilbride' --because 'Daniel is ill'",
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
        "answered": Command(
            "answered", "the answer to an escalation", ("oversight answered 5197 'A place from 1 May'",)
        ),
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
    },
    "Supervision": {
        "agenda": Command(
            "agenda",
            "which children a worker's next sessions take, and whether the cycle is kept",
            ("oversight agenda 'Comfort Asante' --minutes 90",),
        ),
        "supervision": Command(
            "supervision",
            "plan, move, hold or cancel a supervision session; its sheet before it, its record after it",
            (
                "oversight supervision plan 'Comfort Asante' --on +1w",
                "oversight supervision hold 'Comfort Asante' --on today --child C-1353",
                "oversight supervision talk 'Nadia Rehman' C-4633 --text 'We drew the week with Aisha in the middle'",
                "oversight supervision sheet 'Comfort Asante'",
                "oversight supervision record 'Comfort Asante' --sent",
            ),
        ),
        "opening": Command(
            "opening",
            "enter when a worker was last supervised or a child last discussed before this record",
            ("oversight opening 'Fiona Kilbride' --on -3w", "oversight opening C-4633 --on -10d"),
        ),
        "personal": Command(
            "personal",
            "an entry in a worker's own file",
            ("oversight personal 'Comfort Asante' learning 'Wants to sit in on a strategy discussion'",),
        ),
    },
    "Workers and children": {
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
            ("oversight planned-handover confirm 5310", "oversight planned-handover move 5310 --on +2w"),
        ),
        "referral": Command(
            "referral",
            "a referral that came in, and what was decided about it",
            (
                "oversight referral take C-9999 'Bruises seen at nursery' --from 'Sunny Nursery' --urgency same_day",
                "oversight referral decide 5311 strategy_discussion --because 'The bruises are not explained'",
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
            "a serious incident: what happened, who was told, which step was taken",
            (
                "oversight incident record C-4633 'Found on the roof' --at 14.10 --told 'Director@14.25'",
                "oversight incident record C-1026 'Hurt at school' --told Police --no-hold",
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
        "posts": Command(
            "posts", "how many posts a team has, filled and vacant", ("oversight posts 'Harbour Team' 7.5",)
        ),
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
    },
    "Put right": {
        "correct": Command(
            "correct",
            "a newer version of an entry: its text, day or child",
            ("oversight correct 5182 --text 'See both children alone this week'",),
        ),
        "mark": Command(
            "mark", "mark an entry as sensitive or as a significant event", ("oversight mark 4843 significant",)
        ),
        "withdraw": Command(
            "withdraw",
            "take an entry back with a reason",
            ("oversight withdraw 5182 --because 'Typed on the wrong page'",),
        ),
        "undo": Command("undo", "take back the last thing you recorded", ("oversight undo",)),
        "redo": Command("redo", "bring back what you took back last", ("oversight redo",)),
        "wording": Command(
            "wording",
            "hints on a text, and the list they come from",
            ("oversight wording 'Mum failed to engage'",),
        ),
    },
    "Lists in, settings": {
        "import": Command(
            "importing",
            "bring in Annex A, any table of children, rosters and absences",
            ("oversight import annex-a.xlsx --as-at fri --dry-run", "oversight import roster.csv --yes"),
        ),
        "mine": Command(
            "mine",
            "say who you are and which teams are yours",
            ("oversight mine 'Angela Brathwaite' --team 'Harbour Team'",),
        ),
        "policy": Command(
            "policy", "show, export or import the numbers that decide what is late", ("oversight policy show",)
        ),
        "keys": Command("keys", "every key of the screen, as the settings file has them now", ("oversight keys",)),
        "where": Command("where", "say where the store and the settings lie", ("oversight where",)),
        "demo": Command(
            "demo",
            "open a made-up team, or write one to a file",
            ("oversight demo", "oversight demo --into team.oversight"),
        ),
    },
    "The store": {
        "backup": Command(
            "backup", "make a backup now, checked, in the backup folder or another", ("oversight backup",)
        ),
        "restore": Command(
            "restore", "put a backup in the place of the store, or list the backups there are", ("oversight restore",)
        ),
        "load": Command(
            "loading",
            "a complete dump (`oversight export dump`) read back into a new store",
            ("oversight load team.json --store new.oversight",),
        ),
        "move": Command(
            "move",
            "carry a store from a file to a server or back, every row compared",
            (
                "oversight move --to postgresql://postgres@db.example/oversight",
                "oversight move --store postgresql://postgres@db.example/oversight --to team.oversight",
            ),
        ),
        "server": Command(
            "server",
            "a store on a PostgreSQL server, for whoever keeps it: prepare it, let people in, check it",
            (
                "oversight server init --store postgresql://postgres@db.example/oversight --dry-run",
                "oversight server add-user 'Fiona Kilbride' --login fiona --role manager --team 'Harbour Team'",
                "oversight server act-for sam fiona --from 1/12/2026 --to 11/12/2026",
                "oversight server check --store postgresql://postgres@db.example/oversight",
            ),
        ),
        "doctor": Command(
            "doctor", "whether store, backups and machine are well, on one page", ("oversight doctor --rehearse",)
        ),
        "verify": Command("verify", "whether any row of the journal was tampered with", ("oversight verify",)),
        "journal": Command("journal", "who did what and when", ("oversight journal",)),
        "passphrase": Command(
            "passphrase",
            "another passphrase, encrypting a plain store, the recovery phrase, the keyring",
            ("oversight passphrase set", "oversight passphrase recovery"),
        ),
        "retention": Command(
            "retention",
            "what has been kept for long enough, erased on your word; legal holds",
            (
                "oversight retention list --all",
                "oversight retention hold C-1353 --because 'A claim is made'",
            ),
        ),
    },
}
COMMANDS: Mapping[str, Command] = {name: command for group in GROUPS.values() for name, command in group.items()}
# What somebody types who has the word of another program.
ALSO_TYPED: Mapping[str, str] = {
    "find": "search",
    "grep": "search",
    "help": "--help",
    "history": "journal",
    "list": "today",
    "morning": "today",
    "version": "--version",
}
