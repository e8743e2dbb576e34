"""The verbs of a day where no script runs: plan, log, keep, move, call, let cover."""

from django.utils import timezone

from participants.models import AgencyContact, Assignment, Draft, Session
from tests.browser.board import Board
from tests.browser.chromium import expect
from tests.browser.day import Day, an_hour_passes_after, in_days

NOTE = "Een kort gesprek op kantoor."
SAID = "Ze sturen een brief."


def test_every_verb_of_the_day_is_a_form(open_page, world):
    day = Day(open_page("anouk", "nl", javascript=False), world)
    planned, kept = log_what_was_planned(day)
    first = move_up_the_second(day)
    call(day, first)
    let_joost_cover(day)

    assert Session.objects.get(appointment=planned).what_happened == NOTE
    assert not Draft.objects.filter(pk=kept)
    assert world.first_bottleneck().title == first
    contact = AgencyContact.objects.newest_first().first()
    assert (contact.what_was_said, contact.touches.get().bottleneck) == (
        SAID,
        world.first_bottleneck(),
    )
    cover = Assignment.objects.in_force().get(participant=world.mirela, kind="cover")
    assert cover.user == world.user("joost")
    assert timezone.localtime(cover.ends_at).date() == in_days(15)


def test_nothing_shows_that_only_a_script_can_use(open_page, world):
    page = open_page("anouk", "nl", javascript=False)

    page.goto(world.at("priorities"))

    expect(page.locator("[hidden]:visible")).to_have_count(0)


def log_what_was_planned(day):
    """Kept as a draft on the way, whose key comes back too."""
    day.go(day.world.at("overview"))
    planned = day.plan(in_days(30), "10:00", "office")
    an_hour_passes_after(planned)
    day.go("/")
    day.follow(f"?appointment={planned.pk}")
    day.keys.write("what_happened", NOTE)
    day.keys.open(day.page.locator("button[name=keep]"))
    day.told("Bewaard als concept")
    day.go("/drafts/")
    day.follow(f"{day.world.at('session-new')}?draft=")
    expect(day.box()).to_have_value(NOTE)
    kept = day.page.url.partition("?draft=")[2]
    assert Draft.objects.get(pk=kept).author.name == "Anouk de Wit"
    day.keys.choose("safe_contact_right", "yes")
    day.press_primary()
    day.told("Het gesprek is opgeslagen.")
    return planned, kept


def move_up_the_second(day):
    day.go(day.world.at("priorities"))
    board = Board(day.hand)
    title = board.titles[1]
    day.keys.open(board.row(title).locator("button[value=up]").first)
    said = board.sentence(title, 1, "now")
    expect(day.page.locator("[data-toast-text]")).to_have_text(said)
    return title


def call(day, title):
    row = Board(day.hand).row(title)
    day.keys.open(row.locator("[data-contact]"))
    expect(day.page.locator("[name=touched]:checked")).to_have_count(1)
    day.keys.choose_listed("agency", "Gemeente")
    day.keys.choose("channel", "phone")
    day.keys.choose("outcome", "reached")
    day.keys.write("what_was_said", SAID)
    day.press_primary()
    expect(row.locator(".row__chain")).to_contain_text("Gemeente Waterveen")


def let_joost_cover(day):
    day.go(day.world.at("overview"))
    day.follow(day.world.at("transfer"))
    day.keys.choose_listed("to", "Joost")
    day.keys.fill("until_day", in_days(14).isoformat())
    day.press_primary()
    day.told("Joost Bakker neemt voor u waar.")
