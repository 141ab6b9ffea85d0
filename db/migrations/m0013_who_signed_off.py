"""Who signed off or returned a piece of work stands with that answer, where it was not who recorded it."""

STATEMENTS = (
    (
        'CREATE TABLE "work_answer_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "work_id" INTEGER NOT NULL, '
        '"approved" INTEGER NOT NULL, "reason" TEXT NOT NULL, "who" TEXT, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT, FOREIGN KEY ("work_id") REFERENCES "work_handed_in" '
        '("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    # A store whose version was set back has the column already: the name is found there, and else outside, as NULL.
    (
        "INSERT INTO work_answer_anew (entry_id, work_id, approved, reason, who) SELECT o.entry_id, o.work_id, "
        "o.approved, o.reason, (SELECT who FROM work_answer c WHERE c.entry_id = o.entry_id) FROM (SELECT entry_id, "
        "work_id, approved, reason, NULL AS who FROM work_answer) o"
    ),
    'DROP TABLE "work_answer"',
    'ALTER TABLE "work_answer_anew" RENAME TO "work_answer"',
    'CREATE INDEX "work_answer_work_id" ON "work_answer" ("work_id")',
)
GUARDS = "62ba16cd7022565fe597ae31c6d69af88b5a831945100f60bc15baeac5ff8648"
