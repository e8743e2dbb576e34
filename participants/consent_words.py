"""What a participant agreed to, in a few words."""

from django.utils.translation import gettext as _

from participants.models.consent import Consent, Purpose


def consent_title(consent: Consent) -> str:
    """Like "to share with Het Anker"; the purpose, and the agency when it names one."""
    if consent.agency is None:
        return str(consent.get_purpose_display())
    if consent.purpose == Purpose.SHARE:
        return _("to share with %(agency)s") % {"agency": consent.agency.name}
    return f"{consent.get_purpose_display()}, {consent.agency.name}"
