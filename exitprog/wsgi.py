"""The door for gunicorn; in production it opens under the web's own role only."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from exitprog.checks import refuse_too_strong_a_role

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "exitprog.settings")
application = get_wsgi_application()
if settings.IS_PRODUCTION:
    refuse_too_strong_a_role()
