"""What row-level security costs: `./run python -m benchmarks.second_wall`.

One counsellor with twenty dossiers among a hundred thousand. The same pages are asked
with the policies on and off in turn, in one run; the median may be 1.3 times as much.
"""

import argparse
import sys
from statistics import median

from django.db import connection
from django.urls import reverse

from benchmarks.database import database
from benchmarks.measure import client_of, timed
from benchmarks.world import EACH, World
from tests.walls import walled_models

LIMIT = 1.3
OTHERS = 200
TRIES = 4
USERS = """
    INSERT INTO counsellors_user SELECT (jsonb_populate_record(u, jsonb_build_object(
        'id', md5('user' || n)::uuid, 'email', 'more' || n || '@koers.example'
    ))).* FROM counsellors_user u, generate_series(1, %s) n WHERE u.id = %s
"""
# A copy of one own row for each foreign dossier, under keys made of numbers.
COPY = """
    INSERT INTO {table} SELECT (jsonb_populate_record(r, {changes})).*
    FROM {table} r, generate_series(1, %s) n, generate_series(1, {each}) m
    WHERE r.id = (SELECT id FROM {table} LIMIT 1)
"""
PERSON, RUN = "md5('person' || n)::uuid", "md5('run' || n)::uuid"
OF_PERSON, OF_RUN = f"'participant_id', {PERSON}", f"'trajectory_id', {RUN}"
FRESH = "'id', gen_random_uuid()"
COPIES = [
    ("participant", 1, f"'id', {PERSON}, 'code', to_char(n, 'FM\"X\"0000000')"),
    ("trajectory", 1, f"'id', {RUN}, {OF_PERSON}"),
    (
        "assignment",
        1,
        f"{FRESH}, {OF_PERSON}, 'user_id', md5('user' || 1 + n % {OTHERS})::uuid",
    ),
    ("safecontact", 1, f"{FRESH}, {OF_PERSON}"),
    ("bottleneck", 2, f"{FRESH}, {OF_RUN}, 'position', m, 'story', ''"),
    (
        "session",
        2,
        f"{FRESH}, {OF_RUN}, 'submission_id', gen_random_uuid(), 'what_happened', ''",
    ),
]


def main():
    parser = argparse.ArgumentParser("python -m benchmarks.second_wall")
    parser.add_argument("--participants", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    with database():
        world = World(EACH)
        add_strangers(world.counsellors[0], asked.participants)
        return tell(measure(world, asked.rounds))


def add_strangers(user, count):
    """Other people's dossiers, in bulk and without their histories."""
    with connection.cursor() as cursor:
        cursor.execute(USERS, [OTHERS, user.pk])
        for name, each, changes in COPIES:
            table = f"participants_{name}"
            changes = f"jsonb_build_object({changes})"
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(
                COPY.format(table=table, each=each, changes=changes).replace(
                    " % ", " %% "
                ),
                [count],
            )
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            # Else foreign keys are checked as in the table that was still small.
            cursor.execute("ANALYZE")


def measure(world, rounds):
    """{page: (milliseconds without, with)}: medians of as many tries of each."""
    user, code = world.first
    client = client_of(user)
    pages = {
        "participants": reverse("participants:list"),
        "overview": reverse("participants:overview", args=[code]),
    }
    times = {(page, state): [] for page in pages for state in ("DISABLE", "ENABLE")}
    for _round in range(rounds):
        for state in ("DISABLE", "ENABLE"):
            switch(state)
            for page, address in pages.items():
                timed(client, address)
                times[page, state] += [timed(client, address) for _try in range(TRIES)]
    return {
        page: (median(times[page, "DISABLE"]), median(times[page, "ENABLE"]))
        for page in pages
    }


def switch(state):
    with connection.cursor() as cursor:
        for model in walled_models():
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"ALTER TABLE {table} {state} ROW LEVEL SECURITY")


def tell(figures):
    slow = False
    for page, (without, walled) in figures.items():
        ratio = walled / without
        slow |= ratio > LIMIT
        sys.stdout.write(
            f"{page:14}{without:7.1f} ms without{walled:7.1f} ms with"
            f"{ratio:6.2f} times, at most {LIMIT}\n"
        )
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
