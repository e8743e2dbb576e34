"""The monthly sample: chance picks it, each line gets a verdict, one signs it off."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.urls import reverse

from counsellors.models import AccessEvent, LogReview, LogVerdict, Role
from counsellors.models.access_event import Action, Result
from counsellors.models.log_review import SAMPLE, LogReviewError
from tests.factories import make_member
from tests.statements import counted

MAY = date(2026, 5, 1)
LIST = reverse("counsellors:log-reviews")
BEGIN = reverse("counsellors:log-review-new")


@pytest.fixture(autouse=True)
def june():
    now = datetime(2026, 6, 2, 9, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        yield clock


@pytest.fixture
def lines(anouk, waterveen):
    """Make lines of Anouk in May, a minute apart."""

    def lines(number, at=datetime(2026, 5, 5, 9, tzinfo=UTC), **facts):
        facts = {"actor": anouk, "programme": waterveen, "page": "x"} | facts
        return AccessEvent.objects.bulk_create(
            AccessEvent(
                at=at + timedelta(minutes=n),
                action=Action.OPEN,
                result=Result.GRANTED,
                case_code=f"C{n}",
                **facts,
            )
            for n in range(number)
        )

    return lines


@pytest.fixture
def begin(waterveen, pim):
    return lambda: LogReview.begin(waterveen.pk, MAY, pim)


def page(review, name="log-review"):
    return reverse(f"counsellors:{name}", args=[review.pk])


def judged(review, verdict="right", note=""):
    return [(line, verdict, note) for line in review.sample()]


def answers(review, verdict="right", note=""):
    names = [line.pk for line in review.sample()]
    return {f"verdict-{pk}": verdict for pk in names} | {
        f"note-{pk}": note for pk in names
    }


def test_the_same_month_picks_the_same_lines_and_not_just_the_first(lines, begin):
    made = lines(60)

    first, second = begin().sample(), LogReview.objects.get().sample()

    assert [line.pk for line in first] == [line.pk for line in second]
    assert len(first) == SAMPLE
    assert {line.pk for line in first} != {line.pk for line in made[:SAMPLE]}
    assert {line.pk for line in first} != {line.pk for line in made[-SAMPLE:]}


def test_another_month_picks_by_another_seed(begin, waterveen, pim):
    april = LogReview.begin(waterveen.pk, date(2026, 4, 1), pim)

    assert begin().seed != april.seed


def test_it_holds_the_month_of_the_programme_alone(lines, begin, elsewhere, pim):
    before = datetime(2026, 4, 30, 21, 59, 59, tzinfo=UTC)
    [first] = lines(1, at=before + timedelta(seconds=1))
    [last] = lines(1, at=datetime(2026, 5, 31, 21, 59, 59, tzinfo=UTC))
    lines(1, at=before)
    lines(1, at=datetime(2026, 5, 31, 22, tzinfo=UTC))
    lines(1, programme=elsewhere)
    lines(1, actor=pim)
    lines(1, kind="access_event")

    assert [line.pk for line in begin().sample()] == [last.pk, first.pk]


def test_a_month_that_still_runs_has_no_sample(waterveen, pim):
    with pytest.raises(LogReviewError):
        LogReview.begin(waterveen.pk, date(2026, 6, 1), pim)


def test_two_who_begin_share_one(begin):
    assert begin() == begin()


def test_it_is_begun_judged_and_signed_off_in_pages(as_pim, lines, waterveen, pim):
    lines(2)

    begun = as_pim.post(BEGIN, {"programme": waterveen.pk, "month": "2026-05-01"})
    review = LogReview.objects.get()
    saved = as_pim.post(begun.url, answers(review, "asked", "Asked Anouk, all fine."))
    closed = as_pim.post(page(review, "log-review-close"))

    assert begun.url == saved.url == closed.url == page(review)
    html = as_pim.get(page(review)).content.decode()
    assert html.count("Asked Anouk, all fine.") == 2
    assert LogReview.objects.get().closed_by == pim
    assert "Signed off by Pim Privacy on" in as_pim.get(LIST).content.decode()


def test_what_was_asked_about_needs_a_word(as_pim, lines, begin):
    lines(1)
    review = begin()

    answer = as_pim.post(page(review), answers(review, "asked"))

    assert list(answer.context["form"].errors.values()) == [
        ["Write what you asked, and whom."]
    ]
    assert LogVerdict.objects.count() == 0


def test_saving_again_adds_what_changed_alone_and_the_newest_counts(
    as_pim, lines, begin, june
):
    lines(2)
    review = begin()
    as_pim.post(page(review), answers(review))
    first = review.sample()[0]
    june.shift(1)

    changed = {f"verdict-{first.pk}": "asked", f"note-{first.pk}": "Why?"}
    as_pim.post(page(review), answers(review) | changed)

    assert LogVerdict.objects.count() == 3
    assert review.newest_verdicts()[first.pk].note == "Why?"


def test_it_is_not_signed_off_before_every_line_is_looked_at(lines, begin, pim):
    lines(2)
    review = begin()
    review.judge(judged(review)[:1], pim)

    with pytest.raises(LogReviewError):
        review.close(pim)


def test_nobody_judges_a_line_of_ones_own(client, lines, begin, waterveen):
    second = make_member("Petra Privacy", waterveen, Role.PRIVACY_OFFICER)
    lines(1, actor=second)
    review = begin()
    client.force_login(second)

    answer = client.post(page(review), answers(review))

    assert (answer.status_code, LogVerdict.objects.count()) == (302, 0)
    with pytest.raises(LogReviewError):
        review.judge(judged(review), second)


def test_once_signed_off_it_stays(as_pim, lines, begin, pim):
    lines(1)
    review = begin()
    typed = answers(review, "asked", "Too late a thought.")
    review.judge(judged(review), pim)
    review.close(pim)

    answer = as_pim.post(page(review), typed)

    assert (answer.status_code, LogVerdict.objects.count()) == (409, 1)
    assert "Too late a thought." in answer.content.decode()
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        LogReview.objects.update(closed_at=None, closed_by=None)
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        LogVerdict.objects.update(verdict="right")


def test_the_web_role_changes_and_removes_no_verdict(db):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE koers_web")
        for statement in (
            "UPDATE counsellors_logverdict SET verdict = 'right'",
            "DELETE FROM counsellors_logverdict",
            "DELETE FROM counsellors_logreview",
        ):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                transaction.atomic(),
            ):
                cursor.execute(statement)


def test_one_review_of_a_programme_and_month(begin, waterveen, pim):
    begin()

    with pytest.raises(IntegrityError, match="one_review_of_a_programme_and_month"):
        LogReview.objects.create(programme=waterveen, month=MAY, begun_by=pim)


def test_another_programme_can_not_be_begun_or_read(as_pim, elsewhere, noor):
    other = LogReview.begin(elsewhere.pk, MAY, noor)

    asked = {"programme": elsewhere.pk, "month": "2026-05-01"}
    statuses = [
        as_pim.post(BEGIN, asked).status_code,
        as_pim.get(page(other)).status_code,
        as_pim.post(page(other, "log-review-close")).status_code,
        as_pim.post(BEGIN, {"programme": "x", "month": "\0"}).status_code,
    ]

    assert statuses == [404] * 4


def test_a_note_lies_sealed_and_reading_the_sample_is_a_line(
    as_pim, lines, begin, pim, waterveen
):
    lines(2)
    review = begin()
    review.judge(judged(review, "asked", "Asked Anouk."), pim)

    as_pim.get(page(review))

    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM counsellors_logverdict")
        assert not any("Anouk" in note for [note] in cursor.fetchall())
    line = AccessEvent.objects.get(actor=pim)
    assert (line.kind, line.action, line.programme) == (
        "access_event",
        "list",
        waterveen,
    )
    assert line.case_codes == ["C0", "C1"]


@pytest.mark.parametrize("number", [1, 25])
def test_the_sample_takes_seven_statements(as_pim, lines, begin, pim, number):
    lines(number)
    review = begin()
    review.judge(judged(review), pim)

    with counted() as statements:
        as_pim.get(page(review))

    assert len(statements) == 7, statements
