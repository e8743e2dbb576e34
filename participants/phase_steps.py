"""The phases as stepping stones, up to where the trajectory stands."""

from dataclasses import dataclass

from participants.models.trajectory import PHASES, State, Trajectory


@dataclass(frozen=True)
class Step:
    label: str
    state: str


def phase_steps(trajectory: Trajectory) -> list[Step]:
    """Done, current or later for each phase; none when it ended on the way."""
    phase = trajectory.phase
    if phase == State.COMPLETED:
        return [Step(step.label, "done") for step in PHASES]
    if phase not in PHASES:
        return []
    here = PHASES.index(phase)
    return [
        Step(step.label, "done" if place < here else _here_or_later(place, here))
        for place, step in enumerate(PHASES)
    ]


def _here_or_later(place, here):
    return "current" if place == here else "later"
