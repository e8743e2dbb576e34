"""A whole working day in Dutch, without a mouse: what is planned, logged, interrupted,
ordered, called and handed over stands on the page and in the database.
"""

import re

import pytest
from django.contrib.sessions.models import Session as BrowserSession
from django.urls import reverse
from django.utils import timezone

from participants.models import (
    AgencyContact,
    Assignment,
    Bottleneck,
    Draft,
    Handover,
    Session,
)
from tests.browser.board import Board
from tests.browser.chromium import expect
from tests.browser.day import DESK, EVERY, Day, an_hour_passes_after, in_days

NOTE = ["Koffie bij haar thuis. ", "Haar ex belde weer. ", "Ze slaapt slecht. "]
LAST = "Woensdag bellen we samen."
SAID = "Ze bellen morgen terug."


@pytest.fixture
def day(open_page, world):
    page = open_page("anouk", "nl")
    page.clock.install()
    return Day(page, world)


def check_known_is_filled_in(day, when):
    field = lambda name: day.page.locator(f"main [name={name}]")  # noqa: E731
    expect(field("on")).to_have_value(f"{when:%Y-%m-%d}")
    expect(field("starts_at")).to_have_value(f"{when:%H:%M}")
    expect(day.page.locator("[name=how][value=visit]")).to_be_checked()
    expect(day.page.locator("[name=length][value='60']")).to_be_checked()
    about = day.world.first_bottleneck()
    expect(day.page.locator("[name=touched]:checked")).to_have_value(str(about.pk))


def close_the_tab(day, log_it):
    """A new tab begins with an empty page, and finds the note begun."""
    day.page.close()
    day = Day(day.page.context.new_page(), day.world)
    day.go("/")
    day.follow(log_it)
    day.go_on()
    expect(day.box()).to_have_value(NOTE[0])
    return day


def restart(day, server):
    """What is typed meanwhile waits on the page; then the server has it."""
    server.stop()
    day.write_on(NOTE[1])
    expect(day.state()).to_contain_text("Niet opgeslagen: geen verbinding.")
    server.start()
    day.page.clock.run_for(EVERY)
    expect(day.state()).to_contain_text("Opgeslagen ")
    day.page.reload()
    expect(day.box()).to_have_value("".join(NOTE[:2]))


def let_log_in_expire(day):
    day.page.context.watch.allowed = {401}
    BrowserSession.objects.all().delete()
    day.write_on(NOTE[2])
    expect(day.state()).to_contain_text("U bent niet meer ingelogd. Wat u tot ")
    day.keys.open(day.page.locator("[data-draft-ended]"))
    expect(day.page).to_have_url(re.compile("/accounts/login/"))
    day.log_in()
    expect(day.page).to_have_url(day.world.at("session-new"))
    day.go_on()
    expect(day.box()).to_have_value("".join(NOTE))


def save_the_note(day):
    day.keys.write("what_happened", LAST)
    day.keys.choose("safe_contact_right", "yes")
    day.press_primary()
    day.told("Het gesprek is opgeslagen.")


def order(day):
    """Moves the second of Now down, and leaves the focus on the first."""
    day.keys.open(day.page.locator(f".tabs a[href='{day.world.at('priorities')}']"))
    expect(day.page.locator("[data-board]")).to_be_visible()
    board = Board(day.hand)
    first, second, third = board.lane("now")
    day.keys.reach(board.row(first))
    day.keys.press("ArrowDown", "Alt+ArrowDown")
    board.expect_said(board.sentence(second, 3, "now"))
    day.keys.press("ArrowUp", "ArrowUp")
    assert board.lane("now") == [first, third, second]
    return board, [first, third, second]


def call_an_agency(day, board):
    """From the row that has the focus, and back to it."""
    row = day.page.locator(":focus")
    title = row.locator("[data-open]").inner_text()
    day.keys.press("c")
    expect(day.page).to_have_url(re.compile("/contacts/new/"))
    day.keys.choose("channel", "phone")
    day.keys.choose("outcome", "reached")
    day.keys.write("what_was_said", SAID)
    day.keys.press("Control+Enter")
    expect(day.page).to_have_url(re.compile(r"/priorities/#row-"))
    contact = AgencyContact.objects.newest_first().first()
    expect(board.row(title).locator(".row__chain")).to_contain_text(contact.agency.name)
    return contact


def offer_to_joost(day):
    day.follow(day.world.at("transfer"))
    expect(day.page.locator("[name=sheet]")).to_have_value(re.compile(DESK))
    day.keys.choose_listed("to", "Joost")
    day.press_primary()
    day.told("Aangeboden aan Joost Bakker. Tot die ja zegt, blijft u verantwoordelijk.")


def accept(day):
    """Joost finds it on his own day."""
    day.go("/")
    day.follow(reverse("participants:handovers"))
    expect(day.page.locator("article")).to_contain_text(DESK)
    day.press_primary()
    day.told("U begeleidt deze deelnemer nu.")
    day.go(day.world.at("overview"))
    expect(day.page.get_by_role("heading", level=1)).to_contain_text("Mirela")


def guides(world):
    rights = Assignment.objects.in_force().primary().filter(participant=world.mirela)
    return rights.get().user.name


def test_a_visit_is_planned_and_its_note_outlives_three_interruptions(
    day, world, server
):
    day.go(world.at("overview"))
    planned = day.plan(in_days(30), "10:00", "visit")
    assert (planned.place, planned.about) == (DESK, world.first_bottleneck())
    when = an_hour_passes_after(planned)
    log_it = f"{world.at('session-new')}?appointment={planned.pk}"
    day.go("/")
    day.follow(log_it)
    check_known_is_filled_in(day, when)
    day.write_on(NOTE[0])
    expect(day.state()).to_contain_text("Opgeslagen ")
    day = close_the_tab(day, log_it)
    restart(day, server)
    let_log_in_expire(day)
    save_the_note(day)

    logged = Session.objects.get(appointment=planned)
    assert logged.what_happened == "".join(NOTE) + LAST
    assert logged.touches.get().bottleneck == world.first_bottleneck()
    assert not Draft.objects.filter(author=logged.author, participant=world.mirela)


def test_order_call_plan_and_hand_over_for_leave(day, world, open_page):
    day.go(world.at("overview"))
    board, now = order(day)
    rows = Bottleneck.objects.filter(trajectory=world.trajectory)
    assert [row.title for row in rows.in_now()] == now
    contact = call_an_agency(day, board)
    assert contact.what_was_said == SAID
    assert contact.touches.get().bottleneck == world.first_bottleneck()
    day.go(world.at("overview"))
    planned = day.plan(in_days(20), "09:30", "office")
    assert timezone.localtime(planned.starts_at).date() == in_days(20)
    offer_to_joost(day)
    assert guides(world) == "Anouk de Wit"
    accept(Day(open_page("joost", "nl"), world))

    assert guides(world) == "Joost Bakker"
    assert Handover.objects.get(participant=world.mirela).state == "accepted"
    day.page.context.watch.allowed = {404}
    assert day.page.goto(world.at("overview")).status == 404
