"""What others or an import have recorded since somebody last looked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.engine import Store

MOST = 500
_KINDS = (
    "allocation",
    "extract",
    "missing",
    "worry",
    "worry_close",
    "escalation_answer",
    "action_outcome",
    "decision",
    "discussion",
    "disagreement",
)
_TEXT = "COALESCE(w.text, wc.reason, ea.text, da.text, d.text, t.text, dis.text)"
_SQL = """
SELECT j.seq, e.root_id, e.kind, e.child_id, c.reference, cw.name, e.recorded_by, e.source, e.recorded_at, {text},
  aw.name, a.bucket,
  EXISTS (SELECT 1 FROM entry b JOIN allocation ba ON ba.entry_id = b.id
          WHERE b.child_id = e.child_id AND b.kind = 'allocation' AND b.id < e.id AND ba.role = 'lead'),
  x.open, ao.done, e.sensitive OR EXISTS (SELECT 1 FROM mark m JOIN entry_in_force me ON me.id = m.entry_id
          WHERE m.marked_id = e.root_id AND m.mark = 'sensitive')
FROM journal j JOIN entry_in_force e ON e.id = j.entry_id
LEFT JOIN child c ON c.id = e.child_id
LEFT JOIN child_now cn ON cn.child_id = e.child_id LEFT JOIN worker_now cw ON cw.worker_id = cn.worker_id
LEFT JOIN worry w ON w.entry_id = e.id LEFT JOIN worry_close wc ON wc.entry_id = e.id
LEFT JOIN escalation_answer ea ON ea.entry_id = e.id
LEFT JOIN action_outcome ao ON ao.entry_id = e.id LEFT JOIN action da ON da.entry_id = ao.action_id
LEFT JOIN decision d ON d.entry_id = e.id LEFT JOIN discussion t ON t.entry_id = e.id
LEFT JOIN disagreement dis ON dis.entry_id = e.id
LEFT JOIN allocation a ON a.entry_id = e.id LEFT JOIN worker_now aw ON aw.worker_id = a.allocated_worker_id
LEFT JOIN extract_row x ON x.entry_id = e.id
WHERE j.seq > ? AND e.kind IN ({kinds}) AND (e.recorded_by <> ? OR e.snapshot_id IS NOT NULL)
  AND (e.kind <> 'allocation' OR a.role = 'lead') AND (e.kind <> 'extract' OR x.open = 0)
  AND (t.setting IS NULL OR t.setting <> 'opening') {teams}
ORDER BY j.seq DESC LIMIT {most}
"""
_OF_TEAMS = """AND (e.child_id IS NULL OR EXISTS (SELECT 1 FROM entry te JOIN allocation ta ON ta.entry_id = te.id
  WHERE te.child_id = e.child_id AND te.kind = 'allocation' AND ta.team_id IN ({places})))"""


def recorded_since(store: Store, seq: int, who: str, teams: Sequence[int] | None) -> list[Any]:
    """Rows of what somebody else, or an import, recorded after a journal row, newest first, at most 500.

    Each is (seq, entry, kind, child id, reference, its worker now, by, source, recorded at, text, new holder, bucket,
    whether the child had a holder before, whether open, whether done, whether sensitive). `teams` None means every
    team; a child counts who is or was of one of the teams.
    """
    only = _OF_TEAMS.format(places=",".join("?" * len(teams))) if teams is not None else ""
    sql = _SQL.format(text=_TEXT, kinds=",".join("?" * len(_KINDS)), teams=only, most=MOST)
    rows: list[Any] = store.database.execute_sql(sql, (seq, *_KINDS, who, *(teams or ()))).fetchall()
    return rows


def seen_until(store: Store, who: str) -> int | None:
    """The last journal row this person has seen, None where they never looked."""
    row = store.database.execute_sql("SELECT journal_seq FROM seen_mark WHERE who = ?", (who,)).fetchone()
    return row[0] if row else None


def first_row_since(store: Store, moment: str) -> int:
    """The number of the last journal row written before a moment (UTC, as the journal writes it), 0 where none was."""
    row = store.database.execute_sql("SELECT max(seq) FROM journal WHERE at < ?", (moment,)).fetchone()
    return int(row[0] or 0)
