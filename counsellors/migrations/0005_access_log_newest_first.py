from django.db import migrations, models


class Migration(migrations.Migration):
    """The access log is read newest first, over programmes and attempts at once."""

    dependencies = [("counsellors", "0004_cache_table")]

    operations = [
        migrations.AddIndex(
            model_name="accessevent",
            index=models.Index(fields=["-at", "-id"], name="access_newest_first"),
        ),
    ]
