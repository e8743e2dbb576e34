"""What the browser finds: the demo, a beginner, and who has logged in already."""

from django.conf import settings
from django.test import Client
from django.urls import reverse

from agencies.models import Agency
from counsellors import months
from counsellors.models import LogReview, User
from exitprog import moment
from exitprog.database import acting_as
from participants.demo.seed import seed
from participants.demo.stories.mirela import CODE
from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    BreakGlass,
    Consent,
    DaytimeActivity,
    Flag,
    Income,
    Naming,
    Participant,
    Session,
    Trajectory,
)
from tests.factories import (
    MakeAssignment,
    MakeBreakGlass,
    MakeContact,
    MakeDraft,
    MakeHandover,
    MakeNaming,
    MakeSession,
    make_dossier,
    make_member,
    make_protected,
)

PEOPLE = ["anouk", "joost", "tess", "carla", "pim", "ada", "nina", "olga"]


class World:
    """Nina has no participants yet. Olga has three: one with an empty dossier, one with
    what was logged today, one extra protected.
    """

    def __init__(self, notes="nl"):
        seed(notes)
        self._add_beginners()
        self._protect()
        self._change_something()
        by_alias = {row.alias: row for row in Participant.objects.all()}
        self.mirela = by_alias["Mirela"]
        self.empty, self.busy = by_alias["Nieuwkomer"], by_alias["Vandaag"]
        self.guarded = by_alias["Beschermd"]
        self.trajectory = Trajectory.objects.get(participant=self.mirela)
        self.names = set(by_alias)
        self.secrets = self.names | {row.code for row in by_alias.values()}
        self.sessions = {name: self._log_in(name) for name in PEOPLE}

    def _add_beginners(self):
        waterveen = self._waterveen()
        make_member("Nina Nieuw", waterveen)
        olga = make_member("Olga Otten", waterveen)
        make_dossier(olga, waterveen, alias="Nieuwkomer")
        today = make_dossier(olga, waterveen, alias="Vandaag")
        MakeSession(trajectory=today, author=olga)
        MakeContact(trajectory=today, author=olga, what_was_said="Ze bellen terug.")
        her, nina = {"participant": today.participant}, self.user("nina")
        sheet = "Belt liever niet."
        MakeHandover(**her, from_user=olga, to_user=nina, sheet=sheet)
        reason = "Zij belde en Olga was ziek."
        MakeBreakGlass(**her, user=self.user("joost"), reason=reason, is_over=True)
        MakeDraft(**her, author=olga, content={"what_happened": ["Nog niet af."]})

    def _protect(self):
        """Joost covers and asks to see it, Nina is named, Tess asked for Femke."""
        olga = self.user("olga")
        row = make_dossier(olga, self._waterveen(), alias="Beschermd")
        make_protected(row, self.user("nina"))
        her = {"participant": row.participant}
        MakeAssignment(**her, user=self.user("joost"), kind="cover")
        MakeBreakGlass(**her, user=self.user("joost"))
        tess = {"named_by": self.user("tess"), "confirmed_by": None}
        MakeNaming(**her, user=self.user("femke"), **tess)

    def _change_something(self):
        """What a history tells; nobody acted when the demo was written."""
        talk = Session.objects.get(author__name="Olga Otten")
        room = Bottleneck.objects.filter(trajectory__participant__code=CODE)
        room = room.filter(state="solved").first()
        with acting_as(talk.author):
            talk.what_happened = "Wij spraken over de kamer en over de brief."
            talk.next_step, talk.next_step_on = "Brief lezen", moment.today()
            talk.save_over(talk.version)
        with acting_as(self.user("anouk")):
            room.story, room.severity = "Het slot is vervangen.", 2
            room.deadline = moment.today()
            room.save_over(room.version)

    def _log_in(self, name):
        client = Client()
        client.force_login(self.user(name))
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    def _waterveen(self):
        return self.user("anouk").memberships.get().programme

    def user(self, name):
        return User.objects.get(email=f"{name}@koers.example")

    def speak(self, name, language):
        User.objects.filter(email=f"{name}@koers.example").update(language=language)

    # Addresses

    def at(self, route, **kwargs):
        """The address of a page, of Mirela's dossier unless `code` says otherwise."""
        return reverse(f"participants:{route}", kwargs={"code": self.code, **kwargs})

    @property
    def code(self):
        return self.mirela.code

    def first_bottleneck(self):
        rows = Bottleneck.objects.filter(trajectory=self.trajectory)
        return rows.exclude(position=None).earliest("position")

    def solved_bottleneck(self):
        rows = Bottleneck.objects.filter(trajectory=self.trajectory)
        return rows.filter(state="solved").first()

    def session(self):
        return Session.objects.filter(trajectory=self.trajectory).latest("on")

    def contact(self):
        return AgencyContact.objects.filter(trajectory=self.trajectory).latest("on")

    def session_of_today(self):
        return Session.objects.get(trajectory__participant=self.busy)

    def contact_of_today(self):
        return AgencyContact.objects.get(trajectory__participant=self.busy)

    def emergency(self):
        return BreakGlass.objects.get(participant=self.busy)

    def asked(self):
        return BreakGlass.objects.get(participant=self.guarded)

    def name(self):
        return Naming.objects.get(participant=self.guarded, confirmed_at=None)

    def sample(self):
        """Of the month before, begun by Pim."""
        month = months.last_months(2)[1]
        return LogReview.begin(self.trajectory.programme_id, month, self.user("pim"))

    def appointment(self):
        return Appointment.objects.filter(trajectory=self.trajectory).latest(
            "starts_at"
        )

    def flag(self):
        return Flag.objects.filter(participant=self.mirela).first()

    def consent(self):
        return Consent.objects.filter(participant=self.mirela, purpose="share").first()

    def income(self):
        return Income.objects.filter(trajectory=self.trajectory, ended_on=None).get()

    def activity(self):
        return DaytimeActivity.objects.get(trajectory=self.trajectory)

    def agency(self):
        return Agency.objects.filter(contact_persons__isnull=False).first()
