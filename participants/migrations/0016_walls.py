from django.db import migrations

from participants.walls import (
    MEMBER,
    Rules,
    Walled,
    among,
    below,
    by_participant,
    by_trajectory,
    history_of,
    written_as,
)

COUNSELS = "(SELECT cardinality(koers_programmes('{counsellor}')) > 0)"
SEES = among("participant_id", "koers_participants()")
GUIDES = among("participant_id", "koers_guided()")
KEEPS = among("participant_id", "koers_guided('{primary}')")
ARRANGES = among("participant_id", "koers_arranged()")
REVIEWS = among("participant_id", "koers_watched()")
ANY_STATE = "'{offered,accepted,declined,withdrawn,undone}'"
HANDS_OVER = f"{MEMBER} IN (from_user_id, to_user_id) AND " + among(
    "participant_id", f"koers_handed({ANY_STATE})"
)
UNBARRED = "participant_id <> ALL ((SELECT koers_barred())::uuid[])"
NOTES = f"author_id = {MEMBER} AND " + among("participant_id", "koers_noted()")

PERSON = Rules(
    reads=among("id", "koers_participants()"),
    adds=COUNSELS,
    changes=among("id", "koers_guided()"),
)
RUN = Rules(
    reads=SEES,
    adds=among("participant_id", "koers_begun()")
    + " AND "
    + among("programme_id", "koers_programmes('{counsellor}')"),
    changes=GUIDES,
)
RIGHT = Rules(
    reads=f"user_id = {MEMBER} OR {SEES} OR {ARRANGES}",
    adds=f"{MEMBER} IN (user_id, granted_by_id) AND ({ARRANGES} OR"
    f" user_id = {MEMBER} AND {COUNSELS} AND koers_is_new(participant_id))",
    changes=ARRANGES,
)
CONFLICT = Rules(reads=f"user_id = {MEMBER} OR {SEES}")
EMERGENCY = Rules(
    reads=f"(user_id = {MEMBER} OR {KEEPS} OR {REVIEWS}) AND {UNBARRED}",
    adds=f"user_id = {MEMBER} AND koers_may_open(participant_id)",
    changes=f"user_id = {MEMBER} OR {REVIEWS}",
)
OFFER = Rules(
    reads=HANDS_OVER, adds=f"from_user_id = {MEMBER} AND {KEEPS}", changes=HANDS_OVER
)
RULES = {
    "participants_participant": PERSON,
    "participants_trajectory": RUN,
    "participants_assignment": RIGHT,
    "participants_barrier": CONFLICT,
    "participants_breakglass": EMERGENCY,
    "participants_handover": OFFER,
    "participants_draft": written_as(NOTES, NOTES),
    "participants_consent": by_participant(),
    "participants_flag": by_participant(),
    "participants_safecontact": by_participant(),
    "participants_addendum": below("participants_session", "session_id"),
    "participants_contacttouch": below("participants_agencycontact", "contact_id"),
    "participants_sessiontouch": below("participants_session", "session_id"),
    "participants_agencycontact": by_trajectory(),
    "participants_appointment": by_trajectory(),
    "participants_assessment": by_trajectory(),
    "participants_bottleneck": by_trajectory(),
    "participants_daytimeactivity": by_trajectory(),
    "participants_dependency": by_trajectory(),
    "participants_income": by_trajectory(),
    "participants_orderdecision": by_trajectory(),
    "participants_ordermove": by_trajectory(),
    "participants_session": by_trajectory(),
    "participants_trajectorystep": by_trajectory(),
}
HISTORIES = {
    "agencycontact": ["trajectory_id"],
    "appointment": ["trajectory_id"],
    "assignment": ["participant_id", "user_id"],
    "barrier": ["participant_id", "user_id"],
    "bottleneck": ["trajectory_id"],
    "breakglass": ["participant_id", "user_id"],
    "consent": ["participant_id"],
    "daytimeactivity": ["trajectory_id"],
    "dependency": ["trajectory_id"],
    "flag": ["participant_id"],
    "handover": ["participant_id", "from_user_id", "to_user_id"],
    "income": ["trajectory_id"],
    "session": ["trajectory_id"],
    "trajectory": ["participant_id"],
}


class Migration(migrations.Migration):
    """Row-level security round each table that leads to a participant."""

    dependencies = [("participants", "0015_known_cases")]

    operations = [
        *(Walled(table, rules) for table, rules in RULES.items()),
        *(
            Walled(
                f"participants_{name}event",
                history_of(RULES[f"participants_{name}"]),
                index,
            )
            for name, index in HISTORIES.items()
        ),
        Walled(
            "participants_participantevent", history_of(by_participant("pgh_obj_id"))
        ),
    ]
