from django.db import migrations


class Migration(migrations.Migration):
    """Range types that let an exclusion constraint compare keys and words."""

    dependencies = [("agencies", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "CREATE TYPE keyrange AS RANGE (subtype = uuid)", "DROP TYPE keyrange"
        ),
        migrations.RunSQL(
            "CREATE TYPE wordrange AS RANGE (subtype = text)", "DROP TYPE wordrange"
        ),
    ]
