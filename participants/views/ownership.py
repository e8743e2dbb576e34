"""Assigning and covering by the team lead; handing over between counsellors."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView, View

from counsellors.access_log import Right, write
from counsellors.models.access_event import Action, Ground
from counsellors.views.second_factor import FreshFactorMixin
from exitprog.access import RuleMixin, VisibleMixin
from participants import ownership, permissions
from participants.forms.ownership import AssignmentForm, TransferForm
from participants.handover_sheet import handover_sheet
from participants.models import CaseFact, Handover, KnownCase
from participants.models.draft import DraftForm
from participants.ownership import OwnershipError
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongNewForm


class CaseAssignment(RuleMixin, FreshFactorMixin, FormView):
    """The team lead assigns by case code, from counted facts alone."""

    rule = permissions.leads
    form_class = AssignmentForm
    template_name = "participants/ownership/assign.html"

    @cached_property
    def case(self):
        programmes = permissions.led_programmes(self.request.user)
        cases = CaseFact.objects.visible_to(self.request.user).running()
        cases = cases.filter(programme__in=programmes).select_related("counsellor")
        return get_object_or_404(cases, code=self.kwargs["code"])

    @cached_property
    def known(self):
        cases = KnownCase.objects.visible_to(self.request.user)
        return get_object_or_404(cases.select_related("programme"), pk=self.case.pk)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"case": self.known}

    def get_context_data(self, **kwargs):
        since = self.known.protected_since
        log_counted(self.request, self.known.programme_id, [self.case.code])
        return super().get_context_data(
            case=self.case, is_protected=bool(since), **kwargs
        )

    def form_valid(self, form):
        to, by = form.cleaned_data["to"], self.request.user
        try:
            if form.is_cover:
                ownership.cover(self.known, to, by, *form.period())
            else:
                ownership.assign(self.known, to, by)
        except OwnershipError as error:
            form.add_error("to", str(error))
            return self.form_invalid(form)
        log_grant(self.request, self.known, to)
        told = _("%(name)s now guides %(code)s.")
        if form.is_cover:
            told = _("%(name)s covers for %(code)s.")
        messages.success(self.request, told % {"name": to, "code": self.case.code})
        tell_closed(self.request, to, self.known)
        return HttpResponseRedirect(self.caseload_page())

    def caseload_page(self):
        slug = self.known.programme.slug
        return reverse("participants:programme-caseload", args=[slug])


class Transfer(DossierMixin, FreshFactorMixin, LongNewForm):
    """The counsellor offers the dossier to a colleague, or lets someone cover."""

    rule = permissions.can_write
    writes = True
    field_groups = ("notes", "titles", "words")
    change_action = Action.GRANT
    draft_kind = DraftForm.TRANSFER
    form_class = TransferForm
    template_name = "participants/ownership/transfer.html"

    def get_form_kwargs(self):
        extra = {"case": self.trajectory, "user": self.request.user}
        return super().get_form_kwargs() | extra

    def get_initial(self):
        return {"sheet": handover_sheet(self.request.user, self.trajectory)}

    def get_context_data(self, **kwargs):
        offers = Handover.objects.visible_to(self.request.user).open()
        offer = offers.filter(participant=self.participant).select_related("to_user")
        return super().get_context_data(offer=offer.first(), **kwargs)

    def form_valid(self, form):
        facts = form.cleaned_data
        to, by = facts["to"], self.request.user
        try:
            if form.is_cover:
                ownership.cover(self.trajectory, to, by, *form.period())
            else:
                ownership.offer(
                    self.trajectory, to, by, facts["sheet"], facts["told_on"]
                )
        except OwnershipError as error:
            form.add_error("to", str(error))
            return self.form_invalid(form)
        told = _("Offered to %(name)s. Until then you stay responsible.")
        if form.is_cover:
            told = _("%(name)s covers for you.")
        messages.success(self.request, told % {"name": to})
        return HttpResponseRedirect(self.participant.get_absolute_url())


class HandoverList(RuleMixin, VisibleMixin, ListView):
    """What was offered to me and by me, and what can still be undone."""

    rule = permissions.has_caseload
    model = Handover
    template_name = "participants/ownership/handovers.html"

    def get_context_data(self, **kwargs):
        rows = super().get_queryset().select_related("from_user").with_code()
        open_rows = list(rows.select_related("to_user").open())
        user = self.request.user
        mine = [row for row in open_rows if row.to_user_id == user.pk]
        given = [row for row in open_rows if row.from_user_id == user.pk]
        undoable = list(rows.select_related("to_user").undoable())
        self.log(mine, [*mine, *given, *undoable])
        return super().get_context_data(
            received=mine,
            given=given,
            undoable=undoable,
            **kwargs,
        )

    def log(self, mine, shown):
        """Reading a sheet is reading the dossier."""
        write(
            self.request,
            Action.LIST,
            kind="handover",
            case_codes=sorted({row.case_code for row in shown}),
            field_groups=["notes"] if mine else [],
            result_count=len(mine),
        )


class HandoverDecision(RuleMixin, FreshFactorMixin, View):
    """Accept, decline, withdraw or undo: one verb each, by POST."""

    rule = permissions.has_caseload
    http_method_names = ["post"]
    verb = None

    def post(self, request, *args, **kwargs):
        rows = Handover.objects.visible_to(request.user)
        handover = get_object_or_404(rows, pk=kwargs["pk"])
        cases = KnownCase.objects.visible_to(request.user).running()
        case = cases.filter(participant_id=handover.participant_id).first()
        if case is None or not self.may(handover):
            raise Http404
        try:
            with transaction.atomic():
                self.act(handover, case)
        except OwnershipError as error:
            messages.error(request, str(error))
        else:
            log_grant(request, case, request.user)
            messages.success(request, self.told)
        return HttpResponseRedirect(reverse("participants:handovers"))

    def may(self, handover):
        return self.request.user.pk == handover.to_user_id


class HandoverAccept(HandoverDecision):
    told = gettext_lazy("You guide this participant now.")

    def act(self, handover, case):
        ownership.accept(handover, case)


class HandoverDecline(HandoverDecision):
    told = gettext_lazy("Nothing changed hands.")

    def needs_factor(self, request):
        """It gives nobody a right."""
        return False

    def may(self, handover):
        return True

    def act(self, handover, case):
        ownership.decline(handover, case)


class HandoverUndo(HandoverDecision):
    told = gettext_lazy("Undone. It is as it was before.")

    def may(self, handover):
        return True

    def act(self, handover, case):
        ownership.undo(handover, case, self.request.user)


def tell_closed(request, to, case):
    """Who was given a right does not see it yet; the reader knows whom to ask."""
    if case.protected_since and ownership.is_closed_to(to, case):
        text = _("%(code)s is extra protected: %(name)s sees it once named.")
        messages.warning(request, text % {"name": to, "code": case.code})


def log_counted(request, programme_id, codes):
    """One line: these cases were shown by code, with no more than is counted."""
    write(
        request,
        Action.LIST,
        right=Right(Ground.MEMBERSHIP),
        programme_id=programme_id,
        kind="case",
        case_codes=sorted(codes),
        result_count=len(codes),
        field_groups=["counted"],
    )


def log_grant(request, case, user):
    """One line: a right to this case was given."""
    write(
        request,
        Action.GRANT,
        right=Right(Ground.MEMBERSHIP),
        case_code=case.code,
        object_id=user.pk,
        kind="assignment",
        programme_id=case.programme_id,
    )
