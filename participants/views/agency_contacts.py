"""Contacts with agencies: logging one, reading it, mending it that day."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from agencies.models import Agency, ContactPerson, Service
from exitprog.conflict import ConflictError, texts_sent
from exitprog.keys import as_key
from participants import permissions
from participants.forms.agency_choices import usual_wait
from participants.forms.agency_contact import ContactEditForm, ContactForm
from participants.models import AgencyContact, Consent, ContactTouch
from participants.models.draft import DraftForm
from participants.views.dossier import DossierMixin
from participants.views.log import LogPage
from participants.views.stale import SavesLongFormOver


class SharingMixin:
    """What a contact form needs to know: the agencies, and who may hear the name."""

    @cached_property
    def agencies(self):
        """In use, with the persons who still work there and what they offer."""
        rows = Agency.objects.visible_to(self.request.user).in_use()
        persons = ContactPerson.objects.filter(left_on=None)
        services = Service.objects.visible_to(self.request.user).running()
        return list(
            rows.prefetch_related(
                Prefetch("contact_persons", queryset=persons),
                Prefetch("services", queryset=services),
            )
        )

    @cached_property
    def sharing(self):
        """The consents in force, by agency."""
        rows = Consent.objects.visible_to(self.request.user).in_force()
        rows = rows.filter(participant=self.participant, purpose="share")
        return {row.agency_id: row for row in rows}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "participant": self.participant,
            "sharing": self.sharing,
        }

    def get_context_data(self, **kwargs):
        shared = [row for row in self.agencies if row.pk in self.sharing]
        form = kwargs.pop("form", None) or self.get_form()
        chosen = self.chosen_agency(form)
        return super().get_context_data(
            form=form,
            shared_with=shared,
            gated_agency=chosen and chosen.pk not in self.sharing and chosen,
            usual_wait=usual_wait(chosen, self.life_area) if chosen else "",
            **kwargs,
        )

    def chosen_agency(self, form):
        """The agency in the form as it stands now, if it is one."""
        key = str(form["agency"].value())
        return next((row for row in self.agencies if str(row.pk) == key), None)


class ContactNew(SharingMixin, LogPage):
    """Logs a contact; from a row of the order it goes back to that row."""

    model = AgencyContact
    draft_kind = DraftForm.CONTACT
    form_class = ContactForm
    template_name = "participants/contact/new.html"

    @cached_property
    def earlier_contacts(self):
        rows = AgencyContact.objects.visible_to(self.request.user)
        return rows.filter(trajectory=self.trajectory)

    @cached_property
    def known_agencies(self):
        """Keys of the agencies that this dossier has to do with already."""
        spoken = set(self.earlier_contacts.values_list("agency", flat=True).distinct())
        waited_for = {row.waiting_agency_id for row in self.bottlenecks}
        return spoken | waited_for | set(self.sharing)

    def get_initial(self):
        asked = self.asked_bottleneck
        agency = as_key(self.request.GET.get("agency"))
        if asked and not agency:
            agency = asked.waiting_agency_id
        return super().get_initial() | {"agency": agency}

    @cached_property
    def life_area(self):
        return self.asked_bottleneck and self.asked_bottleneck.life_area

    def get_form_kwargs(self):
        awaited = self.earlier_contacts.awaiting_answer().select_related("agency")
        return super().get_form_kwargs() | {
            "agencies": self.agencies,
            "known": self.known_agencies,
            "life_area": self.life_area,
            "awaited": list(awaited.newest_first()),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            comes_from=self.asked("next") == "priorities" and "priorities",
            row=self.asked("row") or self.asked("bottleneck"),
            **kwargs,
        )

    def asked(self, name):
        return self.typed.get(name) or self.request.GET.get(name, "")

    def back_url(self):
        """The row of the order that this page came from, else the dossier."""
        if self.asked("next") != "priorities":
            return super().back_url()
        row = as_key(self.asked("row") or self.asked("bottleneck"))
        return self.page("priorities") + (f"#row-{row}" if row else "")

    def told(self, contact):
        if contact.was_reached:
            return _("The contact with %(agency)s is saved.") % {
                "agency": contact.agency
            }
        return _("Saved: you did not reach %(agency)s.") % {"agency": contact.agency}

    def destination(self, contact):
        return self.back_url()


class ContactMixin(DossierMixin):
    """A page about one agency contact of this participant."""

    field_groups = ("notes", "titles")
    tab = "contacts"

    @cached_property
    def contact(self):
        rows = AgencyContact.objects.visible_to(self.request.user).select_related(
            "author", "agency", "contact_person", "answers__agency"
        )
        rows = rows.filter(trajectory__participant=self.participant)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def is_mine(self):
        return self.contact.author_id == self.request.user.pk

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            contact=self.contact, back_url=self.contact.get_absolute_url(), **kwargs
        )


class ContactDetail(ContactMixin, TemplateView):
    rule = permissions.can_read
    template_name = "participants/contact/detail.html"

    def get_context_data(self, **kwargs):
        touches = ContactTouch.objects.visible_to(self.request.user)
        touches = touches.filter(contact=self.contact).select_related("bottleneck")
        answers = AgencyContact.objects.visible_to(self.request.user)
        return super().get_context_data(
            touches=touches.order_by("bottleneck__position", "pk"),
            answered_by=answers.filter(answers=self.contact).newest_first(),
            can_edit=self.is_mine and self.contact.is_editable,
            **kwargs,
        )


class ContactEdit(SharingMixin, ContactMixin, SavesLongFormOver):
    """Mends a contact, by its author within 24 hours; author and moment stay."""

    rule = permissions.can_log
    writes = True
    draft_kind = DraftForm.CONTACT_EDIT
    form_class = ContactEditForm
    template_name = "participants/contact/edit.html"
    life_area = None

    def check_editable(self):
        if not self.is_mine:
            raise PermissionDenied
        if not self.contact.is_editable:
            raise ConflictError(
                _("This contact is older than 24 hours. Log a new one."),
                yours=texts_sent(self.request),
                back_url=self.contact.get_absolute_url(),
            )

    def get_form_kwargs(self):
        self.check_editable()
        own = list(filter(self.is_chosen, self.agencies))
        return super().get_form_kwargs() | {"instance": self.contact, "agencies": own}

    def chosen_agency(self, form):
        return next((row for row in self.agencies if self.is_chosen(row)), None)

    def is_chosen(self, agency):
        return agency.pk == self.contact.agency_id

    def carry_out(self, form, version):
        form.save()
        messages.success(self.request, _("The contact is changed."))
        return redirect(self.contact.get_absolute_url())

    def back_when_stale(self):
        return self.contact.get_absolute_url()
