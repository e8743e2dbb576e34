"""Who sees which colleagues, rights, reviews and pages sent.

No policy of the database stands behind these: what a rule forgot here is shown.
"""

import uuid
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.views.generic import ListView, View

from counsellors.models import Membership, Role, Submission, User
from counsellors.models.log_review import LogReview, LogVerdict
from exitprog import moment
from exitprog.access import RuleMixin, VisibleMixin
from tests.factories import MakeMembership, MakeProgramme, make_line, make_member

MONTH = date(2026, 1, 1)


@pytest.fixture
def here(db):
    return MakeProgramme(slug="here")


@pytest.fixture
def there(db):
    return MakeProgramme(slug="there")


@pytest.fixture
def me(here):
    return make_member("Me", here)


def sees(user, model):
    return list(model.objects.visible_to(user).order_by("pk"))


def test_a_member_sees_who_belongs_to_the_own_programmes_now(me, here, there):
    make_member("Elsewhere", there)
    left = make_member("Left", here)
    left.memberships.get().end()
    MakeMembership(user=me, programme=here, role=Role.TEAM_LEAD)

    assert sees(me, User) == [me]


def test_a_member_sees_the_rights_in_the_own_programmes_alone(me, here, there):
    make_member("Elsewhere", there)
    left = make_member("Left", here).memberships.get()
    left.end()

    assert set(sees(me, Membership)) == {me.memberships.get(), left}


@pytest.mark.parametrize("role", Role)
def test_reviews_and_verdicts_are_seen_by_the_privacy_officers_there(here, there, role):
    reader, by = make_member("Reader", here, role), make_member("By", there)
    for programme in (here, there):
        line = make_line(by, programme)
        review = LogReview.objects.create(
            programme=programme, month=MONTH, seed="x", begun_by=by
        )
        LogVerdict.objects.create(review=review, event=line, verdict="fine", by=by)

    found = {"privacy_officer": [here]}.get(role, [])
    assert [row.programme for row in sees(reader, LogReview)] == found
    assert [row.review.programme for row in sees(reader, LogVerdict)] == found


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(0, None, True), (1, None, False), (-9, 1, True), (-9, 0, False)],
)
def test_a_right_holds_from_its_start_up_to_its_end(me, here, starts, ends, holds):
    now = moment.now()
    ends_at = None if ends is None else now + timedelta(seconds=ends)
    starts_at = now + timedelta(seconds=starts)
    row = Membership(user=me, programme=here, starts_at=starts_at, ends_at=ends_at)

    with moment.frozen(now):
        assert row.is_in_force == holds


@pytest.mark.parametrize(
    ("facts", "opens"),
    [
        ({"is_staff": True}, True),
        ({"is_staff": True, "is_active": False}, False),
        ({}, False),
    ],
    ids=str,
)
def test_the_site_is_open_to_admins_while_their_account_is(facts, opens):
    account = User(email="someone@koers.example", **facts)

    assert account.has_module_perms("agencies") == opens
    assert account.has_perm("agencies.add_agency") == opens


def test_one_sees_the_pages_that_one_sent_oneself(me, here):
    other = make_member("Other", here)
    mine, _theirs = (
        Submission.objects.create(user=user, key=uuid.uuid4()) for user in (me, other)
    )

    assert (sees(me, Submission), sees(AnonymousUser(), Submission)) == ([mine], [])


def test_a_list_shows_the_rows_that_the_user_may_see(me, there):
    class Page(VisibleMixin, ListView):
        model = Membership

    make_member("Elsewhere", there)
    request = RequestFactory().get("/")
    request.user = me
    page = Page()
    page.setup(request)

    assert list(page.get_queryset()) == [me.memberships.get()]


def test_a_page_without_a_rule_opens_to_nobody(me):
    class Page(RuleMixin, View):
        pass

    request = RequestFactory().get("/")
    request.user = me

    with pytest.raises(ImproperlyConfigured, match="Page has no rule"):
        Page.as_view()(request)
