"""The schema of the first version, as it shipped: its tables, then their indexes."""

from db.migrations.m0001_first.indexes import INDEXES
from db.migrations.m0001_first.tables import TABLES

STATEMENTS = (*TABLES, *INDEXES)
