"""`python -m oversight_tui` is the command `oversight`."""

from oversight_tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
