"""A counsellor at work: her day in Dutch, with nothing but a keyboard."""

import re
from datetime import timedelta

from django.utils import timezone

from participants.demo.people import PASSWORD
from participants.models import Appointment
from tests.browser.chromium import expect
from tests.browser.hand import Hand
from tests.browser.keyboard import Keyboard

EVERY = 5000
DESK = "loket 3"


class Day:
    """What Anouk does on a page, and what she then reads there."""

    def __init__(self, page, world):
        self.page, self.world = page, world
        self.keys, self.hand = Keyboard(page), Hand(page, "nl")

    def go(self, address):
        self.page.goto(address)

    def follow(self, address):
        self.keys.open(self.page.locator(f"main a[href*='{address}']").first)
        expect(self.page).to_have_url(re.compile(re.escape(address)))

    def told(self, text):
        expect(self.page.get_by_role("status").first).to_contain_text(text)

    def box(self):
        return self.page.locator("[name=what_happened]")

    def state(self):
        return self.page.locator("[data-draft]")

    def write_on(self, text):
        """Goes on in the note; five seconds later the server has it."""
        self.keys.write("what_happened", text)
        self.page.clock.run_for(EVERY)

    def go_on(self):
        """Takes up what was begun."""
        self.keys.open(self.page.locator(".begun a").first)
        expect(self.page).to_have_url(re.compile(r"\?draft="))

    def plan(self, on, clock, kind):
        """From the overview; the appointment as it is kept."""
        self.follow(self.world.at("appointment-new"))
        self.keys.fill("on", on.isoformat())
        self.keys.fill("at", clock)
        self.keys.choose("kind", kind)
        self.keys.choose_listed("about", self.world.first_bottleneck().title[:5])
        self.keys.write("place", DESK)
        self.press_primary()
        self.told("Gepland")
        return self.world.appointment()

    def press_primary(self):
        self.keys.open(self.page.locator("main form button.button--primary"))

    def log_in(self):
        self.keys.write("login", "anouk@koers.example")
        self.keys.write("password", PASSWORD)
        self.keys.press("Enter")


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def an_hour_passes_after(planned):
    """The appointment was this morning, for all that the site knows."""
    when = timezone.now() - timedelta(minutes=planned.minutes + 5)
    Appointment.objects.filter(pk=planned.pk).update(starts_at=when)
    return timezone.localtime(when)
