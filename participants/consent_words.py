"""What a participant agreed to, in a few words."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from participants.models.consent import Consent, Purpose


def consent_title(consent: Consent) -> str:
    """Like "to share with Het Anker"; the purpose, and the agency when it names one."""
    if consent.agency is None:
        return str(consent.get_purpose_display())
    if consent.purpose == Purpose.SHARE:
        return _("to share with %(agency)s") % {"agency": consent.agency.name}
    return f"{consent.get_purpose_display()}, {consent.agency.name}"


def sharing_sentence(consents: list[Consent], participant) -> str:
    """With whom may be shared now, and that anyone else is asked about first."""
    shared = dict.fromkeys(
        row.agency.name for row in consents if row.purpose == Purpose.SHARE
    )
    facts = {"alias": participant.alias, "whom": participant.words.object}
    if not shared:
        return _("%(alias)s has not agreed to sharing yet. Ask %(whom)s first.") % facts
    facts["agencies"] = get_text_list(list(shared), _("and"))
    return (
        _(
            "%(alias)s agrees to sharing with %(agencies)s. "
            "Ask %(whom)s first for anyone else."
        )
        % facts
    )
