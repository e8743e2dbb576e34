"""How the directory is narrowed: by what is needed, where, in which language."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from agencies.models import Agency, AgencyKind, Municipality
from exitprog.languages import SpokenLanguage
from exitprog.life_areas import LifeArea


class AgencyFilter(FilterSet):
    """Each filter is one word of AgencyQuerySet."""

    life_area = ChoiceFilter(
        label=_("Helps with"),
        choices=LifeArea,
        empty_label=_("All life areas"),
        method="narrow",
    )
    municipality = ModelChoiceFilter(
        label=_("Works in"),
        queryset=Municipality.objects.all(),
        empty_label=_("All municipalities"),
        method="narrow",
    )
    language = ChoiceFilter(
        label=_("Speaks"),
        choices=SpokenLanguage,
        empty_label=_("All languages"),
        method="narrow",
    )
    kind = ChoiceFilter(
        label=_("Kind of agency"),
        choices=AgencyKind,
        empty_label=_("All kinds"),
        method="narrow",
    )
    name = CharFilter(
        label=_("Name"),
        method="narrow",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off", "maxlength": None}),
    )

    words = {
        "life_area": "helping_with",
        "municipality": "serving",
        "language": "speaking",
        "kind": "of_kind",
        "name": "named_like",
    }

    class Meta:
        model = Agency
        fields = []

    def narrow(self, queryset, name, value):
        return getattr(queryset, self.words[name])(value)

    @property
    def is_narrowed(self):
        return any(self.data.get(name) for name in self.words)

    @property
    def life_area_asked(self):
        """The life area that the waiting times must be about; empty for all."""
        return self.form.cleaned_data.get("life_area", "") if self.is_valid() else ""
