"""What was taken back, given back and taken back again is taken back.

A withdrawal counts unless it was itself withdrawn; that one counts unless it was. Deeper it never goes: an entry is
withdrawn, that is undone, the undoing is brought back, and nothing brings that back. Until now a withdrawal that had
been withdrawn never counted again.
"""

_COUNTS = (
    "NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.withdrawn_id = {}.entry_id "
    "AND NOT EXISTS (SELECT 1 FROM withdrawal u WHERE u.withdrawn_id = v.entry_id))"
)
STATEMENTS = (
    "DROP VIEW entry_in_force",
    (
        "CREATE VIEW entry_in_force AS SELECT e.id, e.kind, e.child_id, e.worker_id, e.happened_on, e.happened_at, "
        "e.recorded_at, e.recorded_by, e.source, e.snapshot_id, e.sensitive, e.corrects_id, "
        "COALESCE(e.corrects_id, e.id) AS root_id FROM entry e WHERE NOT EXISTS (SELECT 1 FROM withdrawal w "
        f"WHERE w.withdrawn_id IN (e.id, e.corrects_id) AND {_COUNTS.format('w')}) AND NOT EXISTS (SELECT 1 FROM entry "
        "c WHERE c.corrects_id = COALESCE(e.corrects_id, e.id) AND c.id > e.id AND NOT EXISTS "
        f"(SELECT 1 FROM withdrawal y WHERE y.withdrawn_id = c.id AND {_COUNTS.format('y')}))"
    ),
)
GUARDS = "6828383b5a5b053fd5087a3925f9d33e3c553400ad5028e16fec822bf2df5534"
