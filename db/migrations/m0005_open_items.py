"""What waits says its kind of session and whether its words are hidden, each in a column of its own.

The table is written anew with both. Until now the kind of a planned session stood in its text, and fixed words in place
of those that are hidden: both are taken from the records.
"""

_HIDDEN = (
    "EXISTS (SELECT 1 FROM entry_in_force e WHERE (e.id = o.entry_id OR e.corrects_id = o.entry_id) AND (e.sensitive = "
    "1 OR EXISTS (SELECT 1 FROM mark m JOIN entry_in_force me ON me.id = m.entry_id WHERE m.marked_id = o.entry_id AND "
    "m.mark = 'sensitive')))"
)
STATEMENTS = (
    (
        'CREATE TABLE "open_item_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "kind" TEXT NOT NULL CHECK '
        "(kind IN ('worry', 'action', 'decision_without_because', 'decision_review', "
        "'discussion_not_on_file', 'discussion_open', 'escalation', 'session_planned', "
        '\'session_not_rebooked\', \'import_conflict\')), "child_id" INTEGER, "worker_id" INTEGER, "text" TEXT '
        'NOT NULL, "since" TEXT, "due_on" TEXT, "at" TEXT, "who" TEXT, "severity" INTEGER, "carried_over" '
        'INTEGER NOT NULL, "session_kind" TEXT, "sensitive" INTEGER NOT NULL, FOREIGN KEY ("entry_id") '
        'REFERENCES "entry" ("id"), FOREIGN KEY ("child_id") REFERENCES "child" ("id"), FOREIGN KEY '
        '("worker_id") REFERENCES "worker" ("id"))'
    ),
    (
        "INSERT INTO open_item_anew (entry_id, kind, child_id, worker_id, text, since, due_on, at, who, severity, "
        "carried_over, session_kind, sensitive) SELECT o.entry_id, o.kind, o.child_id, o.worker_id, CASE WHEN o.kind = "
        f"'session_planned' OR {_HIDDEN} THEN '' ELSE o.text END, o.since, o.due_on, o.at, o.who, o.severity, "
        "o.carried_over, CASE o.kind WHEN 'session_planned' THEN (SELECT p.session_kind FROM session_plan p WHERE "
        "p.entry_id = o.entry_id) WHEN 'session_not_rebooked' THEN (SELECT p.session_kind FROM session_cancelled c "
        f"JOIN session_plan p ON p.entry_id = c.plan_id WHERE c.entry_id = o.entry_id) END, {_HIDDEN} FROM open_item o"
    ),
    'DROP TABLE "open_item"',
    'ALTER TABLE "open_item_anew" RENAME TO "open_item"',
    'CREATE INDEX "open_item_child_id" ON "open_item" ("child_id")',
    'CREATE INDEX "open_item_worker_id" ON "open_item" ("worker_id")',
)
