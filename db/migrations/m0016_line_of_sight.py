"""Consultations, posts, programmes; whether a decision or supervision changed something; months that are over."""

STATEMENTS = (
    (
        'CREATE TABLE IF NOT EXISTS "consultation" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT '
        'NULL, "asked_of" TEXT NOT NULL, "adviser" TEXT NOT NULL CHECK (adviser IN '
        "('principal_social_worker', 'head_of_quality_assurance', 'legal', 'fellow_manager', 'senior_leader',"
        ' \'other\')), "for_information" INTEGER NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") '
        "ON DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE IF NOT EXISTS "consultation_answer" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"consultation_id" INTEGER NOT NULL, "text" TEXT NOT NULL, "changed" TEXT, FOREIGN KEY ("entry_id") '
        'REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("consultation_id") '
        'REFERENCES "consultation" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    ('CREATE INDEX IF NOT EXISTS "consultation_answer_consultation_id" ON "consultation_answer" ("consultation_id")'),
    (
        'CREATE TABLE IF NOT EXISTS "team_posts" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "team_id" INTEGER '
        'NOT NULL, "fte" REAL NOT NULL CHECK (fte >= 0 AND fte <= 500), FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("team_id") REFERENCES "team" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "team_posts_team_id" ON "team_posts" ("team_id")',
    (
        'CREATE TABLE IF NOT EXISTS "programme" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "text" TEXT NOT '
        "NULL, \"ends_on\" TEXT CHECK (ends_on IS NULL OR (length(ends_on) = 10 AND ends_on LIKE '____-__-__' "
        "AND substr(ends_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(ends_on, 6, 2) BETWEEN '01' AND '12' "
        "AND substr(ends_on, 9, 2) BETWEEN '01' AND '31')), FOREIGN KEY (\"entry_id\") REFERENCES \"entry\" "
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE IF NOT EXISTS "programme_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "programme_id" '
        'INTEGER NOT NULL, "completed" INTEGER NOT NULL, "reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("programme_id") REFERENCES '
        '"programme" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "programme_end_programme_id" ON "programme_end" ("programme_id")',
    (
        'CREATE TABLE "decision_review_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "decision_id" INTEGER '
        'NOT NULL, "next_on" TEXT CHECK (next_on IS NULL OR (length(next_on) = 10 AND next_on LIKE \'____-__-'
        "__' AND substr(next_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(next_on, 6, 2) BETWEEN '01' AND "
        "'12' AND substr(next_on, 9, 2) BETWEEN '01' AND '31')), \"reason\" TEXT NOT NULL, \"changed\" INTEGER, "
        'FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN '
        'KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        "INSERT INTO decision_review_anew (entry_id, decision_id, next_on, reason, changed) SELECT "
        "o.entry_id, o.decision_id, o.next_on, o.reason, (SELECT changed FROM decision_review c WHERE "
        "c.entry_id = o.entry_id) FROM (SELECT entry_id, decision_id, next_on, reason, NULL AS changed FROM "
        "decision_review) o"
    ),
    'DROP TABLE "decision_review"',
    'ALTER TABLE "decision_review_anew" RENAME TO "decision_review"',
    'CREATE INDEX "decision_review_decision_id" ON "decision_review" ("decision_id")',
    (
        'CREATE TABLE "personal_record_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "personal_kind" TEXT '
        "NOT NULL CHECK (personal_kind IN ('reflection', 'wellbeing', 'learning', 'goal', 'performance', "
        "'agreement', 'observation', 'feedback')), \"text\" TEXT NOT NULL, \"support_offered\" TEXT, \"next_step\" "
        'TEXT, "follows_id" INTEGER, "signed_by_worker" TEXT CHECK (signed_by_worker IS NULL OR '
        "(length(signed_by_worker) = 10 AND signed_by_worker LIKE '____-__-__' AND substr(signed_by_worker, "
        "1, 4) BETWEEN '1900' AND '2999' AND substr(signed_by_worker, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(signed_by_worker, 9, 2) BETWEEN '01' AND '31')), \"signed_by_manager\" TEXT CHECK "
        "(signed_by_manager IS NULL OR (length(signed_by_manager) = 10 AND signed_by_manager LIKE '____-__-"
        "__' AND substr(signed_by_manager, 1, 4) BETWEEN '1900' AND '2999' AND substr(signed_by_manager, 6, "
        "2) BETWEEN '01' AND '12' AND substr(signed_by_manager, 9, 2) BETWEEN '01' AND '31')), \"renew_on\" "
        "TEXT CHECK (renew_on IS NULL OR (length(renew_on) = 10 AND renew_on LIKE '____-__-__' AND "
        "substr(renew_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(renew_on, 6, 2) BETWEEN '01' AND '12' "
        "AND substr(renew_on, 9, 2) BETWEEN '01' AND '31')), \"look_again_on\" TEXT CHECK (look_again_on IS "
        "NULL OR (length(look_again_on) = 10 AND look_again_on LIKE '____-__-__' AND substr(look_again_on, 1,"
        " 4) BETWEEN '1900' AND '2999' AND substr(look_again_on, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(look_again_on, 9, 2) BETWEEN '01' AND '31')), \"changed\" INTEGER, FOREIGN KEY (\"entry_id\") "
        'REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("follows_id") '
        'REFERENCES "personal_record" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        "INSERT INTO personal_record_anew (entry_id, personal_kind, text, support_offered, next_step, "
        "follows_id, signed_by_worker, signed_by_manager, renew_on, look_again_on, changed) SELECT "
        "o.entry_id, o.personal_kind, o.text, o.support_offered, o.next_step, o.follows_id, "
        "o.signed_by_worker, o.signed_by_manager, o.renew_on, (SELECT look_again_on FROM personal_record c "
        "WHERE c.entry_id = o.entry_id), (SELECT changed FROM personal_record c WHERE c.entry_id = "
        "o.entry_id) FROM (SELECT entry_id, personal_kind, text, support_offered, next_step, follows_id, "
        "signed_by_worker, signed_by_manager, renew_on, NULL AS look_again_on, NULL AS changed FROM "
        "personal_record) o"
    ),
    'DROP TABLE "personal_record"',
    'ALTER TABLE "personal_record_anew" RENAME TO "personal_record"',
    'CREATE INDEX "personal_record_follows_id" ON "personal_record" ("follows_id")',
    'DROP TABLE IF EXISTS "open_item"',
    (
        'CREATE TABLE "open_item" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL CHECK (kind '
        "IN ('worry', 'action', 'decision_without_because', 'decision_review', 'discussion_not_on_file', "
        "'discussion_open', 'escalation', 'session_planned', 'session_not_rebooked', 'session_cut_short', "
        "'sign_off', 'work_returned', 'own_file', 'import_conflict', 'consultation')), \"child_id\" INTEGER, "
        '"worker_id" INTEGER, "text" TEXT NOT NULL, "since" TEXT, "due_on" TEXT, "at" TEXT, "who" TEXT, '
        '"severity" INTEGER, "carried_over" INTEGER NOT NULL, "session_kind" TEXT, "sensitive" INTEGER NOT '
        'NULL, "owner_id" INTEGER, "owner_name" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id"), '
        'FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" '
        '("id"), FOREIGN KEY ("owner_id") REFERENCES "worker" ("id"))'
    ),
    'CREATE INDEX "open_item_child_id" ON "open_item" ("child_id")',
    'CREATE INDEX "open_item_worker_id" ON "open_item" ("worker_id")',
    'CREATE INDEX "open_item_owner_id" ON "open_item" ("owner_id")',
    'DROP TABLE IF EXISTS "team_month"',
    (
        'CREATE TABLE "team_month" ("team_id" INTEGER NOT NULL, "last_day" TEXT NOT NULL, "figures" TEXT NOT '
        'NULL, PRIMARY KEY ("last_day", "team_id"), FOREIGN KEY ("team_id") REFERENCES "team" ("id"))'
    ),
)
GUARDS = "180a386a42e656cac29d151c156c221d5eb690ce4161daa68586c60972d33eb6"
