"""Opening a dossier in an emergency; the review by someone else."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, ListView

from counsellors.access_log import Right, write, write_refusal
from counsellors.models.access_event import Action, Ground
from counsellors.once import OnceMixin
from counsellors.views.second_factor import FreshFactorMixin
from exitprog import moment
from exitprog.access import RuleMixin, VisibleMixin
from exitprog.conflict import ConflictError, Side
from exitprog.records import StaleVersionError
from participants import permissions
from participants.forms.emergency import (
    EmergencyForm,
    EmergencyNoteForm,
    EmergencyReviewForm,
)
from participants.models import BreakGlass, KnownCase, Naming, Participant
from participants.models.draft import DraftForm
from participants.views.stale import SavesLongFormOver, SavesOver


class Emergency(RuleMixin, FreshFactorMixin, OnceMixin, FormView):
    """Opens by exact code; a wrong code and another programme's look the same."""

    rule = permissions.can_open_in_emergency
    form_class = EmergencyForm
    template_name = "participants/emergency/open.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(code=self.kwargs["code"], **kwargs)

    def form_valid(self, form):
        code, user = self.kwargs["code"], self.request.user
        case = KnownCase.objects.to_open(code)
        if case is None:
            write_refusal(self.request)
            form.add_error(None, _("Your programme has no dossier with this code."))
            return self.form_invalid(form)
        if asked := self.asked_before(case):
            return redirect("participants:emergency-waiting", asked.pk)
        opened = BreakGlass.objects.create(
            participant_id=case.participant_id,
            user=user,
            reason=form.cleaned_data["reason"],
            starts_at=moment.now(),
            ends_at=moment.now() + timedelta(hours=form.cleaned_data["hours"]),
        )
        self.log(case, opened)
        if case.protected_since:
            return redirect("participants:emergency-waiting", opened.pk)
        messages.warning(self.request, _("Opened. Write afterwards why, please."))
        return redirect("participants:overview", code)

    def asked_before(self, case):
        """What the user asked and nobody answered yet: it is asked once."""
        if not case.protected_since:
            return None
        rows = BreakGlass.objects.visible_to(self.request.user).unreviewed()
        mine = rows.filter(user=self.request.user, participant=case.participant_id)
        return next((asked for asked in mine.with_code() if asked.waits), None)

    def log(self, case, opened):
        write(
            self.request,
            Action.GRANT,
            right=Right(Ground.BREAK_GLASS, opened.pk),
            case_code=case.code,
            object_id=opened.pk,
            kind="break_glass",
            programme_id=case.programme_id,
        )


class OpenedMixin(RuleMixin):
    """A page about one emergency; each look at it is one line."""

    def answer_conflict(self, error):
        log_look(self.request, Action.OPEN, self.opened)
        return super().answer_conflict(error)

    @cached_property
    def opened(self):
        return get_object_or_404(self.rows().with_code(), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        log_look(self.request, Action.OPEN, self.opened)
        return super().get_context_data(opened=self.opened, **kwargs)


class EmergencyNote(OpenedMixin, SavesLongFormOver):
    """Who opened a dossier writes what she saw and did."""

    rule = permissions.can_open_in_emergency
    draft_kind = DraftForm.EMERGENCY
    after_keeping = "participants:home"
    form_class = EmergencyNoteForm
    template_name = "participants/emergency/note.html"

    def rows(self):
        mine = BreakGlass.objects.visible_to(self.request.user)
        return mine.filter(user=self.request.user)

    @cached_property
    def participant(self):
        """Once the emergency is over, her code is all that is known of her."""
        return Participant(pk=self.opened.participant_id, code=self.opened.case_code)

    def keep_draft(self):
        log_look(self.request, Action.CHANGE, self.opened)
        return super().keep_draft()

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.opened}

    def carry_out(self, form, version):
        self.opened.explain(form.cleaned_data["note"], version)
        log_look(self.request, Action.CHANGE, self.opened)
        messages.success(self.request, _("Saved."))
        return redirect("participants:home")


class EmergencyList(RuleMixin, VisibleMixin, ListView):
    """What still waits for a review, and what the last ones were."""

    rule = permissions.can_review
    model = BreakGlass
    paginate_by = None
    template_name = "participants/emergency/list.html"

    def get_queryset(self):
        rows = super().get_queryset().select_related("user", "reviewed_by")
        return rows.with_code().order_by("reviewed_at", "-starts_at")[:100]

    def get_context_data(self, **kwargs):
        user, rows = self.request.user, list(self.object_list)
        names = Naming.objects.confirmable_by(user).select_related("user", "named_by")
        names = list(names.with_code())
        cases = KnownCase.objects.visible_to(user).running().protected()
        cases = list(cases.order_by("code"))
        self.log([*rows, *names], cases)
        return super().get_context_data(
            asked=[row for row in rows if row.waits],
            waiting=[row for row in rows if row.reviewed_at is None and not row.waits],
            reviewed=[row for row in rows if row.reviewed_at],
            names=names,
            protected=cases,
            **kwargs,
        )

    def log(self, rows, cases):
        codes = {row.case_code for row in rows} | {case.code for case in cases}
        write(
            self.request,
            Action.LIST,
            kind="break_glass",
            case_codes=sorted(codes),
            result_count=len(rows),
            field_groups=["notes"] if rows else [],
        )


class EmergencyReview(OpenedMixin, SavesOver):
    """Someone else closes it, once, and knows the note that is stored."""

    rule = permissions.can_review
    form_class = EmergencyReviewForm
    template_name = "participants/emergency/review.html"

    def rows(self):
        others = BreakGlass.objects.visible_to(self.request.user)
        return others.exclude(user=self.request.user).select_related("user")

    def get_initial(self):
        return {"version": self.opened.version}

    def carry_out(self, form, version):
        self.check_unreviewed(self.opened)
        typed = form.cleaned_data
        try:
            self.opened.review(
                self.request.user, typed["verdict"], typed["review_note"], version
            )
        except StaleVersionError as stale:
            self.check_unreviewed(stale.current)
            raise
        log_look(self.request, Action.CHANGE, self.opened)
        messages.success(self.request, _("Reviewed."))
        return HttpResponseRedirect(reverse("participants:emergencies"))

    def meanwhile(self, form, current):
        """What there is to judge; when a period began says nothing of it."""
        note = Side(_("What this person saw and did"), current.note)
        return [note] if note.text else []

    def check_unreviewed(self, opened):
        if opened.reviewed_at:
            raise self.someone_was_first()

    def someone_was_first(self):
        return ConflictError(
            _("Someone else has already reviewed this."),
            back_url=reverse("participants:emergencies"),
        )


def log_look(request, action, opened):
    """One line: why a dossier was opened was read, explained or reviewed."""
    write(
        request,
        action,
        case_code=opened.case_code,
        object_id=opened.pk,
        kind="break_glass",
        field_groups=["notes"],
    )
