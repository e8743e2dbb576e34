"""The web links an account and unlinks it; it moves no link, and keeps no token."""

from django.db import migrations

KEPT_BY_NOBODY = "socialaccount_socialapp, socialaccount_socialtoken"


class Migration(migrations.Migration):
    dependencies = [
        ("counsellors", "0010_log_ins"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
        migrations.RunSQL(
            f"REVOKE INSERT, UPDATE ON {KEPT_BY_NOBODY} FROM koers_web;"
            "REVOKE UPDATE ON socialaccount_socialaccount FROM koers_web",
            f"GRANT INSERT, UPDATE ON {KEPT_BY_NOBODY} TO koers_web;"
            "GRANT UPDATE ON socialaccount_socialaccount TO koers_web",
        ),
    ]
