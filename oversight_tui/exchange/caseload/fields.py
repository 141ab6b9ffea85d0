"""What the columns of a caseload table may hold, and the headings that are known to hold it.

The headings are those of a council's extract from Mosaic (`MOSAIC_ID`, `ALLOCATED_WORKER`, ...), of the public data
models that lists are made from, and what such exports are called in plain words. One heading stands for one thing;
one that may stand for several is in `UNSURE`, and is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

Field = Literal[
    "reference",
    "name",
    "forename",
    "surname",
    "date_of_birth",
    "team",
    "worker",
    "worker_id",
    "adviser",
    "status",
    "open_or_closed",
    "legal_status",
    "looked_after",
    "protection_plan",
    "status_since",
    "allocated_from",
    "allocated_until",
    "closed_on",
    "closed_because",
    "last_seen",
]


class FieldKind(Struct, frozen=True):
    """A thing that a column may hold: `means` says it in an answer, `headings` are shown to people, the usual first.

    `keys` are further headings, as `headings.heading_key` makes them.
    """

    means: str
    headings: tuple[str, ...]
    keys: tuple[str, ...] = ()


FIELDS: Final[Mapping[Field, FieldKind]] = {
    "reference": FieldKind(
        "the child's reference in the case system",
        ("Mosaic ID", "Person ID", "Child ID", "LCS ID", "Eclipse ID", "Client ID", "Child Unique ID", "Reference"),
        (
            *("childsid", "childref", "childreference", "childno", "childnumber", "uniqueid", "personno", "personref"),
            *("personnumber", "personreference", "clientno", "clientnumber", "clientref", "clientreference"),
            *("mosaicno", "mosaicnumber", "mosaicpersonid", "mosaicref", "lcsno", "lcsnumber", "lcspersonid", "lcsref"),
            *("liquidlogicid", "liquidlogicnumber", "eclipseno", "eclipsenumber", "eclipsepersonid", "icsid", "icsno"),
            *(
                "icsnumber",
                "caredirectorid",
                "caredirectornumber",
                "caredirectorpersonid",
                "carefirstid",
                "carefirstno",
            ),
            *("carefirstnumber", "azeusid", "charmsid", "subjectid", "serviceuserid", "youngpersonid", "lachildid"),
            *("perspersonid", "socialcareid", "swiftid", "frameworkiid", "cuid"),
        ),
    ),
    "name": FieldKind(
        "the child's name",
        ("Name", "Full name", "Child's name", "Child name", "Person name"),
        ("childfullname", "nameofchild", "clientname", "subjectname", "serviceusername", "youngpersonname", "child"),
    ),
    "forename": FieldKind(
        "the child's first name",
        ("Forename", "First name"),
        (
            "forenames",
            "firstnames",
            "givenname",
            "childforename",
            "childsforename",
            "childfirstname",
            "childsfirstname",
        ),
    ),
    "surname": FieldKind(
        "the child's surname",
        ("Surname", "Last name"),
        ("familyname", "childsurname", "childssurname", "childlastname", "childslastname"),
    ),
    "date_of_birth": FieldKind(
        "the child's date of birth",
        ("Date of birth", "DOB"),
        ("birthdate", "dateofbirthdob", "childdob", "childsdob", "childsdateofbirth", "childdateofbirth"),
    ),
    "team": FieldKind(
        "the team of the child's worker",
        ("Team", "Allocated team", "Team name"),
        (
            *("allocatedteamname", "allocatedworkerteam", "workerteam", "workersteam", "socialworkteam", "currentteam"),
            *("responsibleteam", "owningteam", "caseteam", "keyteam", "teamallocated"),
        ),
    ),
    "worker": FieldKind(
        "the name of the worker who holds the child",
        ("Worker", "Social worker", "Allocated worker", "Allocated social worker", "Case worker", "Lead worker"),
        (
            *("workername", "socialworkername", "allocatedworkername", "allocatedto", "caseholder", "allocatedsw"),
            *("leadpractitioner", "leadsocialworker", "allocatedpractitioner", "currentworker", "currentsocialworker"),
            *("assignedworker", "primaryworker", "responsibleworker", "sw", "swname", "nameofworker", "leadworkername"),
            *("nameofsocialworker", "profprofessionalname", "allocatedsocialworkername", "caseworkername"),
        ),
    ),
    "worker_id": FieldKind(
        "the worker's number",
        ("Worker ID", "Staff ID"),
        ("workerno", "workernumber", "socialworkerid", "allocatedworkerid", "swid", "swenumber", "workerstaffid"),
    ),
    "adviser": FieldKind(
        "the name of the personal adviser",
        ("Personal adviser", "PA"),
        ("personaladvisor", "allocatedpa", "allocatedpersonaladviser", "allocatedpersonaladvisor", "paname"),
    ),
    "status": FieldKind(
        "in need, protection plan, looked after, ...",
        ("Status", "Case status", "Child status", "Plan type", "Case type"),
        (
            *("childsstatus", "currentstatus", "statusofchild", "plan", "currentplan", "involvementstatus"),
            *("typeofplan", "currentplantype", "childplantype", "socialcarestatus", "caseloadstatus", "typeofcase"),
        ),
    ),
    "open_or_closed": FieldKind(
        "open or closed",
        ("Case status open closed", "Open or closed"),
        ("openclosed", "opencase", "caseopen", "isopen", "open"),
    ),
    "legal_status": FieldKind(
        "the legal status", ("Legal status",), ("legalstatuscode", "childslegalstatus", "currentlegalstatus")
    ),
    "looked_after": FieldKind(
        "yes where the child is looked after",
        ("LAC", "CLA", "Looked after"),
        (
            *(
                "islac",
                "iscla",
                "lacyn",
                "clayn",
                "lookedafterchild",
                "childlookedafter",
                "childincare",
                "cic",
                "incare",
            ),
            *("lacstatus", "clastatus", "currentlylac", "currentlycla", "currentlylookedafter"),
        ),
    ),
    "protection_plan": FieldKind(
        "yes where the child is on a protection plan",
        ("On CP register", "CP", "CP plan", "Child protection plan"),
        (
            *("oncpplan", "onacpplan", "oncpp", "cpp", "cpyn", "iscp", "cpregister", "cpstatus", "oncp", "currentlycp"),
            *("subjecttocpplan", "subjecttochildprotectionplan", "subjecttoachildprotectionplan", "currentcpplan"),
            *("onchildprotectionplan",),
        ),
    ),
    "status_since": FieldKind(
        "the day on which that status began",
        ("Status since", "Status start date", "Plan start date"),
        ("statusstart", "statusfrom", "planstart", "dateplanstarted", "statusdate"),
    ),
    "allocated_from": FieldKind(
        "the day on which the worker took the child over",
        ("Allocation start date", "Allocated from", "Date allocated"),
        (
            *(
                "allocationstart",
                "allocationdate",
                "allocateddate",
                "dateofallocation",
                "allocatedon",
                "allocatedsince",
            ),
            *("workerstartdate", "workerstart", "workerallocateddate", "dateworkerallocated", "allocationfrom"),
            *("involvementstartdate", "invoinvolvementstartdate", "workerfrom"),
        ),
    ),
    "allocated_until": FieldKind(
        "the day on which the worker gave the child up",
        ("Allocation end date", "Allocated until"),
        (
            *("allocationend", "dateunallocated", "deallocationdate", "deallocated", "workerenddate", "workerend"),
            *("allocationto", "involvementenddate", "invoinvolvementenddate", "workeruntil"),
        ),
    ),
    "closed_on": FieldKind(
        "the day on which the child was closed",
        ("Closure date", "Date closed", "Closed on"),
        (
            *("closuredateifclosed", "closeddate", "closedate", "caseclosuredate", "casecloseddate", "dateofclosure"),
            *("caseclosed", "closed", "caseclosedate", "dateclosure", "cinclosuredate", "caseenddate"),
        ),
    ),
    "closed_because": FieldKind(
        "why the child was closed", ("Closure reason", "Reason for closure"), ("closedreason", "reasonclosed")
    ),
    "last_seen": FieldKind(
        "the day on which the child was last seen",
        ("Last seen", "Last visit", "Date last seen", "Date of last visit", "Last statutory visit"),
        (
            *("lastvisitdate", "lastseendate", "datelastvisit", "datelastvisited", "lastvisited", "childlastseen"),
            *("datechildlastseen", "datechildwaslastseen", "lastseenon", "lastvisiton", "datelaststatutoryvisit"),
            *("dateoflaststatutoryvisit", "laststatutoryvisitdate", "lastsuccessfulvisit", "lastsuccessfulvisitdate"),
            *(
                "lastswvisit",
                "lastsocialworkervisit",
                "lastsocialworkvisit",
                "lastsocialworkvisitdate",
                "lastvisitseen",
            ),
            *("datelastseenbysw", "datelastseenbysocialworker"),
        ),
    ),
}
# Headings that may hold one thing or another: by their letters, what they may hold.
_A_WORKER: Final[tuple[Field, ...]] = ("worker", "adviser")
_A_START: Final[tuple[Field, ...]] = ("allocated_from", "status_since")
_AN_END: Final[tuple[Field, ...]] = ("allocated_until", "closed_on")
UNSURE: Final[Mapping[str, tuple[Field, ...]]] = {
    **dict.fromkeys(("keyworker", "practitioner", "owner", "leadprofessional", "professional", "caseowner"), _A_WORKER),
    **dict.fromkeys(("responsibleuser", "responsible", "heldby", "holder", "assignedto", "allocated"), _A_WORKER),
    **dict.fromkeys(("practitionername", "keyworkername", "leadprofessionalname", "casemanager"), _A_WORKER),
    **dict.fromkeys(("service", "unit", "office", "locality", "pod", "department", "hub", "area"), ("team",)),
    **dict.fromkeys(("start", "startdate", "starts", "from", "since", "datestarted", "started", "startedon"), _A_START),
    **dict.fromkeys(("end", "enddate", "ends", "until", "dateended", "ended", "endedon"), _AN_END),
    **dict.fromkeys(("visit", "visitdate", "dateofvisit", "lastcontact", "lastcontactdate", "seen"), ("last_seen",)),
    **dict.fromkeys(("datevisited", "visited", "dateseen"), ("last_seen",)),
    **dict.fromkeys(("category", "type", "cohort", "involvement", "involvementtype"), ("status",)),
    # What a plan is, as often as how it stands or which kind of harm it is for.
    **dict.fromkeys(("categoryofplan", "plancategory", "statusofplan", "planstatus", "casecategory"), ("status",)),
}
# Headings of ids that are no child's.
NO_REFERENCE: Final = frozenset(
    (
        *("nhsnumber", "nhsno", "upn", "uln", "familyid", "familyref", "familynumber", "teamid", "phone", "telephone"),
        *("mobile", "postcode", "schoolid", "placementid", "age", "rank", "row", "rowid", "uniquepupilnumber"),
    )
)
# Parts of headings that may say that a child was closed; what else ends is no child.
_SAYS_AN_END: Final = re.compile(r"clos(?:ure|ed|ing)|ceased|enddate|dateended|discharge")
_ENDS_SOMETHING_ELSE: Final = re.compile(r"placement|plan|school|order|legal|review|reason|because|visit|contract|why")


def may_hold(key: str) -> tuple[Field, ...]:
    """What a column may hold whose heading, by its letters, is not surely one thing; this is asked."""
    known = UNSURE.get(key)
    if known is None and _SAYS_AN_END.search(key) and not _ENDS_SOMETHING_ELSE.search(key):
        return _AN_END
    return known or ()
