"""The tables of the first version, as they shipped."""

TABLES = (
    ('CREATE TABLE "child" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "reference" TEXT NOT NULL)'),
    'CREATE TABLE "worker" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT)',
    (
        'CREATE TABLE "snapshot" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, '
        '"format" TEXT NOT NULL, "file_name" TEXT NOT NULL, "sha256" TEXT NOT NULL, '
        "\"as_at\" TEXT NOT NULL CHECK (as_at IS NULL OR (length(as_at) = 10 AND as_at LIKE '____-__-__' AND "
        "substr(as_at, 1, 4) BETWEEN '1900' AND '2999' AND substr(as_at, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(as_at, 9, 2) BETWEEN '01' AND '31')), "
        '"lists" TEXT NOT NULL, "teams" TEXT NOT NULL, "counts" TEXT NOT NULL, "refused" TEXT NOT NULL, '
        '"recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "entry" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, '
        "\"kind\" TEXT NOT NULL CHECK (kind IN ('worker', 'worker_alias', 'child', 'allocation', 'allocation_end', "
        "'status', 'status_end', 'risk', 'extract', 'missing', 'session_plan', 'session_held', "
        "'session_cancelled', 'discussion', 'filing', 'decision', 'decision_reason', 'action', 'action_outcome', "
        "'action_carried', 'worry', 'worry_review', 'worry_close', 'escalation', 'escalation_answer', 'absence', "
        "'absence_end', 'personal', 'policy', 'withdrawal')), "
        '"child_id" INTEGER, "worker_id" INTEGER, '
        '"happened_on" TEXT CHECK (happened_on IS NULL OR (length(happened_on) = 10 AND happened_on LIKE '
        "'____-__-__' AND substr(happened_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(happened_on, 6, 2) "
        "BETWEEN '01' AND '12' AND substr(happened_on, 9, 2) BETWEEN '01' AND '31')), "
        '"happened_at" TEXT CHECK (happened_at IS NULL OR (length(happened_at) = 5 AND happened_at BETWEEN '
        "'00:00' AND '23:59')), "
        '"recorded_at" TEXT NOT NULL, "recorded_by" TEXT NOT NULL, '
        "\"source\" TEXT NOT NULL CHECK (source IN ('manager', 'import', 'opening')), "
        '"snapshot_id" INTEGER, "sensitive" INTEGER NOT NULL, '
        '"corrects_id" INTEGER, FOREIGN KEY ("child_id") REFERENCES "child" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN '
        'KEY ("corrects_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "absence" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"first_day" TEXT NOT NULL CHECK (first_day IS NULL OR (length(first_day) = 10 AND first_day LIKE '
        "'____-__-__' AND substr(first_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(first_day, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(first_day, 9, 2) BETWEEN '01' AND '31')), "
        "\"last_day\" TEXT CHECK (last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND "
        "substr(last_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(last_day, 9, 2) BETWEEN '01' AND '31')), "
        "\"reason\" TEXT NOT NULL CHECK (reason IN ('leave', 'sickness', 'training', 'other')), "
        '"note" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        "CHECK (last_day IS NULL OR last_day >= first_day))"
    ),
    (
        'CREATE TABLE "absence_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"absence_id" INTEGER NOT NULL, '
        '"last_day" TEXT NOT NULL CHECK (last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '
        "'____-__-__' AND substr(last_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(last_day, 9, 2) BETWEEN '01' AND '31')), FOREIGN KEY (\"entry_id\") REFERENCES "
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("absence_id") REFERENCES "absence" '
        '("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "session_plan" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        "\"session_kind\" TEXT NOT NULL CHECK (session_kind IN ('one_to_one', 'group', 'observation')), "
        '"planned_for" TEXT NOT NULL CHECK (planned_for IS NULL OR (length(planned_for) = 10 AND planned_for LIKE '
        "'____-__-__' AND substr(planned_for, 1, 4) BETWEEN '1900' AND '2999' AND substr(planned_for, 6, 2) "
        "BETWEEN '01' AND '12' AND substr(planned_for, 9, 2) BETWEEN '01' AND '31')), "
        '"minutes" INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440), '
        '"supervisor" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "session_held" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "plan_id" INTEGER, '
        "\"session_kind\" TEXT NOT NULL CHECK (session_kind IN ('one_to_one', 'group', 'observation')), "
        '"minutes" INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440), "supervisor" TEXT, '
        '"opening" INTEGER NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON '
        'UPDATE RESTRICT, FOREIGN KEY ("plan_id") REFERENCES "session_plan" ("entry_id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "discussion" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        "\"setting\" TEXT NOT NULL CHECK (setting IN ('supervision', 'group', 'same_day', 'opening')), "
        '"session_id" INTEGER, "answers_id" INTEGER, "asked_for" INTEGER NOT NULL, '
        '"text" TEXT NOT NULL, "what_changed" TEXT, "worries" TEXT, "going_well" TEXT, "analysis" TEXT, '
        '"childs_view" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("answers_id") REFERENCES "discussion" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "decision" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, '
        '"because" TEXT, "decision_kind" TEXT NOT NULL, '
        "\"review_on\" TEXT CHECK (review_on IS NULL OR (length(review_on) = 10 AND review_on LIKE '____-__-__' AND "
        "substr(review_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(review_on, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(review_on, 9, 2) BETWEEN '01' AND '31')), "
        '"discussion_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("discussion_id") REFERENCES "discussion" ("entry_id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "action" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, '
        '"owner" TEXT NOT NULL, '
        "\"due_on\" TEXT NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '____-__-__' AND "
        "substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(due_on, 9, 2) BETWEEN '01' AND '31')), "
        '"decision_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "action_carried" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"action_id" INTEGER NOT NULL, '
        "\"due_on\" TEXT NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '____-__-__' AND "
        "substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(due_on, 9, 2) BETWEEN '01' AND '31')), "
        '"reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("action_id") REFERENCES "action" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "action_outcome" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"action_id" INTEGER NOT NULL, "done" INTEGER NOT NULL, '
        '"reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("action_id") REFERENCES "action" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "team" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL, '
        '"name_key" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "allocation" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"allocated_worker_id" INTEGER, "team_id" INTEGER, '
        "\"bucket\" TEXT CHECK (bucket IN ('unallocated', 'duty', 'held_by_manager')), "
        "\"role\" TEXT NOT NULL CHECK (role IN ('lead', 'co_worker', 'personal_adviser')), "
        "\"starts\" TEXT CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND "
        "substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(starts, 9, 2) BETWEEN '01' AND '31')), "
        "\"seen_by\" TEXT CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND "
        "substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND "
        'substr(seen_by, 9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON '
        'DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("allocated_worker_id") REFERENCES "worker" ("id") ON '
        'DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT '
        "ON UPDATE RESTRICT, CHECK (allocated_worker_id IS NULL OR bucket IS NULL))"
    ),
    (
        'CREATE TABLE "allocation_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"allocation_id" INTEGER NOT NULL, '
        "\"ends\" TEXT CHECK (ends IS NULL OR (length(ends) = 10 AND ends LIKE '____-__-__' AND substr(ends, 1, 4) "
        "BETWEEN '1900' AND '2999' AND substr(ends, 6, 2) BETWEEN '01' AND '12' AND substr(ends, 9, 2) BETWEEN "
        "'01' AND '31')), "
        "\"seen_by\" TEXT CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND "
        "substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(seen_by, 9, 2) BETWEEN '01' AND '31')), "
        '"reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("allocation_id") REFERENCES "allocation" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "child_details" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT, '
        '"date_of_birth" TEXT CHECK (date_of_birth IS NULL OR (length(date_of_birth) = 10 AND date_of_birth LIKE '
        "'____-__-__' AND substr(date_of_birth, 1, 4) BETWEEN '1900' AND '2999' AND substr(date_of_birth, 6, 2) "
        "BETWEEN '01' AND '12' AND substr(date_of_birth, 9, 2) BETWEEN '01' AND '31')), "
        '"family" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "child_now" ("child_id" INTEGER NOT NULL PRIMARY KEY, "reference" TEXT NOT NULL, '
        '"name" TEXT, "date_of_birth" TEXT, "family" TEXT, "open" INTEGER NOT NULL, "team_id" INTEGER, '
        '"worker_id" INTEGER, "bucket" TEXT, "status" TEXT, "status_since" TEXT, "risk" TEXT, '
        '"risk_since" TEXT, "allocated_since" TEXT, "seen_by" TEXT, '
        '"came_from_another_worker" INTEGER NOT NULL, "last_seen" TEXT, "last_seen_source" TEXT, '
        '"last_discussed" TEXT, "last_discussed_setting" TEXT, "missing_since" TEXT, '
        '"extract_digest" TEXT, FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("team_id") '
        'REFERENCES "team" ("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        'CREATE TABLE "decision_reason" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"decision_id" INTEGER NOT NULL, '
        '"because" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    ('CREATE TABLE "draft" ("form" TEXT NOT NULL PRIMARY KEY, "content" TEXT NOT NULL, "saved_at" TEXT NOT NULL)'),
    (
        'CREATE TABLE "escalation" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, '
        '"sent_to" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "escalation_answer" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"escalation_id" INTEGER NOT NULL, '
        '"text" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("escalation_id") REFERENCES "escalation" ("entry_id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "extract_row" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "open" INTEGER NOT NULL, '
        "\"last_seen\" TEXT CHECK (last_seen IS NULL OR (length(last_seen) = 10 AND last_seen LIKE '____-__-__' AND "
        "substr(last_seen, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_seen, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(last_seen, 9, 2) BETWEEN '01' AND '31')), "
        '"last_seen_source" TEXT, "content" TEXT NOT NULL, '
        '"digest" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "filing" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"discussion_id" INTEGER NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT '
        'ON UPDATE RESTRICT, FOREIGN KEY ("discussion_id") REFERENCES "discussion" ("entry_id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "journal" ("seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "at" TEXT NOT NULL, '
        '"who" TEXT NOT NULL, "what" TEXT NOT NULL, "entry_id" INTEGER, "digest" TEXT NOT NULL, '
        '"previous" TEXT NOT NULL, '
        '"hash" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "journal_content" ("seq" INTEGER NOT NULL PRIMARY KEY, "salt" TEXT NOT NULL, '
        '"before" TEXT, '
        '"after" TEXT, FOREIGN KEY ("seq") REFERENCES "journal" ("seq") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "missing" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"note" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "open_item" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        "\"kind\" TEXT NOT NULL CHECK (kind IN ('worry', 'action', 'decision_without_because', 'decision_review', "
        "'discussion_not_on_file', 'discussion_open', 'escalation', 'session_planned', 'session_not_rebooked', "
        "'import_conflict')), "
        '"child_id" INTEGER, "worker_id" INTEGER, "text" TEXT NOT NULL, "since" TEXT, "due_on" TEXT, '
        '"at" TEXT, "who" TEXT, "severity" INTEGER, '
        '"carried_over" INTEGER NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id"), FOREIGN KEY '
        '("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        'CREATE TABLE "personal_record" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        "\"personal_kind\" TEXT NOT NULL CHECK (personal_kind IN ('reflection', 'wellbeing', 'learning', 'goal', "
        "'performance', 'agreement', 'observation', 'feedback')), "
        '"text" TEXT NOT NULL, "support_offered" TEXT, '
        '"next_step" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "policy_version" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"text" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "risk_rating" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        "\"rating\" TEXT NOT NULL CHECK (rating IN ('low', 'medium', 'high', 'very_high')), "
        '"reason" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "scale_reading" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, '
        '"discussion_id" INTEGER NOT NULL, "who" TEXT NOT NULL, '
        '"number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10), FOREIGN KEY ("discussion_id") REFERENCES '
        '"discussion" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE TABLE "seen_mark" ("who" TEXT NOT NULL PRIMARY KEY, "journal_seq" INTEGER NOT NULL)',
    (
        'CREATE TABLE "session_cancelled" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"plan_id" INTEGER NOT NULL, '
        '"reason" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("plan_id") REFERENCES "session_plan" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "session_child" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, '
        '"session_id" INTEGER NOT NULL, '
        '"child_id" INTEGER NOT NULL, FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE '
        'RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("child_id") REFERENCES "child" ("id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    'CREATE TABLE "setting" ("key" TEXT NOT NULL PRIMARY KEY, "content" TEXT NOT NULL)',
    (
        'CREATE TABLE "snapshot_team" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, '
        '"snapshot_id" INTEGER NOT NULL, "team_id" INTEGER NOT NULL, '
        "\"as_at\" TEXT NOT NULL CHECK (as_at IS NULL OR (length(as_at) = 10 AND as_at LIKE '____-__-__' AND "
        "substr(as_at, 1, 4) BETWEEN '1900' AND '2999' AND substr(as_at, 6, 2) BETWEEN '01' AND '12' AND "
        'substr(as_at, 9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON '
        'DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT '
        "ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "status_episode" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        "\"status\" TEXT NOT NULL CHECK (status IN ('looked_after', 'protection_plan', 'in_need', 'assessment', "
        "'care_leaver')), "
        "\"starts\" TEXT CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND "
        "substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(starts, 9, 2) BETWEEN '01' AND '31')), "
        "\"seen_by\" TEXT CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND "
        "substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND "
        'substr(seen_by, 9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "status_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"episode_id" INTEGER NOT NULL, '
        "\"ends\" TEXT CHECK (ends IS NULL OR (length(ends) = 10 AND ends LIKE '____-__-__' AND substr(ends, 1, 4) "
        "BETWEEN '1900' AND '2999' AND substr(ends, 6, 2) BETWEEN '01' AND '12' AND substr(ends, 9, 2) BETWEEN "
        "'01' AND '31')), "
        '"reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("episode_id") REFERENCES "status_episode" ("entry_id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    (
        'CREATE TABLE "withdrawal" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"withdrawn_id" INTEGER NOT NULL, '
        '"reason" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("withdrawn_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "worker_alias" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"name_key" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "worker_details" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, '
        '"name_key" TEXT NOT NULL, "staff_id" TEXT, "team_id" INTEGER, "role" TEXT, '
        '"fte" REAL CHECK (fte IS NULL OR (fte >= 0 AND fte <= 2)), '
        '"newly_qualified_from" TEXT CHECK (newly_qualified_from IS NULL OR (length(newly_qualified_from) = 10 '
        "AND newly_qualified_from LIKE '____-__-__' AND substr(newly_qualified_from, 1, 4) BETWEEN '1900' AND "
        "'2999' AND substr(newly_qualified_from, 6, 2) BETWEEN '01' AND '12' AND substr(newly_qualified_from, 9, "
        "2) BETWEEN '01' AND '31')), "
        '"agency" INTEGER, '
        "\"starts\" TEXT CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND "
        "substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(starts, 9, 2) BETWEEN '01' AND '31')), "
        "\"leaves\" TEXT CHECK (leaves IS NULL OR (length(leaves) = 10 AND leaves LIKE '____-__-__' AND "
        "substr(leaves, 1, 4) BETWEEN '1900' AND '2999' AND substr(leaves, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(leaves, 9, 2) BETWEEN '01' AND '31')), "
        '"supervisor" TEXT, "second_supervisor" TEXT, "own_limit" TEXT, '
        "\"own_until\" TEXT CHECK (own_until IS NULL OR (length(own_until) = 10 AND own_until LIKE '____-__-__' AND "
        "substr(own_until, 1, 4) BETWEEN '1900' AND '2999' AND substr(own_until, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(own_until, 9, 2) BETWEEN '01' AND '31')), "
        "\"seen_by\" TEXT CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND "
        "substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND "
        'substr(seen_by, 9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON '
        'DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT '
        "ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "worker_now" ("worker_id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, '
        '"name_key" TEXT NOT NULL, "staff_id" TEXT, "team_id" INTEGER, "role" TEXT, "fte" REAL, '
        '"newly_qualified_from" TEXT, "agency" INTEGER, "starts" TEXT, "leaves" TEXT, '
        '"supervisor" TEXT, "second_supervisor" TEXT, "own_limit" TEXT, "own_until" TEXT, '
        '"seen_by" TEXT, "last_held" TEXT, "last_held_is_opening" INTEGER NOT NULL, '
        '"last_held_by" TEXT, '
        '"next_planned" TEXT, FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"), FOREIGN KEY ("team_id") '
        'REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "worry" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, '
        '"who" TEXT, "if_nothing_changes" TEXT, '
        '"severity" INTEGER CHECK (severity IS NULL OR severity BETWEEN 1 AND 5), "owner" TEXT, '
        "\"review_on\" TEXT CHECK (review_on IS NULL OR (length(review_on) = 10 AND review_on LIKE '____-__-__' AND "
        "substr(review_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(review_on, 6, 2) BETWEEN '01' AND '12' AND "
        'substr(review_on, 9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "worry_close" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"worry_id" INTEGER NOT NULL, '
        '"reason" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE '
        'RESTRICT, FOREIGN KEY ("worry_id") REFERENCES "worry" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "worry_review" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"worry_id" INTEGER NOT NULL, '
        "\"next_on\" TEXT NOT NULL CHECK (next_on IS NULL OR (length(next_on) = 10 AND next_on LIKE '____-__-__' "
        "AND substr(next_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(next_on, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(next_on, 9, 2) BETWEEN '01' AND '31')), "
        '"reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, '
        'FOREIGN KEY ("worry_id") REFERENCES "worry" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
)
