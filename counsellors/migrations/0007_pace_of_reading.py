from django.db import migrations, models

import counsellors.models.access_event


class Migration(migrations.Migration):
    """A line counts how fast its reader goes, and knows a closed dossier."""

    dependencies = [
        ("counsellors", "0006_pages_sent_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="accessevent",
            name="pace",
            field=counsellors.models.access_event.CountedField(null=True),
        ),
        migrations.AddField(
            model_name="accessevent",
            name="was_closed",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="accessevent",
            name="result",
            field=models.CharField(
                choices=[
                    ("granted", "granted"),
                    ("refused", "not allowed"),
                    ("slowed", "must wait"),
                ],
                max_length=10,
                verbose_name="result",
            ),
        ),
    ]
