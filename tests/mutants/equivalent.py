"""Mutants that change nothing that anyone could see: the name of each, and why."""

REASONS = {
    "participants/querysets/rights.py, written: always found.values('pk')": (
        "the parts of a union or difference keep the columns that they chose"
    ),
    "function koers_arranged(): team_lead of counsellor,team_lead dropped": (
        "a team lead arranges all that runs in her programme by the condition before it"
    ),
}
