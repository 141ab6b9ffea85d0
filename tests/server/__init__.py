"""A PostgreSQL server of the tests' own, and what is promised of a store on one."""
