from django.db import migrations

MAKE = """
CREATE TABLE IF NOT EXISTS exitprog_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS exitprog_cache_expires ON exitprog_cache (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON exitprog_cache TO koers_web;
"""


class Migration(migrations.Migration):
    """The table of the cache, which counts attempts to log in: never forgotten."""

    dependencies = [("counsellors", "0003_staff_or_member")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE exitprog_cache")]
