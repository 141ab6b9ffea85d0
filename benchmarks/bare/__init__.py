"""What the program is held against: each the least that could be done in its place. They are run as scripts."""

from pathlib import Path

HELLO, KEY_ECHO, SQL_AND_JSON, PEAK, FIRST_FRAME = (
    Path(__file__).with_name(f"{name}.py") for name in ("hello", "key_echo", "sql_and_json", "peak", "first_frame")
)
READY = "hello-ready"  # what the two Textual programs show
