"""How an enquiry, a plan, proceedings and the time a child was missing end; and a child seen, as a manager was told."""

STATEMENTS = (
    (
        'CREATE TABLE "child_date_anew" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "what" TEXT NOT NULL CHECK (what IN '
        "('visit_interval', 'strategy_discussion', 'conference', 'core_group', 'review_conference', "
        "'looked_after_review', 'next_review', 'pre_proceedings', 'family_group_offer', 'proceedings_issued', "
        "'missing_from', 'returned', 'interview_offered', 'interview_held', 'interview_declined', 'section_47_ended', "
        "'plan_ended', 'pre_proceedings_ended', 'proceedings_ended')), \"day\" TEXT CHECK (day IS NULL OR (length(day) "
        "= 10 AND day LIKE '____-__-__' AND substr(day, 1, 4) BETWEEN '1900' AND '2999' AND substr(day, 6, 2) BETWEEN "
        "'01' AND '12' AND substr(day, 9, 2) BETWEEN '01' AND '31')), \"days\" INTEGER CHECK (days IS NULL OR days "
        'BETWEEN 1 AND 400), "reason" TEXT, "who" TEXT, FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE '
        "RESTRICT ON UPDATE RESTRICT, CHECK ((day IS NULL) <> (days IS NULL)))"
    ),
    # A store whose version was set back has the column already: the name is found there, and else outside, as NULL.
    (
        "INSERT INTO child_date_anew (entry_id, what, day, days, reason, who) SELECT o.entry_id, o.what, o.day, "
        "o.days, o.reason, (SELECT who FROM child_date c WHERE c.entry_id = o.entry_id) FROM (SELECT entry_id, what, "
        "day, days, reason, NULL AS who FROM child_date) o"
    ),
    'DROP TABLE "child_date"',
    'ALTER TABLE "child_date_anew" RENAME TO "child_date"',
    (
        'CREATE TABLE IF NOT EXISTS "seen" ("entry_id" INTEGER NOT NULL PRIMARY KEY, "alone" INTEGER, FOREIGN KEY '
        '("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT)'
    ),
)
