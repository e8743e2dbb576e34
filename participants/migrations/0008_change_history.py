import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import exitprog.fields
import exitprog.moment
import exitprog.triggers
import participants.models.participant


class Migration(migrations.Migration):
    """Each state of a record that can be changed, with who and when."""

    dependencies = [
        ("agencies", "0003_web_role_grants"),
        ("counsellors", "__first__"),
        ("participants", "0007_acting_user"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.agencycontact",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "trajectory",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.trajectory",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                        verbose_name="agency",
                    ),
                ),
                (
                    "contact_person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.contactperson",
                        verbose_name="with whom",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "Phone"),
                            ("email", "E-mail"),
                            ("letter", "Letter or form"),
                            ("meeting", "Meeting"),
                        ],
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("out", "We contacted them"),
                            ("in", "They contacted us"),
                        ],
                        default="out",
                        max_length=3,
                        verbose_name="who took the initiative",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("reached", "Reached"), ("attempt", "Not reached")],
                        max_length=7,
                        verbose_name="did you reach them",
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        default=exitprog.moment.today, verbose_name="date"
                    ),
                ),
                (
                    "what_was_said",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.agencycontact.what_was_said",
                        max_length=5000,
                        verbose_name="what was said",
                    ),
                ),
                (
                    "promise",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.agencycontact.promise",
                        max_length=300,
                        verbose_name="what did they promise",
                    ),
                ),
                (
                    "answer_due",
                    models.DateField(
                        blank=True, null=True, verbose_name="answer expected by"
                    ),
                ),
                (
                    "answers",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.agencycontact",
                        verbose_name="answers",
                    ),
                ),
                (
                    "next_action",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.agencycontact.next_action",
                        max_length=200,
                        verbose_name="what do you do next",
                    ),
                ),
                (
                    "next_action_on",
                    models.DateField(blank=True, null=True, verbose_name="on"),
                ),
                (
                    "is_named",
                    models.BooleanField(
                        default=False, verbose_name="did you say who it is about"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.consent",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=exitprog.moment.now, editable=False),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AppointmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.appointment",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "trajectory",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.trajectory",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=60, verbose_name="minutes"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "Visit"),
                            ("office", "Office"),
                            ("phone", "Phone"),
                            ("video", "Video"),
                            ("message", "Message"),
                        ],
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                (
                    "place",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.appointment.place",
                        max_length=120,
                        verbose_name="place",
                    ),
                ),
                (
                    "with_whom",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.appointment.with_whom",
                        max_length=80,
                        verbose_name="who comes along",
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.bottleneck",
                        verbose_name="what is it about",
                    ),
                ),
                (
                    "interpreter",
                    models.CharField(
                        choices=[
                            ("none", "no interpreter"),
                            ("phone", "interpreter by phone"),
                            ("on_site", "interpreter on site"),
                        ],
                        default="none",
                        max_length=7,
                        verbose_name="interpreter",
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.appointment",
                    ),
                ),
                (
                    "cancelled_by",
                    models.CharField(
                        blank=True,
                        choices=[("participant", "the participant"), ("us", "us")],
                        max_length=11,
                        verbose_name="who called it off",
                    ),
                ),
                ("cancelled_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AssignmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.assignment",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("primary", "counsellor"), ("cover", "cover")],
                        max_length=7,
                    ),
                ),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                (
                    "granted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="BarrierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.barrier",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reason",
                    exitprog.fields.SealedTextField(
                        label="participants.barrier.reason", max_length=500
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="BottleneckEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.bottleneck",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "trajectory",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.trajectory",
                    ),
                ),
                (
                    "life_area",
                    models.CharField(
                        choices=[
                            ("safety", "Safety and coercion"),
                            ("housing", "Home and address"),
                            ("income", "Income and benefit"),
                            ("debts", "Debts"),
                            ("documents", "Papers and residence"),
                            ("mental_health", "Mind"),
                            ("physical_health", "Body"),
                            ("addiction", "Addiction"),
                            ("language", "Dutch language"),
                            ("network", "Family and network"),
                            ("daytime", "Work, training, daytime"),
                            ("justice", "Police and justice"),
                        ],
                        max_length=20,
                        verbose_name="life area",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Choosing a kind shows what usually comes first.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.bottleneckkind",
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    exitprog.fields.SealedTextField(
                        label="participants.bottleneck.title",
                        max_length=120,
                        verbose_name="what is it",
                    ),
                ),
                (
                    "story",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.bottleneck.story",
                        max_length=5000,
                        verbose_name="the story",
                    ),
                ),
                (
                    "severity",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "light"),
                            (2, "noticeable"),
                            (3, "heavy"),
                            (4, "severe"),
                            (5, "acute"),
                        ],
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how bad is it",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("working", "being worked on"),
                            ("waiting", "waiting"),
                            ("solved", "solved"),
                            ("accepted", "accepted as it is"),
                            ("declined", "not wanted by the participant"),
                            ("not_needed", "not needed"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "participant_rank",
                    models.PositiveSmallIntegerField(editable=False, null=True),
                ),
                (
                    "deadline",
                    models.DateField(blank=True, null=True, verbose_name="deadline"),
                ),
                (
                    "deadline_what",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.bottleneck.deadline_what",
                        max_length=60,
                        verbose_name="what happens then",
                    ),
                ),
                (
                    "next_step",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.bottleneck.next_step",
                        max_length=200,
                        verbose_name="next step",
                    ),
                ),
                (
                    "next_step_on",
                    models.DateField(blank=True, null=True, verbose_name="on"),
                ),
                (
                    "waiting_on",
                    models.CharField(
                        choices=[
                            ("agency", "an agency"),
                            ("participant", "the participant"),
                            ("us", "us"),
                            ("court", "court or authority"),
                            ("nobody", "nobody"),
                        ],
                        default="nobody",
                        max_length=11,
                        verbose_name="who is it waiting for",
                    ),
                ),
                (
                    "waiting_agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                        verbose_name="which agency",
                    ),
                ),
                (
                    "waiting_since",
                    models.DateField(blank=True, null=True, verbose_name="since"),
                ),
                (
                    "opened_on",
                    models.DateField(default=exitprog.moment.today, editable=False),
                ),
                ("closed_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="BreakGlassEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.breakglass",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reason",
                    exitprog.fields.SealedTextField(
                        label="participants.breakglass.reason",
                        max_length=500,
                        verbose_name="why do you need to see this",
                    ),
                ),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField()),
                (
                    "note",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.breakglass.note",
                        max_length=2000,
                        verbose_name="what did you see and do",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reviewed_at", models.DateTimeField(null=True)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "it was right"),
                            ("talked", "talked about, no further step"),
                            ("reported", "passed on to the privacy officer"),
                        ],
                        max_length=8,
                        verbose_name="verdict",
                    ),
                ),
                (
                    "review_note",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.breakglass.review_note",
                        max_length=1000,
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ConsentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.consent",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("record", "to keep this dossier"),
                            ("share", "to share with an agency"),
                            ("registration", "to report signs of human trafficking"),
                            ("shelter", "to ask for a place to stay"),
                            ("handover", "to hand over to another programme"),
                        ],
                        max_length=12,
                        verbose_name="what for",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.agency",
                        verbose_name="with which agency",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("safety", "Safety and coercion"),
                                ("housing", "Home and address"),
                                ("income", "Income and benefit"),
                                ("debts", "Debts"),
                                ("documents", "Papers and residence"),
                                ("mental_health", "Mind"),
                                ("physical_health", "Body"),
                                ("addiction", "Addiction"),
                                ("language", "Dutch language"),
                                ("network", "Family and network"),
                                ("daytime", "Work, training, daytime"),
                                ("justice", "Police and justice"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="on which life areas",
                    ),
                ),
                (
                    "given_on",
                    models.DateField(
                        default=exitprog.moment.today, verbose_name="agreed on"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("written", "in writing"), ("spoken", "spoken")],
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                (
                    "information_version",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        verbose_name="which information was given",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(blank=True, null=True, verbose_name="holds until"),
                ),
                (
                    "withdrawn_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="withdrawn on"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=exitprog.moment.now, editable=False),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DependencyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.dependency",
                    ),
                ),
                (
                    "trajectory",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.trajectory",
                    ),
                ),
                (
                    "blocker",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.bottleneck",
                        verbose_name="what comes first",
                    ),
                ),
                (
                    "blocked",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.bottleneck",
                        verbose_name="what waits",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hard", "cannot go on without it"),
                            ("soft", "goes better with it"),
                        ],
                        default="hard",
                        max_length=4,
                        verbose_name="how strict is it",
                    ),
                ),
                (
                    "reason",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.dependency.reason",
                        max_length=200,
                        verbose_name="why",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=exitprog.moment.now)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="FlagEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.flag",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "text",
                    exitprog.fields.SealedTextField(
                        label="participants.flag.text",
                        max_length=300,
                        verbose_name="what must everyone know",
                    ),
                ),
                (
                    "raised_on",
                    models.DateField(default=exitprog.moment.today, editable=False),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("review_on", models.DateField(verbose_name="look at it again on")),
                ("removed_on", models.DateField(editable=False, null=True)),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removal_reason",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.flag.removal_reason",
                        max_length=300,
                        verbose_name="why is it no longer needed",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="HandoverEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.handover",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "from_user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="to whom",
                    ),
                ),
                (
                    "sheet",
                    exitprog.fields.SealedTextField(
                        label="participants.handover.sheet",
                        max_length=5000,
                        verbose_name="hand-over sheet",
                    ),
                ),
                (
                    "told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="the participant was told on",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "offered"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                            ("undone", "undone"),
                        ],
                        default="offered",
                        max_length=9,
                    ),
                ),
                ("offered_at", models.DateTimeField(default=exitprog.moment.now)),
                ("decided_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ParticipantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.participant",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "code",
                    models.CharField(
                        default=participants.models.participant.make_code,
                        editable=False,
                        max_length=8,
                    ),
                ),
                (
                    "alias",
                    exitprog.fields.SealedTextField(
                        label="participants.participant.alias",
                        max_length=80,
                        verbose_name="alias",
                    ),
                ),
                (
                    "pronoun",
                    models.CharField(
                        choices=[
                            ("she", "she / her"),
                            ("he", "he / him"),
                            ("they", "they / them"),
                        ],
                        default="she",
                        max_length=4,
                        verbose_name="pronoun",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1920),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year of birth",
                    ),
                ),
                (
                    "birth_date",
                    exitprog.fields.SealedDateField(
                        blank=True,
                        label="participants.participant.birth_date",
                        null=True,
                        verbose_name="date of birth",
                    ),
                ),
                (
                    "languages",
                    exitprog.fields.SealedJSONField(
                        blank=True,
                        default=list,
                        label="participants.participant.languages",
                        verbose_name="languages",
                    ),
                ),
                (
                    "interpreter",
                    models.BooleanField(
                        default=False, verbose_name="needs an interpreter"
                    ),
                ),
                (
                    "children",
                    models.CharField(
                        choices=[
                            ("not_said", "not said"),
                            ("none", "none"),
                            ("living_with", "living with the participant"),
                            ("elsewhere", "living elsewhere"),
                        ],
                        default="not_said",
                        max_length=11,
                        verbose_name="children",
                    ),
                ),
                (
                    "registered_on",
                    models.DateField(
                        default=exitprog.moment.today, verbose_name="registered on"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="SessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.session",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "trajectory",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.trajectory",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.appointment",
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        default=exitprog.moment.today, verbose_name="date"
                    ),
                ),
                (
                    "starts_at",
                    models.TimeField(blank=True, null=True, verbose_name="time"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="minutes"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit"),
                            ("office", "Office"),
                            ("phone", "Phone"),
                            ("video", "Video"),
                            ("message", "Message"),
                        ],
                        help_text="Empty when it did not take place.",
                        max_length=7,
                        verbose_name="how",
                    ),
                ),
                (
                    "attendance",
                    models.CharField(
                        choices=[
                            ("attended", "on time"),
                            ("late", "late"),
                            ("missed", "missed"),
                            ("cancelled_them", "called off by the participant"),
                            ("cancelled_us", "called off by us"),
                        ],
                        default="attended",
                        max_length=14,
                        verbose_name="did it take place",
                    ),
                ),
                (
                    "interpreter",
                    models.CharField(
                        choices=[
                            ("none", "no interpreter"),
                            ("phone", "interpreter by phone"),
                            ("on_site", "interpreter on site"),
                        ],
                        default="none",
                        max_length=7,
                        verbose_name="interpreter",
                    ),
                ),
                (
                    "what_happened",
                    exitprog.fields.SealedTextField(
                        label="participants.session.what_happened",
                        max_length=5000,
                        verbose_name="what happened",
                    ),
                ),
                (
                    "in_their_words",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.session.in_their_words",
                        max_length=2000,
                        verbose_name="in their words",
                    ),
                ),
                ("words_language", models.CharField(blank=True, max_length=3)),
                (
                    "next_step",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.session.next_step",
                        max_length=200,
                        verbose_name="next step",
                    ),
                ),
                (
                    "next_step_on",
                    models.DateField(blank=True, null=True, verbose_name="on"),
                ),
                (
                    "safe_contact_right",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes, we discussed it"),
                            ("changed", "No, it changed"),
                            ("not_asked", "Not asked"),
                        ],
                        max_length=9,
                        verbose_name="is the safe contact still right",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=exitprog.moment.now, editable=False),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="TrajectoryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_by",
                    models.ForeignKey(
                        db_default=models.Func(function="koers_user"),
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="participants.trajectory",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "participant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.programme",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("referred", "Referred"),
                            ("intake", "Meet"),
                            ("planning", "Plan"),
                            ("support", "Act"),
                            ("aftercare", "After"),
                            ("completed", "Completed"),
                            ("on_hold", "On hold"),
                            ("dropped_out", "Dropped out"),
                            ("transferred", "Transferred"),
                            ("not_admitted", "Not admitted"),
                        ],
                        default="referred",
                        max_length=12,
                    ),
                ),
                (
                    "state_before_hold",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("referred", "Referred"),
                            ("intake", "Meet"),
                            ("planning", "Plan"),
                            ("support", "Act"),
                            ("aftercare", "After"),
                            ("completed", "Completed"),
                            ("on_hold", "On hold"),
                            ("dropped_out", "Dropped out"),
                            ("transferred", "Transferred"),
                            ("not_admitted", "Not admitted"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "later_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="look at Later again on"
                    ),
                ),
                ("ranked_on", models.DateField(editable=False, null=True)),
                (
                    "referral_route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("self", "own request"),
                            ("outreach", "outreach on site"),
                            ("online_outreach", "outreach online"),
                            ("police_check", "police check"),
                            ("public_health", "public health service"),
                            ("municipality", "municipality"),
                            ("neighbourhood_team", "neighbourhood team"),
                            ("shelter", "shelter"),
                            ("coordination", "care co-ordination"),
                            ("care", "mental health or addiction care"),
                            ("participant", "another participant"),
                            ("website", "helpline or website"),
                            ("other", "other"),
                        ],
                        max_length=20,
                        verbose_name="how did she come to us",
                    ),
                ),
                (
                    "municipality_lives",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.municipality",
                        verbose_name="lives in",
                    ),
                ),
                (
                    "municipality_works",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agencies.municipality",
                        verbose_name="works in",
                    ),
                ),
                (
                    "wish",
                    exitprog.fields.SealedTextField(
                        blank=True,
                        label="participants.trajectory.wish",
                        max_length=1000,
                        verbose_name="where is she heading, in her words",
                    ),
                ),
                ("wish_language", models.CharField(blank=True, max_length=3)),
                ("wish_on", models.DateField(blank=True, null=True)),
                ("started_on", models.DateField(default=exitprog.moment.today)),
                ("ended_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        exitprog.triggers.AddTriggers(
            triggers=[
                (
                    "participant",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_participantevent" ("alias", "birth_date", "birth_year", "children", "code", "interpreter", "languages", "pgh_created_at", "pgh_label", "pgh_obj_id", "pronoun", "registered_on", "version") VALUES (NEW."alias", NEW."birth_date", NEW."birth_year", NEW."children", NEW."code", NEW."interpreter", NEW."languages", koers_moment(), \'insert\', NEW."id", NEW."pronoun", NEW."registered_on", NEW."version"); RETURN NULL;',
                            hash="a321b17b5c6309e2146c10cabaf113ec5e614c6e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_068a6",
                            table="participants_participant",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "participant",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."alias" IS DISTINCT FROM (NEW."alias") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birth_year" IS DISTINCT FROM (NEW."birth_year") OR OLD."children" IS DISTINCT FROM (NEW."children") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."pronoun" IS DISTINCT FROM (NEW."pronoun") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on"))',
                            func='INSERT INTO "participants_participantevent" ("alias", "birth_date", "birth_year", "children", "code", "interpreter", "languages", "pgh_created_at", "pgh_label", "pgh_obj_id", "pronoun", "registered_on", "version") VALUES (NEW."alias", NEW."birth_date", NEW."birth_year", NEW."children", NEW."code", NEW."interpreter", NEW."languages", koers_moment(), \'update\', NEW."id", NEW."pronoun", NEW."registered_on", NEW."version"); RETURN NULL;',
                            hash="c6912c778a7132845fdd960f294a9626a1964910",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c9656",
                            table="participants_participant",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "participant",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_participantevent" ("alias", "birth_date", "birth_year", "children", "code", "interpreter", "languages", "pgh_created_at", "pgh_label", "pgh_obj_id", "pronoun", "registered_on", "version") VALUES (OLD."alias", OLD."birth_date", OLD."birth_year", OLD."children", OLD."code", OLD."interpreter", OLD."languages", koers_moment(), \'delete\', OLD."id", OLD."pronoun", OLD."registered_on", OLD."version"); RETURN NULL;',
                            hash="04d007fd73d09dd45d7ad07de02f07b97de8f636",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9322e",
                            table="participants_participant",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "participantevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="73cf540e323835e66b77a1868b276a807091bf14",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_18f6f",
                            table="participants_participantevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "trajectory",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_trajectoryevent" ("ended_on", "later_review_on", "municipality_lives_id", "municipality_works_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "ranked_on", "referral_route", "started_on", "state", "state_before_hold", "version", "wish", "wish_language", "wish_on") VALUES (NEW."ended_on", NEW."later_review_on", NEW."municipality_lives_id", NEW."municipality_works_id", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."programme_id", NEW."ranked_on", NEW."referral_route", NEW."started_on", NEW."state", NEW."state_before_hold", NEW."version", NEW."wish", NEW."wish_language", NEW."wish_on"); RETURN NULL;',
                            hash="548e9ddd88b6056aa06d837937631bb505058fdc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_75ff4",
                            table="participants_trajectory",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "trajectory",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."later_review_on" IS DISTINCT FROM (NEW."later_review_on") OR OLD."municipality_lives_id" IS DISTINCT FROM (NEW."municipality_lives_id") OR OLD."municipality_works_id" IS DISTINCT FROM (NEW."municipality_works_id") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."ranked_on" IS DISTINCT FROM (NEW."ranked_on") OR OLD."referral_route" IS DISTINCT FROM (NEW."referral_route") OR OLD."started_on" IS DISTINCT FROM (NEW."started_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."state_before_hold" IS DISTINCT FROM (NEW."state_before_hold") OR OLD."wish" IS DISTINCT FROM (NEW."wish") OR OLD."wish_language" IS DISTINCT FROM (NEW."wish_language") OR OLD."wish_on" IS DISTINCT FROM (NEW."wish_on"))',
                            func='INSERT INTO "participants_trajectoryevent" ("ended_on", "later_review_on", "municipality_lives_id", "municipality_works_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "ranked_on", "referral_route", "started_on", "state", "state_before_hold", "version", "wish", "wish_language", "wish_on") VALUES (NEW."ended_on", NEW."later_review_on", NEW."municipality_lives_id", NEW."municipality_works_id", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."programme_id", NEW."ranked_on", NEW."referral_route", NEW."started_on", NEW."state", NEW."state_before_hold", NEW."version", NEW."wish", NEW."wish_language", NEW."wish_on"); RETURN NULL;',
                            hash="a9c4616380bdd15b9fee6dc8b4b06277634256ac",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4a189",
                            table="participants_trajectory",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "trajectory",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_trajectoryevent" ("ended_on", "later_review_on", "municipality_lives_id", "municipality_works_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "ranked_on", "referral_route", "started_on", "state", "state_before_hold", "version", "wish", "wish_language", "wish_on") VALUES (OLD."ended_on", OLD."later_review_on", OLD."municipality_lives_id", OLD."municipality_works_id", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."programme_id", OLD."ranked_on", OLD."referral_route", OLD."started_on", OLD."state", OLD."state_before_hold", OLD."version", OLD."wish", OLD."wish_language", OLD."wish_on"); RETURN NULL;',
                            hash="19219e94e713f1f20ffb3159808f3106d4fa8a1e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b73c2",
                            table="participants_trajectory",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "trajectoryevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4cfa8a5016f8736623203f621cc3fb0c1319c741",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3c91c",
                            table="participants_trajectoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "bottleneck",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_bottleneckevent" ("closed_on", "deadline", "deadline_what", "kind_id", "life_area", "next_step", "next_step_on", "opened_on", "participant_rank", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "state", "story", "title", "trajectory_id", "version", "waiting_agency_id", "waiting_on", "waiting_since") VALUES (NEW."closed_on", NEW."deadline", NEW."deadline_what", NEW."kind_id", NEW."life_area", NEW."next_step", NEW."next_step_on", NEW."opened_on", NEW."participant_rank", koers_moment(), \'insert\', NEW."id", NEW."severity", NEW."state", NEW."story", NEW."title", NEW."trajectory_id", NEW."version", NEW."waiting_agency_id", NEW."waiting_on", NEW."waiting_since"); RETURN NULL;',
                            hash="a81f87ab4d50988a8ed0efcc070b29f2f5a96c6b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_88fef",
                            table="participants_bottleneck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bottleneck",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."deadline" IS DISTINCT FROM (NEW."deadline") OR OLD."deadline_what" IS DISTINCT FROM (NEW."deadline_what") OR OLD."kind_id" IS DISTINCT FROM (NEW."kind_id") OR OLD."life_area" IS DISTINCT FROM (NEW."life_area") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."next_step_on" IS DISTINCT FROM (NEW."next_step_on") OR OLD."opened_on" IS DISTINCT FROM (NEW."opened_on") OR OLD."participant_rank" IS DISTINCT FROM (NEW."participant_rank") OR OLD."severity" IS DISTINCT FROM (NEW."severity") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."story" IS DISTINCT FROM (NEW."story") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."trajectory_id" IS DISTINCT FROM (NEW."trajectory_id") OR OLD."waiting_agency_id" IS DISTINCT FROM (NEW."waiting_agency_id") OR OLD."waiting_on" IS DISTINCT FROM (NEW."waiting_on") OR OLD."waiting_since" IS DISTINCT FROM (NEW."waiting_since"))',
                            func='INSERT INTO "participants_bottleneckevent" ("closed_on", "deadline", "deadline_what", "kind_id", "life_area", "next_step", "next_step_on", "opened_on", "participant_rank", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "state", "story", "title", "trajectory_id", "version", "waiting_agency_id", "waiting_on", "waiting_since") VALUES (NEW."closed_on", NEW."deadline", NEW."deadline_what", NEW."kind_id", NEW."life_area", NEW."next_step", NEW."next_step_on", NEW."opened_on", NEW."participant_rank", koers_moment(), \'update\', NEW."id", NEW."severity", NEW."state", NEW."story", NEW."title", NEW."trajectory_id", NEW."version", NEW."waiting_agency_id", NEW."waiting_on", NEW."waiting_since"); RETURN NULL;',
                            hash="dbb3dbe3213f9ff5098d599e38ba1719620ff82d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_14abc",
                            table="participants_bottleneck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bottleneck",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_bottleneckevent" ("closed_on", "deadline", "deadline_what", "kind_id", "life_area", "next_step", "next_step_on", "opened_on", "participant_rank", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "state", "story", "title", "trajectory_id", "version", "waiting_agency_id", "waiting_on", "waiting_since") VALUES (OLD."closed_on", OLD."deadline", OLD."deadline_what", OLD."kind_id", OLD."life_area", OLD."next_step", OLD."next_step_on", OLD."opened_on", OLD."participant_rank", koers_moment(), \'delete\', OLD."id", OLD."severity", OLD."state", OLD."story", OLD."title", OLD."trajectory_id", OLD."version", OLD."waiting_agency_id", OLD."waiting_on", OLD."waiting_since"); RETURN NULL;',
                            hash="3c12fc393f82c5a1048c1a758541eb8be7dc99cc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c2b24",
                            table="participants_bottleneck",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bottleneckevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="82859d8967d795805ea3aeadcdcdd58af57449eb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6575a",
                            table="participants_bottleneckevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_sessionevent" ("appointment_id", "attendance", "author_id", "in_their_words", "interpreter", "kind", "minutes", "next_step", "next_step_on", "on", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "safe_contact_right", "starts_at", "trajectory_id", "version", "what_happened", "words_language") VALUES (NEW."appointment_id", NEW."attendance", NEW."author_id", NEW."in_their_words", NEW."interpreter", NEW."kind", NEW."minutes", NEW."next_step", NEW."next_step_on", NEW."on", koers_moment(), \'insert\', NEW."id", NEW."recorded_at", NEW."safe_contact_right", NEW."starts_at", NEW."trajectory_id", NEW."version", NEW."what_happened", NEW."words_language"); RETURN NULL;',
                            hash="48bf01aadf33873533963bcb6441f4cc474df620",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_390b9",
                            table="participants_session",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."appointment_id" IS DISTINCT FROM (NEW."appointment_id") OR OLD."attendance" IS DISTINCT FROM (NEW."attendance") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."in_their_words" IS DISTINCT FROM (NEW."in_their_words") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."next_step_on" IS DISTINCT FROM (NEW."next_step_on") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."safe_contact_right" IS DISTINCT FROM (NEW."safe_contact_right") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."trajectory_id" IS DISTINCT FROM (NEW."trajectory_id") OR OLD."what_happened" IS DISTINCT FROM (NEW."what_happened") OR OLD."words_language" IS DISTINCT FROM (NEW."words_language"))',
                            func='INSERT INTO "participants_sessionevent" ("appointment_id", "attendance", "author_id", "in_their_words", "interpreter", "kind", "minutes", "next_step", "next_step_on", "on", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "safe_contact_right", "starts_at", "trajectory_id", "version", "what_happened", "words_language") VALUES (NEW."appointment_id", NEW."attendance", NEW."author_id", NEW."in_their_words", NEW."interpreter", NEW."kind", NEW."minutes", NEW."next_step", NEW."next_step_on", NEW."on", koers_moment(), \'update\', NEW."id", NEW."recorded_at", NEW."safe_contact_right", NEW."starts_at", NEW."trajectory_id", NEW."version", NEW."what_happened", NEW."words_language"); RETURN NULL;',
                            hash="a5732935546ff4fb4c8d96ea5c774a07738e9961",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_06d72",
                            table="participants_session",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_sessionevent" ("appointment_id", "attendance", "author_id", "in_their_words", "interpreter", "kind", "minutes", "next_step", "next_step_on", "on", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "safe_contact_right", "starts_at", "trajectory_id", "version", "what_happened", "words_language") VALUES (OLD."appointment_id", OLD."attendance", OLD."author_id", OLD."in_their_words", OLD."interpreter", OLD."kind", OLD."minutes", OLD."next_step", OLD."next_step_on", OLD."on", koers_moment(), \'delete\', OLD."id", OLD."recorded_at", OLD."safe_contact_right", OLD."starts_at", OLD."trajectory_id", OLD."version", OLD."what_happened", OLD."words_language"); RETURN NULL;',
                            hash="fc5dd17885bc43055509bfb685452ffd7662b76e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a215e",
                            table="participants_session",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sessionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7312c405683e1893e01a0c80e15ee1ef5e74f76f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e0a99",
                            table="participants_sessionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_consentevent" ("agency_id", "expires_on", "form", "given_on", "information_version", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "topics", "version", "withdrawn_on") VALUES (NEW."agency_id", NEW."expires_on", NEW."form", NEW."given_on", NEW."information_version", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."topics", NEW."version", NEW."withdrawn_on"); RETURN NULL;',
                            hash="6e689767d45836fda71294ea9f9745a7c176319f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e441e",
                            table="participants_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."given_on" IS DISTINCT FROM (NEW."given_on") OR OLD."information_version" IS DISTINCT FROM (NEW."information_version") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."topics" IS DISTINCT FROM (NEW."topics") OR OLD."withdrawn_on" IS DISTINCT FROM (NEW."withdrawn_on"))',
                            func='INSERT INTO "participants_consentevent" ("agency_id", "expires_on", "form", "given_on", "information_version", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "topics", "version", "withdrawn_on") VALUES (NEW."agency_id", NEW."expires_on", NEW."form", NEW."given_on", NEW."information_version", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."topics", NEW."version", NEW."withdrawn_on"); RETURN NULL;',
                            hash="3a56c7f856843b9201a46e76dd322f040b48dbb4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4bbfa",
                            table="participants_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_consentevent" ("agency_id", "expires_on", "form", "given_on", "information_version", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "topics", "version", "withdrawn_on") VALUES (OLD."agency_id", OLD."expires_on", OLD."form", OLD."given_on", OLD."information_version", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."purpose", OLD."recorded_at", OLD."recorded_by_id", OLD."topics", OLD."version", OLD."withdrawn_on"); RETURN NULL;',
                            hash="a2472b1c468399966f5924f7c410729c23555604",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b13c8",
                            table="participants_consent",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "consentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="46fa4ecb86268f1b197a63fd3792db7d43527d2c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_be5fa",
                            table="participants_consentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agencycontact",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_agencycontactevent" ("agency_id", "answer_due", "answers_id", "author_id", "channel", "consent_id", "contact_person_id", "direction", "is_named", "next_action", "next_action_on", "on", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "promise", "recorded_at", "trajectory_id", "version", "what_was_said") VALUES (NEW."agency_id", NEW."answer_due", NEW."answers_id", NEW."author_id", NEW."channel", NEW."consent_id", NEW."contact_person_id", NEW."direction", NEW."is_named", NEW."next_action", NEW."next_action_on", NEW."on", NEW."outcome", koers_moment(), \'insert\', NEW."id", NEW."promise", NEW."recorded_at", NEW."trajectory_id", NEW."version", NEW."what_was_said"); RETURN NULL;',
                            hash="77f74509c6e4a20a6b65ffa380d5d2e1c2eda963",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a9bff",
                            table="participants_agencycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agencycontact",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."answer_due" IS DISTINCT FROM (NEW."answer_due") OR OLD."answers_id" IS DISTINCT FROM (NEW."answers_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."consent_id" IS DISTINCT FROM (NEW."consent_id") OR OLD."contact_person_id" IS DISTINCT FROM (NEW."contact_person_id") OR OLD."direction" IS DISTINCT FROM (NEW."direction") OR OLD."is_named" IS DISTINCT FROM (NEW."is_named") OR OLD."next_action" IS DISTINCT FROM (NEW."next_action") OR OLD."next_action_on" IS DISTINCT FROM (NEW."next_action_on") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."promise" IS DISTINCT FROM (NEW."promise") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."trajectory_id" IS DISTINCT FROM (NEW."trajectory_id") OR OLD."what_was_said" IS DISTINCT FROM (NEW."what_was_said"))',
                            func='INSERT INTO "participants_agencycontactevent" ("agency_id", "answer_due", "answers_id", "author_id", "channel", "consent_id", "contact_person_id", "direction", "is_named", "next_action", "next_action_on", "on", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "promise", "recorded_at", "trajectory_id", "version", "what_was_said") VALUES (NEW."agency_id", NEW."answer_due", NEW."answers_id", NEW."author_id", NEW."channel", NEW."consent_id", NEW."contact_person_id", NEW."direction", NEW."is_named", NEW."next_action", NEW."next_action_on", NEW."on", NEW."outcome", koers_moment(), \'update\', NEW."id", NEW."promise", NEW."recorded_at", NEW."trajectory_id", NEW."version", NEW."what_was_said"); RETURN NULL;',
                            hash="13d3359c7ee993494b7bd5c469eeca10969e7560",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ca285",
                            table="participants_agencycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agencycontact",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_agencycontactevent" ("agency_id", "answer_due", "answers_id", "author_id", "channel", "consent_id", "contact_person_id", "direction", "is_named", "next_action", "next_action_on", "on", "outcome", "pgh_created_at", "pgh_label", "pgh_obj_id", "promise", "recorded_at", "trajectory_id", "version", "what_was_said") VALUES (OLD."agency_id", OLD."answer_due", OLD."answers_id", OLD."author_id", OLD."channel", OLD."consent_id", OLD."contact_person_id", OLD."direction", OLD."is_named", OLD."next_action", OLD."next_action_on", OLD."on", OLD."outcome", koers_moment(), \'delete\', OLD."id", OLD."promise", OLD."recorded_at", OLD."trajectory_id", OLD."version", OLD."what_was_said"); RETURN NULL;',
                            hash="244229d3e6eecb240d0256129bf804f34d250890",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_94b82",
                            table="participants_agencycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "agencycontactevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d872d04c9ebdce1edb200efdfdae054a13692827",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_67fd5",
                            table="participants_agencycontactevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "appointment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_appointmentevent" ("about_id", "cancelled_at", "cancelled_by", "interpreter", "kind", "minutes", "moved_from_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "starts_at", "trajectory_id", "version", "with_whom") VALUES (NEW."about_id", NEW."cancelled_at", NEW."cancelled_by", NEW."interpreter", NEW."kind", NEW."minutes", NEW."moved_from_id", koers_moment(), \'insert\', NEW."id", NEW."place", NEW."planned_by_id", NEW."starts_at", NEW."trajectory_id", NEW."version", NEW."with_whom"); RETURN NULL;',
                            hash="da228a85717761af4238a4e81220d65c89eb729c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7f57a",
                            table="participants_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "appointment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."about_id" IS DISTINCT FROM (NEW."about_id") OR OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."cancelled_by" IS DISTINCT FROM (NEW."cancelled_by") OR OLD."interpreter" IS DISTINCT FROM (NEW."interpreter") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."moved_from_id" IS DISTINCT FROM (NEW."moved_from_id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."planned_by_id" IS DISTINCT FROM (NEW."planned_by_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."trajectory_id" IS DISTINCT FROM (NEW."trajectory_id") OR OLD."with_whom" IS DISTINCT FROM (NEW."with_whom"))',
                            func='INSERT INTO "participants_appointmentevent" ("about_id", "cancelled_at", "cancelled_by", "interpreter", "kind", "minutes", "moved_from_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "starts_at", "trajectory_id", "version", "with_whom") VALUES (NEW."about_id", NEW."cancelled_at", NEW."cancelled_by", NEW."interpreter", NEW."kind", NEW."minutes", NEW."moved_from_id", koers_moment(), \'update\', NEW."id", NEW."place", NEW."planned_by_id", NEW."starts_at", NEW."trajectory_id", NEW."version", NEW."with_whom"); RETURN NULL;',
                            hash="882c56417b9746e7a83fe9c8d318e846e8bb2dcf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_24d11",
                            table="participants_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "appointment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_appointmentevent" ("about_id", "cancelled_at", "cancelled_by", "interpreter", "kind", "minutes", "moved_from_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "starts_at", "trajectory_id", "version", "with_whom") VALUES (OLD."about_id", OLD."cancelled_at", OLD."cancelled_by", OLD."interpreter", OLD."kind", OLD."minutes", OLD."moved_from_id", koers_moment(), \'delete\', OLD."id", OLD."place", OLD."planned_by_id", OLD."starts_at", OLD."trajectory_id", OLD."version", OLD."with_whom"); RETURN NULL;',
                            hash="52f5beb83cacd189dc397b50e8d0a6925fda5bb5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9996f",
                            table="participants_appointment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "appointmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6dbb4d34aa6cd2fe71845a9beb0e0a2a8a055d20",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2f42b",
                            table="participants_appointmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assignment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_assignmentevent" ("ends_at", "granted_by_id", "kind", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "user_id") VALUES (NEW."ends_at", NEW."granted_by_id", NEW."kind", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."starts_at", NEW."user_id"); RETURN NULL;',
                            hash="00ca1a3f6380e49ab05baf81587d88798ef6977e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aad54",
                            table="participants_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assignment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."granted_by_id" IS DISTINCT FROM (NEW."granted_by_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                            func='INSERT INTO "participants_assignmentevent" ("ends_at", "granted_by_id", "kind", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "user_id") VALUES (NEW."ends_at", NEW."granted_by_id", NEW."kind", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."starts_at", NEW."user_id"); RETURN NULL;',
                            hash="4815fe01f9fa287c0e42f11f0e912d6dc6d1eb1c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b5482",
                            table="participants_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assignment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_assignmentevent" ("ends_at", "granted_by_id", "kind", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "user_id") VALUES (OLD."ends_at", OLD."granted_by_id", OLD."kind", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."starts_at", OLD."user_id"); RETURN NULL;',
                            hash="f5713de25aaa5226d04b71be19dcbda1f2794d21",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9b666",
                            table="participants_assignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assignmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="66a69ddad6adf0aa0623b1847029a22f63028295",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_54ce9",
                            table="participants_assignmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "barrier",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_barrierevent" ("ends_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "starts_at", "user_id") VALUES (NEW."ends_at", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."reason", NEW."set_by_id", NEW."starts_at", NEW."user_id"); RETURN NULL;',
                            hash="afae01071afbf97ecad7f0870026809e108ce057",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_62b82",
                            table="participants_barrier",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "barrier",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."set_by_id" IS DISTINCT FROM (NEW."set_by_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                            func='INSERT INTO "participants_barrierevent" ("ends_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "starts_at", "user_id") VALUES (NEW."ends_at", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."reason", NEW."set_by_id", NEW."starts_at", NEW."user_id"); RETURN NULL;',
                            hash="989ff6be5df1c53f08ca604979b7aa3223a97ce8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_48ac5",
                            table="participants_barrier",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "barrier",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_barrierevent" ("ends_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "starts_at", "user_id") VALUES (OLD."ends_at", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."reason", OLD."set_by_id", OLD."starts_at", OLD."user_id"); RETURN NULL;',
                            hash="599b6dcfda697a256d23544f411e19ce0b0136c7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_39092",
                            table="participants_barrier",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "barrierevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1e0be19e44e2563c13bcdc268f9c9356a1db1e55",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ca7bd",
                            table="participants_barrierevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "breakglass",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_breakglassevent" ("ends_at", "note", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_note", "reviewed_at", "reviewed_by_id", "starts_at", "user_id", "verdict", "version") VALUES (NEW."ends_at", NEW."note", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."reason", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by_id", NEW."starts_at", NEW."user_id", NEW."verdict", NEW."version"); RETURN NULL;',
                            hash="4c816fd0b40e1b67439cbdd16f9813672e31d221",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cef42",
                            table="participants_breakglass",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "breakglass",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."review_note" IS DISTINCT FROM (NEW."review_note") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."verdict" IS DISTINCT FROM (NEW."verdict"))',
                            func='INSERT INTO "participants_breakglassevent" ("ends_at", "note", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_note", "reviewed_at", "reviewed_by_id", "starts_at", "user_id", "verdict", "version") VALUES (NEW."ends_at", NEW."note", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."reason", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by_id", NEW."starts_at", NEW."user_id", NEW."verdict", NEW."version"); RETURN NULL;',
                            hash="bdeefc354c10f162a37f471464a4b6ba83244781",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3893e",
                            table="participants_breakglass",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "breakglass",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_breakglassevent" ("ends_at", "note", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_note", "reviewed_at", "reviewed_by_id", "starts_at", "user_id", "verdict", "version") VALUES (OLD."ends_at", OLD."note", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."reason", OLD."review_note", OLD."reviewed_at", OLD."reviewed_by_id", OLD."starts_at", OLD."user_id", OLD."verdict", OLD."version"); RETURN NULL;',
                            hash="5f2c1be1a22858c60fe7e9dae9f4f2877eff0094",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6ef8a",
                            table="participants_breakglass",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "breakglassevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="187c8f9ca020df62fd9efa7055e1ccb603e3b626",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_df04c",
                            table="participants_breakglassevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "dependency",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_dependencyevent" ("blocked_id", "blocker_id", "kind", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "trajectory_id") VALUES (NEW."blocked_id", NEW."blocker_id", NEW."kind", koers_moment(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."trajectory_id"); RETURN NULL;',
                            hash="25a9fb759289af4ddcdcaa451c5fde25761822b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7fed1",
                            table="participants_dependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dependency",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."blocked_id" IS DISTINCT FROM (NEW."blocked_id") OR OLD."blocker_id" IS DISTINCT FROM (NEW."blocker_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."trajectory_id" IS DISTINCT FROM (NEW."trajectory_id"))',
                            func='INSERT INTO "participants_dependencyevent" ("blocked_id", "blocker_id", "kind", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "trajectory_id") VALUES (NEW."blocked_id", NEW."blocker_id", NEW."kind", koers_moment(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."trajectory_id"); RETURN NULL;',
                            hash="000975bb588506b077bf9f280f2cb001f9a07e44",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eb903",
                            table="participants_dependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dependency",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_dependencyevent" ("blocked_id", "blocker_id", "kind", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "trajectory_id") VALUES (OLD."blocked_id", OLD."blocker_id", OLD."kind", koers_moment(), \'delete\', OLD."id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."trajectory_id"); RETURN NULL;',
                            hash="4d69ddc8fe3968e21b4a1dca37ab5f25652a9e2f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9204d",
                            table="participants_dependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dependencyevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3f2c535254cad5134c86d3f1bbb323667c48c82e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dc74e",
                            table="participants_dependencyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "flag",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_flagevent" ("participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "removal_reason", "removed_by_id", "removed_on", "review_on", "text", "version") VALUES (NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."raised_by_id", NEW."raised_on", NEW."removal_reason", NEW."removed_by_id", NEW."removed_on", NEW."review_on", NEW."text", NEW."version"); RETURN NULL;',
                            hash="3befac679d0a0ec49c990dc7e1ea149a798f08df",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c0883",
                            table="participants_flag",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "flag",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."raised_by_id" IS DISTINCT FROM (NEW."raised_by_id") OR OLD."raised_on" IS DISTINCT FROM (NEW."raised_on") OR OLD."removal_reason" IS DISTINCT FROM (NEW."removal_reason") OR OLD."removed_by_id" IS DISTINCT FROM (NEW."removed_by_id") OR OLD."removed_on" IS DISTINCT FROM (NEW."removed_on") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "participants_flagevent" ("participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "removal_reason", "removed_by_id", "removed_on", "review_on", "text", "version") VALUES (NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."raised_by_id", NEW."raised_on", NEW."removal_reason", NEW."removed_by_id", NEW."removed_on", NEW."review_on", NEW."text", NEW."version"); RETURN NULL;',
                            hash="093f312c08266ceee80bccbb13e831792b627fa0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d53b3",
                            table="participants_flag",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "flag",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_flagevent" ("participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "removal_reason", "removed_by_id", "removed_on", "review_on", "text", "version") VALUES (OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."raised_by_id", OLD."raised_on", OLD."removal_reason", OLD."removed_by_id", OLD."removed_on", OLD."review_on", OLD."text", OLD."version"); RETURN NULL;',
                            hash="5f62e2455df9aba158cb7eaf2c76451cab88edb7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c47d7",
                            table="participants_flag",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "flagevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fe858ecef8a1296a8229c56b92825ab5fbba3f55",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cc1f1",
                            table="participants_flagevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "handover",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_handoverevent" ("decided_at", "from_user_id", "offered_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet", "state", "to_user_id", "told_on", "version") VALUES (NEW."decided_at", NEW."from_user_id", NEW."offered_at", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."sheet", NEW."state", NEW."to_user_id", NEW."told_on", NEW."version"); RETURN NULL;',
                            hash="6708e32ea58180089c7f76885b2c2d6a5e4ecc9a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b3806",
                            table="participants_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "handover",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."from_user_id" IS DISTINCT FROM (NEW."from_user_id") OR OLD."offered_at" IS DISTINCT FROM (NEW."offered_at") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."sheet" IS DISTINCT FROM (NEW."sheet") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."to_user_id" IS DISTINCT FROM (NEW."to_user_id") OR OLD."told_on" IS DISTINCT FROM (NEW."told_on"))',
                            func='INSERT INTO "participants_handoverevent" ("decided_at", "from_user_id", "offered_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet", "state", "to_user_id", "told_on", "version") VALUES (NEW."decided_at", NEW."from_user_id", NEW."offered_at", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."sheet", NEW."state", NEW."to_user_id", NEW."told_on", NEW."version"); RETURN NULL;',
                            hash="895216b95d123808e76cfd0ba59954822b190267",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_92fd4",
                            table="participants_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "handover",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_handoverevent" ("decided_at", "from_user_id", "offered_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sheet", "state", "to_user_id", "told_on", "version") VALUES (OLD."decided_at", OLD."from_user_id", OLD."offered_at", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."sheet", OLD."state", OLD."to_user_id", OLD."told_on", OLD."version"); RETURN NULL;',
                            hash="39747d6df45f58c0cdfe7ef1d128b02a8437e3aa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d7faa",
                            table="participants_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "handoverevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="612bfd33063ee16f63db2be7b0bdb200dee4fdab",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_43a02",
                            table="participants_handoverevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
