"""What an import was told and goes on knowing: another spelling of a child's reference, what words of lists mean.

A child whom newer lists do not cover has the day of the last one that did. It is worked out after the last step.
"""

STATEMENTS = (
    (
        'CREATE TABLE IF NOT EXISTS "child_alias" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "reference" TEXT NOT NULL, '
        'FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    'CREATE INDEX IF NOT EXISTS "child_alias_reference" ON "child_alias" ("reference")',
    (
        'CREATE TABLE IF NOT EXISTS "list_answer" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "about" TEXT NOT NULL '
        "CHECK (about IN ('status', 'one_person')), \"said\" TEXT NOT NULL, \"means\" TEXT NOT NULL, FOREIGN KEY "
        '("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE IF NOT EXISTS "not_covered" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "list_name" TEXT NOT NULL, '
        "\"held_on\" TEXT NOT NULL CHECK (held_on IS NULL OR (length(held_on) = 10 AND held_on LIKE '____-__-__' AND "
        "substr(held_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(held_on, 6, 2) BETWEEN '01' AND '12' AND "
        'substr(held_on, 9, 2) BETWEEN \'01\' AND \'31\')), FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT)"
    ),
    (
        'CREATE TABLE "child_now_anew" ("child_id" INTEGER NOT NULL PRIMARY KEY, "reference" TEXT NOT NULL, '
        '"name" TEXT, "date_of_birth" TEXT, "family" TEXT, "open" INTEGER NOT NULL, "shown" INTEGER NOT NULL, '
        '"closed_on" TEXT, "team_id" INTEGER, "worker_id" INTEGER, "bucket" TEXT, "status" TEXT, "status_since" TEXT, '
        '"risk" TEXT, "risk_since" TEXT, "allocated_since" TEXT, "seen_by" TEXT, '
        '"came_from_another_worker" INTEGER NOT NULL, "here_since" TEXT, "came_on_a_list" INTEGER NOT NULL, '
        '"last_seen" TEXT, "last_seen_source" TEXT, "last_discussed" TEXT, "last_discussed_setting" TEXT, '
        '"missing_since" TEXT, "listed_on" TEXT, "extract_digest" TEXT, '
        'FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY '
        '("team_id") REFERENCES "team" ("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        "INSERT INTO child_now_anew (child_id, reference, name, date_of_birth, family, open, shown, closed_on, "
        "team_id, worker_id, bucket, status, status_since, risk, risk_since, allocated_since, seen_by, "
        "came_from_another_worker, here_since, came_on_a_list, last_seen, last_seen_source, last_discussed, "
        "last_discussed_setting, missing_since, extract_digest) SELECT child_id, reference, name, date_of_birth, "
        "family, open, shown, closed_on, team_id, worker_id, bucket, status, status_since, risk, risk_since, "
        "allocated_since, seen_by, came_from_another_worker, here_since, came_on_a_list, last_seen, last_seen_source, "
        "last_discussed, last_discussed_setting, missing_since, extract_digest FROM child_now"
    ),
    'DROP TABLE "child_now"',
    'ALTER TABLE "child_now_anew" RENAME TO "child_now"',
    'CREATE INDEX "child_now_open_team" ON "child_now" ("team_id") WHERE ("open" = 1)',
    'CREATE INDEX "child_now_open_worker" ON "child_now" ("worker_id") WHERE ("open" = 1)',
    'CREATE INDEX "child_now_reference" ON "child_now" ("reference")',
    'CREATE INDEX "child_now_shown_team" ON "child_now" ("team_id") WHERE ("shown" = 1)',
    'CREATE INDEX "child_now_shown_worker" ON "child_now" ("worker_id") WHERE ("shown" = 1)',
)
GUARDS = "813094f07c373cf38e8331e9ab3cc7a65a540be5c337f91d6a6863119629a4ec"
