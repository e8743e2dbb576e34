"""The routes of Koers by name, and what their addresses name."""

from functools import cache

from django.urls import get_resolver, reverse

NOT_OURS = {"admin"}


def routes(resolver=None, namespace=""):
    """The names of all routes, those inside the admin site excepted."""
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            if entry.namespace not in NOT_OURS:
                yield from routes(entry, inner)
        else:
            yield f"{namespace}{entry.name}"


def views(app):
    """The view classes of an app, by the name of their route."""
    for pattern in get_resolver().namespace_dict[app][1].url_patterns:
        if hasattr(pattern.callback, "view_class"):
            yield pattern.name, pattern.callback.view_class


@cache
def takes(route):
    """What the address of `route` needs, like `code` and `pk`."""
    app, _colon, name = route.rpartition(":")
    resolver = get_resolver().namespace_dict[app][1] if app else get_resolver()
    return frozenset(
        word
        for possibility in resolver.reverse_dict.getlist(name)
        for _pattern, words in possibility[0]
        for word in words
    )


def page(name, trajectory, *keys):
    """The address of a page of that dossier."""
    return reverse(f"participants:{name}", args=[trajectory.participant.code, *keys])
