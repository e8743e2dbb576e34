"""How she may be reached without danger. Never overwritten: the newest row counts."""

from dataclasses import dataclass

import pgtrigger
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedJSONField, SealedTextField
from exitprog.records import Record
from participants.models.participant import Participant
from participants.querysets.safe_contact import SafeContactQuerySet

RECHECK_DAYS = 30
RECHECK_DAYS_ACUTE = 7
LABEL = "participants.safecontact"


class Level(models.TextChoices):
    ACUTE = "acute", _("Acute threat")
    CARE = "care", _("Take care")
    NONE_KNOWN = "none_known", _("No known threat")
    NOT_ASKED = "not_asked", _("Not asked yet")


class Channel(models.TextChoices):
    CALL = "call", _("call")
    TEXT = "text", _("text message")
    APP = "app", _("app")
    EMAIL = "email", _("e-mail")
    POST = "post", _("post")
    IN_PERSON = "in_person", _("in person")
    VIA_AGENCY = "via_agency", _("through an agency")


class Weekday(models.TextChoices):
    MONDAY = "mon", _("Mon")
    TUESDAY = "tue", _("Tue")
    WEDNESDAY = "wed", _("Wed")
    THURSDAY = "thu", _("Thu")
    FRIDAY = "fri", _("Fri")
    SATURDAY = "sat", _("Sat")
    SUNDAY = "sun", _("Sun")


class CheckedHow(models.TextChoices):
    IN_PERSON = "in_person", _("face to face")
    BY_PHONE = "by_phone", _("by phone")
    BY_MESSAGE = "by_message", _("by message")
    VIA_AGENCY = "via_agency", _("through an agency")


@dataclass(frozen=True)
class ContactRule:
    """One line of the safety banner: an icon and a sentence."""

    icon: str
    text: str


class SafeContact(Record):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="safe_contacts"
    )
    level = models.CharField(
        _("how safe is it now"), max_length=10, choices=Level, default=Level.NOT_ASKED
    )
    channels = SealedJSONField(
        _("ways that are safe"), default=list, blank=True, label=f"{LABEL}.channels"
    )
    app_name = SealedTextField(
        _("which app"), blank=True, max_length=40, label=f"{LABEL}.app_name"
    )
    days = SealedJSONField(
        _("safe days"), default=list, blank=True, label=f"{LABEL}.days"
    )
    from_time = SealedTextField(
        _("from"), blank=True, max_length=5, label=f"{LABEL}.from_time"
    )
    until_time = SealedTextField(
        _("until"), blank=True, max_length=5, label=f"{LABEL}.until_time"
    )
    say_who = SealedTextField(
        _("who may you say is calling"),
        blank=True,
        max_length=200,
        label=f"{LABEL}.say_who",
    )
    voicemail = SealedJSONField(
        _("may you leave a message"), null=True, blank=True, label=f"{LABEL}.voicemail"
    )
    post = SealedJSONField(
        _("may you send post"), null=True, blank=True, label=f"{LABEL}.post"
    )
    visit_rule = SealedTextField(
        _("rule for visits"), blank=True, max_length=200, label=f"{LABEL}.visit_rule"
    )
    code_word = SealedTextField(
        _("code word"), blank=True, max_length=60, label=f"{LABEL}.code_word"
    )
    phone = SealedTextField(
        _("phone number"), blank=True, max_length=40, label=f"{LABEL}.phone"
    )
    email = SealedTextField(
        _("e-mail address"), blank=True, max_length=200, label=f"{LABEL}.email"
    )
    note = SealedTextField(
        _("what else matters"), blank=True, max_length=2000, label=f"{LABEL}.note"
    )
    checked_on = models.DateField(_("discussed on"), null=True, blank=True)
    checked_how = models.CharField(
        _("how was it discussed"), max_length=10, choices=CheckedHow, blank=True
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=moment.now)

    objects = SafeContactQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        get_latest_by = ["recorded_at", "pk"]
        indexes = [
            models.Index(
                fields=["participant", "-recorded_at"], name="newest_safe_contact"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="safe_contacts_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return self.level

    @property
    def recheck_after_days(self):
        return RECHECK_DAYS_ACUTE if self.level == Level.ACUTE else RECHECK_DAYS

    @property
    def is_overdue(self):
        """Whether it must be asked again: never asked, or longer ago than allowed."""
        if self.level == Level.NOT_ASKED or self.checked_on is None:
            return True
        return (moment.today() - self.checked_on).days > self.recheck_after_days

    def is_safe_at(self, when):
        """Whether `when` falls on a safe day and in the safe hours, on her clock."""
        there = timezone.localtime(when)
        if self.days and list(Weekday)[there.weekday()] not in self.days:
            return False
        time = there.strftime("%H:%M")
        begins, ends = self.from_time or "00:00", self.until_time or "24:00"
        return begins <= time < ends

    def repeat(self, by, on):
        """Record once more what was right already, as discussed on that day."""
        columns = [field.attname for field in self._meta.concrete_fields]
        same = {name: getattr(self, name) for name in columns if name != "id"}
        again = SafeContact(**same)
        again.checked_on, again.recorded_by, again.recorded_at = on, by, moment.now()
        again.save(force_insert=True)
        return again

    @property
    def may_call(self):
        """Calling is safe only when it was said to be."""
        return self.level != Level.NOT_ASKED and Channel.CALL in (self.channels or [])
