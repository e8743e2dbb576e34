from django.db import migrations

MAKE = """
CREATE FUNCTION koers_moment() RETURNS timestamptz LANGUAGE sql STABLE
    SET search_path = pg_catalog AS $$
    SELECT coalesce(nullif(current_setting('koers.moment', true), '')::timestamptz, now())
$$;
CREATE FUNCTION koers_counted_programmes() RETURNS uuid[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(programme_id), '{}')
    FROM counsellors_membership m
    JOIN counsellors_user u ON u.id = m.user_id AND u.is_active AND NOT u.is_staff
    WHERE m.user_id = nullif(current_setting('koers.user', true), '')::uuid
      AND m.role IN ('team_lead', 'coordinator')
      AND m.starts_at <= koers_moment()
      AND (m.ends_at IS NULL OR m.ends_at > koers_moment())
$$;
CREATE VIEW participants_casefact WITH (security_barrier) AS
SELECT t.id, p.code, t.programme_id, t.state, t.started_on, t.ended_on,
    a.user_id AS counsellor_id,
    (SELECT max(s.on) FROM participants_session s
     WHERE s.trajectory_id = t.id AND s.attendance IN ('attended', 'late')) AS seen_on,
    EXISTS (SELECT 1 FROM participants_bottleneck b
            WHERE b.trajectory_id = t.id AND b.life_area = 'safety' AND b.severity = 5
              AND b.state IN ('open', 'working', 'waiting')) AS is_acute,
    (SELECT count(*) FROM participants_bottleneck b
     WHERE b.trajectory_id = t.id AND b.state IN ('open', 'working', 'waiting'))
        AS open_bottlenecks
FROM participants_trajectory t
JOIN participants_participant p ON p.id = t.participant_id
LEFT JOIN participants_assignment a ON a.participant_id = p.id AND a.kind = 'primary'
    AND a.starts_at <= koers_moment()
    AND (a.ends_at IS NULL OR a.ends_at > koers_moment())
WHERE t.programme_id = ANY ((SELECT koers_counted_programmes())::uuid[]);
CREATE VIEW participants_bottleneckfact WITH (security_barrier) AS
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
JOIN participants_trajectory t ON t.id = b.trajectory_id
WHERE b.state IN ('open', 'working', 'waiting')
  AND t.programme_id = ANY ((SELECT koers_counted_programmes())::uuid[]);
CREATE VIEW participants_coverfact WITH (security_barrier) AS
SELECT a.id, t.id AS case_id, t.programme_id, a.user_id, a.starts_at, a.ends_at
FROM participants_assignment a
JOIN participants_trajectory t ON t.participant_id = a.participant_id
    AND t.ended_on IS NULL
WHERE a.kind = 'cover' AND (a.ends_at IS NULL OR a.ends_at > koers_moment())
  AND t.programme_id = ANY ((SELECT koers_counted_programmes())::uuid[]);
GRANT SELECT ON participants_casefact, participants_bottleneckfact,
    participants_coverfact TO koers_web;
REVOKE INSERT, UPDATE, DELETE ON participants_casefact, participants_bottleneckfact,
    participants_coverfact FROM koers_web;
"""
DROP = """
DROP VIEW participants_coverfact;
DROP VIEW participants_bottleneckfact;
DROP VIEW participants_casefact;
DROP FUNCTION koers_counted_programmes();
DROP FUNCTION koers_moment();
"""


class Migration(migrations.Migration):
    """Counted facts for the caseload: no free text, and the own programmes alone."""

    dependencies = [
        ("counsellors", "0003_staff_or_member"),
        ("participants", "0003_append_only"),
    ]

    operations = [migrations.RunSQL(MAKE, DROP)]
