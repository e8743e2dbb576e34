"""Everything that changes the order: one address per verb."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from exitprog.conflict import ConflictError
from exitprog.keys import as_key
from participants import permissions
from participants.board import Board
from participants.forms.order import (
    AgreementForm,
    KeepForm,
    MoveForm,
    SeenForm,
    SuggestionForm,
)
from participants.models import Bottleneck, OrderMove
from participants.models.draft import DraftForm
from participants.models.held_order import HeldOrder, StaleOrderError
from participants.order_words import changed_by
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongForm, LongNewForm


class OrderVerb(DossierMixin):
    """A page that changes the order, and goes back to it."""

    rule = permissions.can_write
    writes = True
    field_groups = ("titles",)
    tab = "priorities"

    def hold(self, version):
        return HeldOrder.as_seen(self.trajectory, self.request.user, version)

    def back(self, row=None, **query):
        url = reverse(
            "participants:priorities", args=[self.participant.code], query=query
        )
        return redirect(f"{url}#row-{row}" if row else url)

    def told(self, move):
        return self.back(row=move.bottleneck_id, moved=move.pk)

    def who_changed_it(self):
        """Who changed the order and when, as a sentence."""
        moves = OrderMove.objects.visible_to(self.request.user)
        moves = moves.filter(trajectory=self.trajectory).exclude(kind="kept")
        newest = moves.select_related("by").newest_first().first()
        return changed_by(newest, self.request.user)

    def stale(self):
        """What a page says whose order changed under it."""
        lost = _("Your move was not made.")
        return ConflictError(
            f"{self.who_changed_it()} {lost}",
            back_url=reverse("participants:priorities", args=[self.participant.code]),
        )


class Move(OrderVerb, TemplateView):
    """Moves one bottleneck; an order that changed meanwhile is shown instead."""

    http_method_names = ["post"]
    template_name = "participants/priorities/stale.html"

    def post(self, request, *args, **kwargs):
        order = HeldOrder(self.trajectory, request.user)
        form = MoveForm(request.POST)
        form.is_valid()
        version = order.trajectory.order_version
        if version != form.cleaned_data.get("version"):
            return self.show_order(form, version)
        if self.key not in dict(order.pairs):
            raise Http404
        return self.move(order, form)

    @cached_property
    def key(self):
        """The bottleneck that is meant; 404 when none, several or no key is named."""
        named = self.request.POST.getlist("bottleneck")
        key = as_key(named[0]) if len(named) == 1 else None
        if key is None:
            raise Http404
        return key

    def move(self, order, form):
        count = len(order.pairs)
        if form.errors or not form.check_place(count):
            return self.back(row=self.key, said="number", row_of=self.key)
        move = form.save(order, self.key)
        if move is None:
            return self.back(row=self.key, said="same")
        return self.told(move)

    def show_order(self, form, version):
        """The order as it is now, who changed it, and the same move once more."""
        rows = Bottleneck.objects.visible_to(self.request.user)
        rows = list(rows.filter(trajectory=self.trajectory).in_order())
        known = self.key in {row.pk for row in rows}
        if not known and not self.was_here():
            raise Http404
        context = self.get_context_data(
            rows=rows,
            key=self.key,
            again=form.cleaned_data if known and not form.errors else None,
            version=version,
            who=self.who_changed_it(),
        )
        return self.render_to_response(context, status=409)

    def was_here(self):
        """Whether the bottleneck left this order in the meantime."""
        closed = Bottleneck.objects.visible_to(self.request.user).closed()
        return closed.filter(trajectory=self.trajectory, pk=self.key).exists()


class Undo(OrderVerb, FormView):
    """Takes back the newest move that led to the present order."""

    http_method_names = ["post"]
    form_class = SeenForm

    def form_valid(self, form):
        try:
            move = self.hold(form.cleaned_data["version"]).undo()
        except StaleOrderError as stale:
            raise self.stale() from stale
        return self.told(move) if move else self.back(said="nothing")

    def form_invalid(self, form):
        raise self.stale()


class BoardForm(OrderVerb, FormView):
    """A form about the order as a whole, with the version that it showed."""

    @cached_property
    def board(self):
        return Board(self.request.user, self.trajectory)

    def get_initial(self):
        return {"version": self.trajectory.order_version}

    def get_context_data(self, **kwargs):
        return super().get_context_data(board=self.board, **kwargs)

    def form_valid(self, form):
        try:
            return self.carry_out(self.hold(form.cleaned_data["version"]), form)
        except StaleOrderError as stale:
            raise self.stale() from stale


class Keep(BoardForm, LongForm):
    """Keeps a bottleneck where it stands, against the suggestion, with the reason."""

    draft_kind = DraftForm.KEEP
    form_class = KeepForm
    template_name = "participants/priorities/keep.html"

    @cached_property
    def row(self):
        row = self.board.row(self.kwargs["pk"])
        if row is None:
            raise Http404
        return row

    def get_context_data(self, **kwargs):
        return super().get_context_data(row=self.row, **kwargs)

    def carry_out(self, order, form):
        why = form.cleaned_data["why"], form.cleaned_data["explanation"]
        return self.told(order.keep(self.row.bottleneck.pk, self.row.place, *why))


class UseSuggestion(BoardForm):
    """Takes over the suggested order, after showing both."""

    form_class = SuggestionForm
    template_name = "participants/priorities/use_suggestion.html"

    @property
    def suggested(self):
        return [place.item.id for place in self.board.places]

    def get_initial(self):
        order = " ".join(map(str, self.suggested))
        return super().get_initial() | {"order": order}

    def get_context_data(self, **kwargs):
        return super().get_context_data(after=self.board.suggested_lanes, **kwargs)

    def carry_out(self, order, form):
        """A suggestion that changed since the page was shown is shown again."""
        seen = [as_key(key) for key in form.cleaned_data["order"].split()]
        if seen != self.suggested:
            raise ConflictError(
                _("The suggestion changed while you were reading. Look at it again."),
                back_url=self.request.path,
            )
        move = order.use_suggestion(seen)
        return self.told(move) if move else self.back(said="same")


class Agree(BoardForm, LongNewForm):
    """Records what the participant says of the order."""

    draft_kind = DraftForm.AGREEMENT
    form_class = AgreementForm
    template_name = "participants/priorities/agree.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"alias": self.participant.alias}

    def carry_out(self, order, form):
        order.agree(form.cleaned_data["participant"], form.cleaned_data["reason"])
        return self.back(said="agreed")
