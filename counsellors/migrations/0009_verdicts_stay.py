from django.db import migrations


class Migration(migrations.Migration):
    """The web role adds verdicts and closes reviews; it removes neither."""

    dependencies = [("counsellors", "0008_monthly_samples")]

    operations = [
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON counsellors_logverdict FROM koers_web",
            "GRANT UPDATE, DELETE ON counsellors_logverdict TO koers_web",
        ),
        migrations.RunSQL(
            "REVOKE DELETE ON counsellors_logreview FROM koers_web",
            "GRANT DELETE ON counsellors_logreview TO koers_web",
        ),
    ]
