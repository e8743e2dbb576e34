"""A migration step that adds or renews many triggers at once.

One by one, each would have Django build the models anew, which takes seconds.
"""

from django.db.migrations.operations.base import Operation


class AddTriggers(Operation):
    """Adds `triggers`, pairs of a model's name and its compiled trigger.

    One that the model has by that name is renewed; backwards it is as it was.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, triggers):
        self.triggers = triggers

    def state_forwards(self, app_label, state):
        for model, trigger in self.triggers:
            options = state.models[app_label, model].options
            others = [t for t in options.get("triggers", []) if t.name != trigger.name]
            options["triggers"] = [*others, trigger]

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for _model, trigger in self.triggers:
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model, trigger in reversed(self.triggers):
            schema_editor.execute(trigger.uninstall_sql, params=None)
            options = to_state.models[app_label, model].options
            for before in options.get("triggers", []):
                if before.name == trigger.name:
                    schema_editor.execute(before.install_sql, params=None)

    def describe(self):
        return f"Add {len(self.triggers)} triggers"
