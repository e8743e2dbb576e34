"""`manage.py reseal`: seal everything anew under the first of the field keys.

After it, an older key is no longer needed. It may be stopped and started again, and
the site may run meanwhile: a value that somebody just rewrote is left alone.
"""

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from exitprog.fields import SealedField, row_key
from exitprog.sealing import CannotOpenError, seal, unseal

BATCH = 500


class Command(BaseCommand):
    help = "Seal every sealed value anew under the first key of EXITPROG_FIELD_KEYS."

    def handle(self, **options):
        try:
            number = sum(map(reseal, apps.get_models()))
        except CannotOpenError as error:
            raise CommandError(str(error)) from error
        newest = next(iter(settings.FIELD_KEYS))
        self.stdout.write(f"Sealed {number} values anew under key {newest}.")


def reseal(model):
    """Seal anew what is sealed under another key than the first; gives how many.

    Rows that are never overwritten get a new seal too, for their text stays.
    """
    fields = [f for f in model._meta.local_fields if isinstance(f, SealedField)]
    if not fields:
        return 0
    keys = list(model._base_manager.values_list("pk", flat=True))
    batches = (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
    return sum(_reseal_rows(model, fields, batch) for batch in batches)


@transaction.atomic
def _reseal_rows(model, fields, keys):
    bound_to = {"pgh_obj"} & {field.name for field in model._meta.fields}
    named = [field.attname for field in fields]
    rows = model._base_manager.only("pk", *bound_to, *named)
    with pgtrigger.ignore():
        return sum(
            _reseal_value(row, field)
            for row in rows.filter(pk__in=keys)
            for field in fields
        )


def _reseal_value(row, field):
    old = row.__dict__[field.attname]
    if not old or old.key_id == next(iter(settings.FIELD_KEYS)):
        return 0
    bound = (field.label, row_key(row), settings.FIELD_KEYS)
    new = seal(unseal(old, *bound), *bound)
    same = type(row)._base_manager.filter(pk=row.pk, **{field.attname: old})
    return same.update(**{field.attname: new})
