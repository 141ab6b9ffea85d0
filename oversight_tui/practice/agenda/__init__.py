"""Which children a worker's next sessions take, in what order and why, and whether the cycle can be kept at all.

Every child gets a turn within the cycle (the child's limit), and attention goes by risk (CYP Now, 24 June 2019).

What `kept` promises: by this very agenda no child passes their own limit before the session after these. A child whose
limit falls before that session is talked about by then; and a talk sets the limit anew, so that a child who is due
every two weeks and talked about in the first session comes again in these, or the cycle is not kept. An urgent child's
limit is the first session, also where the manager takes the child off it. Who is past the limit already has missed the
cycle, whatever comes. If any way to share the places keeps every limit, one is found; if there is none, who needs it
least is left out first, and `short_by` counts who passes their limit by this agenda. An urgent child for whom there is
no room comes in the next session before any who is not; so does one who is past the limit by being taken off a session
by hand.

A session that is planned for a day on which the worker is not here counts as none, and after a worker's last day nobody
is reached.
"""

from oversight_tui.practice.agenda.planning import plan
from oversight_tui.practice.agenda.values import (
    Agenda,
    AgendaItem,
    AgendaSession,
    Candidate,
    Cycle,
    FallsOut,
    PutOff,
    SessionSlot,
)

__all__ = [
    "Agenda",
    "AgendaItem",
    "AgendaSession",
    "Candidate",
    "Cycle",
    "FallsOut",
    "PutOff",
    "SessionSlot",
    "plan",
]
