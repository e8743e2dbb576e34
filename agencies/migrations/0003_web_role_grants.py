from django.db import migrations

GRANT = """
GRANT USAGE ON SCHEMA public TO koers_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO koers_web;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO koers_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO koers_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO koers_web;
"""
REVOKE = """
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE USAGE ON SEQUENCES FROM koers_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM koers_web;
REVOKE USAGE ON ALL SEQUENCES IN SCHEMA public FROM koers_web;
REVOKE SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public FROM koers_web;
REVOKE USAGE ON SCHEMA public FROM koers_web;
"""


class Migration(migrations.Migration):
    """The web role works on tables that it does not own, these and later ones.

    The role itself is made by whoever keeps the cluster: roles are cluster-wide.
    """

    dependencies = [("agencies", "0002_range_types")]

    operations = [migrations.RunSQL(GRANT, REVOKE)]
