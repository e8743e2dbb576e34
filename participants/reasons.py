"""The sentence beside a place in the suggested order: words only, no decisions.

The facts are those that `prioritisation` gives to a place; the keys of the tables
are the names of its rules.
"""

from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


def sentence(rule_name, facts):
    if facts["is_behind"]:
        return BEHIND[rule_name] % facts
    if rule_name in COUNTED:
        return COUNTED[rule_name](facts)
    return AHEAD[rule_name] % facts


def hint(facts):
    """Names the soft blockers that are still open; empty when there are none."""
    if not facts["easier_after"]:
        return ""
    return _("Easier after %(others)s.") % {"others": quoted(facts["easier_after"])}


def quoted(titles):
    return get_text_list([f"“{title}”" for title in titles], _("and"))


def deadline(facts):
    days = facts["days"]
    if days == 0:
        return str(_("The deadline is today."))
    past = ngettext(
        "The deadline was %(days)s day ago.",
        "The deadline was %(days)s days ago.",
        -days,
    )
    ahead = ngettext(
        "The deadline is in %(days)s day.",
        "The deadline is in %(days)s days.",
        days,
    )
    return (past if days < 0 else ahead) % {"days": abs(days)}


def frees(facts):
    count = facts["frees"]
    return ngettext("Frees %(frees)s other.", "Frees %(frees)s others.", count) % facts


def wait(facts):
    if facts["weeks"] == 0:
        return str(_("The agency has no wait."))
    words = ngettext(
        "The agency has a %(weeks)s-week wait. "
        "Register early and the wait runs alongside.",
        "The agency has a %(weeks)s-week wait. "
        "Register early and the wait runs alongside.",
        facts["weeks"],
    )
    return words % facts


def repair(facts):
    words = ngettext(
        "Comes after %(others)s: it waits on that first.",
        "Comes after %(others)s: it waits on those first.",
        len(facts["waits_on"]),
    )
    return words % {"others": quoted(facts["waits_on"])}


COUNTED = {"deadline": deadline, "frees": frees, "wait": wait, "repair": repair}
AHEAD = {
    "acute": _("A threat to safety goes first."),
    "severity": _("More severe than “%(other)s”."),
    "rank": _("Number %(rank)s in the participant's own order."),
    "age": _("Open longer than “%(other)s”."),
    "tie": _("No rule sets it apart from “%(other)s”."),
    "alone": _("Nothing else can start before this."),
}
BEHIND = {
    "acute": _("“%(other)s” goes first: it is a threat to safety."),
    "deadline": _("“%(other)s” goes first: its deadline is near."),
    "frees": _("“%(other)s” goes first: it frees more others."),
    "severity": _("“%(other)s” goes first: it is more severe."),
    "rank": _("“%(other)s” goes first: the participant ranks it higher."),
    "wait": _("“%(other)s” goes first: its agency has the longer wait."),
    "age": _("“%(other)s” goes first: it has been open longer."),
    "tie": _("No rule sets it apart from “%(other)s”."),
}
