"""A form of the admin site tells when someone else saved the row in the meantime.

These rows carry no version. The page carries a print of what it showed instead; when
that is no longer what is stored, each field says what is, and the second time the
typed is saved over it.
"""

import hashlib

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from exitprog.conflict import shown, who_was_first


class SeenField(forms.CharField):
    widget = forms.HiddenInput

    def __init__(self):
        super().__init__(required=False)

    def has_changed(self, initial, data):
        return False


class SeenForm(forms.ModelForm):
    """Add `seen` to the fields that the page draws."""

    seen = SeenField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.initial["seen"] = self.stored_print()

    def stored_print(self):
        """A print of the row as it is stored, in the fields that the form mends."""
        fields = self._meta.model._meta
        names = [f.name for f in (*fields.concrete_fields, *fields.many_to_many)]
        stored = [self.initial.get(name) for name in names if name in self.fields]
        return hashlib.sha256(repr(stored).encode()).hexdigest()[:32]

    def clean(self):
        cleaned = super().clean()
        now = self.initial.get("seen")
        if now and self.cleaned_data.get("seen") not in {"", now} and self.changed_data:
            self.tell_what_is_stored(now)
        return cleaned

    def tell_what_is_stored(self, now):
        stored = type(self)(instance=self.instance)
        for name in self.changed_data:
            text = shown(stored[name]) or _("empty")
            self.add_error(name, _("Now stored: %(text)s") % {"text": text})
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = now
        raise ValidationError(self.told())

    def told(self):
        kind = ContentType.objects.get_for_model(self.instance)
        lines = LogEntry.objects.filter(content_type=kind, object_id=self.instance.pk)
        newest = lines.select_related("user").first()
        facts = (newest.user, newest.action_time) if newest else (None, None)
        again = _("Save again to put yours in its place.")
        return f"{who_was_first(*facts)} {again}"
