"""A store on a PostgreSQL server: its address, its tables and guards, who may see what, and how it is set up."""
