from django.db import migrations

NOTES = "participants_session, participants_agencycontact"


class Migration(migrations.Migration):
    """No page removes a note, which a trigger refuses: then the web may not try."""

    dependencies = [("participants", "0022_rights_planned_once")]

    operations = [
        migrations.RunSQL(
            f"REVOKE DELETE ON {NOTES} FROM koers_web",
            f"GRANT DELETE ON {NOTES} TO koers_web",
        )
    ]
