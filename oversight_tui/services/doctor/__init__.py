"""The doctor: whether store, backups and machine are well, a line for each, with what to do. No line names a child."""
