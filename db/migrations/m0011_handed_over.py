"""The reason of a handing over stands with it also where nobody held the child before."""

STATEMENTS = (
    (
        'CREATE TABLE "allocation_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, '
        '"allocated_worker_id" INTEGER, "team_id" INTEGER, '
        "\"bucket\" TEXT CHECK (bucket IN ('unallocated', 'duty', 'held_by_manager')), "
        "\"role\" TEXT NOT NULL CHECK (role IN ('lead', 'co_worker', 'personal_adviser')), "
        "\"starts\" TEXT CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND "
        "substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(starts, 9, 2) BETWEEN '01' AND '31')), "
        "\"seen_by\" TEXT CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND "
        "substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(seen_by, 9, 2) BETWEEN '01' AND '31')), \"reason\" TEXT, FOREIGN KEY (\"entry_id\") REFERENCES "
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("allocated_worker_id") REFERENCES '
        '"worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON '
        "DELETE RESTRICT ON UPDATE RESTRICT, CHECK (allocated_worker_id IS NULL OR bucket IS NULL))"
    ),
    # A store whose version was set back has the column already: the name is found there, and else outside, as NULL.
    (
        "INSERT INTO allocation_anew (entry_id, allocated_worker_id, team_id, bucket, role, starts, seen_by, reason) "
        "SELECT o.entry_id, o.allocated_worker_id, o.team_id, o.bucket, o.role, o.starts, o.seen_by, (SELECT reason "
        "FROM allocation c WHERE c.entry_id = o.entry_id) FROM (SELECT entry_id, allocated_worker_id, team_id, "
        "bucket, role, starts, seen_by, NULL AS reason FROM allocation) o"
    ),
    'DROP TABLE "allocation"',
    'ALTER TABLE "allocation_anew" RENAME TO "allocation"',
    'CREATE INDEX "allocation_allocated_worker_id" ON "allocation" ("allocated_worker_id")',
    'CREATE INDEX "allocation_team_id" ON "allocation" ("team_id")',
)
GUARDS = "62ba16cd7022565fe597ae31c6d69af88b5a831945100f60bc15baeac5ff8648"
