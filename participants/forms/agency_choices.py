"""Which agencies, persons and promises a contact form offers, and in which order."""

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from exitprog.life_areas import LifeArea
from participants.day_words import day_text
from participants.models.bottleneck import WaitingOn


class AgencySelect(forms.Select):
    """A list of agencies; each option carries its `facts` for the script."""

    facts = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"] |= self.facts.get(str(value), {})
        return option


def agency_groups(agencies, known, life_area=None):
    """Agencies of this dossier first, then who helps with the area, then the rest."""
    here = [row for row in agencies if row.pk in known]
    rest = [row for row in agencies if row.pk not in known]
    helping = [row for row in rest if life_area and helps_with(row, life_area)]
    others = [row for row in rest if row not in helping]
    area = LifeArea(life_area).label if life_area else ""
    groups = [
        (gettext("In this dossier"), here),
        (gettext("Helps with: %(area)s") % {"area": area}, helping),
        (gettext("All agencies"), others),
    ]
    return [
        (title, [(row.pk, row.name) for row in rows]) for title, rows in groups if rows
    ]


def helps_with(agency, life_area):
    return any(service.life_area == life_area for service in agency.services.all())


def usual_wait(agency, life_area=None):
    """How long its help usually takes to begin, as a sentence; empty if unknown."""
    weeks = [
        service.waiting_weeks
        for service in agency.services.all()
        if service.waiting_weeks is not None and life_area in {None, service.life_area}
    ]
    if not weeks:
        return ""
    return ngettext(
        "Usual waiting time of %(agency)s: %(weeks)s week.",
        "Usual waiting time of %(agency)s: %(weeks)s weeks.",
        min(weeks),
    ) % {"agency": agency, "weeks": min(weeks)}


def agency_facts(agencies, sharing, life_area=None):
    """For the script: may it hear the name, and how long it usually takes."""
    return {
        str(row.pk): {
            "data-shares": "yes" if row.pk in sharing else "no",
            "data-wait": usual_wait(row, life_area),
        }
        for row in agencies
    }


def person_groups(agencies):
    return [
        (row.name, [(person.pk, person_label(person)) for person in persons])
        for row in agencies
        if (persons := row.contact_persons.all())
    ]


def person_label(person):
    return f"{person.name}, {person.task}" if person.task else person.name


def moving_choices(participant):
    return [
        (WaitingOn.AGENCY, gettext("The agency")),
        (WaitingOn.PARTICIPANT, participant.alias),
        (WaitingOn.US, gettext("We")),
        (WaitingOn.COURT, gettext("Court or authority")),
        (WaitingOn.NOBODY, gettext("Nobody")),
    ]


def answer_label(contact):
    """Like "5 May, Credit bank: an answer within two weeks"."""
    known = f"{day_text(contact.on)}, {contact.agency}"
    promise = Truncator(contact.promise).chars(60)
    return f"{known}: {promise}" if promise else known


def without_blank(field):
    """Radio buttons show what can be chosen; choosing nothing is leaving them."""
    field.choices = [choice for choice in field.choices if choice[0]]
