"""What an import was told and goes on knowing: another spelling of a child's reference, what words of lists mean."""

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
)
GUARDS = "827bcfa86355319cb0678753d32e858e0b9050916226299386302a585ce3e1c8"
