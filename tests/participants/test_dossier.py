"""What the head of every page in a dossier promises."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from participants.identity import language_names
from tests.factories import MakeFlag, MakeSafeContact, MakeSession, make_order
from tests.statements import counted

TODAY = timezone.localdate()


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/consents/"


@pytest.fixture
def page(as_anouk, url):
    """The words of a plain page of the dossier."""
    return lambda: as_anouk.get(url).content.decode()


@pytest.fixture
def page_for(client, url):
    def read(user):
        client.force_login(user)
        return client.get(url).content.decode()

    return read


def close(mirela, anouk, on=None):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown", on=on)


def discussed(mirela, anouk, days, level="care"):
    MakeSafeContact(
        participant=mirela.participant,
        recorded_by=anouk,
        level=level,
        checked_on=TODAY - timedelta(days=days),
    )


def test_the_title_names_nobody(page):
    assert "<title>Sharing · Koers</title>" in page()


def test_the_head_names_the_participant_and_the_code(page, mirela):
    name = f'Mirela <span class="identity__code">{mirela.participant.code}</span>'

    assert page().count(name) == 1


def test_an_age_that_nobody_knows_is_said_so(page):
    assert page().count("age not known") == 1


def test_the_age_is_shown_once_it_is_known(page, mirela):
    mirela.participant.birth_year = TODAY.year - 27
    mirela.participant.save()

    assert page().count("<b>26</b> years") == 1


def test_languages_stand_by_name_best_one_first(mirela):
    mirela.participant.languages = ["ro", "en", "xx"]

    with translation.override("en"):
        assert language_names(mirela.participant) == ["Romanian", "English", "xx"]


def test_the_last_session_held_is_told(page, mirela, anouk):
    MakeSession(trajectory=mirela, author=anouk, on=TODAY)
    MakeSession(trajectory=mirela, author=anouk, on=TODAY, attendance="missed")

    assert page().count("last session <b>today</b>") == 1


def test_who_was_never_seen_is_told(page):
    assert page().count("not seen yet") == 1


def test_the_priorities_tab_counts_what_is_active(page, mirela):
    make_order(mirela, "First", "Second")

    assert page().count('Priorities <span class="tabs__count">2<span') == 1


def test_one_tab_is_the_current_one(page):
    tabs = page().partition('class="tabs"')[2].partition("</nav>")[0]

    assert tabs.count('aria-current="page">Contact and sharing<') == 1
    assert tabs.count("aria-current") == 1


def test_a_safe_contact_that_nobody_asked_about_stands_first(page):
    assert page().count("Safe contact not asked yet. Leave no message.") == 2


@pytest.mark.parametrize(
    ("level", "days", "stale"),
    [("care", 30, 0), ("care", 31, 1), ("acute", 7, 0), ("acute", 8, 1)],
)
def test_a_check_of_too_long_ago_is_marked(page, mirela, anouk, level, days, stale):
    discussed(mirela, anouk, days, level)

    assert page().count("safety-banner__stale") == stale


@pytest.mark.parametrize("level", ["acute", "care", "none_known", "not_asked"])
def test_each_level_has_its_own_banner(page, mirela, anouk, level):
    discussed(mirela, anouk, 1, level)

    assert page().count(f"safety-banner--{level}") == 1


def test_whoever_guides_can_log_and_check_again(page_for, anouk, cover, joost):
    heads = [page_for(user) for user in [anouk, joost]]

    assert [head.count("data-key-log") for head in heads] == [1, 1]
    assert [head.count("Ask now") for head in heads] == [1, 1]


def test_who_was_asked_before_is_asked_again(page, mirela, anouk):
    discussed(mirela, anouk, 1, "care")

    head = page()

    assert (head.count("Check again"), head.count("Ask now")) == (1, 0)


def test_a_closed_dossier_says_until_when_it_is_read(page, mirela, anouk):
    close(mirela, anouk)
    until = TODAY + timedelta(days=30)

    said = f"You can read it until {until.day} {until:%B %Y}."
    assert page().count(said) == 1


def test_a_closed_dossier_offers_nothing_to_log(page, mirela, anouk):
    close(mirela, anouk)

    head = page()

    assert [head.count(what) for what in ("data-key-log", "Ask now")] == [0, 0]


def test_standing_flags_are_shown_and_no_others(page, mirela, anouk):
    person = {"participant": mirela.participant, "raised_by": anouk}
    MakeFlag(text="Dog at the door", **person)
    MakeFlag(text="An old one", **person).remove(anouk, "Gone")

    head = page()

    assert (head.count("Dog at the door"), head.count("An old one")) == (1, 0)


def test_markup_in_a_name_stays_text(page, mirela):
    mirela.participant.alias = "<script>alert(1)</script>"
    mirela.participant.save()

    assert "<script>alert" not in page()


@pytest.mark.parametrize("count", [0, 5])
def test_the_head_takes_two_statements_at_any_size(as_anouk, url, mirela, anouk, count):
    for _number in range(count):
        MakeFlag(participant=mirela.participant, raised_by=anouk)
        discussed(mirela, anouk, 1)

    with counted() as statements:
        as_anouk.get(url)

    assert len(statements) == 7


def test_a_stranger_leaves_a_refusal_in_the_log(client, joost, url, mirela):
    client.force_login(joost)
    client.get(url)

    lines = joost.access_events.values_list("result", "case_code")
    assert list(lines) == [("refused", mirela.participant.code)]


def test_cover_is_logged_as_reading_for_the_counsellor(page_for, cover, joost, anouk):
    page_for(joost)

    lines = joost.access_events.values_list("ground", "on_behalf_of")
    assert list(lines) == [("cover", anouk.pk)]


def test_a_refusal_asks_for_nothing_that_it_does_not_show(client, joost, url):
    client.force_login(joost)

    with counted() as statements:
        assert client.get(url).status_code == 404

    assert len(statements) == 4  # session, user, dossier, the line in the log
