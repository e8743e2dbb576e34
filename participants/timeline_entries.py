"""Each kind of line in the words of a reader."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exitprog import moment
from exitprog.life_areas import LifeArea
from participants.consent_words import consent_title
from participants.day_words import day_text
from participants.models.agency_contact import Outcome
from participants.models.assessment import AreaLevel
from participants.models.order import Agreement
from participants.models.safe_contact import Level
from participants.models.session import Attendance, Change
from participants.models.trajectory import State
from participants.safety_rules import short_rule
from participants.timeline import newest
from participants.timeline_entry import Entry, Tag, listed
from participants.timeline_livelihood import LIVELIHOOD
from participants.timeline_plans import planned
from participants.timeline_rows import rows_of, touched_title

SEVERITY_TONES = {Change.WORSE: "danger", Change.BETTER: "good", Change.SOLVED: "good"}


def entries_of(user, trajectory, keys):
    """The entries of those keys, in their order."""
    rows = rows_of(user, trajectory, keys)
    return [
        ENTRIES[key.line](rows[key.line, key.ref], day=key.day, pk=key.ref)
        for key in keys
    ]


def newest_entries(user, trajectory, kinds, size):
    return entries_of(user, trajectory, newest(user, trajectory, kinds, size))


def _session(row, **place):
    is_held = row.was_held
    return Entry(
        icon=(row.kind or "day") if is_held else "missed",
        title=_session_title(row),
        look="" if is_held else "missed",
        detail=listed(_how_long(row), row.author.name),
        text=row.what_happened,
        voice=row.in_their_words,
        voice_language=row.words_language,
        tags=[_touched(columns) for columns in row.touched],
        route="participants:session",
        **place,
    )


def _session_title(row):
    if row.attendance == Attendance.MISSED:
        return _("Session missed")
    if row.was_held:
        return _("Session")
    return _("Session called off")


def _how_long(row):
    kind = row.get_kind_display() if row.kind else ""
    if not row.minutes:
        return kind
    minutes = ngettext("%(count)s minute", "%(count)s minutes", row.minutes)
    return listed(kind, minutes % {"count": row.minutes})


def _touched(columns):
    title, change = touched_title(columns), columns["change"]
    before, after = columns["before"], columns["after"]
    if change == Change.SOLVED:
        text = _("%(title)s: solved") % {"title": title}
    elif before != after:
        text = _("%(title)s: %(before)s to %(after)s") % {
            "title": title,
            "before": before,
            "after": after,
        }
    elif change in {Change.BETTER, Change.WORSE}:
        text = f"{title}: {Change(change).label.lower()}"
    else:
        text = title
    return Tag(text, SEVERITY_TONES.get(change, "plain"))


def _contact(row, **place):
    is_reached = row.outcome == Outcome.REACHED
    who = row.contact_person.name if row.contact_person else ""
    return Entry(
        icon=row.channel if is_reached else "no-phone",
        title=row.agency.name,
        look="agency",
        detail=listed(
            row.get_channel_display(),
            who,
            "" if is_reached else _("not reached"),
            row.author.name,
        ),
        text="\n".join(filter(None, [row.what_was_said, row.promise])),
        tags=[*_answer(row), *(Tag(touched_title(c)) for c in row.touched)],
        route="participants:contact",
        **place,
    )


def _answer(row):
    if not row.answer_due or row.is_answered:
        return []
    is_late = row.answer_due < moment.today()
    text = _("Answer due %(day)s") % {"day": day_text(row.answer_due)}
    return [Tag(text, "danger" if is_late else "warn")]


def _phase(row, **place):
    reason = row.get_reason_display() if row.reason else ""
    destination = row.get_destination_display() if row.destination else ""
    return Entry(
        icon="phase",
        title=_("Phase: %(phase)s") % {"phase": State(row.to_state).label},
        detail=listed(reason, destination, row.by.name),
        text=row.explanation,
        **place,
    )


def _order(row, **place):
    titles = {
        Agreement.AGREES: _("Order agreed"),
        Agreement.DISAGREES: _("Order noted, not agreed"),
        Agreement.COULD_NOT_BE_ASKED: _("Order noted, not asked yet"),
    }
    return Entry(
        icon="together",
        title=titles[Agreement(row.participant)],
        detail=row.by.name,
        text=row.reason,
        **place,
    )


def _assessment(rows, **place):
    scored = [row for row in rows if row.level]
    count = len({row.life_area for row in scored})
    areas = ngettext("%(count)s life area", "%(count)s life areas", count)
    return Entry(
        icon="figures",
        title=_("Life areas looked at"),
        detail=areas % {"count": count},
        text=", ".join(_score(row) for row in scored),
        **place,
    )


def _score(row):
    area, level = LifeArea(row.life_area).label, AreaLevel(row.level).label
    if row.assessed_by == "participant":
        return _("%(area)s: %(level)s (own score)") % {"area": area, "level": level}
    return _("%(area)s: %(level)s") % {"area": area, "level": level}


def _safety(row, **place):
    is_asked = row.level != Level.NOT_ASKED
    return Entry(
        icon=row.level,
        title=_("Safe contact discussed") if is_asked else _("Safe contact not asked"),
        detail=listed(row.get_level_display(), row.recorded_by.name),
        text=short_rule(row) if is_asked else "",
        **place,
    )


def _consent(row, **place):
    return Entry(
        icon="check",
        title=_("Agreed: %(what)s") % {"what": consent_title(row)},
        detail=listed(row.get_form_display(), row.recorded_by.name),
        **place,
    )


def _consent_end(row, **place):
    return Entry(
        icon="close",
        title=_("Ended: %(what)s") % {"what": consent_title(row)},
        **place,
    )


def _flag(row, **place):
    return Entry(
        icon="flag",
        title=_("Flag"),
        detail=row.raised_by.name,
        text=row.text,
        **place,
    )


def _flag_end(row, **place):
    return Entry(
        icon="flag",
        title=_("Flag taken down"),
        detail=row.removed_by.name,
        text=row.removal_reason,
        **place,
    )


ENTRIES = {
    "session": _session,
    "appointment": planned,
    "contact": _contact,
    "phase": _phase,
    "order": _order,
    "assessment": _assessment,
    "safety": _safety,
    "consent": _consent,
    "consent_end": _consent_end,
    "flag": _flag,
    "flag_end": _flag_end,
    **LIVELIHOOD,
}
