from django.db import migrations

from participants.walls import MEMBER, Kept, Rules, Walled, among, history_of

DEFINER = """LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$"""
PROTECTED = """EXISTS (
                SELECT FROM participants_protection x
                WHERE x.participant_id = {0}.participant_id AND x.starts_at <= present
                    AND (x.ends_at IS NULL OR x.ends_at > present)
            )"""
NAMED = """EXISTS (
                SELECT FROM participants_naming n
                WHERE n.participant_id = a.participant_id AND n.user_id = a.user_id
                    AND n.confirmed_at IS NOT NULL AND n.starts_at <= present
                    AND (n.ends_at IS NULL OR n.ends_at > present)
            )"""
GUIDED = """
CREATE OR REPLACE FUNCTION koers_guided(kinds text[] DEFAULT '{{primary,cover}}')
    RETURNS uuid[] {definer}
DECLARE
    present timestamptz := koers_moment();
    guiding uuid[] := koers_programmes('{{counsellor,team_lead}}');
BEGIN
    RETURN ARRAY(
        SELECT a.participant_id FROM participants_assignment a
        WHERE a.user_id = koers_member() AND a.kind = ANY (kinds)
            AND a.starts_at <= present AND (a.ends_at IS NULL OR a.ends_at > present)
            AND EXISTS (
                SELECT FROM participants_trajectory t
                WHERE t.participant_id = a.participant_id
                    AND t.programme_id = ANY (guiding)
            ){unless_protected}
        EXCEPT SELECT unnest(koers_barred())
    );
END $$;
"""
OPENED = """
CREATE OR REPLACE FUNCTION koers_participants() RETURNS uuid[] {definer}
DECLARE
    present timestamptz := koers_moment();
    watching uuid[] := koers_programmes('{{counsellor,team_lead,privacy_officer}}');
BEGIN
    RETURN koers_guided() || ARRAY(
        SELECT b.participant_id FROM participants_breakglass b
        WHERE b.user_id = koers_member()
            AND b.starts_at <= present AND b.ends_at > present
            AND EXISTS (
                SELECT FROM participants_trajectory t
                WHERE t.participant_id = b.participant_id
                    AND t.programme_id = ANY (watching)
            ){unless_protected}
        EXCEPT SELECT unnest(koers_barred())
    );
END $$;
"""
CASES = """
CREATE VIEW participants_knowncase WITH (security_barrier) AS
SELECT t.id, t.participant_id, p.code, t.programme_id, t.started_on, t.ended_on{since}
FROM participants_trajectory t
JOIN participants_participant p ON p.id = t.participant_id
WHERE t.participant_id = ANY ((SELECT koers_known())::uuid[])
    AND t.programme_id = ANY ((SELECT koers_programmes(
        '{{counsellor,team_lead,privacy_officer}}'
    ))::uuid[]);
REVOKE INSERT, UPDATE, DELETE ON participants_knowncase FROM koers_web;
CREATE FUNCTION koers_case_to_open(asked text) RETURNS SETOF participants_knowncase
    {definer}
DECLARE
    watching uuid[] := koers_programmes('{{counsellor,team_lead,privacy_officer}}');
BEGIN
    RETURN QUERY
        SELECT t.id, t.participant_id, p.code, t.programme_id, t.started_on,
            t.ended_on{since}
        FROM participants_trajectory t
        JOIN participants_participant p ON p.id = t.participant_id
        WHERE p.code = asked AND t.programme_id = ANY (watching)
            AND NOT p.id = ANY (koers_barred())
        ORDER BY t.started_on DESC, t.id DESC LIMIT 1;
END $$;
"""
NO_CASES = """
DROP FUNCTION koers_case_to_open(text);
DROP VIEW participants_knowncase;
"""
SINCE = """,
    (SELECT x.starts_at FROM participants_protection x
     WHERE x.participant_id = t.participant_id AND x.starts_at <= koers_moment()
         AND (x.ends_at IS NULL OR x.ends_at > koers_moment())) AS protected_since"""
