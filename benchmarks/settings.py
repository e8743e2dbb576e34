"""The settings of the tests, with a database and addresses of the benchmarks' own."""

import os

from tests.settings import *  # noqa: F403  the environment comes first

ROOT_URLCONF = "benchmarks.urls"
DATABASES["default"]["TEST"] = {"NAME": f"bench_koers_{os.getpid()}"}  # noqa: F405
