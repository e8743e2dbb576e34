from django.db import migrations

from participants.walls import Kept

MAKE = """
CREATE FUNCTION refuse_to_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('koers.empties', true) = 'everything' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME;
END $$;
"""
TABLES = [
    "counsellors_accessevent",
    "participants_addendum",
    "participants_agencycontactevent",
    "participants_appointmentevent",
    "participants_assessment",
    "participants_assignmentevent",
    "participants_barrierevent",
    "participants_bottleneckevent",
    "participants_breakglassevent",
    "participants_consentevent",
    "participants_contacttouch",
    "participants_daytimeactivityevent",
    "participants_dependencyevent",
    "participants_flagevent",
    "participants_handoverevent",
    "participants_incomeevent",
    "participants_orderdecision",
    "participants_ordermove",
    "participants_participantevent",
    "participants_safecontact",
    "participants_sessionevent",
    "participants_sessiontouch",
    "participants_trajectoryevent",
    "participants_trajectorystep",
]


class Migration(migrations.Migration):
    """What is never overwritten is never emptied either."""

    dependencies = [
        ("counsellors", "0005_access_log_newest_first"),
        ("participants", "0016_walls"),
    ]

    operations = [
        migrations.RunSQL(MAKE, "DROP FUNCTION refuse_to_empty()"),
        *(Kept(table) for table in TABLES),
    ]