MAKE = """
CREATE FUNCTION koers_concerned() RETURNS uuid[] {definer}
DECLARE
    me uuid := koers_member();
    present timestamptz := koers_moment();
BEGIN
    RETURN ARRAY(
        SELECT participant_id FROM participants_assignment
        WHERE user_id = me AND starts_at <= present
            AND (ends_at IS NULL OR ends_at > present)
        UNION SELECT participant_id FROM participants_breakglass
        WHERE user_id = me AND ends_at > present
        UNION SELECT unnest(koers_handed('{{offered,accepted,undone}}'))
    );
END $$;
CREATE FUNCTION koers_led() RETURNS uuid[] {definer}
DECLARE
    led uuid[] := koers_programmes('{{team_lead}}');
BEGIN
    RETURN ARRAY(
        SELECT participant_id FROM participants_trajectory
        WHERE ended_on IS NULL AND programme_id = ANY (led)
    );
END $$;
CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $$
BEGIN
    IF koers_user() = OLD.user_id OR koers_user() <> NEW.approved_by_id
        OR koers_user() IS NOT NULL AND (OLD.user_id, OLD.participant_id)
            IS DISTINCT FROM (NEW.user_id, NEW.participant_id)
    THEN
        RAISE EXCEPTION 'a second person approves, and says who that is';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_second_person_approves BEFORE UPDATE ON participants_breakglass
    FOR EACH ROW WHEN (
        (OLD.user_id, OLD.participant_id, OLD.starts_at, OLD.ends_at,
         OLD.approved_by_id, OLD.approved_at)
        IS DISTINCT FROM
        (NEW.user_id, NEW.participant_id, NEW.starts_at, NEW.ends_at,
         NEW.approved_by_id, NEW.approved_at)
    ) EXECUTE FUNCTION refuse_own_approval();
"""
MAY_END = """
GRANT UPDATE (ends_at, ended_by_id) ON participants_protection TO koers_web;
GRANT UPDATE (version, confirmed_by_id, confirmed_at, ends_at) ON participants_naming
    TO koers_web;
"""
UNMAKE = """
DROP TRIGGER a_second_person_approves ON participants_breakglass;
DROP FUNCTION refuse_own_approval();
DROP FUNCTION koers_led();
DROP FUNCTION koers_concerned();
"""
INSIDE = among("participant_id", "koers_participants()")
KEEPS = among("participant_id", "koers_guided('{primary}')")
WATCHES = among("participant_id", "koers_watched()")
PROTECTION = Rules(
    reads=f"{among('participant_id', 'koers_concerned()')} OR {WATCHES}",
    adds=f"set_by_id = {MEMBER} AND {KEEPS}",
    changes=KEEPS,
)
NAMING = Rules(
    reads=f"user_id = {MEMBER} OR {INSIDE} OR {WATCHES}",
    adds=f"named_by_id = {MEMBER} AND (confirmed_by_id = {MEMBER} AND {KEEPS}"
    f" OR confirmed_by_id IS NULL AND {among('participant_id', 'koers_led()')})",
    changes=f"{KEEPS} OR {WATCHES} AND {MEMBER} NOT IN (user_id, named_by_id)"
    f" AND (confirmed_by_id IS NULL OR confirmed_by_id = {MEMBER})",
)
OPENS = f"user_id = {MEMBER} AND koers_may_open(participant_id)"
TO_BREAK_GLASS = "ALTER POLICY adds ON participants_breakglass WITH CHECK ({})"
OPEN_TO_NAMED = f"\n            AND (NOT {PROTECTED.format('a')} OR {NAMED})"
OPEN_ONCE_APPROVED = (
    f"\n            AND (b.approved_at IS NOT NULL OR NOT {PROTECTED.format('b')})"
)


def rights(guided, opened):
    guided = GUIDED.format(definer=DEFINER, unless_protected=guided)
    return guided + OPENED.format(definer=DEFINER, unless_protected=opened)


def cases(since):
    return NO_CASES + CASES.format(definer=DEFINER, since=since)


class Migration(migrations.Migration):
    """An extra protected dossier is open to named people, as the querysets say too."""

    dependencies = [("participants", "0020_extra_protection")]

    operations = [
        migrations.RunSQL(MAKE.format(definer=DEFINER), UNMAKE),
        migrations.RunSQL(rights(OPEN_TO_NAMED, OPEN_ONCE_APPROVED), rights("", "")),
        migrations.RunSQL(cases(SINCE), cases("")),
        migrations.RunSQL(
            TO_BREAK_GLASS.format(f"{OPENS} AND approved_by_id IS NULL"),
            TO_BREAK_GLASS.format(OPENS),
        ),
        Walled("participants_protection", PROTECTION),
        Walled("participants_naming", NAMING),
        Walled(
            "participants_protectionevent", history_of(PROTECTION), ["participant_id"]
        ),
        Walled(
            "participants_namingevent",
            history_of(NAMING),
            ["participant_id", "user_id"],
        ),
        Kept("participants_protection"),
        Kept("participants_naming"),
        migrations.RunSQL(MAY_END, migrations.RunSQL.noop),
        Kept("participants_protectionevent"),
        Kept("participants_namingevent"),
    ]
