"""The SQL of a board by sqlite3 alone and its JSON by json alone: `python sql_and_json.py STORE STATEMENTS DOCUMENT`.

The statements are a JSON list; the document is what is to be written. Prints milliseconds for the SQL, for the JSON
with the indentation of the document, and for the JSON on one line. That the document is read first is not counted.
"""

import json
import os
import sqlite3
import sys
from pathlib import Path
from time import perf_counter

store, asked, wanted = sys.argv[1:]
statements = json.loads(Path(asked).read_text("utf-8"))
document = json.loads(Path(wanted).read_text("utf-8"))

began = perf_counter()
connection = sqlite3.connect(store)
rows = [connection.execute(statement).fetchall() for statement in statements]
read = perf_counter()
with open(os.devnull, "w", encoding="utf-8") as nowhere:
    nowhere.write(json.dumps(document, ensure_ascii=False, indent=1))
    written = perf_counter()
    nowhere.write(json.dumps(document, ensure_ascii=False))
ended = perf_counter()
print((read - began) * 1000, (written - read) * 1000, (ended - written) * 1000)
