"""How an account begins: a link by mail that sets a first password."""

from allauth.account.adapter import get_adapter
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from counsellors import mail
from exitprog import moment


class LinkTokens(PasswordResetTokenGenerator):
    """A link dies with its first use, a log-in, a newer invitation or the account."""

    def _make_hash_value(self, user, timestamp):
        invited = user.invited_at and user.invited_at.timestamp()
        before = super()._make_hash_value(user, timestamp)
        return f"{before}{user.is_active}{invited}"


def invite(request, user):
    """Mail the link, let every earlier one die, and tell whether the mail went out."""
    user.invited_at = moment.now()
    user.save(update_fields=["invited_at"])
    key = f"{user_pk_to_url_str(user)}-{LinkTokens().make_token(user)}"
    url = get_adapter(request).get_reset_password_from_key_url(key)
    return mail.try_to_send(user, "invitation", url=url)
