"""Everyone who is guided, and by whom. Mirela has a story of her own.

`weeks` are the last eight, the oldest first: v seen, m message or call, x missed,
- nothing; `seen` is how many days ago the last of them was. After `until` nobody guides
them; with `is_stuck` nothing has moved for two months.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """What differs between two people who share a story."""

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
    end: tuple = ()
    cover: tuple = ()
    predecessor: str = ""
    until: int = 0
    is_stuck: bool = False


HE, THEY = {"pronoun": "he"}, {"pronoun": "they"}
TOLK = {"interpreter": True}
CAST = [
    # Anouk
    Person("Blessing", "blessing", "anouk", start=-260, level="care", checked=-20,
           weeks="vmvvmv--", seen=16, age=34, languages=("bin", "en"),
           facts={"children": "elsewhere", "referral_route": "shelter"}),
    Person("Yun", "yun", "anouk", "intake", start=-6, level="not_asked",
           weeks="-------m", seen=2, age=None, languages=("zh",),
           facts=TOLK | {"referral_route": "neighbourhood_team"}),
    Person("Danique", "danique", "anouk", start=-170, level="care", checked=-13,
           weeks="vvvvmvvm", seen=1, age=24),
    Person("Samira", "samira", "anouk", start=-330, checked=-14, weeks="mvmvmvmv",
           seen=0, age=38, languages=("nl", "ar"), predecessor="femke",
           facts={"children": "none"}),
    Person("Gizem", "gizem", "anouk", "planning", start=-75, level="care",
           checked=-5, weeks="vmv-vmvv", seen=5, age=22, languages=("nl", "tr"),
           facts={"referral_route": "website"}),
    Person("Oksana", "language", "anouk", start=-140, level="care", checked=-41,
           weeks="v-vmv-vv", seen=4, age=41, languages=("uk", "ru"),
           facts=TOLK | {"children": "living_with", "referral_route": "municipality"}),
    Person("Luca", "work", "anouk", start=-190, weeks="vvm-vvmv", seen=2, age=29,
           languages=("it", "en"), facts=HE | {"referral_route": "outreach"}),
    Person("Sam", "mind", "anouk", start=-230, level="care", checked=-8,
           weeks="vmxmvvmv", seen=6, age=26, facts=THEY),
    Person("Ivanka", "child", "anouk", "planning", start=-60, level="care",
           checked=-38, weeks="-vvmxvmv", seen=8, age=33, languages=("bg", "en"),
           facts={"children": "living_with", "referral_route": "police_check"}),
    Person("Nadia", "recovery", "anouk", "on_hold", start=-280, ended=-19,
           checked=-24, weeks="vmvvm---", seen=20, age=36, languages=("nl", "ar"),
           facts={"referral_route": "care"}),
    Person("Priya", "study", "anouk", start=-310, checked=-47, weeks="v-v-v-m-",
           seen=10, age=23, languages=("nl", "en"), predecessor="ravi"),
    Person("Dorota", "european", "anouk", "aftercare", start=-350, checked=-25,
           weeks="m-v--m-v", seen=5, age=45, languages=("pl",), facts=TOLK),
    Person("Wesley", "start", "anouk", "referred", start=-3, level="not_asked",
           weeks="--------", age=None, facts=HE | {"referral_route": "outreach"}),
    Person("Estrella", "administrator", "anouk", start=-150, level="care", checked=-2,
           weeks="vvmvvxvv", seen=2, age=39, languages=("es", "en"),
           facts={"children": "elsewhere"}),
    Person("Chantal", "work", "anouk", "completed", start=-355, weeks="v-m-v-v-",
           seen=13, age=44, checked=-80),
    # Joost
    Person("Bianca", "administrator", "joost", start=-240, weeks="v-vmv-vv", age=48,
           is_stuck=True),
    Person("Fatou", "language", "joost", "planning", start=-50, level="care",
           weeks="-vmvv-vv", age=27, languages=("fr",), facts=TOLK),
    Person("Ruben", "recovery", "joost", start=-180, weeks="vvxvmvxv", age=32,
           facts=HE),
    Person("Anikó", "threat", "joost", start=-110, level="acute", checked=-4,
           weeks="vvvmvvvv", seen=4, age=25, languages=("hu", "en")),
    Person("Joy", "start", "joost", "intake", start=-12, level="care",
           checked=-10, weeks="------vv", age=30, languages=("en",)),
    Person("Milou", "mind", "joost", "dropped_out", start=-210, ended=-60,
           weeks="x-------", seen=55, age=21),
    Person("Tereza", "study", "joost", "aftercare", start=-340, age=28,
           languages=("cs", "nl"), weeks="m--v--m-", seen=9),
    # Ravi
    Person("Katalin Szűcs", "katalin", "ravi", "aftercare", start=-340, checked=-26,
           weeks="vm-mvm-m", seen=6, age=42, languages=("hu", "nl"),
           cover=("anouk", -4, 13), facts={"referral_route": "coordination"}),
    Person("Lena", "child", "ravi", start=-160, weeks="vmvvmv-v", age=35,
           facts={"children": "living_with"}),
    Person("Amal", "threat", "ravi", start=-90, level="care", checked=-11,
           weeks="vvmvvvmv", age=29, languages=("ti", "en"), facts=TOLK),
    Person("Noa", "mind", "ravi", "planning", start=-40, weeks="--vmvvmv", age=23,
           facts=THEY),
    Person("Vera", "administrator", "ravi", "completed", start=-360, ended=-90,
           weeks="--------", seen=95, age=51),
    # Femke
    Person("Kasia", "european", "femke", start=-130, level="care", checked=-6,
           weeks="vmvvmvvm", seen=3, age=31, languages=("pl", "en"),
           cover=("joost", -2, 9)),
    Person("Ilona", "start", "femke", start=-100, weeks="v-vmvxvv", age=37,
           languages=("lv", "ru")),
    Person("Grace", "work", "femke", "on_hold", start=-220, ended=-33,
           weeks="vmv-----", seen=34, age=33, languages=("en",), is_stuck=True),
    Person("Zoë", "study", "femke", "planning", start=-48, until=-1, level="care",
           weeks="--vmvvm-", seen=8, age=20),
    Person("Patrick", "start", "femke", "not_admitted", start=-70, ended=-64,
           weeks="--------", seen=66, age=40, facts=HE,
           end=("outside_region", "other_programme")),
    Person("Kim", "start", "femke", "not_admitted", start=-25, ended=-24,
           weeks="--------", seen=24, age=16, end=("minor", "youth_care")),
    # Noor, in Noordermark
    Person("Simona", "administrator", "noor", start=-210, weeks="vmvvmv-v", age=36,
           languages=("ro", "nl")),
    Person("Marisol", "child", "noor", start=-120, level="care", weeks="v-vvmvmv",
           age=27, languages=("es",), facts=TOLK | {"children": "living_with"}),
    Person("Thuy", "language", "noor", "intake", start=-14, level="care",
           weeks="------mv", age=38, languages=("vi",), facts=TOLK),
    Person("Alex", "mind", "noor", start=-250, weeks="vmv-vmvm", age=25, facts=THEY),
    Person("Hanna", "study", "noor", "transferred", start=-190, ended=-40,
           weeks="vm------", seen=42, age=22),
    Person("Eszter", "european", "noor", "aftercare", start=-330, age=40,
           languages=("hu",), weeks="m-v---m-", seen=9),
    # Lotte, in Zuiderland
    Person("Ronja", "threat", "lotte", start=-150, level="acute", checked=-16,
           weeks="vvmvv-vv", age=26, languages=("de", "nl")),
    Person("Mei", "work", "lotte", "planning", start=-45, level="care",
           weeks="-vmvmvxv", age=34, languages=("zh", "en")),
    Person("Denise", "recovery", "lotte", "completed", start=-345, ended=-20,
           weeks="v-v-v---", seen=22, age=47),
    Person("Robin", "start", "lotte", "referred", start=-1, level="not_asked",
           weeks="--------", age=None, facts=THEY),
]  # fmt: skip
