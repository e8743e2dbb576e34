"""Adding and mending an account; passwords are not in it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog.seen import SeenForm


class UserForm(SeenForm):
    class Meta:
        model = User
        fields = ["name", "email", "phone", "language", "max_participants", "is_staff"]

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        others = User.objects.exclude(pk=self.instance.pk)
        if others.filter(email__iexact=email).exists():
            raise ValidationError(_("There is an account with this address already."))
        return email

    def clean_is_staff(self):
        is_staff = self.cleaned_data["is_staff"]
        if is_staff and self.instance.memberships.exists():
            raise ValidationError(
                _("This account has memberships. An admin needs another account.")
            )
        return is_staff
