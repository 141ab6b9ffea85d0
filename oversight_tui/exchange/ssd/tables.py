"""The tables of the Standard Safeguarding Dataset (version 1.4.5) that tell who holds a child and where a child stands.

A file is known by the names of its columns, whatever it is called.
"""

from __future__ import annotations

from oversight_tui.exchange.headings import Layout, find_layout
from oversight_tui.exchange.rows_of_tables import table
from oversight_tui.exchange.tables import Tab

INVOLVEMENTS = table(
    "ssd_involvements",
    {
        "number": "invo_involvements_id",
        "worker": "invo_professional_id",
        "role": "invo_professional_role_id",
        "team": "invo_professional_team",
        "child": "invo_person_id",
        "starts": "invo_involvement_start_date",
        "ends": "invo_involvement_end_date",
        "because": "invo_worker_change_reason",
        "referral": "invo_referral_id",
    },
    needs=("worker", "starts"),
)
PROFESSIONALS = table(
    "ssd_professionals",
    {
        "worker": "prof_professional_id",
        "staff_id": "prof_staff_id",
        "name": "prof_professional_name",
        "registration": "prof_social_worker_registration_no",
        "role": "prof_professional_job_title",
        "fte": "prof_full_time_equivalency",
    },
    needs=("worker", "name"),
)
DEPARTMENT = table("ssd_department", {"team": "dept_team_id", "name": "dept_team_name"}, needs=("team", "name"))
PERSON = table(
    "ssd_person",
    {
        "child": "pers_person_id",
        "forename": "pers_forename",
        "surname": "pers_surname",
        "born": "pers_dob",
        "died": "pers_death_date",
        "legacy_id": "pers_legacy_id",
    },
    needs=("child",),
)
CIN_EPISODES = table(
    "ssd_cin_episodes",
    {
        "referral": "cine_referral_id",
        "child": "cine_person_id",
        "starts": "cine_referral_date",
        "ends": "cine_close_date",
        "because": "cine_close_reason",
    },
    needs=("child", "starts"),
)
CIN_PLANS = table(
    "ssd_cin_plans",
    {"child": "cinp_person_id", "starts": "cinp_cin_plan_start_date", "ends": "cinp_cin_plan_end_date"},
    needs=("child", "starts"),
)
CP_PLANS = table(
    "ssd_cp_plans",
    {"child": "cppl_person_id", "starts": "cppl_cp_plan_start_date", "ends": "cppl_cp_plan_end_date"},
    needs=("child", "starts"),
)
CLA_EPISODES = table(
    "ssd_cla_episodes",
    {
        "child": "clae_person_id",
        "starts": "clae_cla_episode_start_date",
        "ends": "clae_cla_episode_ceased_date",
        "entered": "clae_entered_care_date",
    },
    needs=("child", "starts"),
)
CIN_VISITS = table(
    "ssd_cin_visits",
    {"child": "cinv_person_id", "on": "cinv_cin_visit_date", "seen": "cinv_cin_visit_seen"},
    needs=("child", "on"),
)
CP_VISITS = table(
    "ssd_cp_visits",
    {"child": "cppv_person_id", "on": "cppv_cp_visit_date", "seen": "cppv_cp_visit_seen"},
    needs=("child", "on"),
)
CLA_VISITS = table(
    "ssd_cla_visits",
    {"child": "clav_person_id", "on": "clav_cla_visit_date", "seen": "clav_cla_visit_seen"},
    needs=("child", "on"),
)
CARE_LEAVERS = table(
    "ssd_care_leavers",
    {
        "child": "clea_person_id",
        "on": "clea_care_leaver_latest_contact",
        "adviser": "clea_care_leaver_personal_advisor",
        "eligibility": "clea_care_leaver_eligibility",
    },
    needs=("child", "eligibility"),
)
TABLES = (
    INVOLVEMENTS,
    PROFESSIONALS,
    DEPARTMENT,
    PERSON,
    CIN_EPISODES,
    CIN_PLANS,
    CP_PLANS,
    CLA_EPISODES,
    CIN_VISITS,
    CP_VISITS,
    CLA_VISITS,
    CARE_LEAVERS,
)
DAYS = frozenset({"starts", "ends", "born", "died", "entered", "on"})


def table_of(tab: Tab) -> Layout | None:
    """Which of the tables a tab is; None where it is none of them."""
    found = find_layout(tab, TABLES)
    return found.layout if found is not None else None
