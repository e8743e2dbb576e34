"""The order of a participant's bottlenecks, why it could be another, and Later."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from exitprog.conflict import ConflictError
from exitprog.keys import as_key
from exitprog.records import StaleVersionError
from participants import permissions
from participants.board import Board
from participants.bump_chart import bump_chart
from participants.forms.order import ReviewForm, no_such_place
from participants.order_words import orders_in_words, told
from participants.since import since_last_session
from participants.views.dossier import DossierMixin

SAID = {
    "same": gettext_lazy("Nothing changed: it stands there already."),
    "nothing": gettext_lazy(
        "There is nothing to undo. What was closed is opened again on its own page."
    ),
    "ranked": gettext_lazy("What the participant wants first is saved."),
    "agreed": gettext_lazy("What was said of the order is recorded."),
}


class BoardPage(DossierMixin, TemplateView):
    """A page about the order as it stands."""

    rule = permissions.can_read
    field_groups = ("titles", "notes", "words")
    tab = "priorities"

    @cached_property
    def board(self):
        return Board(self.request.user, self.trajectory)

    def get_context_data(self, **kwargs):
        board = self.board
        chart = bump_chart(board.rows) if len(board.rows) > 1 else None
        return super().get_context_data(
            board=board,
            chart=chart,
            chart_text=orders_in_words(board, self.participant.alias),
            **kwargs,
        )


class Priorities(BoardPage):
    """What comes first, and all that bears on it, in one view."""

    template_name = "participants/priorities/priorities.html"

    def get_context_data(self, **kwargs):
        move = self.move_just_made()
        return super().get_context_data(
            news=since_last_session(self.board),
            move=move,
            toast=self.toast(move),
            wrong_row=self.wrong_row,
            wrong_number=no_such_place(len(self.board.rows)),
            **kwargs,
        )

    def move_just_made(self):
        """The move that the address names, as long as it is the newest one."""
        key = as_key(self.request.GET.get("moved"))
        return next((m for m in self.board.marks.moves[:1] if m.pk == key), None)

    def toast(self, move):
        if move:
            return told(move, self.board.titles)
        return SAID.get(self.request.GET.get("said"), "")

    @property
    def wrong_row(self):
        """The row in which a number was typed that is none."""
        if self.request.GET.get("said") != "number":
            return None
        return as_key(self.request.GET.get("row_of"))


class Why(BoardPage):
    """Three orders as a table, with the reason for every suggested place."""

    template_name = "participants/priorities/why.html"


class Review(DossierMixin, FormView):
    """When Later is looked at again."""

    rule = permissions.can_write
    writes = True
    field_groups = ("plan",)
    tab = "priorities"
    form_class = ReviewForm
    template_name = "participants/priorities/review.html"

    def get_initial(self):
        return {
            "version": self.trajectory.version,
            "later_review_on": self.trajectory.later_review_on,
        }

    def form_valid(self, form):
        self.trajectory.later_review_on = form.cleaned_data["later_review_on"]
        back = reverse("participants:priorities", args=[self.participant.code])
        try:
            self.trajectory.save_over(form.cleaned_data["version"] or 0)
        except StaleVersionError as stale:
            raise ConflictError(
                _("Someone else changed this trajectory meanwhile. Look again."),
                back_url=self.request.path,
            ) from stale
        messages.success(self.request, _("Saved."))
        return redirect(back)
