"""What else somebody may call an action who looks for it: the words it is found by in the palette besides its own.

A newcomer's words, those of other programs, and what the thing is called in other authorities.
"""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.ui.actions import ActionId

OTHER_WORDS: Mapping[ActionId, str] = {
    "hide_names": "privacy anonymise anonymous initials share visitor show",
    "lock": "passphrase password secure away",
    "next_overdue": "late jump attention",
    "previous_overdue": "late overdue urgent jump",
    "open_page": "file record history story view",
    "decide": "rationale management oversight agree",
    "decide_marked": "decisions several bulk all",
    "mark": "select tick choose several",
    "talk": "conversation write up log phone call supervision",
    "talk_asked": "request discussion wants later",
    "worry": "concern risk danger add",
    "look_again": "review close end settle approve return check missing list gone moved sent agreed otherwise record",
    "file_record": "session sent agreed share sign send",
    "because": "rationale missing",
    "disagree": "objection dissent challenge view",
    "hold_session": "supervision meeting one to one 1:1 run start begin",
    "group_session": "supervision reflective together meeting",
    "session_held": "done happened record late log",
    "session_planned": "book schedule diary appointment date next",
    "day": "brief morning whiteboard appointments visits today wall duty rota share clash",
    "book": "appointment visit meeting hearing court reassign clash",
    "duty": "rota duty desk turn",
    "calendar": "diary dates leave holiday planner supervision",
    "add_action": "task to do job new",
    "action_outcome": "tasks finish complete cancel",
    "all_actions": "tasks to do overdue",
    "risk": "rating level high low rag",
    "escalate": "head of service concern raise",
    "escalation_answer": "reply response senior heard advice",
    "consult": "advice advise opinion legal principal social worker quality assurance ask for information",
    "hand_over": "handover reallocate allocate transfer give move",
    "absence": "sick leave holiday off return training",
    "cover": "stand in deputy duty sickness",
    "brief": "cover handover summary",
    "filed": "case system put recorded mosaic liquidlogic",
    "copy": "clipboard paste export",
    "send_out": "export pdf word html docx document print subject access request sar handover pack share save as "
    "excel xlsx csv table spreadsheet power bi ics outlook calendar digest e-mail inspection ofsted",
    "correct": "edit change fix mistake amend wrong typo",
    "withdraw": "delete remove erase mistake cancel take back wrong",
    "undo": "mistake reverse cancel delete remove erase",
    "redo": "again restore",
    "go_on": "unsaved unfinished continue resume",
    "referral": "new contact allocate",
    "seen": "visited home alone statutory",
    "child_date": "registration appraisal insurance probation contract "
    "section 47 s47 conference review court interview timescale strategy",
    "incident": "death injury harm notify notification rapid review safeguarding close",
    "edit": "correct rename role hours fte siblings details",
    "decisions": "rationale challenge overturned dissent oversight examples ofsted inspector",
    "audits": "quality assurance case file audit sample practice learning",
    "audit_file": "quality assurance case",
    "visit_reasons": "red not seen refused attempted away why overdue statutory",
    "posts": "vacancy vacancies establishment fte team",
    "programme": "psdp practice supervisor development training course",
    "add_worker": "new starter staff social join",
    "own_file": "session record sent agreed personal wellbeing reflection goal performance appraisal feedback learning",
    "own_notes": "notebook jot private memo",
    "changes": "news new happened import updates",
    "journal": "audit log history trail",
    "legal_hold": "inquiry court keep retention disclosure",
    "hand_in": "assessment report plan approve submit",
    "regularity": "gaps frequency missed inspection ofsted supervised late year",
    "sight": "senior service head director scorecard dashboard performance kpi rag pressure capacity trends "
    "chart graph vacancy caseload average percent months report teams",
    "sight_now": "numbers today figures",
    "sight_trends": "chart graph plot months year history",
    "sight_pressures": "outlook forecast warning early resources case capacity worse rising",
    "sight_what_if": "scenario forecast plan leaves vacancy simulate",
    "sight_effect": "impact difference changed outcome drift quality",
    "sight_supervisors": "managers span practice programme",
    "look_back": "past history then date as at before earlier day was",
    "retention": "delete destroy erase gdpr old closed remove",
    "settings": "options preferences configure policy numbers limits setup change",
    "back_up": "backup save copy safe",
    "theme": "colour color light dark contrast appearance",
    "print_today": "paper printer list export",
    "import_lists": "annex a excel csv roster spreadsheet upload bring in load file",
    "palette": "search find command jump",
    "filter": "search find narrow",
    "only": "filter late",
    "worker_rows": "filter only one",
    "points": "score rank explain",
    "only_mine": "filter own",
    "pane_1": "today late overdue attention",
    "pane_2": "workers staff",
    "pane_3": "concerns",
    "pane_4": "talks",
    "pane_5": "children cases",
    "opening_dates": "first last never setup",
    "whose_board": "my name login user manager switch",
    "zoom": "larger bigger full screen maximise",
    "unzoom": "smaller normal restore",
    "reload": "refresh update sync",
    "help": "help shortcuts manual how commands",
    "back": "cancel escape close clear",
    "quit": "exit close end stop bye",
}


def called_otherwise(action_id: ActionId) -> str:
    """All of these words, after those of the action's own name."""
    words = OTHER_WORDS.get(action_id) or next(
        (OTHER_WORDS[name] for name in OTHER_WORDS if action_id == f"page_{name}"), ""
    )
    return f"{action_id.replace('_', ' ')} {words}"
