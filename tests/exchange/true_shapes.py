"""Files of the true shape, as the systems of authorities write them: CSV tables of the Standard Safeguarding Dataset,
the social-worker file of the 903, JSON of the DfE social care API, calendars.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

INVOLVEMENTS = (
    *("invo_involvements_id", "invo_professional_id", "invo_professional_role_id", "invo_professional_team"),
    *("invo_person_id", "invo_involvement_start_date", "invo_involvement_end_date", "invo_worker_change_reason"),
    "invo_referral_id",
)
PROFESSIONALS = (
    *("prof_professional_id", "prof_staff_id", "prof_professional_name", "prof_social_worker_registration_no"),
    *("prof_agency_worker_flag", "prof_professional_job_title", "prof_professional_caseload"),
    *("prof_professional_department", "prof_full_time_equivalency"),
)
STAFF = (
    ("101", "S1", "Amira Khan", "SW1234567", "NULL", "Social Worker", "12", "North", "1.0"),
    ("102", "S2", "Ben Osei", "SW7654321", "NULL", "Senior Practitioner", "10", "North", "0.8"),
    ("103", "S3", "Ida Rowe", "XX103", "NULL", "IRO", "NULL", "NULL", "NULL"),
)
DEPARTMENT = ("dept_team_id", "dept_team_name", "dept_team_parent_id", "dept_team_parent_name")
PERSON = ("pers_person_id", "pers_forename", "pers_surname", "pers_dob", "pers_legacy_id", "pers_single_unique_id")
OPEN = "1900-01-01T00:00:00"


def table(path: Path, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Path:
    """A table as SQL Server Management Studio saves it: a byte-order mark, NULL in words, quotes doubled."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def involved(
    number: int, worker: str, child: str, starts: str, ends: str = OPEN, why: str = "NULL", role: str = "CW"
) -> tuple[str, ...]:
    """A row of ssd_involvements, in the North Team."""
    return str(number), worker, role, "7", child, starts, ends, why, f"R{child}"


def dataset(folder: Path, rows: Iterable[tuple[str, ...]], *, called: str = "involvements") -> tuple[Path, Path, Path]:
    """The three files that tell who holds whom."""
    return (
        table(folder / f"{called}.csv", INVOLVEMENTS, rows),
        table(folder / "staff.csv", PROFESSIONALS, STAFF),
        table(folder / "teams.csv", DEPARTMENT, (("7", "North Team", "1", "Children"),)),
    )


def of_903(path: Path, *rows: tuple[str, ...]) -> Path:
    """The social-worker file of the 903 return."""
    return table(path, ("CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"), rows)


def api_child(reference: str, *workers: tuple[str, str, str | None], **said: object) -> dict[str, object]:
    """A child of the DfE social care API with one open episode; `workers` are each a number and its days."""
    episode: dict[str, object] = {
        "social_care_episode_id": f"E{reference}",
        "referral_date": "2026-01-05",
        "care_worker_details": [
            {"worker_id": number, "start_date": first, **({"end_date": last} if last else {})}
            for number, first, last in workers
        ],
        **said,
    }
    details = {"first_name": "Ines", "surname": "Berg", "date_of_birth": "2015-04-05", "disabilities": ["NONE"]}
    return {"la_child_id": reference, "child_details": details, "social_care_episodes": [episode]}


def calendar(path: Path, *events: str, called: str = "Calendar") -> Path:
    """A calendar as Outlook and others save it: CRLF, a time zone of its own, each event's lines as given."""
    head = (
        "BEGIN:VCALENDAR",
        "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
        "VERSION:2.0",
        "METHOD:PUBLISH",
    )
    zone = (
        *("BEGIN:VTIMEZONE", "TZID:GMT Standard Time", "BEGIN:STANDARD", "DTSTART:16011028T020000"),
        *("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZOFFSETFROM:+0100", "TZOFFSETTO:-0000", "END:STANDARD"),
        *("BEGIN:DAYLIGHT", "DTSTART:16010325T010000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
        *("TZOFFSETFROM:-0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "END:VTIMEZONE"),
    )
    lines: list[str] = [*head, f"X-WR-CALNAME:{called}", *zone]
    for number, event in enumerate(events):
        uid = () if "UID:" in event else (f"UID:{number}@council",)
        lines += ["BEGIN:VEVENT", *uid, "DTSTAMP:20261101T090000Z", *event.split("\n"), "END:VEVENT"]
    path.write_text("\r\n".join((*lines, "END:VCALENDAR", "")), encoding="utf-8", newline="")
    return path


def all_day(title: str, first: str, after: str, *more: str) -> str:
    """An entry of whole days; a calendar gives the day after the last."""
    return "\n".join((f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}", *more))
