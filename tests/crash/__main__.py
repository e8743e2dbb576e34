"""./run python -m tests.crash [--rounds 10]"""

import argparse
import os
import sys
from importlib import import_module

import django

from tests.crash.cluster import own_cluster


def main(arguments):
    parser = argparse.ArgumentParser(prog="tests.crash", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument(
        "--careless",
        action="store_true",
        help="let PostgreSQL answer before it wrote: this must be seen",
    )
    asked = parser.parse_args(arguments)
    with own_cluster(is_careless=asked.careless) as cluster:
        os.environ["DATABASE_URL"] = cluster.url("owner")
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        rounds = import_module("tests.crash.rounds")
        return rounds.run(cluster, asked.rounds)


sys.exit(main(sys.argv[1:]))
