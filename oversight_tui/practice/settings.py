"""Every number of the policy with its default, its source and its meaning. One without a national figure says "local".

A source that could not be read itself is named, and its number is "to be checked".
"""

from __future__ import annotations

from msgspec import Struct

from oversight_tui.practice.interval import Interval

LOCAL = "local"
# A number that is spoken of in guidance and could not be read there.
_TO_CHECK = "local, to be checked"


class Setting(Struct, frozen=True):
    """One number of the policy, or one yes or no: its place in the file, its default, its source, what it means."""

    section: str
    key: str
    default: Interval | bool | int | float
    source: str
    meaning: str


def _interval(text: str) -> Interval:
    return Interval.parse(text)


_INSPECTORATE = "CYP Now 24 June 2019 (Stanley, Ofsted): at least monthly, ideally within two to three weeks"
_WORKING_TOGETHER = "Working Together to Safeguard Children, edition of 2023; that of 2026 is to be checked"
_TORBAY = "Torbay visiting timescales: manager checkpoints at 10 and 20 working days"
_NEWLY_QUALIFIED = (
    "LGA Standards for employers of social workers: weekly for 6 weeks, fortnightly to 6 months, then monthly; "
    "the DfE's standard of October 2024 asks for fortnightly for the whole first year, to be checked"
)
_VISITS = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28"
_REVIEWS = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33"
_CARE_PLANNING = "Care Planning, Placement and Case Review Regulations 2010, regulation 50"
_BANDS = "Probation workload tool 2005 (Community Care, 1 October 2010): below 95, to 100, to 110, over"
_WORKER_FILE = "IRMS members 2016: leaving and 6 years, or 7 years from creation; Oxfordshire: 25 years"
_KIRKLEES = "Kirklees, fieldwork teams: each manager audits two files a month, none audited within 12 months"
_INCIDENT = "Derbyshire, serious incidents (December 2024): 5 working days to notify, 15 to the rapid review"
# What the law or sense does not let be shorter; every other figure of retention is at least 1.
LEAST_KEPT = {"looked_after_years": 75, "died_years": 15}

