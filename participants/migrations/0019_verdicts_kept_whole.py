from django.db import migrations

from participants.walls import Kept


class Migration(migrations.Migration):
    """Verdicts on the access log are never emptied either."""

    dependencies = [
        ("counsellors", "0009_verdicts_stay"),
        ("participants", "0018_bottlenecks_of_open_cases"),
    ]

    operations = [Kept("counsellors_logverdict")]
