"""Moves of the order in words: what the page says at once, and the history later."""

from itertools import pairwise

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from exitprog import moment
from participants.day_words import day_text
from participants.models.bottleneck import Lane
from participants.models.order import MoveKind
from participants.undoing import pairs_of


def told(move, titles):
    """The sentence after a move, like: “A room” is now number 4 of 9, Next."""
    facts = {"title": titles.get(move.bottleneck_id, "")} | _place(move)
    return str(SENTENCES[MoveKind(move.kind)](move, facts))


def _place(move):
    after = pairs_of(move.after)
    numbers = {
        key: (number, Lane(lane).label)
        for number, (key, lane) in enumerate(after, start=1)
    }
    number, lane = numbers.get(move.bottleneck_id, ("", ""))
    return {"number": number, "count": len(after), "lane": lane}


def _moved(move, facts):
    text = _("“%(title)s” is now number %(number)s of %(count)s, %(lane)s.")
    return text % facts


def _added(move, facts):
    text = _("Added: “%(title)s” is number %(number)s of %(count)s, %(lane)s.")
    return text % facts


def _closed(move, facts):
    if move.bottleneck_id is None:
        return _("Bottlenecks were taken off the order.")
    return _("“%(title)s” is taken off the order.") % facts


def _reopened(move, facts):
    text = _("“%(title)s” is open again: number %(number)s of %(count)s, %(lane)s.")
    return text % facts


def _suggestion(move, facts):
    return _("The suggested order is now the order.")


def _kept(move, facts):
    return _("“%(title)s” stays at %(number)s. The reason is kept.") % facts


def _undone(move, facts):
    if move.bottleneck_id is None:
        return _("Undone. The order is as it was before the suggestion.")
    text = _("Undone. “%(title)s” is number %(number)s of %(count)s again, %(lane)s.")
    return text % facts


SENTENCES = {
    MoveKind.MOVED: _moved,
    MoveKind.ADDED: _added,
    MoveKind.CLOSED: _closed,
    MoveKind.REOPENED: _reopened,
    MoveKind.SUGGESTION: _suggestion,
    MoveKind.KEPT: _kept,
    MoveKind.UNDONE: _undone,
}


def changed_by(move, reader):
    """Who changed the order last, and when."""
    if move is None:
        return _("The order changed in the meantime.")
    at = timezone.localtime(move.at)
    facts = {"name": move.by.name, "time": date_format(at, "H:i")}
    is_today = at.date() == moment.today()
    when = _("at %(time)s") if is_today else _("on %(day)s at %(time)s")
    facts["when"] = when % (facts | {"day": day_text(at.date())})
    if move.by_id == reader.pk:
        return _("You changed the order %(when)s in another window.") % facts
    return _("%(name)s changed the order %(when)s.") % facts


def numbered(bottleneck):
    """Like "4 No income"."""
    return f"{bottleneck.position} {bottleneck.title}"


def cycle_text(path):
    """Why the first of the path can't wait on its last: the way round, by name."""
    titles = [bottleneck.title for bottleneck in path]
    if len(titles) == 1:
        return _("“%(title)s” cannot wait on itself.") % {"title": titles[0]}
    steps = [
        _("“%(later)s” already waits on “%(first)s”.")
        % {"later": later, "first": first}
        for first, later in pairwise(titles)
    ]
    facts = {"first": titles[0], "last": titles[-1]}
    last = _("“%(first)s” cannot wait on “%(last)s” too.") % facts
    ask = _("Is one of them only partly blocked?")
    return " ".join([*reversed(steps), last, ask])
