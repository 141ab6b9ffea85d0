"""What one looks at, and what goes out to another office."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

LOOKING: Mapping[str, Command] = {
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
}
