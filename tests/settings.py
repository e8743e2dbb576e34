"""The real settings, in a fixed environment: no test depends on the machine's own."""

import os

os.environ["EXITPROG_MODE"] = "test"
os.environ["EXITPROG_DB_ROLE"] = "owner"
os.environ["SECRET_KEY"] = "a-key-that-only-the-tests-know-and-that-guards-nothing"
os.environ["EXITPROG_FIELD_KEYS"] = (
    "new:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,"
    "old:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="
)
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["SECURITY_CONTACT"] = "mailto:security@koers.example"
os.environ["EMAIL_URL"] = "memorymail://"

from exitprog.settings import *  # noqa: F403  the environment comes first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Most tests begin behind the second step; its own tests switch it on.
SECOND_FACTOR = False

# Two runs beside each other don't share a database.
DATABASES["default"]["TEST"] = {"NAME": f"test_koers_{os.getpid()}"}  # noqa: F405
