from django.db import migrations

MAKE = """
ALTER TABLE participants_dependency
    ADD CONSTRAINT blocker_is_of_the_trajectory FOREIGN KEY (blocker_id, trajectory_id)
        REFERENCES participants_bottleneck (id, trajectory_id)
        DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT blocked_is_of_the_trajectory FOREIGN KEY (blocked_id, trajectory_id)
        REFERENCES participants_bottleneck (id, trajectory_id)
        DEFERRABLE INITIALLY DEFERRED;
"""
DROP = """
ALTER TABLE participants_dependency
    DROP CONSTRAINT blocker_is_of_the_trajectory,
    DROP CONSTRAINT blocked_is_of_the_trajectory;
"""


class Migration(migrations.Migration):
    """Both ends of a dependency belong to its own trajectory."""

    dependencies = [("participants", "0001_initial")]

    operations = [migrations.RunSQL(MAKE, DROP)]
