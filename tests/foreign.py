"""Two dossiers with the same rows: the own one, and one that nobody here may see."""

from types import SimpleNamespace

from django.db import connection
from django.urls import reverse

from exitprog import moment
from tests.factories import (
    MakeAgency,
    MakeAppointment,
    MakeContact,
    MakeDraft,
    MakeMembership,
    MakeSafeContact,
    make_dossier,
    make_order,
)
from tests.routes import takes
from tests.walls import walled_models

THEIRS = "Zquirk"  # in every text of the foreign one


def make_foreign(counsellor, programme):
    MakeMembership(programme=programme)
    return make_dossier(counsellor, programme, alias=THEIRS)


def rows_of_both(mine, colleague, foreign):
    """What a request may name, of the own dossier and of the foreign one."""
    stranger = foreign.programme.memberships.first().user
    return rows_of(mine, colleague, ""), rows_of(foreign, stranger, THEIRS)


def rows_of(trajectory, colleague, text):
    agency, order = MakeAgency(), make_order(trajectory, f"A{text}", f"B{text}")
    order[1].severity = 5
    order[1].save()
    author = trajectory.participant.assignments.get().user
    whose = {"trajectory": trajectory, "author": author}
    due = {"answer_due": moment.today(), "promise": f"A letter {text}"}
    typed = {"what_happened": [f"Half a text {text}"]}
    her = {"participant": trajectory.participant}
    return SimpleNamespace(
        trajectory=trajectory,
        agency=agency,
        order=order,
        contact=MakeContact(**whose, **due, agency=agency),
        appointment=MakeAppointment(
            trajectory=trajectory, planned_by=author, place=f"A place {text}"
        ),
        draft=MakeDraft(**her, author=author, form="session-new", content=typed),
        safe_contact=MakeSafeContact(**her, recorded_by=author),
        colleague=colleague,
        author=author,
    )


def address_of(trajectory, route, key):
    known = {"code": trajectory.participant.code, "pk": key}
    wanted = takes(f"participants:{route}")
    return reverse(
        f"participants:{route}", kwargs={name: known[name] for name in wanted}
    )


def state():
    """Everything about anybody, as one hash per table."""
    tables = [connection.ops.quote_name(m._meta.db_table) for m in walled_models()]
    hashed = "SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) FROM {} t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(hashed.format(table) for table in tables))
        return cursor.fetchall()
