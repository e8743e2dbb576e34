from django.db import migrations

EVENTS = ", ".join(
    f"participants_{record}event"
    for record in (
        "agencycontact",
        "appointment",
        "assignment",
        "barrier",
        "bottleneck",
        "breakglass",
        "consent",
        "dependency",
        "flag",
        "handover",
        "participant",
        "session",
        "trajectory",
    )
)
UNUSED = "pghistory_context"


class Migration(migrations.Migration):
    """The web role adds to the history and changes none of it.

    The table in which pghistory keeps a context is used by nobody: who and when stand
    in the event itself.
    """

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("participants", "0008_change_history"),
    ]

    operations = [
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE ON {EVENTS} FROM koers_web;"
            f"REVOKE ALL ON {UNUSED} FROM koers_web",
            f"GRANT UPDATE, DELETE ON {EVENTS} TO koers_web;"
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON {UNUSED} TO koers_web",
        ),
    ]
