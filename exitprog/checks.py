"""The web works under a role that the walls hold: no owner, no superuser, no bypass."""

from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

ASK = """
    SELECT current_user, rolsuper OR rolcreaterole, rolbypassrls, EXISTS (
        SELECT FROM pg_class
        WHERE relnamespace = 'public'::regnamespace
            AND pg_has_role(current_user, relowner, 'MEMBER')
    )
    FROM pg_roles WHERE rolname = current_user
"""
HINT = "Let DATABASE_URL name koers_web; docs/install.md says how it is made."


@register(Tags.database, deploy=True)
def check_web_role(databases=None, **options):
    """Asked by `check --deploy --database default`, and by each web process."""
    if not databases:
        return []
    with connection.cursor() as cursor:
        cursor.execute(ASK)
        name, is_super, bypasses, owns = cursor.fetchone()
    found = [
        (is_super, "may do everything", "koers.E001"),
        (bypasses, "passes by row-level security", "koers.E002"),
        (owns, "owns tables, so no policy holds it", "koers.E003"),
    ]
    return [
        Error(f"The role {name} {what}.", hint=HINT, id=code)
        for is_so, what, code in found
        if is_so
    ]


def refuse_too_strong_a_role():
    """Stop a web process that could see and change everything."""
    if errors := check_web_role(["default"]):
        told = " ".join(error.msg for error in errors)
        raise ImproperlyConfigured(f"Koers does not serve like this. {told} {HINT}")
    connection.close()
