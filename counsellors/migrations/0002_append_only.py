from django.db import migrations


class Migration(migrations.Migration):
    """The web role adds lines to the access log and can't change or remove them."""

    dependencies = [
        ("agencies", "0003_web_role_grants"),
        ("counsellors", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON counsellors_accessevent FROM koers_web",
            "GRANT UPDATE, DELETE ON counsellors_accessevent TO koers_web",
        ),
    ]
