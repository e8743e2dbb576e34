"""How long a session lives: it locks and then ends when idle, and ends after a day.

Only what a person does prolongs it. The moment of last use is written once a minute
at most, so that an ordinary page costs no statement more; it locks a little early for
that, never late.
"""

from django.conf import settings

from exitprog import moment

OPENED, USED = "opened_at", "used_at"
WRITTEN_EVERY = 60


def begin(session):
    """Start the clocks, at log-in; a new key for an open session adds no hours."""
    session.setdefault(OPENED, now())
    session[USED] = now()


def now():
    return moment.now().timestamp()


class SessionLife:
    """The clocks of one session, in seconds; one without clocks has ended."""

    def __init__(self, session):
        self.session = session

    @property
    def idle(self):
        return now() - self.session.get(USED, 0)

    @property
    def locks_in(self):
        return settings.SESSION_LOCKS_AFTER - self.idle

    @property
    def ends_in(self):
        """Until the end of the day's work, however busy."""
        return self.session.get(OPENED, 0) + settings.SESSION_COOKIE_AGE - now()

    @property
    def is_locked(self):
        return self.locks_in <= 0

    @property
    def has_ended(self):
        return self.idle >= settings.SESSION_ENDS_IDLE_AFTER or self.ends_in <= 0

    @property
    def told(self):
        """What a page's script counts down from."""
        return {"locksIn": self.locks_in, "endsIn": self.ends_in}

    def use(self):
        if self.idle >= WRITTEN_EVERY:
            self.session[USED] = now()
