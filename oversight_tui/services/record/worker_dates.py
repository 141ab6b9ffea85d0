"""Days on which something of a worker runs out: registration, the insurance of a car, a contract; and, in the worker's
own file, an appraisal or a probation.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.records import WorkerDate
from oversight_tui.practice.requests import (
    OwnFileDateRequest,
    PersonalRequest,
    Recorded,
    WorkerDateRequest,
)
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    must_be_to_come,
    must_be_within_a_working_life,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.personal import personal
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import WORKER_DATE

if TYPE_CHECKING:
    from db.engine import Store


@records(WorkerDateRequest)
def worker_date(store: Store, request: WorkerDateRequest, today: date) -> Recorded:
    """The day on which something of a worker runs out; one that has passed is late until a new one is said."""
    if request.what not in ("registration", "car_insurance", "contract_end"):
        raise RecordProblem("It is registration, car_insurance or contract_end. Nothing was recorded.", "what")
    with store.writing():
        name = the_worker(store, request.worker_id)
        if request.day is not None:
            must_be_within_a_working_life(request.day, today, WORKER_DATE[request.what].capitalize())
        said = WorkerDate(request.what, request.day)
        entry = writes.add_about(store, said, AboutWorker(request.worker_id), today, author(store))
    called = WORKER_DATE[request.what]
    says = f"{name}: {called} {long_day(request.day)}." if request.day else f"{name}: {called} runs out no more."
    return Recorded(entry, WorkerDate.kind.name, says)


@records(OwnFileDateRequest)
def own_file_date(store: Store, request: OwnFileDateRequest, today: date) -> Recorded:
    """The day of an appraisal or of the end of a probation, in the worker's own file."""
    if request.what not in ("appraisal", "probation"):
        raise RecordProblem("It is appraisal or probation. Nothing was recorded.", "what")
    must_be_to_come(request.day, today, WORKER_DATE[request.what].capitalize())
    text = f"{WORKER_DATE[request.what].capitalize()}: {long_day(request.day)}"
    asked = PersonalRequest(request.worker_id, request.what, text, today, look_again_on=request.day)
    return personal(store, asked, today)
