from django.db import migrations, models

KEEPERS = ["agencycontact", "appointment", "bottleneck", "session"]
PAIRS = [
    # table, its column, the table that it points at, name
    ("session", "appointment_id", "appointment", "a_session_is_of_its_appointment"),
    ("appointment", "about_id", "bottleneck", "an_appointment_is_about_its_own"),
    ("appointment", "moved_from_id", "appointment", "a_chain_is_of_one_trajectory"),
    ("agencycontact", "answers_id", "agencycontact", "an_answer_is_to_its_own"),
    ("ordermove", "bottleneck_id", "bottleneck", "a_move_is_of_its_own"),
    ("ordermove", "undoes_id", "ordermove", "a_move_undoes_its_own"),
]
MAKE_PAIR = """
ALTER TABLE participants_{0}
    ADD CONSTRAINT {3} FOREIGN KEY ({1}, trajectory_id)
        REFERENCES participants_{2} (id, trajectory_id) DEFERRABLE INITIALLY DEFERRED;
"""
DROP_PAIR = "ALTER TABLE participants_{0} DROP CONSTRAINT {3};"
MAKE_FUNCTIONS = """
CREATE FUNCTION refuse_another_trajectory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE foreign_key_violation
        USING MESSAGE = format('%s belongs to another trajectory', TG_TABLE_NAME);
END $$;
CREATE FUNCTION check_touched_in_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM participants_session JOIN participants_bottleneck
            USING (trajectory_id)
        WHERE participants_session.id = NEW.session_id
            AND participants_bottleneck.id = NEW.bottleneck_id
    ) THEN
        RAISE foreign_key_violation USING MESSAGE =
            'the bottleneck and the session are of different trajectories';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION check_touched_in_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM participants_agencycontact JOIN participants_bottleneck
            USING (trajectory_id)
        WHERE participants_agencycontact.id = NEW.contact_id
            AND participants_bottleneck.id = NEW.bottleneck_id
    ) THEN
        RAISE foreign_key_violation USING MESSAGE =
            'the bottleneck and the contact are of different trajectories';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION check_consent_of_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM participants_consent JOIN participants_trajectory
            USING (participant_id)
        WHERE participants_consent.id = NEW.consent_id
            AND participants_trajectory.id = NEW.trajectory_id
            AND participants_consent.agency_id = NEW.agency_id
    ) THEN
        RAISE foreign_key_violation USING MESSAGE =
            'the consent is of another participant or agency';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER touches_stay_in_the_trajectory
    BEFORE INSERT OR UPDATE ON participants_sessiontouch
    FOR EACH ROW EXECUTE FUNCTION check_touched_in_session();
CREATE TRIGGER touches_stay_in_the_trajectory
    BEFORE INSERT OR UPDATE ON participants_contacttouch
    FOR EACH ROW EXECUTE FUNCTION check_touched_in_contact();
CREATE TRIGGER consent_is_of_the_same_person
    BEFORE INSERT OR UPDATE OF consent_id, agency_id, trajectory_id
    ON participants_agencycontact
    FOR EACH ROW WHEN (NEW.consent_id IS NOT NULL)
    EXECUTE FUNCTION check_consent_of_contact();
"""
DROP_FUNCTIONS = """
DROP FUNCTION check_consent_of_contact CASCADE;
DROP FUNCTION check_touched_in_contact CASCADE;
DROP FUNCTION check_touched_in_session CASCADE;
DROP FUNCTION refuse_another_trajectory CASCADE;
"""
MAKE_KEEPER = """
CREATE TRIGGER keeps_its_trajectory BEFORE UPDATE OF trajectory_id ON participants_{0}
    FOR EACH ROW WHEN (OLD.trajectory_id IS DISTINCT FROM NEW.trajectory_id)
    EXECUTE FUNCTION refuse_another_trajectory();
"""
UNIQUE = [
    ("agencycontact", "a_contact_keeps_its_trajectory"),
    ("appointment", "an_appointment_keeps_its_trajectory"),
    ("ordermove", "a_move_keeps_its_trajectory"),
]


class Migration(migrations.Migration):
    """A row and the rows that it points at are of one and the same trajectory."""

    dependencies = [("participants", "0005_appointments")]

    operations = [
        *(
            migrations.AddConstraint(
                model,
                models.UniqueConstraint(fields=("id", "trajectory"), name=name),
            )
            for model, name in UNIQUE
        ),
        *(
            migrations.RunSQL(MAKE_PAIR.format(*pair), DROP_PAIR.format(*pair))
            for pair in PAIRS
        ),
        migrations.RunSQL(MAKE_FUNCTIONS, DROP_FUNCTIONS),
        *(
            migrations.RunSQL(MAKE_KEEPER.format(table), migrations.RunSQL.noop)
            for table in KEEPERS
        ),
    ]
