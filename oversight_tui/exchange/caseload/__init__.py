"""A caseload table of any form: one row a child, or a row for each time that a worker held one."""
