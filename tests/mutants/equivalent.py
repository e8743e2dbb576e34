"""Mutants that change nothing that anyone could see: the name of each, and why."""

KEPT_BY_A_TRIGGER = {
    "agencycontact": "trajectory",
    "appointment": "trajectory",
    "bottleneck": "trajectory",
    "breakglass": "user and her participant",
    "daytimeactivity": "trajectory",
    "income": "trajectory",
    "session": "trajectory",
}
REASONS = {
    "participants/querysets/rights.py, written: always found.values('pk')": (
        "the parts of a union or difference keep the columns that they chose"
    ),
    "function koers_arranged(): team_lead of counsellor,team_lead dropped": (
        "a team lead arranges all that runs in her programme by the condition before it"
    ),
} | {
    f"participants_{table}, policy changes, WITH CHECK: true": (
        f"a trigger before it keeps each row with its {kept}, so the row that was"
        " allowed is allowed"
    )
    for table, kept in KEPT_BY_A_TRIGGER.items()
}
