import pgtrigger.compiler
from django.db import migrations

import exitprog.triggers

TOUCHES = "participants_sessiontouch, participants_contacttouch"


class Migration(migrations.Migration):
    """A note keeps its author and moment, after a day its text, and what it touched."""

    dependencies = [
        ("participants", "0009_history_stays"),
    ]

    operations = [
        exitprog.triggers.AddTriggers(
            triggers=[
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="author_and_moment_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3350def36be4e35fddd03909bb4f1affc21c44d7",
                            operation="UPDATE",
                            pgid="pgtrigger_author_and_moment_stay_6d01d",
                            table="participants_session",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="a_note_stays_after_a_day",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (koers_moment() - OLD.recorded_at >= interval '24 hours')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3b8c7a4b4e351fae5e56ecb50dd3b27f832f5fca",
                            operation="UPDATE",
                            pgid="pgtrigger_a_note_stays_after_a_day_09a74",
                            table="participants_session",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "session",
                    pgtrigger.compiler.Trigger(
                        name="a_note_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="63cbe0da4ccd68e7af21f8904535f529dcb33c5f",
                            operation="DELETE",
                            pgid="pgtrigger_a_note_stays_f358f",
                            table="participants_session",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sessiontouch",
                    pgtrigger.compiler.Trigger(
                        name="touches_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="71bd570c7cc508e896a8107f6b453f41afedc169",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_touches_stay_99c3a",
                            table="participants_sessiontouch",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agencycontact",
                    pgtrigger.compiler.Trigger(
                        name="author_and_moment_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="cc45f2ce364a132e592fa5fe9bca45b75e006495",
                            operation="UPDATE",
                            pgid="pgtrigger_author_and_moment_stay_8bd70",
                            table="participants_agencycontact",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agencycontact",
                    pgtrigger.compiler.Trigger(
                        name="a_note_stays_after_a_day",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (koers_moment() - OLD.recorded_at >= interval '24 hours')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="58f1faa8f9dc879ceaac33fffd6541a0725602ae",
                            operation="UPDATE",
                            pgid="pgtrigger_a_note_stays_after_a_day_dd9a3",
                            table="participants_agencycontact",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "agencycontact",
                    pgtrigger.compiler.Trigger(
                        name="a_note_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="9dfb1a6d8fdda40b01c3d2decdbfda9f19cef8d8",
                            operation="DELETE",
                            pgid="pgtrigger_a_note_stays_75121",
                            table="participants_agencycontact",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "contacttouch",
                    pgtrigger.compiler.Trigger(
                        name="touches_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="04c1be89e59400e49c4ae9e772d0cc3eccf2bbe7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_touches_stay_49088",
                            table="participants_contacttouch",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE ON {TOUCHES} FROM koers_web",
            f"GRANT UPDATE, DELETE ON {TOUCHES} TO koers_web",
        ),
    ]
