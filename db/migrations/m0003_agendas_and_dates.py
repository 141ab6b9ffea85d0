"""Agendas, group sessions with several workers, dates that no list carries, and more of a worker's own file."""

STATEMENTS = (
    (
        'CREATE TABLE "personal_record_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "personal_kind" TEXT '
        "NOT NULL CHECK (personal_kind IN ('reflection', 'wellbeing', 'learning', 'goal', 'performance', "
        "'agreement', 'observation', 'feedback')), \"text\" TEXT NOT NULL, \"support_offered\" TEXT, \"next_step\" "
        'TEXT, "follows_id" INTEGER, "signed_by_worker" TEXT CHECK (signed_by_worker IS NULL OR '
        "(length(signed_by_worker) = 10 AND signed_by_worker LIKE '____-__-__' AND substr(signed_by_worker, "
        "1, 4) BETWEEN '1900' AND '2999' AND substr(signed_by_worker, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(signed_by_worker, 9, 2) BETWEEN '01' AND '31')), \"signed_by_manager\" TEXT CHECK "
        "(signed_by_manager IS NULL OR (length(signed_by_manager) = 10 AND signed_by_manager LIKE "
        "'____-__-__' AND substr(signed_by_manager, 1, 4) BETWEEN '1900' AND '2999' AND "
        "substr(signed_by_manager, 6, 2) BETWEEN '01' AND '12' AND substr(signed_by_manager, 9, 2) BETWEEN "
        "'01' AND '31')), \"renew_on\" TEXT CHECK (renew_on IS NULL OR (length(renew_on) = 10 AND renew_on LIKE "
        "'____-__-__' AND substr(renew_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(renew_on, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(renew_on, 9, 2) BETWEEN '01' AND '31')), FOREIGN KEY (\"entry_id\") "
        'REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("follows_id") '
        'REFERENCES "personal_record" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        "INSERT INTO personal_record_anew (entry_id, personal_kind, text, support_offered, next_step) SELECT "
        "entry_id, personal_kind, text, support_offered, next_step FROM personal_record"
    ),
    'DROP TABLE "personal_record"',
    'ALTER TABLE "personal_record_anew" RENAME TO "personal_record"',
    (
        'CREATE TABLE "agenda_change" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "session_on" TEXT NOT NULL '
        "CHECK (session_on IS NULL OR (length(session_on) = 10 AND session_on LIKE '____-__-__' AND "
        "substr(session_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(session_on, 6, 2) BETWEEN '01' AND "
        "'12' AND substr(session_on, 9, 2) BETWEEN '01' AND '31')), \"change\" TEXT NOT NULL CHECK (change IN "
        "('added', 'dropped', 'not_reached')), FOREIGN KEY (\"entry_id\") REFERENCES \"entry\" (\"id\") ON DELETE "
        "RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "child_date" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "what" TEXT NOT NULL CHECK (what '
        "IN ('visit_interval', 'strategy_discussion', 'conference', 'next_review', 'proceedings_issued', "
        "'missing_from', 'returned')), \"day\" TEXT CHECK (day IS NULL OR (length(day) = 10 AND day LIKE "
        "'____-__-__' AND substr(day, 1, 4) BETWEEN '1900' AND '2999' AND substr(day, 6, 2) BETWEEN '01' AND "
        "'12' AND substr(day, 9, 2) BETWEEN '01' AND '31')), \"days\" INTEGER CHECK (days IS NULL OR days "
        'BETWEEN 1 AND 400), "reason" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT, CHECK ((day IS NULL) <> (days IS NULL)))"
    ),
    (
        'CREATE TABLE "session_worker" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER '
        'NOT NULL, "worker_id" INTEGER NOT NULL, FOREIGN KEY ("session_id") REFERENCES "session_held" '
        '("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("worker_id") REFERENCES "worker" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX "personal_record_follows_id" ON "personal_record" ("follows_id")',
    'CREATE INDEX "session_worker_session_id" ON "session_worker" ("session_id")',
    'CREATE INDEX "session_worker_worker_id" ON "session_worker" ("worker_id")',
    ('CREATE UNIQUE INDEX "session_worker_session_id_worker_id" ON "session_worker" ("session_id", "worker_id")'),
)
