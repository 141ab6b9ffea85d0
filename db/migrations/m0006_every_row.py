"""Each row of a record has a line of the journal that says every column of it.

No table is changed. The lines that older versions did not write are written after the last step, by `db.taking_up`.
"""

STATEMENTS: tuple[str, ...] = ()
GUARDS = "6f0ad98add6d8552feef7d3fe0bafbe3d5055333913ff4d80dfa65801dae03cf"
