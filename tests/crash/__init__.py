"""Kill -9 of gunicorn and of PostgreSQL while six people write: what was saved stays.

Not a test of the suite: it has a PostgreSQL of its own that really waits for the disk.
"""
