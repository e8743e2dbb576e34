"""What the lock in every page knows of the session."""

from django.conf import settings

from counsellors.session_life import OPENED, SessionLife


def session_life(request):
    """`session_life`, in whole seconds; nothing where nobody logged in."""
    session = getattr(request, "session", None)
    if session is None or OPENED not in session:
        return {}
    life = SessionLife(session)
    seconds = {
        "locks_in": int(life.locks_in),
        "ends_in": int(life.ends_in),
        "wiped_after": settings.SESSION_ENDS_IDLE_AFTER - settings.SESSION_LOCKS_AFTER,
    }
    return {"session_life": seconds}