SETTINGS: tuple[Setting, ...] = (
    Setting("supervision", "ideal", _interval("3 weeks"), _INSPECTORATE, "in time up to and including this"),
    Setting("supervision", "limit", _interval("1 month"), _INSPECTORATE, "overdue after this"),
    Setting(
        "supervision", "rebook_within", _interval("7 days"), LOCAL, "a cancelled session is booked again within this"
    ),
    Setting("newly_qualified", "first_stage", _interval("6 weeks"), _NEWLY_QUALIFIED, "length of the first stage"),
    Setting("newly_qualified", "first_limit", _interval("1 week"), _NEWLY_QUALIFIED, "limit in the first stage"),
    Setting("newly_qualified", "second_stage", _interval("6 months"), _NEWLY_QUALIFIED, "end of the second stage"),
    Setting("newly_qualified", "second_limit", _interval("2 weeks"), _NEWLY_QUALIFIED, "limit in the second stage"),
    Setting(
        "newly_qualified",
        "ends",
        _interval("12 months"),
        "Skills for Care ASYE: one year",
        "end of being newly qualified",
    ),
    Setting("child", "low_ideal", _interval("2 months"), LOCAL, "child of low risk: in time up to this"),
    Setting("child", "low_limit", _interval("3 months"), LOCAL, "child of low risk: overdue after this"),
    Setting("child", "medium_ideal", _interval("6 weeks"), LOCAL, "medium risk, or not rated"),
    Setting("child", "medium_limit", _interval("3 months"), LOCAL, "medium risk, or not rated"),
    Setting("child", "high_ideal", _interval("2 weeks"), LOCAL, "high risk, or on a plan and not rated"),
    Setting("child", "high_limit", _interval("1 month"), LOCAL, "high risk, or on a plan and not rated"),
    Setting("child", "very_high_ideal", _interval("1 week"), LOCAL, "very high risk"),
    Setting("child", "very_high_limit", _interval("2 weeks"), LOCAL, "very high risk"),
    Setting("limits", "on_file_working_days", 2, LOCAL, "working days to put a discussion on the child's file"),
    Setting("limits", "sign_off_working_days", 5, LOCAL, "working days to sign off, or return, work handed in"),
    Setting(
        "limits", "cut_short_percent", 50, LOCAL, "a session of less than this much of what was planned is cut short"
    ),
    Setting("limits", "write_up_days", 28, LOCAL, "days after which unwritten sessions of a worker are one line"),
    Setting("limits", "escalation_days", 5, LOCAL, "days after which an unanswered escalation is late"),
    Setting("limits", "stale_data_days", 7, LOCAL, "days after which imported data is called old"),
    Setting(
        "limits",
        "unallocated_days",
        7,
        "Cumberland and Walsall, procedures on unallocated children: reviewed weekly, with oversight recorded",
        "days after which a child without a worker is looked at again",
    ),
    Setting("limits", "leaver_days", 14, LOCAL, "days before a worker's last day from which what they hold is a line"),
    Setting(
        "limits", "uncovered_days", 0, LOCAL, "days away after which children count as uncovered; 0: from the first day"
    ),
    Setting("limits", "urgent_severity", 4, LOCAL, "severity from which a new worry is urgent, of 5"),
    Setting("limits", "assessment_days", 45, _WORKING_TOGETHER, "working days for an assessment"),
    Setting("limits", "assessment_first_look", 10, _TORBAY, "working day on which an assessment is first looked at"),
    Setting("limits", "assessment_second_look", 20, _TORBAY, "working day on which it is looked at again"),
    Setting("limits", "conference_days", 15, _WORKING_TOGETHER, "working days from strategy discussion to conference"),
    Setting("limits", "core_group_first_days", 10, _TO_CHECK, "working days from conference to core group"),
    Setting("limits", "core_group_weeks", 6, LOCAL, "weeks from one core group to the next"),
    Setting("limits", "review_conference_months", 3, _WORKING_TOGETHER, "months to the first review conference"),
    Setting("limits", "review_conference_next_months", 6, _TO_CHECK, "months from one to the next"),
    Setting("limits", "looked_after_review_first_days", 20, _REVIEWS, "working days to the first looked-after review"),
    Setting("limits", "looked_after_review_second_months", 3, _REVIEWS, "months from the first review to the second"),
    Setting("limits", "looked_after_review_next_months", 6, _TO_CHECK, "months from each later review to the next"),
    Setting("limits", "visit_first_days", 7, _VISITS, "days to the first visit of a child who has become looked after"),
    Setting("limits", "visit_looked_after_weeks", 6, _VISITS, "weeks between visits to a looked-after child"),
    Setting("limits", "visit_plan_days", 10, LOCAL, "working days between visits to a child on a protection plan"),
    Setting("limits", "visit_in_need_days", 20, LOCAL, "working days between visits to a child in need"),
    Setting("limits", "visit_assessment_days", 0, LOCAL, "working days between visits in an assessment; 0: not set"),
    Setting("limits", "visit_care_leaver_weeks", 0, LOCAL, "weeks between visits to a care leaver; 0: not set"),
    Setting("limits", "pre_proceedings_weeks", 16, _TO_CHECK, "weeks of pre-proceedings"),
    Setting("limits", "proceedings_weeks", 26, "Children and Families Act 2014, section 14", "weeks of proceedings"),
    Setting("limits", "missing_months", 12, LOCAL, "months in which the times that a child was missing are counted"),
    Setting(
        "limits",
        "return_days",
        3,
        "Statutory guidance on children who run away or go missing: within 72 hours",
        "days after the return of a missing child to hear the child",
    ),
    Setting(
        "limits",
        "referral_days",
        1,
        "Darlington: the decision about a referral within 1 working day",
        "working days to decide about a referral",
    ),
    Setting(
        "limits",
        "waiting_escalated_days",
        14,
        "Cumberland: more than two weeks without a worker is taken upwards",
        "days without a worker after which it is proposed to escalate",
    ),
    Setting(
        "limits",
        "waiting_escalated_again_days",
        28,
        "Walsall: more than four weeks without a worker is taken upwards",
        "days without a worker after which it is proposed to escalate again",
    ),
    Setting("limits", "incident_notify_days", 5, _INCIDENT, "working days to notify of a serious incident"),
    Setting("limits", "incident_review_days", 15, _INCIDENT, "working days to the rapid review of it"),
    Setting("limits", "audits_a_month", 2, _KIRKLEES, "files that are picked for audit in a month"),
    Setting("limits", "audit_again_months", 12, _KIRKLEES, "months in which a file is not picked again"),
    Setting("limits", "worker_date_days", 30, LOCAL, "days before a date of a worker from which it is on the list"),
    Setting(
        "limits", "session_record_days", 10, LOCAL, "working days to send a session's record on and have it agreed"
    ),
    Setting("limits", "cancelled_in_a_row", 2, LOCAL, "sessions cancelled since one was held before the list says so"),
    Setting("limits", "drift_carried", 2, LOCAL, "how often an action is carried over before the page says so"),
    Setting("limits", "drift_talks", 3, LOCAL, "discussions after which a worry that is as it was is named"),
    Setting(
        "limits", "fewer_children", 3, LOCAL, "children fewer than in the list before, up to which nothing is asked"
    ),
    Setting("limits", "fewer_percent", 5, LOCAL, "the same in percent; more than both is asked about"),
    Setting("limits", "agenda_sessions", 3, LOCAL, "sessions an agenda looks ahead"),
    Setting(
        "limits",
        "agenda_minutes",
        90,
        "LGA Standards for employers of social workers: at least 90 minutes uninterrupted",
        "minutes of a session where its plan says none",
    ),
    Setting("limits", "agenda_minutes_per_child", 15, LOCAL, "minutes of a session for each child"),
    Setting("sight", "supervised_target", 95, LOCAL, "percent of workers supervised in time: the target"),
    Setting("sight", "supervised_floor", 80, LOCAL, "percent of workers supervised in time: the floor"),
    Setting("sight", "discussed_target", 90, LOCAL, "percent of children discussed in time: the target"),
    Setting("sight", "discussed_floor", 75, LOCAL, "percent of children discussed in time: the floor"),
    Setting("sight", "visited_target", 90, "Darlington: target 90 %", "percent of children seen in time: the target"),
    Setting("sight", "visited_floor", 80, LOCAL, "percent of children seen in time: the floor"),
    Setting("sight", "full_caseload", 18, LOCAL, "children of a full-time worker with a full caseload; 0: not set"),
    Setting(
        "sight",
        "newly_qualified_percent",
        90,
        "Suffolk: about 90 % of a confident worker's load",
        "percent of a full caseload for a newly qualified worker",
    ),
    Setting("sight", "spare_percent", 95, _BANDS, "percent of a full caseload, below which a worker has room"),
    Setting("sight", "over_percent", 100, _BANDS, "percent of a full caseload, above which a worker is over it"),
    Setting("sight", "far_over_percent", 110, _BANDS, "percent from which a worker is far over it"),
    Setting("sight", "consultation_days", 5, LOCAL, "days after which a consultation without an answer is late"),
    Setting("sight", "signature_days", 14, LOCAL, "days after which a signature of an agreement is missing"),
    Setting("sight", "seen_after_talk_days", 14, LOCAL, "days in which a child who was discussed was then seen"),
    Setting("sight", "pressure_months", 3, LOCAL, "months over which it is said how a pressure moved"),
    Setting(
        "sight",
        "pressure_percent",
        250,
        LOCAL,
        "percent of its usual change from which a pressure is told to have moved",
    ),
    Setting("sight", "pressures_most", 3, LOCAL, "pressures that are told at most, those that moved most"),
    Setting("points", "full_time", 0.0, LOCAL, "points of a full-time worker with a full caseload; 0: no points"),
    Setting("points", "looked_after", 0.0, LOCAL, "a looked-after child"),
    Setting("points", "protection_plan", 0.0, LOCAL, "a child on a child protection plan"),
    Setting("points", "in_need", 0.0, LOCAL, "a child in need"),
    Setting("points", "assessment", 0.0, LOCAL, "a child who is being assessed"),
    Setting("points", "care_leaver", 0.0, LOCAL, "a care leaver"),
    Setting("points", "other", 0.0, LOCAL, "a child whose status is not known"),
    Setting("points", "high", 0.0, LOCAL, "more for a child of high risk"),
    Setting("points", "very_high", 0.0, LOCAL, "more for a child of very high risk"),
    Setting("retention", "looked_after_years", 75, _CARE_PLANNING, "a looked-after child: from the birth"),
    Setting("retention", "died_years", 15, _CARE_PLANNING, "a looked-after child who died before 18: from the death"),
    Setting("retention", "care_leaver_years", 75, "Blackpool and Devon: 75 years", "a care leaver: from the birth"),
    Setting(
        "retention",
        "protection_plan_years",
        35,
        "Blackpool: 35 years after last contact",
        "a child who was on a child protection plan: from the last contact",
    ),
    Setting(
        "retention",
        "in_need_years",
        3,
        "Devon: to 18, and 3 years of inactivity",
        "a child in need: from the 18th birthday, or from the last contact where that is later",
    ),
    Setting("retention", "other_years", 3, LOCAL, "a child who was assessed only, or had no status: as in need"),
    Setting("retention", "own_file_years", 6, _WORKER_FILE, "a worker's own file: from the leaving"),
    Setting("retention", "supervision_years", 6, _WORKER_FILE, "a worker's supervision and absences: from the leaving"),
    Setting("retention", "own_notes_months", 12, LOCAL, "a manager's notes to self"),
    Setting("retention", "drafts_days", 30, LOCAL, "what was typed and never recorded"),
    Setting("urgent", "missing_child", True, LOCAL, "a child is missing, or came back and has not been heard"),
    Setting("urgent", "section_47", True, LOCAL, "a section 47 enquiry is in hand"),
    Setting("urgent", "discussion_open", True, LOCAL, "a talk was asked for, from its day on"),
    Setting("urgent", "worry", True, LOCAL, "a worry severe enough to be urgent, until it is first reviewed"),
    Setting("urgent", "uncovered", True, LOCAL, "a worker is away and no cover is arranged"),
    Setting("urgent", "unallocated", True, LOCAL, "a child has no worker"),
    Setting("urgent", "visit", True, LOCAL, "the visit to a child on a plan or looked after is overdue"),
    Setting("urgent", "incident", True, LOCAL, "a serious incident is in hand"),
    Setting("urgent", "referral", True, LOCAL, "a referral that is for its day is not decided"),
    Setting("urgent", "booking", True, LOCAL, "a worker is away and somebody has to go to what is booked today"),
    Setting("urgent", "leaver", True, LOCAL, "a worker has left or leaves, and something is still theirs"),
    Setting(
        "weights",
        "at_once",
        120.0,
        LOCAL,
        "what is urgent however little time has passed: a missing child, a section 47 enquiry, a talk that was asked "
        "for, a new severe worry, a child without a worker, children nobody covers; more than the latest of visits can "
        "gather",
    ),
    Setting("weights", "supervision", 30.0, LOCAL, "a worker's supervision is due or late"),
    Setting("weights", "coverage", 15.0, LOCAL, "a child's discussion is due or late"),
    Setting("weights", "overdue", 20.0, LOCAL, "it is past its limit"),
    Setting("weights", "never", 25.0, LOCAL, "it was never done"),
    Setting("weights", "day_over", 1.0, LOCAL, "each day past the limit"),
    Setting("weights", "days_over_most", 60.0, LOCAL, "days past the limit count up to this many"),
    Setting("weights", "newly_qualified", 10.0, LOCAL, "the worker is newly qualified"),
    Setting("weights", "risk_low", 0.0, LOCAL, "the child's risk is low"),
    Setting("weights", "risk_medium", 5.0, LOCAL, "the child's risk is medium or not rated"),
    Setting("weights", "risk_high", 15.0, LOCAL, "the child's risk is high"),
    Setting("weights", "risk_very_high", 30.0, LOCAL, "the child's risk is very high"),
    Setting("weights", "protection_plan", 15.0, LOCAL, "the child is on a child protection plan"),
    Setting("weights", "looked_after", 8.0, LOCAL, "the child is looked after"),
    Setting("weights", "worry", 30.0, LOCAL, "an open worry"),
    Setting("weights", "severity", 6.0, LOCAL, "each step of a worry's severity"),
    Setting("weights", "action", 20.0, LOCAL, "an action is due or late"),
    Setting("weights", "decision_without_because", 35.0, LOCAL, "a decision has no reason recorded"),
    Setting("weights", "review", 18.0, LOCAL, "a decision's review is due or late"),
    Setting("weights", "discussion_not_on_file", 18.0, LOCAL, "a discussion is not on the child's file"),
    Setting("weights", "discussion_open", 45.0, LOCAL, "a worker has asked for a talk"),
    Setting("weights", "to_write_up", 20.0, LOCAL, "children were discussed in a session, nothing is written"),
    Setting("weights", "sign_off", 22.0, LOCAL, "work waits to be signed off"),
    Setting("weights", "escalation", 25.0, LOCAL, "an escalation is unanswered"),
    Setting("weights", "consultation", 20.0, LOCAL, "a consultation is unanswered"),
    Setting("weights", "unallocated", 10.0, LOCAL, "a child has no worker"),
    Setting("weights", "each_child", 1.0, LOCAL, "each child a line stands for, up to 30"),
    Setting("weights", "uncovered", 30.0, LOCAL, "a worker is away and their children are uncovered"),
    Setting("weights", "leaver", 40.0, LOCAL, "a worker has left or leaves, and something is still theirs"),
    Setting("weights", "new_worker", 15.0, LOCAL, "a child is not yet discussed with the new worker"),
    Setting("weights", "not_in_latest_list", 20.0, LOCAL, "a child is missing from the latest list"),
    Setting("weights", "stale_data", 60.0, LOCAL, "the imported data is old: what hangs on it may not be so any more"),
    Setting("weights", "session_not_rebooked", 25.0, LOCAL, "a cancelled session has no new date"),
    Setting("weights", "cancelled_again", 20.0, LOCAL, "sessions were cancelled one after the other"),
    Setting("weights", "session_not_recorded", 15.0, LOCAL, "the day of a planned session passed, nothing recorded"),
    Setting("weights", "own_file", 15.0, LOCAL, "something in a worker's own file is due"),
    Setting("weights", "import_conflict", 15.0, LOCAL, "two lists name different workers"),
    Setting("weights", "visit", 25.0, LOCAL, "a visit is due or late"),
    Setting("weights", "assessment", 15.0, LOCAL, "an assessment is to be looked at, or to end"),
    Setting("weights", "conference", 25.0, LOCAL, "a conference is to be held"),
    Setting("weights", "proceedings", 12.0, LOCAL, "proceedings are to end"),
    Setting("weights", "section_47", 100.0, LOCAL, "a section 47 enquiry is in hand"),
    Setting("weights", "not_recorded", 20.0, LOCAL, "of children it is not recorded when they are next due"),
    Setting("weights", "missing_child", 130.0, LOCAL, "a child is missing, or came back"),
    Setting("weights", "status_changed", 12.0, LOCAL, "a child's status changed since the last discussion"),
    Setting("weights", "carried_over", 10.0, LOCAL, "an action that was carried over, on an agenda"),
    Setting("weights", "not_reached", 15.0, LOCAL, "a child was on the last agenda and not reached"),
    Setting("weights", "incident", 140.0, LOCAL, "a serious incident is in hand"),
    Setting("weights", "referral", 60.0, LOCAL, "a referral is to be decided"),
    Setting("weights", "referral_same_day", 80.0, LOCAL, "more for one that is for its day"),
    Setting("weights", "booking", 20.0, LOCAL, "it is not said what became of a visit"),
    Setting("weights", "to_go_to", 20.0, LOCAL, "each booking of today to which somebody has to go, up to 5"),
    Setting("weights", "work_due", 20.0, LOCAL, "a report or another piece of work is due"),
    Setting("weights", "handover", 20.0, LOCAL, "a handover is to be confirmed"),
    Setting("weights", "escalation_proposed", 20.0, LOCAL, "a child waits so long that it is to be escalated"),
    Setting("weights", "audit", 12.0, LOCAL, "a file that was picked is to be audited"),
    Setting("weights", "audit_action", 6.0, LOCAL, "an action that is due or late came of an audit"),
    Setting("weights", "worker_date", 12.0, LOCAL, "a date of a worker comes"),
    Setting("weights", "registration_over", 110.0, LOCAL, "a registration has run out: nobody may practise without it"),
    Setting("weights", "opening_dates", 50.0, LOCAL, "opening dates are to be entered"),
)
