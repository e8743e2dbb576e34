from django.db import migrations

EACH = """
DO $$
DECLARE
    asked regprocedure;
BEGIN
    FOR asked IN
        SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE p.proname LIKE 'koers\\_%' AND p.prosecdef AND l.lanname = 'plpgsql'
    LOOP
        EXECUTE format('ALTER FUNCTION %s {}', asked);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    """What the policies ask is planned once in a session, not once in a statement.

    Each table of a statement asks it, and planning took two thirds of the answer. What
    it looks up by is the same for everyone: a key of a user, keys of participants.
    """

    dependencies = [("participants", "0021_protected_dossiers")]

    operations = [
        migrations.RunSQL(
            EACH.format("SET plan_cache_mode = force_generic_plan"),
            EACH.format("RESET plan_cache_mode"),
        ),
    ]
