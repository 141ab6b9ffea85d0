"""Sessions, their agendas, and workers' own files."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

SUPERVISING: Mapping[str, Command] = {
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
}
