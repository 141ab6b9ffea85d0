"""The day itself: bookings, duty, work due, arrivals, handovers to come, audits, incidents, dates of workers."""

STATEMENTS = (
    (
        'CREATE TABLE IF NOT EXISTS "audit_pick" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "auditor" TEXT NOT'
        ' NULL, "due_on" TEXT NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '
        "'____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')), \"seed\" INTEGER, \"stratum\" TEXT, "
        'FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE IF NOT EXISTS "audit" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, '
        '"auditor" TEXT NOT NULL, "must_change" TEXT, "pick_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("pick_id") REFERENCES '
        '"audit_pick" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "audit_pick_id" ON "audit" ("pick_id")',
    (
        'CREATE TABLE IF NOT EXISTS "audit_answer" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, '
        '"audit_id" INTEGER NOT NULL, "question" TEXT NOT NULL, "says" TEXT NOT NULL CHECK (says IN (\'yes\', '
        '\'partly\', \'no\')), "words" TEXT, FOREIGN KEY ("audit_id") REFERENCES "audit" ("entry_id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "audit_answer_audit_id" ON "audit_answer" ("audit_id")',
    'CREATE UNIQUE INDEX IF NOT EXISTS "audit_answer_audit_id_question" ON "audit_answer" ("audit_id", "question")',
    (
        'CREATE TABLE IF NOT EXISTS "booking" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "booking_kind" TEXT '
        "NOT NULL CHECK (booking_kind IN ('visit', 'meeting', 'court', 'other')), \"text\" TEXT, \"minutes\" "
        'INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440), "place" TEXT, "who" TEXT, "going_id" '
        "INTEGER, \"brings\" TEXT CHECK (brings IN ('visit_interval', 'strategy_discussion', 'conference', "
        "'core_group', 'review_conference', 'looked_after_review', 'next_review', 'pre_proceedings', "
        "'family_group_offer', 'proceedings_issued', 'missing_from', 'returned', 'interview_offered')), "
        '"outside_id" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("going_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "booking_going_id" ON "booking" ("going_id")',
    'CREATE INDEX IF NOT EXISTS "booking_outside_id" ON "booking" ("outside_id")',
    (
        'CREATE TABLE IF NOT EXISTS "booking_given" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "booking_id" '
        'INTEGER NOT NULL, "who" TEXT NOT NULL, "going_id" INTEGER, "reason" TEXT, FOREIGN KEY ("entry_id") '
        'REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("booking_id") '
        'REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("going_id") '
        'REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "booking_given_booking_id" ON "booking_given" ("booking_id")',
    'CREATE INDEX IF NOT EXISTS "booking_given_going_id" ON "booking_given" ("going_id")',
    (
        'CREATE TABLE IF NOT EXISTS "booking_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "booking_id" '
        "INTEGER NOT NULL, \"outcome\" TEXT NOT NULL CHECK (outcome IN ('took_place', 'called_off')), \"reason\" "
        'TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("booking_id") REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "booking_end_booking_id" ON "booking_end" ("booking_id")',
    (
        'CREATE TABLE IF NOT EXISTS "not_seen" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "why" TEXT NOT NULL '
        "CHECK (why IN ('not_at_home', 'refused', 'child_away', 'worker_away', 'called_off', 'other')), "
        '"text" TEXT, "who" TEXT, "booking_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON'
        ' DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("booking_id") REFERENCES "booking" ("entry_id") ON'
        " DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "not_seen_booking_id" ON "not_seen" ("booking_id")',
    (
        'CREATE TABLE IF NOT EXISTS "duty_turn" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "first_day" TEXT '
        "NOT NULL CHECK (first_day IS NULL OR (length(first_day) = 10 AND first_day LIKE '____-__-__' AND "
        "substr(first_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(first_day, 6, 2) BETWEEN '01' AND '12' "
        "AND substr(first_day, 9, 2) BETWEEN '01' AND '31')), \"last_day\" TEXT NOT NULL CHECK (last_day IS "
        "NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND substr(last_day, 1, 4) BETWEEN "
        "'1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND substr(last_day, 9, 2) "
        'BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT, CHECK (last_day >= first_day))"
    ),
    (
        'CREATE TABLE IF NOT EXISTS "work_due" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT '
        'NULL, "due_on" TEXT NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '
        "'____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')), \"who\" TEXT NOT NULL, "
        '"owner_worker_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON '
        'UPDATE RESTRICT, FOREIGN KEY ("owner_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "work_due_owner_worker_id" ON "work_due" ("owner_worker_id")',
    (
        'CREATE TABLE IF NOT EXISTS "work_due_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "due_id" INTEGER'
        ' NOT NULL, "handed_in_id" INTEGER, "reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id")'
        ' ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("due_id") REFERENCES "work_due" ("entry_id") ON'
        ' DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("handed_in_id") REFERENCES "work_handed_in" '
        '("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "work_due_end_due_id" ON "work_due_end" ("due_id")',
    'CREATE INDEX IF NOT EXISTS "work_due_end_handed_in_id" ON "work_due_end" ("handed_in_id")',
    (
        'CREATE TABLE IF NOT EXISTS "referral" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT '
        "NULL, \"from_whom\" TEXT NOT NULL, \"urgency\" TEXT NOT NULL CHECK (urgency IN ('same_day', 'soon', "
        '\'not_urgent\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE IF NOT EXISTS "referral_decision" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"referral_id" INTEGER NOT NULL, "outcome" TEXT NOT NULL CHECK (outcome IN (\'assessment\', '
        "'strategy_discussion', 'early_help', 'advice', 'no_further_action', 'other')), \"reason\" TEXT NOT "
        'NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("referral_id") REFERENCES "referral" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "referral_decision_referral_id" ON "referral_decision" ("referral_id")',
    (
        'CREATE TABLE IF NOT EXISTS "waiting_look" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT '
        'NULL, "who" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE IF NOT EXISTS "hand_over_plan" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "going_to_id" '
        "INTEGER, \"bucket\" TEXT CHECK (bucket IN ('unallocated', 'duty', 'held_by_manager')), \"with_actions\" "
        'INTEGER NOT NULL, "reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE '
        'RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("going_to_id") REFERENCES "worker" ("id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT, CHECK ((going_to_id IS NULL) <> (bucket IS NULL)))"
    ),
    'CREATE INDEX IF NOT EXISTS "hand_over_plan_going_to_id" ON "hand_over_plan" ("going_to_id")',
    (
        'CREATE TABLE IF NOT EXISTS "hand_over_plan_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "plan_id" '
        "INTEGER NOT NULL, \"outcome\" TEXT NOT NULL CHECK (outcome IN ('took_place', 'called_off')), \"reason\" "
        'TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("plan_id") REFERENCES "hand_over_plan" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "hand_over_plan_end_plan_id" ON "hand_over_plan_end" ("plan_id")',
    (
        'CREATE TABLE IF NOT EXISTS "incident" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT '
        'NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE IF NOT EXISTS "incident_told" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "incident_id" '
        'INTEGER NOT NULL, "who" TEXT NOT NULL, "said" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("incident_id") REFERENCES "incident" '
        '("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "incident_told_incident_id" ON "incident_told" ("incident_id")',
    (
        'CREATE TABLE IF NOT EXISTS "incident_step" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "incident_id" '
        "INTEGER NOT NULL, \"step\" TEXT NOT NULL CHECK (step IN ('notified', 'not_notifiable', 'reviewed', "
        '\'no_review\', \'closed\')), "reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE'
        ' RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("incident_id") REFERENCES "incident" ("entry_id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "incident_step_incident_id" ON "incident_step" ("incident_id")',
    (
        'CREATE TABLE IF NOT EXISTS "worker_date" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "what" TEXT NOT '
        "NULL CHECK (what IN ('registration', 'car_insurance', 'contract_end')), \"day\" TEXT CHECK (day IS "
        "NULL OR (length(day) = 10 AND day LIKE '____-__-__' AND substr(day, 1, 4) BETWEEN '1900' AND '2999' "
        "AND substr(day, 6, 2) BETWEEN '01' AND '12' AND substr(day, 9, 2) BETWEEN '01' AND '31')), FOREIGN "
        'KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "decision_review_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "decision_id" INTEGER '
        'NOT NULL, "next_on" TEXT CHECK (next_on IS NULL OR (length(next_on) = 10 AND next_on LIKE '
        "'____-__-__' AND substr(next_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(next_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(next_on, 9, 2) BETWEEN '01' AND '31')), \"reason\" TEXT NOT NULL, \"changed\" "
        'INTEGER, "overturned" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT'
        ' ON UPDATE RESTRICT, FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        "INSERT INTO decision_review_anew (entry_id, decision_id, next_on, reason, changed) SELECT entry_id, "
        "decision_id, next_on, reason, changed FROM decision_review"
    ),
    'DROP TABLE "decision_review"',
    'ALTER TABLE "decision_review_anew" RENAME TO "decision_review"',
    'CREATE INDEX "decision_review_decision_id" ON "decision_review" ("decision_id")',
    (
        'CREATE TABLE "action_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, "owner" '
        'TEXT NOT NULL, "due_on" TEXT NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '
        "'____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')), \"decision_id\" INTEGER, "
        '"owner_worker_id" INTEGER, "audit_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON'
        ' DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") '
        'ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("owner_worker_id") REFERENCES "worker" ("id") ON'
        ' DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("audit_id") REFERENCES "audit" ("entry_id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        "INSERT INTO action_anew (entry_id, text, owner, due_on, decision_id, owner_worker_id) SELECT "
        "entry_id, text, owner, due_on, decision_id, owner_worker_id FROM action"
    ),
    'DROP TABLE "action"',
    'ALTER TABLE "action_anew" RENAME TO "action"',
    'CREATE INDEX "action_decision_id" ON "action" ("decision_id")',
    'CREATE INDEX "action_owner_worker_id" ON "action" ("owner_worker_id")',
    'CREATE INDEX "action_audit_id" ON "action" ("audit_id")',
    (
        'CREATE TABLE "seen_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "alone" INTEGER, "place" TEXT '
        "CHECK (place IN ('home', 'placement', 'school', 'office', 'elsewhere')), \"booking_id\" INTEGER, "
        'FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN '
        'KEY ("booking_id") REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    "INSERT INTO seen_anew (entry_id, alone) SELECT entry_id, alone FROM seen",
    'DROP TABLE "seen"',
    'ALTER TABLE "seen_anew" RENAME TO "seen"',
    'CREATE INDEX "seen_booking_id" ON "seen" ("booking_id")',
    (
        'CREATE TABLE "personal_record_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "personal_kind" TEXT '
        "NOT NULL CHECK (personal_kind IN ('reflection', 'wellbeing', 'learning', 'goal', 'performance', "
        "'agreement', 'observation', 'feedback', 'record', 'appraisal', 'probation')), \"text\" TEXT NOT NULL, "
        '"support_offered" TEXT, "next_step" TEXT, "follows_id" INTEGER, "signed_by_worker" TEXT CHECK '
        "(signed_by_worker IS NULL OR (length(signed_by_worker) = 10 AND signed_by_worker LIKE '____-__-__' "
        "AND substr(signed_by_worker, 1, 4) BETWEEN '1900' AND '2999' AND substr(signed_by_worker, 6, 2) "
        "BETWEEN '01' AND '12' AND substr(signed_by_worker, 9, 2) BETWEEN '01' AND '31')), "
        '"signed_by_manager" TEXT CHECK (signed_by_manager IS NULL OR (length(signed_by_manager) = 10 AND '
        "signed_by_manager LIKE '____-__-__' AND substr(signed_by_manager, 1, 4) BETWEEN '1900' AND '2999' "
        "AND substr(signed_by_manager, 6, 2) BETWEEN '01' AND '12' AND substr(signed_by_manager, 9, 2) "
        "BETWEEN '01' AND '31')), \"renew_on\" TEXT CHECK (renew_on IS NULL OR (length(renew_on) = 10 AND "
        "renew_on LIKE '____-__-__' AND substr(renew_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(renew_on,"
        " 6, 2) BETWEEN '01' AND '12' AND substr(renew_on, 9, 2) BETWEEN '01' AND '31')), \"look_again_on\" "
        "TEXT CHECK (look_again_on IS NULL OR (length(look_again_on) = 10 AND look_again_on LIKE '____-__-__'"
        " AND substr(look_again_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(look_again_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(look_again_on, 9, 2) BETWEEN '01' AND '31')), \"changed\" INTEGER, "
        "\"session_id\" INTEGER, \"step\" TEXT CHECK (step IN ('sent', 'agreed', 'otherwise')), FOREIGN KEY "
        '("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY '
        '("follows_id") REFERENCES "personal_record" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        "INSERT INTO personal_record_anew (entry_id, personal_kind, text, support_offered, next_step, "
        "follows_id, signed_by_worker, signed_by_manager, renew_on, look_again_on, changed) SELECT entry_id, "
        "personal_kind, text, support_offered, next_step, follows_id, signed_by_worker, signed_by_manager, "
        "renew_on, look_again_on, changed FROM personal_record"
    ),
    'DROP TABLE "personal_record"',
    'ALTER TABLE "personal_record_anew" RENAME TO "personal_record"',
    'CREATE INDEX "personal_record_follows_id" ON "personal_record" ("follows_id")',
    'CREATE INDEX "personal_record_session_id" ON "personal_record" ("session_id")',
    'DROP TABLE IF EXISTS "open_item"',
    (
        'CREATE TABLE "open_item" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL CHECK (kind '
        "IN ('worry', 'action', 'decision_without_because', 'decision_review', 'discussion_not_on_file', "
        "'discussion_open', 'escalation', 'session_planned', 'session_not_rebooked', 'session_cut_short', "
        "'sign_off', 'work_returned', 'own_file', 'import_conflict', 'consultation', 'booking', 'work_due', "
        "'referral', 'handover_planned', 'audit', 'incident', 'worker_date')), \"child_id\" INTEGER, "
        '"worker_id" INTEGER, "text" TEXT NOT NULL, "since" TEXT, "due_on" TEXT, "at" TEXT, "who" TEXT, '
        '"severity" INTEGER, "carried_over" INTEGER NOT NULL, "session_kind" TEXT, "sensitive" INTEGER NOT '
        'NULL, "owner_id" INTEGER, "owner_name" TEXT, "which" TEXT CHECK (which IN (\'visit\', \'meeting\', '
        "'court', 'other', 'same_day', 'soon', 'not_urgent', 'notify_and_review', 'notify', 'review', "
        "'close', 'registration', 'car_insurance', 'contract_end', 'own_date', 'audit')), \"minutes\" INTEGER, "
        '"place" TEXT, FOREIGN'
        ' KEY ("entry_id") REFERENCES "entry" ("id"), FOREIGN KEY ("child_id") REFERENCES "child" ("id"), '
        'FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"), FOREIGN KEY ("owner_id") REFERENCES "worker" '
        '("id"))'
    ),
    'CREATE INDEX "open_item_child_id" ON "open_item" ("child_id")',
    'CREATE INDEX "open_item_worker_id" ON "open_item" ("worker_id")',
    'CREATE INDEX "open_item_owner_id" ON "open_item" ("owner_id")',
    (
        'CREATE TABLE "child_now_anew" ("child_id" INTEGER NOT NULL PRIMARY KEY, "reference" TEXT NOT NULL, "name" '
        'TEXT, "date_of_birth" TEXT, "family" TEXT, "open" INTEGER NOT NULL, "shown" INTEGER NOT NULL, '
        '"closed_on" TEXT, "team_id" INTEGER, "worker_id" INTEGER, "bucket" TEXT, "status" TEXT, '
        '"status_since" TEXT, "risk" TEXT, "risk_since" TEXT, "allocated_since" TEXT, "seen_by" TEXT, '
        '"came_from_another_worker" INTEGER NOT NULL, "here_since" TEXT, "came_on_a_list" INTEGER NOT NULL, '
        '"last_seen" TEXT, "last_seen_source" TEXT, "last_discussed" TEXT, "last_discussed_setting" TEXT, '
        '"missing_since" TEXT, "listed_on" TEXT, "extract_digest" TEXT, "no_worker_since" TEXT, FOREIGN KEY '
        '("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("team_id") REFERENCES "team" ("id"), FOREIGN '
        'KEY ("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        "INSERT INTO child_now_anew ("
        "child_id, reference, name, date_of_birth, family, open, shown, closed_on, team_id, worker_id, "
        "bucket, status, status_since, risk, risk_since, allocated_since, seen_by, came_from_another_worker, "
        "here_since, came_on_a_list, last_seen, last_seen_source, last_discussed, last_discussed_setting, "
        "missing_since, listed_on, extract_digest) SELECT "
        "child_id, reference, name, date_of_birth, family, open, shown, closed_on, team_id, worker_id, "
        "bucket, status, status_since, risk, risk_since, allocated_since, seen_by, came_from_another_worker, "
        "here_since, came_on_a_list, last_seen, last_seen_source, last_discussed, last_discussed_setting, "
        "missing_since, listed_on, extract_digest FROM child_now"
    ),
    'DROP TABLE "child_now"',
    'ALTER TABLE "child_now_anew" RENAME TO "child_now"',
    'CREATE INDEX "child_now_reference" ON "child_now" ("reference")',
    'CREATE INDEX "child_now_open_team" ON "child_now" ("team_id") WHERE ("open" = 1)',
    'CREATE INDEX "child_now_open_worker" ON "child_now" ("worker_id") WHERE ("open" = 1)',
    'CREATE INDEX "child_now_shown_team" ON "child_now" ("team_id") WHERE ("shown" = 1)',
    'CREATE INDEX "child_now_shown_worker" ON "child_now" ("worker_id") WHERE ("shown" = 1)',
)
GUARDS = "fbae20d3c521f4bba0a0825666ca4ff3f4f0f4b57a5233c04bbb061ff97f622f"
