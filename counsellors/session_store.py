"""The sessions of Django's own table; each begins with its clocks set."""

from django.contrib.sessions.backends import db

from counsellors.session_life import begin


class SessionStore(db.SessionStore):
    """A new key is made at log-in; other windows hold the old one no more."""

    def create(self):
        begin(self)
        super().create()
