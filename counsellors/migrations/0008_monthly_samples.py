import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import exitprog.fields
import exitprog.moment


class Migration(migrations.Migration):
    """The monthly look at a sample of the access log, and its verdicts."""

    dependencies = [
        ("agencies", "0003_web_role_grants"),
        ("counsellors", "0007_pace_of_reading"),
    ]

    operations = [
        migrations.CreateModel(
            name="LogReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("month", models.DateField(verbose_name="month")),
                ("seed", models.CharField(max_length=64)),
                ("begun_at", models.DateTimeField(default=exitprog.moment.now)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log_reviews",
                        to="agencies.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["-month", "programme"],
            },
        ),
        migrations.CreateModel(
            name="LogVerdict",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[("right", "Right"), ("asked", "Asked about")],
                        max_length=5,
                    ),
                ),
                (
                    "note",
                    exitprog.fields.SealedTextField(
                        blank=True, label="counsellors.log_verdict.note", max_length=500
                    ),
                ),
                ("at", models.DateTimeField(default=exitprog.moment.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="counsellors.accessevent",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="counsellors.logreview",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="logreview",
            constraint=models.UniqueConstraint(
                fields=("programme", "month"),
                name="one_review_of_a_programme_and_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="logreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("month__day", 1)),
                name="a_month_is_named_by_its_first_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="logreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(
                        ("closed_at__gte", models.F("begun_at")),
                        ("closed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="whoever_closes_a_review_is_known_with_the_moment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logreview",
            trigger=pgtrigger.compiler.Trigger(
                name="reviews_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="aedfa7ca460e1a3a5f65d42cc030528ee5f06d49",
                    operation="DELETE",
                    pgid="pgtrigger_reviews_stay_facd3",
                    table="counsellors_logreview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logreview",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_reviews_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="27374f05f7871ef677d7727c1a4f8aaf2aa57348",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_reviews_stay_cb0ef",
                    table="counsellors_logreview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="verdicts_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b8ceeabbcc56808cdc5c0911e0d64c7188db2a00",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_verdicts_stay_92a7c",
                    table="counsellors_logverdict",
                    when="BEFORE",
                ),
            ),
        ),
    ]
