"""Corrections, marks, reviews of decisions, disagreement, cover, notes to self; the kinds of entry are open.

The table of entries is written anew without its list of kinds, so that a later kind is a table more and no rewriting.
The numbers said of a child hang on any entry; no earlier version wrote one.
"""

_VOID = "NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.withdrawn_id = {}.entry_id)"
STATEMENTS = (
    (
        'CREATE TABLE "entry_anew" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" TEXT NOT NULL, '
        '"child_id" INTEGER, "worker_id" INTEGER, "happened_on" TEXT CHECK (happened_on IS NULL OR '
        "(length(happened_on) = 10 AND happened_on LIKE '____-__-__' AND substr(happened_on, 1, 4) BETWEEN "
        "'1900' AND '2999' AND substr(happened_on, 6, 2) BETWEEN '01' AND '12' AND substr(happened_on, 9, 2) "
        "BETWEEN '01' AND '31')), \"happened_at\" TEXT CHECK (happened_at IS NULL OR (length(happened_at) = 5 "
        "AND happened_at BETWEEN '00:00' AND '23:59')), \"recorded_at\" TEXT NOT NULL, \"recorded_by\" TEXT NOT "
        "NULL, \"source\" TEXT NOT NULL CHECK (source IN ('manager', 'import', 'opening')), \"snapshot_id\" "
        'INTEGER, "sensitive" INTEGER NOT NULL, "corrects_id" INTEGER, FOREIGN KEY ("child_id") REFERENCES '
        '"child" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("worker_id") REFERENCES "worker" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("corrects_id") REFERENCES "entry" ("id") '
        "ON DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        "INSERT INTO entry_anew (id, kind, child_id, worker_id, happened_on, happened_at, recorded_at, "
        "recorded_by, source, snapshot_id, sensitive, corrects_id) SELECT id, kind, child_id, worker_id, "
        "happened_on, happened_at, recorded_at, recorded_by, source, snapshot_id, sensitive, corrects_id FROM "
        "entry"
    ),
    (
        "UPDATE sqlite_sequence SET seq = COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'entry'), 0) "
        "WHERE name = 'entry_anew'"
    ),
    'DROP TABLE "entry"',
    'ALTER TABLE "entry_anew" RENAME TO "entry"',
    'CREATE INDEX "entry_child_id" ON "entry" ("child_id")',
    'CREATE INDEX "entry_child_id_kind" ON "entry" ("child_id", "kind")',
    'CREATE INDEX "entry_corrects_id" ON "entry" ("corrects_id")',
    'CREATE INDEX "entry_kind_happened_on" ON "entry" ("kind", "happened_on")',
    'CREATE INDEX "entry_worker_id" ON "entry" ("worker_id")',
    'CREATE INDEX "entry_worker_id_kind" ON "entry" ("worker_id", "kind")',
    'DROP TABLE "scale_reading"',
    (
        'CREATE TABLE "cover" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "covered_by" TEXT NOT NULL, '
        '"first_day" TEXT NOT NULL CHECK (first_day IS NULL OR (length(first_day) = 10 AND first_day LIKE '
        "'____-__-__' AND substr(first_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(first_day, 6, 2) "
        "BETWEEN '01' AND '12' AND substr(first_day, 9, 2) BETWEEN '01' AND '31')), \"last_day\" TEXT CHECK "
        "(last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND substr(last_day, 1, "
        "4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND substr(last_day, "
        '9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT '
        "ON UPDATE RESTRICT, CHECK (last_day IS NULL OR last_day >= first_day))"
    ),
    (
        'CREATE TABLE "decision_review" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "decision_id" INTEGER NOT '
        "NULL, \"next_on\" TEXT CHECK (next_on IS NULL OR (length(next_on) = 10 AND next_on LIKE '____-__-__' "
        "AND substr(next_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(next_on, 6, 2) BETWEEN '01' AND '12' "
        "AND substr(next_on, 9, 2) BETWEEN '01' AND '31')), \"reason\" TEXT NOT NULL, FOREIGN KEY (\"entry_id\") "
        'REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("decision_id") '
        'REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "disagreement" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "decision_id" INTEGER NOT '
        'NULL, "who" TEXT NOT NULL, "text" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") '
        'ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("decision_id") REFERENCES "decision" '
        '("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "import_undone" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "undone_id" INTEGER NOT NULL, '
        'FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN '
        'KEY ("undone_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "mark" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "marked_id" INTEGER NOT NULL, "mark" '
        "TEXT NOT NULL CHECK (mark IN ('sensitive', 'significant')), FOREIGN KEY (\"entry_id\") REFERENCES "
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("marked_id") REFERENCES "entry" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "own_note" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "about_child_id" INTEGER, '
        '"about_worker_id" INTEGER, "text" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") '
        'ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("about_child_id") REFERENCES "child" ("id") ON '
        'DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("about_worker_id") REFERENCES "worker" ("id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "scale_reading" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "entry_id" INTEGER '
        'NOT NULL, "who" TEXT NOT NULL, "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10), FOREIGN '
        'KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX "decision_review_decision_id" ON "decision_review" ("decision_id")',
    'CREATE INDEX "disagreement_decision_id" ON "disagreement" ("decision_id")',
    'CREATE INDEX "import_undone_undone_id" ON "import_undone" ("undone_id")',
    'CREATE INDEX "mark_marked_id" ON "mark" ("marked_id")',
    'CREATE INDEX "own_note_about_child_id" ON "own_note" ("about_child_id")',
    'CREATE INDEX "own_note_about_worker_id" ON "own_note" ("about_worker_id")',
    'CREATE INDEX "scale_reading_entry_id" ON "scale_reading" ("entry_id")',
    (
        "CREATE VIEW entry_in_force AS SELECT e.id, e.kind, e.child_id, e.worker_id, e.happened_on, e.happened_at, "
        "e.recorded_at, e.recorded_by, e.source, e.snapshot_id, e.sensitive, e.corrects_id, "
        "COALESCE(e.corrects_id, e.id) AS root_id FROM entry e WHERE NOT EXISTS (SELECT 1 FROM withdrawal w "
        f"WHERE w.withdrawn_id IN (e.id, e.corrects_id) AND {_VOID.format('w')}) AND NOT EXISTS (SELECT 1 FROM entry c "
        "WHERE c.corrects_id = COALESCE(e.corrects_id, e.id) AND c.id > e.id AND NOT EXISTS "
        f"(SELECT 1 FROM withdrawal y WHERE y.withdrawn_id = c.id AND {_VOID.format('y')}))"
    ),
)
