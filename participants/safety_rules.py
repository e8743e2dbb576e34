"""Safe contact in sentences: what the banner, the lists and the number's guard say.

What was not asked is not safe: without a yes there is no call and no message.
"""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from participants.day_words import day_text
from participants.models.safe_contact import (
    Channel,
    ContactRule,
    Level,
    SafeContact,
    Weekday,
)

WORKING_DAYS = list(Weekday)[:5]
FEWEST_IN_A_RUN = 3
TO = "\N{EN DASH}"


@dataclass(frozen=True)
class SafetyLines:
    """All that a page says about reaching someone safely."""

    level: str
    rules: list[ContactRule]
    checked: str
    is_stale: bool

    @property
    def short(self) -> str:
        return self.rules[0].text


def safety_lines(contact: SafeContact, words) -> SafetyLines:
    """The rules and when they were discussed; `words` is the pronoun."""
    return SafetyLines(
        level=contact.level,
        rules=safety_rules(contact),
        checked=checked_sentence(contact, words),
        is_stale=contact.is_overdue and contact.level != Level.NOT_ASKED,
    )


def safety_rules(contact: SafeContact) -> list[ContactRule]:
    """One line for each thing to know, the most important first."""
    if contact.level == Level.NOT_ASKED:
        return [
            ContactRule("no-phone", _("Safe contact not asked yet. Leave no message."))
        ]
    lines = [
        ContactRule("phone" if contact.may_call else "no-phone", way_rule(contact)),
        ContactRule("clock", hours_rule(contact)),
        ContactRule("visit", contact.visit_rule),
        ContactRule("person", _who_rule(contact)),
        ContactRule("message", _message_rule(contact)),
        ContactRule("post", _post_rule(contact)),
    ]
    return [line for line in lines if line.text]


def short_rule(contact: SafeContact) -> str:
    """The first rule, for one line in a list."""
    return safety_rules(contact)[0].text


def way_rule(contact: SafeContact) -> str:
    """Whether to call, and which ways are safe instead."""
    channels = contact.channels or []
    others = [_channel(contact, key) for key in channels if key != Channel.CALL]
    if contact.may_call:
        return _also_calling(others)
    if not others:
        return _("Do not call. No safe way is known.")
    if channels == [Channel.APP] and contact.app_name:
        return _("Do not call. Use the %(app)s app only.") % {"app": contact.app_name}
    return _("Do not call. Only: %(ways)s.") % {"ways": ", ".join(others)}


def _also_calling(others):
    if others:
        return _("You may call. Also: %(ways)s.") % {"ways": ", ".join(others)}
    return _("You may call.")


def _channel(contact, key):
    if key == Channel.APP and contact.app_name:
        return _("%(app)s app") % {"app": contact.app_name}
    return str(dict(Channel.choices).get(key, key))


def hours_rule(contact: SafeContact) -> str:
    """Like "Weekdays 10:00 to 14:00"; empty when every moment is safe."""
    hours = hours_text(contact.from_time, contact.until_time)
    days = days_text(contact.days or [])
    return " ".join(part for part in [days, hours] if part)


def hours_text(start: str, end: str) -> str:
    if start and end:
        between = f"{clock(start)}{TO}{clock(end)}"
        return pgettext("hours", "%(between)s") % {"between": between}
    if start:
        return pgettext("hours", "from %(start)s") % {"start": clock(start)}
    return pgettext("hours", "until %(end)s") % {"end": clock(end)} if end else ""


def clock(time: str) -> str:
    """A time like 10:00 as this language writes it."""
    hour, _colon, minute = time.partition(":")
    return pgettext("clock", "%(hour)s:%(minute)s") % {"hour": hour, "minute": minute}


def days_text(days: list[str]) -> str:
    """Days in few words: weekdays, Monday to Thursday, or one by one."""
    chosen = [day for day in Weekday if day in days]
    if not chosen:
        return ""
    if chosen == list(Weekday):
        return _("Every day")
    if chosen == WORKING_DAYS:
        return _("Weekdays")
    return capfirst(", ".join(_run_text(run) for run in _runs(chosen)))


def _runs(days):
    """Days that follow on each other, together."""
    order, runs = list(Weekday), []
    for day in days:
        if runs and order.index(day) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run_text(run):
    names = [str(day.label) for day in run]
    if len(run) >= FEWEST_IN_A_RUN:
        return f"{names[0]}{TO}{names[-1]}"
    return ", ".join(names)


def _who_rule(contact):
    return (
        _("Say you are: %(who)s") % {"who": contact.say_who} if contact.say_who else ""
    )


def _message_rule(contact):
    """A voicemail that nobody asked about is not left."""
    if contact.voicemail:
        return _("You may leave a voicemail")
    return _("Leave no voicemail") if contact.may_call else ""


def _post_rule(contact):
    if contact.post is None:
        return ""
    return _("Post is safe") if contact.post else _("Send no post")


def checked_sentence(contact: SafeContact, words) -> str:
    """When it was last discussed, and whether that is too long ago."""
    if contact.level == Level.NOT_ASKED or contact.checked_on is None:
        return ""
    said = _("Discussed with %(whom)s on %(day)s") % {
        "whom": words.object,
        "day": day_text(contact.checked_on),
    }
    if not contact.is_overdue:
        return said
    return f"{said}. {_overdue(contact)}"


def _overdue(contact):
    if contact.level == Level.ACUTE:
        return _("Older than a week. Ask again.")
    return _("Older than a month. Ask again.")
