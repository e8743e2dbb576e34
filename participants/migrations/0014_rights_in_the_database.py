from django.db import migrations

MAKE = """
CREATE FUNCTION koers_member() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (
        SELECT id FROM counsellors_user
        WHERE id = nullif(current_setting('koers.user', true), '')::uuid
            AND is_active AND NOT is_staff
    );
END $$;
CREATE FUNCTION koers_programmes(roles text[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    present timestamptz := koers_moment();
BEGIN
    RETURN ARRAY(
        SELECT programme_id FROM counsellors_membership
        WHERE user_id = koers_member() AND role = ANY (roles)
            AND starts_at <= present AND (ends_at IS NULL OR ends_at > present)
    );
END $$;
CREATE FUNCTION koers_barred() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    present timestamptz := koers_moment();
BEGIN
    RETURN ARRAY(
        SELECT participant_id FROM participants_barrier
        WHERE user_id = koers_member()
            AND starts_at <= present AND (ends_at IS NULL OR ends_at > present)
    );
END $$;
CREATE FUNCTION koers_guided(kinds text[] DEFAULT '{primary,cover}') RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    present timestamptz := koers_moment();
    guiding uuid[] := koers_programmes('{counsellor,team_lead}');
BEGIN
    RETURN ARRAY(
        SELECT a.participant_id FROM participants_assignment a
        WHERE a.user_id = koers_member() AND a.kind = ANY (kinds)
            AND a.starts_at <= present AND (a.ends_at IS NULL OR a.ends_at > present)
            AND EXISTS (
                SELECT FROM participants_trajectory t
                WHERE t.participant_id = a.participant_id
                    AND t.programme_id = ANY (guiding)
            )
        EXCEPT SELECT unnest(koers_barred())
    );
END $$;
CREATE FUNCTION koers_participants() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    present timestamptz := koers_moment();
    watching uuid[] := koers_programmes('{counsellor,team_lead,privacy_officer}');
BEGIN
    RETURN koers_guided() || ARRAY(
        SELECT b.participant_id FROM participants_breakglass b
        WHERE b.user_id = koers_member()
            AND b.starts_at <= present AND b.ends_at > present
            AND EXISTS (
                SELECT FROM participants_trajectory t
                WHERE t.participant_id = b.participant_id
                    AND t.programme_id = ANY (watching)
            )
        EXCEPT SELECT unnest(koers_barred())
    );
END $$;
CREATE FUNCTION koers_trajectories() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mine uuid[] := koers_participants();
BEGIN
    RETURN ARRAY(
        SELECT id FROM participants_trajectory WHERE participant_id = ANY (mine)
    );
END $$;
CREATE FUNCTION koers_guided_trajectories() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mine uuid[] := koers_guided();
BEGIN
    RETURN ARRAY(
        SELECT id FROM participants_trajectory WHERE participant_id = ANY (mine)
    );
END $$;
"""
DROP = """
DROP FUNCTION koers_guided_trajectories();
DROP FUNCTION koers_trajectories();
DROP FUNCTION koers_participants();
DROP FUNCTION koers_guided(text[]);
DROP FUNCTION koers_barred();
DROP FUNCTION koers_programmes(text[]);
DROP FUNCTION koers_member();
"""


class Migration(migrations.Migration):
    """Whose dossiers the acting user may see and guide, as the querysets say it too."""

    dependencies = [("participants", "0013_name_drafts_by_page")]

    operations = [migrations.RunSQL(MAKE, DROP)]
