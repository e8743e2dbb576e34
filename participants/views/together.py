"""Ordering together: the participant says what comes first, on a calm screen."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from exitprog.keys import as_key
from participants import permissions
from participants.her_order import cards_of, ranking, save_ranking
from participants.models import Bottleneck
from participants.views.dossier import DossierMixin

LANGUAGES = {"nl": "Nederlands", "en": "English"}
FIRST, LATER = STEPS = ("first", "later")


class Together(DossierMixin, TemplateView):
    """Two questions, card by card. What was tapped stands in the address.

    Nothing is saved before the end, nor when nothing was tapped; the page names
    nobody and no agency.
    """

    rule = permissions.can_write
    writes = True
    field_groups = ("titles",)
    template_name = "participants/priorities/together.html"

    def render_to_response(self, context, **kwargs):
        """In the participant's language as far as we speak it, not the reader's."""
        with translation.override(self.language):
            return super().render_to_response(context, **kwargs).render()

    @property
    def language(self):
        asked = self.request.GET.get("language")
        spoken = [asked, *(self.participant.languages or [])]
        return next((code for code in spoken if code in LANGUAGES), "en")

    @cached_property
    def cards(self):
        rows = Bottleneck.objects.visible_to(self.request.user)
        return cards_of(list(rows.filter(trajectory=self.trajectory).in_order()))

    def chosen(self, name):
        """The keys that were tapped at that question, each once."""
        data = self.request.POST if self.request.method == "POST" else self.request.GET
        keys = [as_key(part) for part in data.get(name, "").split(".")]
        known = {card.id for card in self.cards}
        return list(dict.fromkeys(key for key in keys if key in known))

    def get_context_data(self, **kwargs):
        first, later = self.chosen(FIRST), self.chosen(LATER)
        step = LATER if self.request.GET.get("step") == LATER else FIRST
        tapped = first if step == FIRST else later
        shown = self.cards if step == FIRST else self.left_after(first)
        return super().get_context_data(
            language=self.language,
            languages=LANGUAGES,
            step=step,
            cards=[
                (
                    card,
                    self.place_of(card, tapped),
                    self.link(step, card.id, first, later),
                )
                for card in shown
            ],
            first=joined(first),
            later=joined(later),
            go_on=self.address(step=LATER, first=first, later=later),
            back=self.address(step=FIRST, first=first, later=later),
            order=self.in_order(first, later),
            **kwargs,
        )

    def left_after(self, first):
        return [card for card in self.cards if card.id not in first]

    def place_of(self, card, tapped):
        return tapped.index(card.id) + 1 if card.id in tapped else None

    def link(self, step, key, first, later):
        """Where a tap on that card leads: it joins, or leaves again."""
        chosen = {FIRST: first, LATER: later}
        tapped = chosen[step]
        chosen[step] = (
            [k for k in tapped if k != key] if key in tapped else [*tapped, key]
        )
        return self.address(step=step, **chosen)

    def address(self, *, step, first, later):
        query = {"step": step, FIRST: joined(first), LATER: joined(later)}
        asked = self.request.GET.get("language")
        if asked in LANGUAGES:
            query["language"] = asked
        return f"?{urlencode({name: value for name, value in query.items() if value})}"

    def in_order(self, first, later):
        cards = {card.id: card for card in self.cards}
        return [cards[key] for key in ranking(self.cards, first, later)]

    def post(self, request, *args, **kwargs):
        first, later = self.chosen(FIRST), self.chosen(LATER)
        if not first and not later:
            return redirect(request.path)
        save_ranking(self.trajectory, ranking(self.cards, first, later))
        code = self.participant.code
        return redirect(
            reverse("participants:priorities", args=[code], query={"said": "ranked"})
        )


def joined(keys):
    return ".".join(map(str, keys))
