from django.db import migrations

TABLES = (
    "participants_addendum, participants_assessment, participants_orderdecision, "
    "participants_ordermove, participants_safecontact, participants_trajectorystep"
)


class Migration(migrations.Migration):
    """What is never overwritten, the web role can't overwrite."""

    dependencies = [
        ("agencies", "0003_web_role_grants"),
        ("participants", "0002_edges_stay_in_a_trajectory"),
    ]

    operations = [
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE ON {TABLES} FROM koers_web",
            f"GRANT UPDATE, DELETE ON {TABLES} TO koers_web",
        ),
    ]
