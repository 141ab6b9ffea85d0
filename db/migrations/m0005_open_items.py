"""What waits says its kind of session and whether its words are hidden, each in a column of its own."""

STATEMENTS = (
    'ALTER TABLE "open_item" ADD COLUMN "session_kind" TEXT',
    'ALTER TABLE "open_item" ADD COLUMN "sensitive" INTEGER NOT NULL DEFAULT 0',
    "UPDATE open_item SET session_kind = text, text = '' WHERE kind = 'session_planned'",
    (
        "UPDATE open_item SET session_kind = (SELECT p.session_kind FROM session_cancelled c JOIN session_plan p"
        " ON p.entry_id = c.plan_id WHERE c.entry_id = open_item.entry_id) WHERE kind = 'session_not_rebooked'"
    ),
    "UPDATE open_item SET sensitive = 1, text = '' WHERE text = 'Sensitive: open it on the page'",
)
