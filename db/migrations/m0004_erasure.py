"""Erasure: journal rows outlive the entry they are about; legal holds; what was erased, and by whom.

The journal is written anew without its foreign key, since an entry can go by law while the chain stays whole.
"""

STATEMENTS = (
    (
        'CREATE TABLE "journal_anew" ("seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "at" TEXT NOT NULL, '
        '"who" TEXT NOT NULL, "what" TEXT NOT NULL, "entry_id" INTEGER, "digest" TEXT NOT NULL, "previous" '
        'TEXT NOT NULL, "hash" TEXT NOT NULL)'
    ),
    (
        "INSERT INTO journal_anew (seq, at, who, what, entry_id, digest, previous, hash) SELECT seq, at, who, "
        "what, entry_id, digest, previous, hash FROM journal"
    ),
    (
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'journal_anew', 0 WHERE NOT EXISTS (SELECT 1 FROM "
        "sqlite_sequence WHERE name = 'journal_anew')"
    ),
    (
        "UPDATE sqlite_sequence SET seq = COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'journal'), "
        "0) WHERE name = 'journal_anew'"
    ),
    'DROP TABLE "journal"',
    'ALTER TABLE "journal_anew" RENAME TO "journal"',
    'CREATE INDEX "journal_entry_id" ON "journal" ("entry_id")',
    'CREATE UNIQUE INDEX "journal_hash" ON "journal" ("hash")',
    (
        'CREATE TABLE "legal_hold" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "reason" TEXT NOT NULL, FOREIGN '
        'KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
    (
        'CREATE TABLE "legal_hold_end" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "hold_id" INTEGER NOT NULL, '
        '"reason" TEXT NOT NULL, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON '
        'UPDATE RESTRICT, FOREIGN KEY ("hold_id") REFERENCES "legal_hold" ("entry_id") ON DELETE RESTRICT ON '
        "UPDATE RESTRICT)"
    ),
    'CREATE INDEX "legal_hold_end_hold_id" ON "legal_hold_end" ("hold_id")',
    (
        'CREATE TABLE "erasure" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" TEXT NOT NULL CHECK '
        "(kind IN ('child', 'supervision', 'own_file', 'own_notes', 'drafts')), \"entries\" INTEGER NOT NULL, "
        '"counts" TEXT NOT NULL, "reason" TEXT NOT NULL, "erased_on" TEXT NOT NULL CHECK (erased_on IS NULL '
        "OR (length(erased_on) = 10 AND erased_on LIKE '____-__-__' AND substr(erased_on, 1, 4) BETWEEN "
        "'1900' AND '2999' AND substr(erased_on, 6, 2) BETWEEN '01' AND '12' AND substr(erased_on, 9, 2) "
        "BETWEEN '01' AND '31')), \"backups_until\" TEXT NOT NULL CHECK (backups_until IS NULL OR "
        "(length(backups_until) = 10 AND backups_until LIKE '____-__-__' AND substr(backups_until, 1, 4) "
        "BETWEEN '1900' AND '2999' AND substr(backups_until, 6, 2) BETWEEN '01' AND '12' AND "
        "substr(backups_until, 9, 2) BETWEEN '01' AND '31')), \"recorded_at\" TEXT NOT NULL, \"recorded_by\" TEXT "
        "NOT NULL)"
    ),
)
