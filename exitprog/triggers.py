"""A migration step that adds many triggers at once.

One by one, each would have Django build the models anew, which takes seconds.
"""

from django.db.migrations.operations.base import Operation


class AddTriggers(Operation):
    """Adds `triggers`: pairs of a model's name and its compiled trigger."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, triggers):
        self.triggers = triggers

    def state_forwards(self, app_label, state):
        for name, trigger in self.triggers:
            options = state.models[app_label, name].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for _name, trigger in self.triggers:
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for _name, trigger in reversed(self.triggers):
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self):
        return f"Add {len(self.triggers)} triggers"
