"""How long pages take beside a floor page: `./run python -m benchmarks`.

Importing it sets Django up: its modules need the models.
"""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
django.setup()
