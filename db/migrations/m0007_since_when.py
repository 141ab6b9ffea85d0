"""A child has the day of first coming into the store, and a worker the own rules that held since the clock began.

Both tables are written anew with them. They are filled from the records after the last step, with all else that is
worked out.
"""

STATEMENTS = (
    (
        'CREATE TABLE "child_now_anew" ("child_id" INTEGER NOT NULL PRIMARY KEY, "reference" TEXT NOT NULL, '
        '"name" TEXT, "date_of_birth" TEXT, "family" TEXT, "open" INTEGER NOT NULL, "team_id" INTEGER, '
        '"worker_id" INTEGER, "bucket" TEXT, "status" TEXT, "status_since" TEXT, "risk" TEXT, "risk_since" '
        'TEXT, "allocated_since" TEXT, "seen_by" TEXT, "came_from_another_worker" INTEGER NOT NULL, '
        '"here_since" TEXT, "came_on_a_list" INTEGER NOT NULL, "last_seen" TEXT, "last_seen_source" TEXT, '
        '"last_discussed" TEXT, "last_discussed_setting" TEXT, "missing_since" TEXT, "extract_digest" TEXT, '
        'FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("team_id") REFERENCES "team" '
        '("id"), FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        "INSERT INTO child_now_anew (child_id, reference, name, date_of_birth, family, open, team_id, "
        "worker_id, bucket, status, status_since, risk, risk_since, allocated_since, seen_by, "
        "came_from_another_worker, here_since, came_on_a_list, last_seen, last_seen_source, last_discussed, "
        "last_discussed_setting, missing_since, extract_digest) SELECT child_id, reference, name, "
        "date_of_birth, family, open, team_id, worker_id, bucket, status, status_since, risk, risk_since, "
        "allocated_since, seen_by, came_from_another_worker, NULL, 0, last_seen, last_seen_source, "
        "last_discussed, last_discussed_setting, missing_since, extract_digest FROM child_now"
    ),
    'DROP TABLE "child_now"',
    'ALTER TABLE "child_now_anew" RENAME TO "child_now"',
    'CREATE INDEX "child_now_open_team" ON "child_now" ("team_id") WHERE ("open" = 1)',
    'CREATE INDEX "child_now_open_worker" ON "child_now" ("worker_id") WHERE ("open" = 1)',
    'CREATE INDEX "child_now_reference" ON "child_now" ("reference")',
    (
        'CREATE TABLE "worker_now_anew" ("worker_id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, '
        '"name_key" TEXT NOT NULL, "staff_id" TEXT, "team_id" INTEGER, "role" TEXT, "fte" REAL, '
        '"newly_qualified_from" TEXT, "agency" INTEGER, "starts" TEXT, "leaves" TEXT, "supervisor" TEXT, '
        '"second_supervisor" TEXT, "own_limit" TEXT, "own_until" TEXT, "earlier_rules" TEXT, "seen_by" TEXT, '
        '"last_held" TEXT, "last_held_is_opening" INTEGER NOT NULL, "last_held_by" TEXT, "next_planned" TEXT,'
        ' FOREIGN KEY ("worker_id") REFERENCES "worker" ("id"), FOREIGN KEY ("team_id") REFERENCES "team" '
        '("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        "INSERT INTO worker_now_anew (worker_id, name, name_key, staff_id, team_id, role, fte, "
        "newly_qualified_from, agency, starts, leaves, supervisor, second_supervisor, own_limit, own_until, "
        "earlier_rules, seen_by, last_held, last_held_is_opening, last_held_by, next_planned) SELECT "
        "worker_id, name, name_key, staff_id, team_id, role, fte, newly_qualified_from, agency, starts, "
        "leaves, supervisor, second_supervisor, own_limit, own_until, NULL, seen_by, last_held, "
        "last_held_is_opening, last_held_by, next_planned FROM worker_now"
    ),
    'DROP TABLE "worker_now"',
    'ALTER TABLE "worker_now_anew" RENAME TO "worker_now"',
    'CREATE INDEX "worker_now_name_key" ON "worker_now" ("name_key")',
    'CREATE INDEX "worker_now_staff_id" ON "worker_now" ("staff_id")',
    'CREATE INDEX "worker_now_team_id" ON "worker_now" ("team_id")',
)
GUARDS = "6f0ad98add6d8552feef7d3fe0bafbe3d5055333913ff4d80dfa65801dae03cf"
