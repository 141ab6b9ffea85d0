"""What keeps the store well."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

THE_STORE: Mapping[str, Command] = {
    "backup": Command("backup", "make a backup now, checked, in the backup folder or another", ("oversight backup",)),
    "restore": Command(
        "restore", "put a backup in the place of the store, or list the backups there are", ("oversight restore",)
    ),
    "load": Command(
        "loading",
        "a complete dump (`oversight export dump`) read back into a new store",
        ("oversight load team.json --store new.oversight",),
    ),
    "move": Command(
        "move",
        "carry a store from a file to a server or back, every row compared",
        (
            "oversight move --to postgresql://postgres@db.example/oversight",
            "oversight move --store postgresql://postgres@db.example/oversight --to team.oversight",
        ),
    ),
    "server": Command(
        "server",
        "a store on a PostgreSQL server, for whoever keeps it: prepare it, let people in, check it",
        (
            "oversight server init --store postgresql://postgres@db.example/oversight --dry-run",
            "oversight server add-user 'Fiona Kilbride' --login fiona --role manager --team 'Harbour Team'",
            "oversight server act-for sam fiona --from 1/12/2026 --to 11/12/2026",
            "oversight server check --store postgresql://postgres@db.example/oversight",
        ),
    ),
    "doctor": Command(
        "doctor", "whether store, backups and machine are well, on one page", ("oversight doctor --rehearse",)
    ),
    "verify": Command("verify", "whether any row of the journal was tampered with", ("oversight verify",)),
    "journal": Command("journal", "who did what and when", ("oversight journal",)),
    "passphrase": Command(
        "passphrase",
        "another passphrase, encrypting a plain store, the recovery phrase, the keyring",
        ("oversight passphrase set", "oversight passphrase recovery"),
    ),
    "retention": Command(
        "retention",
        "what has been kept for long enough, erased on your word; legal holds",
        (
            "oversight retention list --all",
            "oversight retention hold C-1353 --because 'A claim is made'",
        ),
    ),
}
