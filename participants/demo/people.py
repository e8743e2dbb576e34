"""Who works here: twelve accounts in three programmes."""

from datetime import timedelta

from django.contrib.auth.hashers import make_password

from counsellors.models import Membership, Role, User
from exitprog import moment

PASSWORD = "koers-demo"  # noqa: S105 everyone may know it
WATERVEEN, NOORDERMARK, ZUIDERLAND = "waterveen", "noordermark", "zuiderland"
ACCOUNTS = [
    ("Anouk de Wit", WATERVEEN, Role.COUNSELLOR),
    ("Joost Bakker", WATERVEEN, Role.COUNSELLOR),
    ("Noor van Dijk", NOORDERMARK, Role.COUNSELLOR),
    ("Tess Mulder", WATERVEEN, Role.TEAM_LEAD),
    ("Carla Hofman", WATERVEEN, Role.COORDINATOR),
    ("Pim Verhoeven", WATERVEEN, Role.PRIVACY_OFFICER),
    ("Ada Kuipers", None, None),
    ("Ravi Soekhoe", WATERVEEN, Role.COUNSELLOR),
    ("Femke Jansen", WATERVEEN, Role.COUNSELLOR),
    ("Bram Visser", NOORDERMARK, Role.TEAM_LEAD),
    ("Lotte Smeets", ZUIDERLAND, Role.COUNSELLOR),
    ("Yusuf Demir", WATERVEEN, Role.COUNSELLOR),
]
ALSO = [("Lotte Smeets", ZUIDERLAND, Role.TEAM_LEAD)]
LONG_AGO, THIS_WEEK, SOON = timedelta(days=900), timedelta(days=4), timedelta(days=21)
FULL_TIME = 20
CAPACITY = {"joost": 16, "yusuf": 12}


def email_of(name):
    return f"{_first(name)}@koers.example"


def programme_of(user):
    """The slug of the programme that the user belongs to."""
    return next(slug for name, slug, _role in ACCOUNTS if name == user.name)


def make_users(programmes, language):
    """The accounts, by first name in small letters; the interface speaks `language`."""
    password = make_password(PASSWORD)
    users = {}
    for name, slug, _role in ACCOUNTS:
        users[_first(name)] = User(
            name=name,
            email=email_of(name),
            phone=f"099 555 03 {len(users) + 1:02}",
            password=password,
            language=language,
            is_staff=slug is None,
            max_participants=CAPACITY.get(_first(name), FULL_TIME),
        )
    User.objects.bulk_create(users.values())
    _make_memberships(users, programmes)
    return users


def _first(name):
    return name.partition(" ")[0].lower()


def _make_memberships(users, programmes):
    """Yusuf began this week, and Femke leaves in three."""
    began = {"yusuf": moment.now() - THIS_WEEK}
    leaves = {"femke": moment.now() + SOON}
    Membership.objects.bulk_create(
        Membership(
            user=users[_first(name)],
            programme=programmes[slug],
            role=role,
            starts_at=began.get(_first(name), moment.now() - LONG_AGO),
            ends_at=leaves.get(_first(name)),
            granted_by=users["ada"],
        )
        for name, slug, role in ACCOUNTS + ALSO
        if slug
    )
