from django.db import migrations

MAKE = """
CREATE FUNCTION staff_or_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'counsellors_membership' THEN
        PERFORM 1 FROM counsellors_user WHERE id = NEW.user_id AND is_staff FOR SHARE;
    ELSE
        PERFORM 1 FROM counsellors_membership WHERE user_id = NEW.id AND NEW.is_staff;
    END IF;
    IF FOUND THEN
        RAISE EXCEPTION 'an account is staff or has memberships, never both'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'staff_or_member';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER staff_or_member BEFORE INSERT OR UPDATE ON counsellors_membership
    FOR EACH ROW EXECUTE FUNCTION staff_or_member();
CREATE TRIGGER staff_or_member BEFORE UPDATE OF is_staff ON counsellors_user
    FOR EACH ROW EXECUTE FUNCTION staff_or_member();
"""
DROP = """
DROP TRIGGER staff_or_member ON counsellors_user;
DROP TRIGGER staff_or_member ON counsellors_membership;
DROP FUNCTION staff_or_member();
"""


class Migration(migrations.Migration):
    """An account is staff or has memberships, never both: across two tables."""

    dependencies = [("counsellors", "0002_append_only")]

    operations = [migrations.RunSQL(MAKE, DROP)]
