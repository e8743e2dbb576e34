"""A draft names its page; those that were kept before named its noun."""

from django.db import migrations

NAMES = [("session", "session-new"), ("contact", "contact-new")]


def rename(apps, pairs):
    drafts = apps.get_model("participants", "Draft").objects
    for old, new in pairs:
        drafts.filter(form=old).update(form=new)


def forwards(apps, schema_editor):
    rename(apps, NAMES)


def backwards(apps, schema_editor):
    rename(apps, [(new, old) for old, new in NAMES])


class Migration(migrations.Migration):
    dependencies = [("participants", "0012_drafts_of_every_form")]

    operations = [migrations.RunPython(forwards, backwards)]
