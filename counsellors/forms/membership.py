"""Granting a membership and setting its end."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from counsellors.models import Membership
from exitprog import moment
from exitprog.seen import SeenForm


class MembershipForm(SeenForm):
    """`granter` is the admin who fills it in."""

    granter = None

    class Meta:
        model = Membership
        fields = ["user", "programme", "role", "starts_at", "ends_at"]

    def clean_user(self):
        user = self.cleaned_data["user"]
        if user == self.granter:
            raise ValidationError(_("You can't grant yourself a membership."))
        return user

    def clean_ends_at(self):
        ends_at = self.cleaned_data["ends_at"]
        if ends_at and ends_at < moment.now():
            raise ValidationError(_("This moment has passed. Choose a later one."))
        return ends_at
