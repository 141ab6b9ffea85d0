"""The store as it stood at the end of a day that has passed.

For as long as it is asked so, tables and views of the same names lie over those of the store: the entries in force are
those that had happened by then, the lists those that had come, and what is kept beside the records is worked out anew
from these. Every question is asked as it always is and knows nothing of it. Nothing of the store is written; what lies
over it is in memory, and goes with the end.
"""

from db.as_at.overlay import as_at
from db.as_at.past import end_of, is_past
from db.as_at.reach import Reach, everybody, of_child, of_teams, of_worker

__all__ = ["Reach", "as_at", "end_of", "everybody", "is_past", "of_child", "of_teams", "of_worker"]
