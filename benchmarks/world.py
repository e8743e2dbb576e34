"""A programme of any size, written in bulk: counsellors with twenty dossiers each."""

from collections import defaultdict
from datetime import timedelta
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from counsellors.models import Membership, Role, User
from exitprog.life_areas import LifeArea
from participants import models as kinds
from tests.factories import MakeAgency, MakeMembership, MakeProgramme, make_member

EACH = 20
BOTTLENECKS = 7
SESSIONS = 14
CONTACTS = 6
SAID = "She rang the desk, waited for half an hour and was asked to come back. " * 6
DAY = timedelta(days=1)


class World:
    """Makes rows of all kinds and writes them together."""

    def __init__(self, participants):
        self.rng = Random(2041)  # noqa: S311 the same world each time, no secret
        self.today, self.now = timezone.localdate(), timezone.now()
        self.rows = defaultdict(list)
        with transaction.atomic():
            self.programme = MakeProgramme(name="Waterveen", slug="waterveen")
            self.agencies = [MakeAgency() for _n in range(40)]
            self.lead = make_member("Tess", self.programme, Role.TEAM_LEAD)
            self.counsellors = self.make_counsellors(-(-participants // EACH))
            for number in range(participants):
                self.make_dossier(number)
            for model, rows in self.rows.items():
                model.objects.bulk_create(rows, batch_size=2000)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    @property
    def first(self):
        """The counsellor whose pages are read, and the code of one of her dossiers."""
        return self.counsellors[0], self.rows[kinds.Participant][0].code

    def make_counsellors(self, count):
        anouk = make_member("Anouk", self.programme)
        users = User.objects.bulk_create(
            User(name=f"Counsellor {n}", email=f"c{n}@koers.example", language="en")
            for n in range(1, count)
        )
        Membership.objects.bulk_create(
            MakeMembership.build(user=user, programme=self.programme) for user in users
        )
        return [anouk, *users]

    def add(self, model, **facts):
        row = model(**facts)
        self.rows[model].append(row)
        return row

    def ago(self, most):
        return self.today - self.rng.randint(0, most) * DAY

    def make_dossier(self, number):
        by = self.counsellors[number // EACH]
        person = self.add(kinds.Participant, alias=f"Alias {number}", languages=["hu"])
        trajectory = self.add(
            kinds.Trajectory,
            participant=person,
            programme=self.programme,
            state=self.rng.choice(["intake", "planning", "support", "aftercare"]),
            started_on=self.ago(400),
            wish="A room of her own",
        )
        self.add(
            kinds.Assignment,
            participant=person,
            user=by,
            granted_by=by,
            kind="primary",
            starts_at=self.now - 100 * DAY,
        )
        self.make_contact_rules(person, by)
        bottlenecks = self.make_order(trajectory)
        self.make_log(trajectory, by, bottlenecks)

    def make_contact_rules(self, person, by):
        for level in ("not_asked", self.rng.choice(["acute", "care", "none_known"])):
            self.add(
                kinds.SafeContact,
                participant=person,
                level=level,
                channels=["app"],
                app_name="Signal",
                checked_on=self.ago(60),
                checked_how="in_person",
                recorded_by=by,
                recorded_at=self.now - (100 if level == "not_asked" else 1) * DAY,
            )

    def make_order(self, trajectory):
        """The first three stand in Now; some wait, and some have a deadline."""
        return [
            self.add(
                kinds.Bottleneck,
                trajectory=trajectory,
                life_area=area,
                title=f"What stands in her way, {place}",
                story=SAID,
                severity=self.rng.randint(1, 5),
                lane="now" if place <= 3 else "next",
                position=place,
                deadline=self.today + self.rng.randint(1, 200) * DAY,
                next_step="Call the desk",
                opened_on=self.ago(300),
                **self.whom(place),
            )
            for place, area in enumerate(self.areas(), start=1)
        ]

    def whom(self, place):
        """Whom every second one waits for."""
        if place % 2:
            return {}
        return {
            "waiting_on": "agency",
            "waiting_agency": self.rng.choice(self.agencies),
            "waiting_since": self.ago(100),
        }

    def areas(self):
        return self.rng.sample(LifeArea.values, BOTTLENECKS)

    def make_log(self, trajectory, by, bottlenecks):
        for _n in range(SESSIONS):
            session = self.add(
                kinds.Session,
                trajectory=trajectory,
                author=by,
                kind="office",
                on=self.ago(200),
                what_happened=SAID,
            )
            self.add(
                kinds.SessionTouch,
                session=session,
                bottleneck=self.rng.choice(bottlenecks),
                change="same",
                severity_before=3,
                severity_after=3,
            )
        for _n in range(CONTACTS):
            self.make_contact(trajectory, by, self.rng.choice(bottlenecks))
        self.add(
            kinds.Appointment,
            trajectory=trajectory,
            planned_by=by,
            kind="office",
            starts_at=self.now + self.rng.randint(1, 400) * timedelta(hours=1),
        )

    def make_contact(self, trajectory, by, bottleneck):
        contact = self.add(
            kinds.AgencyContact,
            trajectory=trajectory,
            author=by,
            agency=self.rng.choice(self.agencies),
            channel="phone",
            outcome="reached",
            on=self.ago(200),
            what_was_said=SAID,
            answer_due=self.ago(30) if self.rng.random() < 0.1 else None,
        )
        self.add(kinds.ContactTouch, contact=contact, bottleneck=bottleneck)
