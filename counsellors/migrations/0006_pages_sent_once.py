import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import exitprog.moment


class Migration(migrations.Migration):
    """Which page was sent, and where its first sending went."""

    dependencies = [
        ("counsellors", "0005_access_log_newest_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.UUIDField()),
                ("page", models.CharField(max_length=200)),
                ("content", models.CharField(max_length=64)),
                ("destination", models.CharField(max_length=200)),
                (
                    "at",
                    models.DateTimeField(db_index=True, default=exitprog.moment.now),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submissions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "key"), name="a_page_makes_what_it_makes_once"
                    )
                ],
            },
        ),
    ]
