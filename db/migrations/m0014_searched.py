"""What was said and typed, as it is searched. It is worked out anew after the last step."""

STATEMENTS = (
    'DROP TABLE IF EXISTS "said"',  # a store whose version was set back has it already
    (
        'CREATE TABLE "said" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "child_id" INTEGER, "worker_id" INTEGER, '
        '"day" TEXT NOT NULL, "stands" INTEGER NOT NULL, "words" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES '
        '"entry" ("id"), FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY ("worker_id") REFERENCES '
        '"worker" ("id"))'
    ),
    'CREATE INDEX "said_child_id" ON "said" ("child_id")',
    'CREATE INDEX "said_worker_id" ON "said" ("worker_id")',
)
GUARDS = "62ba16cd7022565fe597ae31c6d69af88b5a831945100f60bc15baeac5ff8648"
