"""Agencies as a table, out and in. An import adds and changes, never deletes."""

from uuid import UUID

from django.utils.html import format_html
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from import_export.widgets import ManyToManyWidget, Widget

from agencies.models import Agency, Municipality
from agencies.spreadsheets import as_typed, harmless


class KeyWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        return UUID(str(value)) if value else None


class WordsWidget(Widget):
    """Several short words in one cell, with commas between."""

    def clean(self, value, row=None, **kwargs):
        return [word.strip() for word in str(value or "").split(",") if word.strip()]

    def render(self, value, obj=None, **kwargs):
        return ", ".join(value or [])


class NamesWidget(ManyToManyWidget):
    """Rows by name; a name that is not there is an error, not left out."""

    def clean(self, value, row=None, **kwargs):
        names = {name.strip() for name in str(value or "").split(",") if name.strip()}
        found = self.model.objects.filter(name__in=names)
        missing = sorted(names - {row.name for row in found})
        if missing:
            raise ValueError(_("Not known here: %(names)s") % {"names": missing[0]})
        return found


class MarkedDiff(Diff):
    """What changes, marked by elements alone: the page allows no styles inside."""

    def as_html(self):
        return [
            marked("" if self.new else str(before), str(after))
            for before, after in zip(self.left, self.right, strict=True)
        ]


def marked(before, after):
    if before == after:
        return format_html("{}", after)
    old = format_html("<del>{}</del> ", before) if before else ""
    return format_html("{}<ins>{}</ins>", old, after)


class AgencyResource(ModelResource):
    id = Field("id", "id", KeyWidget())
    languages = Field("languages", "languages", WordsWidget())
    municipalities = Field(
        "municipalities", "municipalities", NamesWidget(Municipality, ", ", "name")
    )
    retired_on = Field("retired_on", "retired_on", readonly=True)

    class Meta:
        model = Agency
        fields = [
            "id",
            "name",
            "kind",
            "municipalities",
            "languages",
            "interpreter",
            "phone",
            "email",
            "website",
            "retired_on",
        ]
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = False

    @classmethod
    def get_diff_class(cls):
        return MarkedDiff

    def get_queryset(self):
        return super().get_queryset().prefetch_related("municipalities")

    def before_import_row(self, row, **kwargs):
        for name, cell in row.items():
            if "\0" in str(cell):
                raise ValueError(_("A cell holds a character that is no text."))
            row[name] = as_typed(cell)

    def export_field(self, field, instance, **kwargs):
        return harmless(super().export_field(field, instance, **kwargs))
