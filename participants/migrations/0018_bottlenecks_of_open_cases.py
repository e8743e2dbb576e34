from django.db import migrations

VIEW = """
CREATE OR REPLACE VIEW participants_bottleneckfact WITH (security_barrier) AS
SELECT b.id, b.trajectory_id AS case_id, t.programme_id, b.life_area, b.severity,
    b.state, b.lane, b.waiting_on, b.waiting_agency_id, b.waiting_since, b.opened_on,
    greatest(
        b.opened_on,
        (SELECT max(s.on) FROM participants_sessiontouch st
         JOIN participants_session s ON s.id = st.session_id
         WHERE st.bottleneck_id = b.id),
        (SELECT max(c.on) FROM participants_contacttouch ct
         JOIN participants_agencycontact c ON c.id = ct.contact_id
         WHERE ct.bottleneck_id = b.id)
    ) AS stepped_on
FROM participants_bottleneck b
JOIN participants_trajectory t ON t.id = b.trajectory_id {running}
WHERE b.state IN ('open', 'working', 'waiting')
  AND t.programme_id = ANY ((SELECT koers_counted_programmes())::uuid[]);
"""


class Migration(migrations.Migration):
    """What stands still in a dossier that was closed is nobody's to move."""

    dependencies = [("participants", "0017_kept_whole")]

    operations = [
        migrations.RunSQL(
            VIEW.format(running="AND t.ended_on IS NULL"), VIEW.format(running="")
        )
    ]
