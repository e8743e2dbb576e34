from django.db import migrations

MAKE = """
CREATE FUNCTION koers_user() RETURNS uuid LANGUAGE sql STABLE
    SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('koers.user', true), '')::uuid
$$;
"""


class Migration(migrations.Migration):
    """Who acts, as the request told it; nobody outside a request."""

    dependencies = [("participants", "0006_rows_stay_in_their_trajectory")]

    operations = [migrations.RunSQL(MAKE, "DROP FUNCTION koers_user()")]
