"""Work to be signed off, whom an action is for, sessions cut short, and children discussed with nothing written.

What is worked out is worked out anew after the last step, so that its tables are made anew and empty.
"""

STATEMENTS = (
    (
        'CREATE TABLE "action_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, "owner" '
        'TEXT NOT NULL, "due_on" TEXT NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '
        "'____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')), \"decision_id\" INTEGER, "
        '"owner_worker_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON '
        'UPDATE RESTRICT, FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT '
        'ON UPDATE RESTRICT, FOREIGN KEY ("owner_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON'
        " UPDATE RESTRICT)"
    ),
    (
        "INSERT INTO action_anew (entry_id, text, owner, due_on, decision_id) SELECT entry_id, text, owner, "
        "due_on, decision_id FROM action"
    ),
    'DROP TABLE "action"',
    'ALTER TABLE "action_anew" RENAME TO "action"',
    'CREATE INDEX "action_decision_id" ON "action" ("decision_id")',
    'CREATE INDEX "action_owner_worker_id" ON "action" ("owner_worker_id")',
    (
        'CREATE TABLE "session_held_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "plan_id" INTEGER, '
        "\"session_kind\" TEXT NOT NULL CHECK (session_kind IN ('one_to_one', 'group', 'observation')), "
        '"minutes" INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440), "supervisor" TEXT, '
        '"opening" INTEGER NOT NULL, "counts" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON '
        'DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("plan_id") REFERENCES "session_plan" ("entry_id") '
        "ON DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        "INSERT INTO session_held_anew (entry_id, plan_id, session_kind, minutes, supervisor, opening) SELECT"
        " entry_id, plan_id, session_kind, minutes, supervisor, opening FROM session_held"
    ),
    'DROP TABLE "session_held"',
    'ALTER TABLE "session_held_anew" RENAME TO "session_held"',
    'CREATE INDEX "session_held_plan_id" ON "session_held" ("plan_id")',
    (
        'CREATE TABLE "decision_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT NULL, '
        '"because" TEXT, "decision_kind" TEXT NOT NULL, "review_on" TEXT CHECK (review_on IS NULL OR '
        "(length(review_on) = 10 AND review_on LIKE '____-__-__' AND substr(review_on, 1, 4) BETWEEN '1900' "
        "AND '2999' AND substr(review_on, 6, 2) BETWEEN '01' AND '12' AND substr(review_on, 9, 2) BETWEEN "
        '\'01\' AND \'31\')), "discussion_id" INTEGER, "childs_view" TEXT, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("discussion_id") REFERENCES '
        '"discussion" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        "INSERT INTO decision_anew (entry_id, text, because, decision_kind, review_on, discussion_id) SELECT "
        "entry_id, text, because, decision_kind, review_on, discussion_id FROM decision"
    ),
    'DROP TABLE "decision"',
    'ALTER TABLE "decision_anew" RENAME TO "decision"',
    'CREATE INDEX "decision_discussion_id" ON "decision" ("discussion_id")',
    (
        'CREATE TABLE IF NOT EXISTS "not_discussed" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "reason" TEXT '
        'NOT NULL, "session_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE '
        'RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "not_discussed_session_id" ON "not_discussed" ("session_id")',
    (
        'CREATE TABLE IF NOT EXISTS "work_handed_in" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT '
        'NOT NULL, "author" TEXT NOT NULL, "author_worker_id" INTEGER, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("author_worker_id") REFERENCES '
        '"worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    ('CREATE INDEX IF NOT EXISTS "work_handed_in_author_worker_id" ON "work_handed_in" ("author_worker_id")'),
    (
        'CREATE TABLE IF NOT EXISTS "work_handed_in_again" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"work_id" INTEGER NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON'
        ' UPDATE RESTRICT, FOREIGN KEY ("work_id") REFERENCES "work_handed_in" ("entry_id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT)"
    ),
    'CREATE INDEX IF NOT EXISTS "work_handed_in_again_work_id" ON "work_handed_in_again" ("work_id")',
    (
        'CREATE TABLE IF NOT EXISTS "work_answer" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "work_id" INTEGER'
        ' NOT NULL, "approved" INTEGER NOT NULL, "reason" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("work_id") REFERENCES '
        '"work_handed_in" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "work_answer_work_id" ON "work_answer" ("work_id")',
    'DROP TABLE IF EXISTS "worker_now"',
    (
        'CREATE TABLE "worker_now" ("worker_id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, '
        '"name_key" TEXT NOT NULL, "staff_id" TEXT, "team_id" INTEGER, "role" TEXT, "fte" REAL, '
        '"newly_qualified_from" TEXT, "agency" INTEGER, "starts" TEXT, "leaves" TEXT, "supervisor" TEXT, '
        '"second_supervisor" TEXT, "own_limit" TEXT, "own_until" TEXT, "earlier_rules" TEXT, "seen_by" TEXT, '
        '"last_held" TEXT, "last_held_is_opening" INTEGER NOT NULL, "last_held_by" TEXT, "next_planned" TEXT,'
        ' "last_held_cut_short" INTEGER NOT NULL, "cut_short_on" TEXT, FOREIGN KEY ("worker_id") REFERENCES '
        '"worker" ("id"), FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE '
        "RESTRICT)"
    ),
    'CREATE INDEX "worker_now_name_key" ON "worker_now" ("name_key")',
    'CREATE INDEX "worker_now_staff_id" ON "worker_now" ("staff_id")',
    'CREATE INDEX "worker_now_team_id" ON "worker_now" ("team_id")',
    'DROP TABLE IF EXISTS "open_item"',
    (
        'CREATE TABLE "open_item" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL CHECK (kind '
        "IN ('worry', 'action', 'decision_without_because', 'decision_review', 'discussion_not_on_file', "
        "'discussion_open', 'escalation', 'session_planned', 'session_not_rebooked', 'session_cut_short', "
        "'sign_off', 'work_returned', 'own_file', 'import_conflict')), \"child_id\" INTEGER, \"worker_id\" INTEGER, "
        '"text" TEXT NOT NULL, "since" TEXT, "due_on" TEXT, "at" TEXT, "who" TEXT, "severity" INTEGER, '
        '"carried_over" INTEGER NOT NULL, "session_kind" TEXT, "sensitive" INTEGER NOT NULL, "owner_id" '
        'INTEGER, "owner_name" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id"), FOREIGN KEY '
        '("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"), FOREIGN '
        'KEY ("owner_id") REFERENCES "worker" ("id"))'
    ),
    'CREATE INDEX "open_item_child_id" ON "open_item" ("child_id")',
    'CREATE INDEX "open_item_worker_id" ON "open_item" ("worker_id")',
    'CREATE INDEX "open_item_owner_id" ON "open_item" ("owner_id")',
    'DROP TABLE IF EXISTS "unwritten"',
    (
        'CREATE TABLE "unwritten" ("listing_id" INTEGER NOT NULL PRIMARY KEY, "session_id" INTEGER NOT NULL, '
        '"child_id" INTEGER NOT NULL, "worker_id" INTEGER NOT NULL, "held_on" TEXT NOT NULL, FOREIGN KEY '
        '("listing_id") REFERENCES "session_child" ("id"), FOREIGN KEY ("session_id") REFERENCES "entry" '
        '("id"), FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("worker_id") REFERENCES '
        '"worker" ("id"))'
    ),
    'CREATE INDEX "unwritten_child_id" ON "unwritten" ("child_id")',
    'CREATE INDEX "unwritten_worker_id" ON "unwritten" ("worker_id")',
)
GUARDS = "62ba16cd7022565fe597ae31c6d69af88b5a831945100f60bc15baeac5ff8648"
