"""The sessions and contacts that touched a bottleneck, as keys of the timeline."""

from participants.models import AgencyContact, Session
from participants.timeline import Key

MOST = 30


def touching_keys(user, bottleneck):
    """Newest first."""
    found = []
    for model, line in ((Session, "session"), (AgencyContact, "contact")):
        rows = model.objects.visible_to(user).filter(touches__bottleneck=bottleneck)
        rows = rows.newest_first().values_list("on", "recorded_at", "pk")
        found += [Key(day, noted, str(pk), line) for day, noted, pk in rows[:MOST]]
    found.sort(key=lambda key: (key.day, key.noted, key.ref), reverse=True)
    return found[:MOST]
