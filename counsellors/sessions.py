"""Ending what is open: sessions are rows, so they can end at once."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from exitprog import moment


def end_sessions(user):
    """Remove the sessions of `user`; who is inside is known to the session alone."""
    rows = Session.objects.filter(expire_date__gt=moment.now())
    ended = [row.pk for row in rows if is_of(row, user)]
    Session.objects.filter(pk__in=ended).delete()


def is_of(session, user):
    return session.get_decoded().get(SESSION_KEY) == str(user.pk)
