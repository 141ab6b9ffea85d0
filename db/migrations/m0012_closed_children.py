"""A child whom a list has closed has the day of that, and is shown on boards while anything is open of the child.

The table is written anew with both. They are filled from the records after the last step, with all else that is worked
out.
"""

STATEMENTS = (
    (
        'CREATE TABLE "child_now_anew" ("child_id" INTEGER NOT NULL PRIMARY KEY, "reference" TEXT NOT NULL, '
        '"name" TEXT, "date_of_birth" TEXT, "family" TEXT, "open" INTEGER NOT NULL, "shown" INTEGER NOT NULL, '
        '"closed_on" TEXT, "team_id" INTEGER, "worker_id" INTEGER, "bucket" TEXT, "status" TEXT, "status_since" TEXT, '
        '"risk" TEXT, "risk_since" TEXT, "allocated_since" TEXT, "seen_by" TEXT, '
        '"came_from_another_worker" INTEGER NOT NULL, "here_since" TEXT, "came_on_a_list" INTEGER NOT NULL, '
        '"last_seen" TEXT, "last_seen_source" TEXT, "last_discussed" TEXT, "last_discussed_setting" TEXT, '
        '"missing_since" TEXT, "extract_digest" TEXT, FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY '
        '("team_id") REFERENCES "team" ("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        "INSERT INTO child_now_anew (child_id, reference, name, date_of_birth, family, open, shown, closed_on, "
        "team_id, worker_id, bucket, status, status_since, risk, risk_since, allocated_since, seen_by, "
        "came_from_another_worker, here_since, came_on_a_list, last_seen, last_seen_source, last_discussed, "
        "last_discussed_setting, missing_since, extract_digest) SELECT child_id, reference, name, date_of_birth, "
        "family, open, open, NULL, team_id, worker_id, bucket, status, status_since, risk, risk_since, "
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
GUARDS = "62ba16cd7022565fe597ae31c6d69af88b5a831945100f60bc15baeac5ff8648"
