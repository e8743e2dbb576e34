"""What differs between two people who share a story."""

from dataclasses import dataclass, field

ENDS = {"completed", "dropped_out", "transferred", "not_admitted"}


@dataclass(frozen=True)
class Person:
    """Someone who is guided; days are counted from today.

    `weeks` are the last eight, the oldest first: v seen, m message or call, x missed,
    - nothing; `seen` is how many days ago the last of them was. `more` stands in her
    way besides the story, whose first comes after `turn` others. After `until` nobody
    guides her; with `is_stuck` nothing has moved for two months. `earlier` is a
    trajectory that she left, from and to; `covers` are who, from and to.
    """

    alias: str
    story: str
    counsellor: str
    state: str = "support"
    start: int = -200
    ended: int = -12
    level: str = "none_known"
    checked: int = -9
    weeks: str = "vmv-vmmv"
    seen: int = 3
    age: int | None = 31
    languages: tuple = ("nl",)
    facts: dict = field(default_factory=dict)
    route: str = "self"
    end: tuple = ()
    covers: tuple = ()
    predecessor: str = ""
    until: int = 0
    is_stuck: bool = False
    turn: int = 0
    more: tuple = ()
    earlier: tuple = ()

    @property
    def last(self):
        """The day up to which the dossier goes: today, or the end."""
        return self.ended if self.state in ENDS else 0

    @property
    def middle(self):
        return (self.start + self.last) // 2


HE, THEY = {"pronoun": "he"}, {"pronoun": "they"}
TOLK = {"interpreter": True}
ELSEWHERE = {"children": "elsewhere"}
WITH_CHILD = {"children": "living_with"}
GONE = "--------"
