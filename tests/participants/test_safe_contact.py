"""What safe contact promises: nothing is overwritten, and no number without asking."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from counsellors.models import User
from participants.models import SafeContact
from tests.factories import MakeSafeContact
from tests.statements import counted

UTC = ZoneInfo("UTC")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TODAY = timezone.localdate()
PHONE = "06 1234 5678"


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/safe-contact/"


@pytest.fixture
def number_url(mirela):
    return f"/participants/{mirela.participant.code}/number/"


@pytest.fixture
def current(mirela, anouk):
    """What counts now: she may be called, on weekdays between ten and two."""
    return MakeSafeContact(
        participant=mirela.participant,
        recorded_by=anouk,
        channels=["call"],
        days=["mon", "tue", "wed", "thu", "fri"],
        from_time="10:00",
        until_time="14:00",
        phone=PHONE,
    )


def filled(newest=None, **changes):
    """A form that is right, for whoever saw `newest`."""
    return {
        "level": "care",
        "channels": ["app"],
        "app_name": "Signal",
        "checked_on": TODAY.isoformat(),
        "checked_how": "in_person",
        "seen": newest.pk if newest else "",
    } | changes


def errors(response):
    return list(response.context["form"].errors)


def test_saving_adds_a_row_and_keeps_the_one_before(as_anouk, url, current, mirela):
    as_anouk.post(url, filled(current, level="acute"))

    rows = mirela.participant.safe_contacts.order_by("recorded_at")
    assert [row.level for row in rows] == ["care", "acute"]


def test_the_first_row_needs_nothing_before_it(as_anouk, url, mirela, anouk):
    as_anouk.post(url, filled(voicemail="no", post="yes"))

    row = mirela.participant.safe_contacts.get()
    assert (row.app_name, row.voicemail, row.post, row.recorded_by) == (
        "Signal",
        False,
        True,
        anouk,
    )


def test_not_asked_is_not_a_no(as_anouk, url, mirela):
    as_anouk.post(url, filled(voicemail="", post=""))

    row = mirela.participant.safe_contacts.get()
    assert (row.voicemail, row.post) == (None, None)


@pytest.mark.parametrize(
    ("level", "word"),
    [("care", "Safe contact saved."), ("not_asked", "Noted: not asked yet.")],
)
def test_saving_leads_back_with_a_word(as_anouk, url, level, word):
    page = as_anouk.post(url, filled(level=level), follow=True)

    assert [str(message) for message in page.context["messages"]] == [word]


def test_a_stand_in_may_write(client, cover, joost, url, mirela):
    client.force_login(joost)

    client.post(url, filled())

    assert mirela.participant.safe_contacts.get().recorded_by == joost


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"level": ""}, ["level"]),
        ({"level": "sunny"}, ["level"]),
        ({"checked_on": ""}, ["checked_on"]),
        ({"checked_how": ""}, ["checked_how"]),
        ({"checked_on": (TODAY + timedelta(days=1)).isoformat()}, ["checked_on"]),
        ({"checked_on": "1900-01-01"}, ["checked_on"]),
        ({"checked_on": "someday"}, ["checked_on"]),
        ({"channels": ["pigeon"]}, ["channels"]),
        ({"days": ["noday"]}, ["days"]),
        ({"from_time": "25:00"}, ["from_time"]),
        ({"from_time": "14:00", "until_time": "10:00"}, ["until_time"]),
        ({"phone": "1" * 41}, ["phone"]),
        ({"note": "x" * 10_000}, ["note"]),
        ({"note": "a\0b"}, ["note"]),
        ({"email": "nobody"}, ["email"]),
        ({"voicemail": "perhaps"}, ["voicemail"]),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(as_anouk, url, changes, wrong):
    response = as_anouk.post(url, filled(**changes))

    assert (response.status_code, errors(response)) == (200, wrong)
    assert not SafeContact.objects.exists()


def test_what_was_typed_is_kept(as_anouk, url):
    text = "<script>\N{RIGHT-TO-LEFT OVERRIDE}ă"

    form = as_anouk.post(url, filled(level="", note=text)).context["form"]

    assert form["note"].value() == text


def test_not_asked_needs_no_day(as_anouk, url, mirela):
    as_anouk.post(url, {"level": "not_asked"})

    row = mirela.participant.safe_contacts.get()
    assert (row.level, row.checked_on) == ("not_asked", None)


def test_what_someone_else_wrote_meanwhile_is_not_replaced(as_anouk, url, current):
    response = as_anouk.post(url, filled())

    assert (response.status_code, SafeContact.objects.count()) == (409, 1)


def test_the_number_is_not_in_the_page(as_anouk, url, current):
    assert PHONE not in as_anouk.get(url).content.decode()


def test_an_empty_number_keeps_the_one_written_down(as_anouk, url, current, mirela):
    as_anouk.post(url, filled(current))

    assert mirela.participant.safe_contacts.latest().phone == PHONE


def test_a_number_can_be_removed(as_anouk, url, current, mirela):
    as_anouk.post(url, filled(current, forget_phone="on"))

    assert mirela.participant.safe_contacts.latest().phone == ""


def test_still_right_repeats_the_row_with_todays_date(as_anouk, url, current, mirela):
    as_anouk.post(f"{url}still-right/", {"seen": current.pk})

    again = mirela.participant.safe_contacts.latest()
    assert (again.pk != current.pk, again.phone, again.days, again.checked_on) == (
        True,
        PHONE,
        current.days,
        TODAY,
    )


def test_still_right_says_nothing_of_a_row_that_was_not_seen(as_anouk, url, current):
    response = as_anouk.post(f"{url}still-right/", {"seen": uuid4()})

    assert (response.status_code, SafeContact.objects.count()) == (409, 1)


def test_what_was_never_asked_is_not_still_right(as_anouk, url):
    assert as_anouk.post(f"{url}still-right/").status_code == 409


def test_a_closed_dossier_takes_no_new_row(as_anouk, url, mirela, anouk):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")

    assert (
        as_anouk.get(url).status_code,
        as_anouk.post(url, filled()).status_code,
    ) == (
        200,
        409,
    )


def test_the_history_tells_who_wrote_what(as_anouk, url, current, anouk):
    rows = as_anouk.get(url).context["history"]

    assert [(row.recorded_by, rule) for row, rule in rows] == [(anouk, "You may call.")]


@pytest.mark.parametrize("count", [1, 15])
def test_the_page_takes_the_same_statements_at_any_size(
    as_anouk, url, mirela, anouk, count
):
    for _number in range(count):
        MakeSafeContact(participant=mirela.participant, recorded_by=anouk)

    with counted() as statements:
        as_anouk.get(url)

    assert len(statements) == 7


@pytest.fixture
def ask(client, anouk, number_url, current, time_machine):
    """Ask for the number at a moment in the week of Monday 5 May 2031."""

    def post(day, hour, minute=0, zone=AMSTERDAM, **answer):
        moment = datetime(2031, 5, day, hour, minute, tzinfo=zone)
        time_machine.move_to(moment, tick=False)
        client.force_login(anouk)
        return client.post(number_url, answer)

    return post


def test_within_the_safe_hours_the_number_is_shown(ask):
    context = ask(6, 12).context

    assert (context["number"], context["dialled"]) == (PHONE, "0612345678")


@pytest.mark.parametrize(
    "moment",
    [(6, 9, 59), (6, 14, 0), (10, 12, 0), (6, 7, 59, UTC), (6, 12, 0, UTC)],
)
def test_outside_the_safe_hours_it_asks_once_more(ask, moment):
    first = ask(*moment).context

    second = ask(*moment, anyway="yes").context

    assert (first["number"], second["number"]) == ("", PHONE)


def test_her_clock_is_amsterdams(ask):
    assert ask(6, 8, zone=UTC).context["number"] == PHONE


def test_the_sentence_names_the_hours(ask):
    page = ask(10, 20, 15).content.decode()

    said = "It is Saturday 20:15: not a safe moment. Safe is: Weekdays 10:00–14:00."
    assert page.count(said) == 1


@pytest.mark.parametrize("facts", [{"channels": ["app"]}, {"level": "not_asked"}])
def test_a_number_that_is_not_to_be_called_is_never_shown(
    as_anouk, number_url, current, mirela, anouk, facts
):
    row = {"channels": ["call"], "phone": PHONE} | facts
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk, **row)

    page = as_anouk.post(number_url, {"anyway": "yes"})

    assert (PHONE in page.content.decode(), page.context["number"]) == (False, "")


def test_every_asking_is_a_line_in_the_log(as_anouk, number_url, current, anouk):
    as_anouk.post(number_url)
    as_anouk.post(number_url, {"anyway": "yes"})

    lines = anouk.access_events.values_list("action", "field_groups")
    assert list(lines) == [("reveal", ["alias", "safety", "contact"])] * 2


def test_a_number_is_never_read_from_an_address(as_anouk, number_url, current):
    assert as_anouk.get(number_url).status_code == 405


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_opens_in_both_languages(as_anouk, anouk, mirela, language):
    User.objects.filter(pk=anouk.pk).update(language=language)
    page = reverse("participants:safe-contact", args=[mirela.participant.code])

    assert as_anouk.get(page).status_code == 200
