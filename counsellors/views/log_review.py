"""The monthly sample of the access log: which months, the sample, signing it off."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View

from counsellors import months
from counsellors.forms.log_review import SampleForm
from counsellors.models import LogReview
from counsellors.models.access_event import Action
from counsellors.models.log_review import LogReviewError
from counsellors.views.log_frame import LogFrame
from exitprog.conflict import ConflictError, texts_sent
from exitprog.keys import as_key

SHOWN_MONTHS = 7


class ReviewList(LogFrame, TemplateView):
    """The months that are over, for each programme, with the review of each."""

    tab = "reviews"
    template_name = "counsellors/log_reviews.html"

    def get_context_data(self, **kwargs):
        rows = LogReview.objects.visible_to(self.request.user)
        rows = rows.select_related("closed_by", "begun_by")
        known = {(row.programme_id, row.month): row for row in rows}
        over = months.last_months(SHOWN_MONTHS)[1:]
        programmes = [office.programme for office in self.offices]
        return super().get_context_data(
            programmes=[
                (each, [(month, known.get((each.pk, month))) for month in over])
                for each in programmes
            ],
            **kwargs,
        )


class ReviewBegin(LogFrame, View):
    """Chooses the sample of a month; begun already, it leads there."""

    http_method_names = ["post"]

    def post(self, request):
        programme = as_key(request.POST.get("programme"))
        if programme not in {office.programme_id for office in self.offices}:
            raise Http404
        try:
            month = date.fromisoformat(request.POST.get("month", ""))
        except ValueError as error:
            raise Http404 from error
        if month not in months.last_months(SHOWN_MONTHS)[1:]:
            raise Http404
        review = LogReview.begin(programme, month, request.user)
        return HttpResponseRedirect(page_of(review))


class ReviewPage(LogFrame):
    """A page about one review; who was first is told, nothing is overwritten."""

    tab = "reviews"

    @cached_property
    def review(self):
        rows = LogReview.objects.visible_to(self.request.user)
        rows = rows.select_related("programme", "closed_by", "begun_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def closed_meanwhile(self):
        return ConflictError(
            _("This sample is signed off, or a line of it is not looked at yet."),
            yours=texts_sent(self.request),
            back_url=page_of(self.review),
        )


class Review(ReviewPage, FormView):
    """The sample, line by line, with a verdict on each."""

    form_class = SampleForm
    template_name = "counsellors/log_review.html"

    @cached_property
    def sample(self):
        return list(self.review.sample().with_names())

    @cached_property
    def judged(self):
        return self.review.newest_verdicts()

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        return kwargs | {
            "lines": self.sample,
            "judged": self.judged,
            "by": self.request.user,
        }

    def form_valid(self, form):
        try:
            self.review.judge(list(form.new_verdicts()), self.request.user)
        except LogReviewError as error:
            raise self.closed_meanwhile() from error
        self.log_sample(Action.CHANGE)
        messages.success(self.request, _("Saved."))
        return HttpResponseRedirect(page_of(self.review))

    def get_context_data(self, **kwargs):
        self.log_sample(Action.LIST)
        left = [line for line in self.sample if line.pk not in self.judged]
        return super().get_context_data(
            review=self.review,
            sample=self.sample,
            left=len(left),
            own=[x for x in self.sample if x.actor_id == self.request.user.pk],
            found=[(line, self.judged.get(line.pk)) for line in self.sample],
            **kwargs,
        )

    def log_sample(self, action):
        codes = [line.case_code for line in self.sample]
        self.log(codes, len(self.sample), {self.review.programme_id}, action)


class ReviewClose(ReviewPage, View):
    """Signs the sample off; from then on it stays as it is."""

    http_method_names = ["post"]

    def post(self, request, pk):
        try:
            self.review.close(request.user)
        except LogReviewError as error:
            raise self.closed_meanwhile() from error
        self.log([], 0, {self.review.programme_id}, Action.CHANGE)
        messages.success(request, _("Signed off."))
        return HttpResponseRedirect(page_of(self.review))


def page_of(review):
    return reverse("counsellors:log-review", args=[review.pk])
