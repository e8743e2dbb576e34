import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import exitprog.moment
import exitprog.periods
import exitprog.triggers


class Migration(migrations.Migration):
    dependencies = [
        ("counsellors", "__first__"),
        ("participants", "0019_verdicts_kept_whole"),
    ]

    operations = [
        migrations.CreateModel(
            name="Naming",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="namings",
                        to="participants.participant",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="namings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("user"), models.F("participant"), name="naming_by_user"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="a_naming_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_confirmed_naming_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("user", models.F("named_by")), _negated=True),
                            models.Q(
                                ("confirmed_by", models.F("named_by")),
                                ("confirmed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="who_names_herself_does_so_from_inside",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            ("confirmed_by", models.F("named_by")),
                            models.Q(("confirmed_by", models.F("user")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_confirms_her_own_name",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (exitprog.periods.KeyRange("participant"), "&&"),
                            (exitprog.periods.KeyRange("user"), "&&"),
                            (
                                exitprog.periods.MomentRange("starts_at", "ends_at"),
                                "&&",
                            ),
                        ],
                        name="someone_is_named_once_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Protection",
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
                    "reason",
                    models.CharField(
                        choices=[
                            ("looked_for", "someone is looking for this participant"),
                            (
                                "known_here",
                                "someone who works here knows this participant",
                            ),
                            ("well_known", "many people know this participant"),
                            ("wish", "the participant asks for it"),
                            ("other", "another reason"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="protections",
                        to="participants.participant",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_by", None), ("ends_at", None)),
                            models.Q(
                                ("ended_by__isnull", False),
                                ("ends_at__gt", models.F("starts_at")),
                            ),
                            _connector="OR",
                        ),
                        name="a_protection_that_ended_says_who_ended_it",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (exitprog.periods.KeyRange("participant"), "&&"),
                            (
                                exitprog.periods.MomentRange("starts_at", "ends_at"),
                                "&&",
                            ),
                        ],
                        name="one_protection_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
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
                    "named_by",
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
                        to="participants.naming",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProtectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("looked_for", "someone is looking for this participant"),
                            (
                                "known_here",
                                "someone who works here knows this participant",
                            ),
                            ("well_known", "many people know this participant"),
                            ("wish", "the participant asks for it"),
                            ("other", "another reason"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("starts_at", models.DateTimeField(default=exitprog.moment.now)),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "ended_by",
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
                        to="participants.protection",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="breakglass",
            name="approved_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="breakglass",
            name="approved_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="breakglassevent",
            name="approved_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="breakglassevent",
            name="approved_by",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="breakglass",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[
                    ("right", "it was right"),
                    ("talked", "talked about, no further step"),
                    ("reported", "passed on to the privacy officer"),
                    ("closed", "not opened"),
                ],
                max_length=8,
                verbose_name="verdict",
            ),
        ),
        migrations.AlterField(
            model_name="breakglassevent",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[
                    ("right", "it was right"),
                    ("talked", "talked about, no further step"),
                    ("reported", "passed on to the privacy officer"),
                    ("closed", "not opened"),
                ],
                max_length=8,
                verbose_name="verdict",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at", None), ("approved_by", None)),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("approved_by__isnull", False),
                        models.Q(("approved_by", models.F("user")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_second_person_approves_broken_glass",
            ),
        ),
        exitprog.triggers.AddTriggers(
            triggers=[
                (
                    "breakglass",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_breakglassevent" ("approved_at", "approved_by_id", "ends_at", "note", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_note", "reviewed_at", "reviewed_by_id", "starts_at", "user_id", "verdict", "version") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."ends_at", NEW."note", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."reason", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by_id", NEW."starts_at", NEW."user_id", NEW."verdict", NEW."version"); RETURN NULL;',
                            hash="421de6f48bef5e3ab8ad101847f37acee994007b",
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
                            condition='WHEN (OLD."approved_at" IS DISTINCT FROM (NEW."approved_at") OR OLD."approved_by_id" IS DISTINCT FROM (NEW."approved_by_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."review_note" IS DISTINCT FROM (NEW."review_note") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."verdict" IS DISTINCT FROM (NEW."verdict"))',
                            func='INSERT INTO "participants_breakglassevent" ("approved_at", "approved_by_id", "ends_at", "note", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_note", "reviewed_at", "reviewed_by_id", "starts_at", "user_id", "verdict", "version") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."ends_at", NEW."note", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."reason", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by_id", NEW."starts_at", NEW."user_id", NEW."verdict", NEW."version"); RETURN NULL;',
                            hash="a4b2259276424aa60136448d5bf4207afea4b7a7",
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
                            func='INSERT INTO "participants_breakglassevent" ("approved_at", "approved_by_id", "ends_at", "note", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_note", "reviewed_at", "reviewed_by_id", "starts_at", "user_id", "verdict", "version") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."ends_at", OLD."note", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."reason", OLD."review_note", OLD."reviewed_at", OLD."reviewed_by_id", OLD."starts_at", OLD."user_id", OLD."verdict", OLD."version"); RETURN NULL;',
                            hash="6bb82686cf2533de02005c5fcb259f22e142578f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6ef8a",
                            table="participants_breakglass",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "naming",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_namingevent" ("confirmed_at", "confirmed_by_id", "ends_at", "named_by_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "user_id", "version") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."ends_at", NEW."named_by_id", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."starts_at", NEW."user_id", NEW."version"); RETURN NULL;',
                            hash="bbf57bc00a2de3887ea4e3a0634eebfa8bc0e51a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1f7d6",
                            table="participants_naming",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "naming",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."named_by_id" IS DISTINCT FROM (NEW."named_by_id") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                            func='INSERT INTO "participants_namingevent" ("confirmed_at", "confirmed_by_id", "ends_at", "named_by_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "user_id", "version") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."ends_at", NEW."named_by_id", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."starts_at", NEW."user_id", NEW."version"); RETURN NULL;',
                            hash="71a6d5bf03a5fddaa236f643512e1994c08262d8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_348ec",
                            table="participants_naming",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "naming",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_namingevent" ("confirmed_at", "confirmed_by_id", "ends_at", "named_by_id", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "user_id", "version") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."ends_at", OLD."named_by_id", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."starts_at", OLD."user_id", OLD."version"); RETURN NULL;',
                            hash="44c4646dc24c451691d71cbaa37b73696089eba0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_03293",
                            table="participants_naming",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "namingevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2d152a7f9db83376ae20c79530aa97a021740fe1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6855e",
                            table="participants_namingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "protection",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_protectionevent" ("ended_by_id", "ends_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "starts_at") VALUES (NEW."ended_by_id", NEW."ends_at", NEW."participant_id", koers_moment(), \'insert\', NEW."id", NEW."reason", NEW."set_by_id", NEW."starts_at"); RETURN NULL;',
                            hash="f880d415bf00b5e0f15fbe832c601eea67c775d2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_637be",
                            table="participants_protection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "protection",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."ended_by_id" IS DISTINCT FROM (NEW."ended_by_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."participant_id" IS DISTINCT FROM (NEW."participant_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."set_by_id" IS DISTINCT FROM (NEW."set_by_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at"))',
                            func='INSERT INTO "participants_protectionevent" ("ended_by_id", "ends_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "starts_at") VALUES (NEW."ended_by_id", NEW."ends_at", NEW."participant_id", koers_moment(), \'update\', NEW."id", NEW."reason", NEW."set_by_id", NEW."starts_at"); RETURN NULL;',
                            hash="67e772bfcea24be2731a302cb3803e7dd9ac2cd3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2832",
                            table="participants_protection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "protection",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "participants_protectionevent" ("ended_by_id", "ends_at", "participant_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "starts_at") VALUES (OLD."ended_by_id", OLD."ends_at", OLD."participant_id", koers_moment(), \'delete\', OLD."id", OLD."reason", OLD."set_by_id", OLD."starts_at"); RETURN NULL;',
                            hash="fc01215ae2be952de68dc12d66090719db658490",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b2982",
                            table="participants_protection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "protectionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="81795ea86097808fd06f8681f6bcb7912f9617b7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5273c",
                            table="participants_protectionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
