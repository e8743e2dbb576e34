import django.db.models.deletion
from django.db import migrations, models

MAKE = """
CREATE FUNCTION koers_watched() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    watching uuid[] := koers_programmes('{team_lead,privacy_officer}');
BEGIN
    RETURN ARRAY(
        SELECT DISTINCT participant_id FROM participants_trajectory
        WHERE programme_id = ANY (watching)
    );
END $$;
CREATE FUNCTION koers_handed(states text[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me uuid := koers_member();
    since timestamptz := koers_moment() - interval '24 hours';
    guiding uuid[] := koers_programmes('{counsellor,team_lead}');
BEGIN
    RETURN ARRAY(
        SELECT h.participant_id FROM participants_handover h
        WHERE (h.from_user_id = me OR h.to_user_id = me)
            AND h.state = ANY (states) AND coalesce(h.decided_at > since, true)
            AND EXISTS (
                SELECT FROM participants_trajectory t
                WHERE t.participant_id = h.participant_id
                    AND t.programme_id = ANY (guiding)
            )
        EXCEPT SELECT unnest(koers_barred())
    );
END $$;
CREATE FUNCTION koers_arranged() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    led uuid[] := koers_programmes('{team_lead}');
    guiding uuid[] := koers_programmes('{counsellor,team_lead}');
    handed uuid[] := koers_handed('{offered,accepted,undone}');
BEGIN
    RETURN koers_guided('{primary}') || ARRAY(
        SELECT participant_id FROM participants_trajectory
        WHERE ended_on IS NULL AND (
            programme_id = ANY (led)
            OR programme_id = ANY (guiding) AND participant_id = ANY (handed)
        )
    );
END $$;
CREATE FUNCTION koers_known() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me uuid := koers_member();
BEGIN
    RETURN koers_participants() || koers_watched()
        || koers_handed('{offered,accepted,declined,withdrawn,undone}')
        || ARRAY(SELECT participant_id FROM participants_breakglass WHERE user_id = me);
END $$;
CREATE FUNCTION koers_noted() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me uuid := koers_member();
BEGIN
    RETURN ARRAY(
        SELECT unnest(koers_guided())
        UNION SELECT participant_id FROM participants_breakglass WHERE user_id = me
        EXCEPT SELECT unnest(koers_barred())
    );
END $$;
CREATE VIEW participants_knowncase WITH (security_barrier) AS
SELECT t.id, t.participant_id, p.code, t.programme_id, t.started_on, t.ended_on
FROM participants_trajectory t
JOIN participants_participant p ON p.id = t.participant_id
WHERE t.participant_id = ANY ((SELECT koers_known())::uuid[])
    AND t.programme_id = ANY ((SELECT koers_programmes(
        '{counsellor,team_lead,privacy_officer}'
    ))::uuid[]);
REVOKE INSERT, UPDATE, DELETE ON participants_knowncase FROM koers_web;
CREATE FUNCTION koers_case_to_open(asked text) RETURNS SETOF participants_knowncase
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    watching uuid[] := koers_programmes('{counsellor,team_lead,privacy_officer}');
BEGIN
    RETURN QUERY
        SELECT t.id, t.participant_id, p.code, t.programme_id, t.started_on, t.ended_on
        FROM participants_trajectory t
        JOIN participants_participant p ON p.id = t.participant_id
        WHERE p.code = asked AND t.programme_id = ANY (watching)
            AND NOT p.id = ANY (koers_barred())
        ORDER BY t.started_on DESC, t.id DESC LIMIT 1;
END $$;
CREATE FUNCTION koers_may_open(participant uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN NOT participant = ANY (koers_barred()) AND EXISTS (
        SELECT FROM participants_trajectory t
        WHERE t.participant_id = participant AND t.programme_id = ANY (
            koers_programmes('{counsellor,team_lead,privacy_officer}')
        )
    );
END $$;
CREATE FUNCTION koers_is_barred(participant uuid, colleague uuid, present timestamptz)
    RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM participants_barrier
        WHERE participant_id = participant AND user_id = colleague
            AND starts_at <= present AND (ends_at IS NULL OR ends_at > present)
    );
END $$;
CREATE FUNCTION koers_hold(participant uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM participants_participant WHERE id = participant FOR UPDATE;
END $$;
CREATE FUNCTION koers_is_new(participant uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM participants_assignment WHERE participant_id = participant
    ) AND NOT EXISTS (
        SELECT FROM participants_trajectory WHERE participant_id = participant
    );
END $$;
CREATE FUNCTION koers_begun() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    present timestamptz := koers_moment();
BEGIN
    RETURN ARRAY(
        SELECT a.participant_id FROM participants_assignment a
        WHERE a.user_id = koers_member() AND a.kind = 'primary'
            AND a.starts_at <= present AND (a.ends_at IS NULL OR a.ends_at > present)
            AND NOT EXISTS (
                SELECT FROM participants_trajectory t
                WHERE t.participant_id = a.participant_id
            )
    );
END $$;
CREATE FUNCTION withdraw_offers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE participants_handover
    SET state = 'withdrawn', decided_at = NEW.starts_at, version = version + 1
    WHERE participant_id = NEW.participant_id AND state = 'offered';
    RETURN NULL;
END $$;
CREATE TRIGGER a_new_counsellor_ends_offers AFTER INSERT ON participants_assignment
    FOR EACH ROW WHEN (NEW.kind = 'primary') EXECUTE FUNCTION withdraw_offers();
"""
DROP = """
DROP TRIGGER a_new_counsellor_ends_offers ON participants_assignment;
DROP FUNCTION withdraw_offers();
DROP FUNCTION koers_begun();
DROP FUNCTION koers_is_new(uuid);
DROP FUNCTION koers_hold(uuid);
DROP FUNCTION koers_is_barred(uuid, uuid, timestamptz);
DROP FUNCTION koers_may_open(uuid);
DROP FUNCTION koers_case_to_open(text);
DROP VIEW participants_knowncase;
DROP FUNCTION koers_noted();
DROP FUNCTION koers_known();
DROP FUNCTION koers_arranged();
DROP FUNCTION koers_handed(text[]);
DROP FUNCTION koers_watched();
"""


class Migration(migrations.Migration):
    """What someone knows of a dossier that is closed to her: its code, and no more."""

    dependencies = [("participants", "0014_rights_in_the_database")]

    operations = [
        migrations.RunSQL(MAKE, DROP),
        migrations.CreateModel(
            name="KnownCase",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("participant_id", models.UUIDField()),
                ("code", models.CharField(max_length=8)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agencies.programme",
                    ),
                ),
            ],
            options={"db_table": "participants_knowncase", "managed": False},
        ),
    ]
