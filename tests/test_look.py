"""The look holds its promises: contrast, small files, no inline code, known icons."""

import gzip
import re
from datetime import date

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.template.loader import get_template, render_to_string
from django.utils import translation

from exitprog.forms import DateInput, Picks, SectionsMixin, Segments, TextArea
from exitprog.life_areas import LifeArea
from exitprog.templatetags.koers import initials, pebbles, scale_place, short_date

STATIC = settings.BASE_DIR / "exitprog" / "static" / "exitprog"
STYLES = sorted((STATIC / "css").glob("*.css"))
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
TOKENS = {
    name: colours
    for name, *colours in re.findall(
        r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)",
        (STATIC / "css" / "tokens.css").read_text(),
    )
}
TEXT_ON = {
    "ground": "ink ink-2 ink-3 act voice warn",
    "surface": "ink ink-2 ink-3 act voice warn danger good unknown",
    "sunken": "ink-2 ink-3 act",
    "tint": "ink-2",
    "act": "on-act",
    "act-hover": "on-act",
    "act-soft": "ink act",
    "voice-soft": "voice",
    "warn-soft": "ink ink-2 act warn",
    "danger-soft": "ink ink-2 act danger",
    "good-soft": "ink act good",
    "unknown-soft": "ink ink-2 act unknown",
    "bar": "on-bar on-bar-2",
    "bar-hi": "on-bar on-bar-2",
    "ink": "surface on-ink-act",
}
MARKS_ON = {
    "ground": "line-strong warn-mark focus-out",
    "surface": "line-strong warn-mark focus-out",
    "tint": "good act warn-mark",
    "bar": "focus-in bar-line",
}


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink, ground, theme):
    one, other = (luminance(TOKENS[name][theme]) for name in (ink, ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def too_faint(inks_on, least, theme):
    return [
        f"{ink} on {ground}"
        for ground, inks in inks_on.items()
        for ink in inks.split()
        if contrast(ink, ground, theme) < least
    ]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(theme):
    assert too_faint(TEXT_ON, 4.5, theme) == []


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_marks_and_borders_stand_out_from_their_ground(theme):
    assert too_faint(MARKS_ON, 3, theme) == []


def test_style_sheets_stay_small():
    """But the one that only lists the others."""
    lengths = {path.name: len(path.read_text().splitlines()) for path in STYLES}
    del lengths["main.css"]

    assert {name for name, lines in lengths.items() if lines > 80} == set()


def test_the_main_sheet_imports_every_other_once():
    main = (STATIC / "css" / "main.css").read_text()

    imported = re.findall(r'url\("(.+?)"\)', main)

    assert sorted([*imported, "main.css", "admin.css"]) == [p.name for p in STYLES]


def test_every_used_colour_is_a_token():
    sheets = "".join(map(read, STYLES))

    used = set(re.findall(r"var\(--([\w-]+)", sheets))
    made = set(re.findall(r"--([\w-]+):", sheets))

    assert used - made == set()


def test_styles_and_scripts_weigh_little():
    together = b"".join(path.read_bytes() for path in STYLES + SCRIPTS)

    assert len(gzip.compress(together)) <= 40_000


def test_no_template_holds_inline_style_or_script():
    inline = r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+="

    assert [path.name for path in TEMPLATES if re.search(inline, read(path))] == []


def test_every_icon_in_a_template_is_in_the_sprite():
    named = r'{% icon "([\w-]+)"|icon="([\w-]+)"'
    used = {
        one or other
        for path in TEMPLATES
        for one, other in re.findall(named, read(path))
    }

    assert used - sprite() == set()


def test_every_life_area_has_an_icon():
    assert set(LifeArea.values) - sprite() == set()


def test_every_component_says_what_it_takes():
    first_line = re.compile(r"{# .*Takes: .* #}\n")
    components = [path for path in TEMPLATES if path.parent.name == "components"]

    silent = [path.name for path in components if not first_line.match(read(path))]

    assert silent == []


@pytest.mark.parametrize("page", ["400", "403", "404", "405", "409", "500"])
def test_a_problem_is_told_without_any_context(page):
    html = get_template(f"{page}.html").render()

    assert html.count("<h1>") == 1


class NoteForm(SectionsMixin, forms.Form):
    sections = {"Note": ["kind", "said", "on"], "": ["about"]}

    kind = forms.ChoiceField(
        choices=[("visit", "Visit"), ("phone", "Phone")],
        widget=Segments(icons={"visit": "visit"}),
    )
    said = forms.CharField(widget=TextArea(voice=True), help_text="Short.")
    on = forms.DateField(widget=DateInput, required=False, initial="2026-05-12")
    about = forms.MultipleChoiceField(choices=[(1, "Home")], widget=Picks)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=3)


def draw(form):
    template = Template("{% load crispy_forms_tags %}{% crispy form %}")
    return template.render(Context({"form": form}))


def test_a_form_draws_its_sections_and_its_hidden_fields():
    html = draw(NoteForm())

    assert html.count("<legend") == 3
    assert 'name="version"' in html
    assert "<form" not in html


def test_the_error_summary_links_to_every_faulty_field():
    html = draw(NoteForm({"version": 3, "on": ""}))

    links = re.findall(r'<a href="#(\w+)"', html)
    assert links == ["id_kind_0", "id_said", "id_about_0"]
    assert all(f'id="{target}"' in html for target in links)


def test_help_and_errors_are_told_with_the_field():
    html = draw(NoteForm({"version": 3}))

    assert 'aria-describedby="id_said_helptext id_said_error"' in html
    assert html.count('id="id_said_helptext"') == html.count('id="id_said_error"') == 1


def test_a_date_speaks_iso_in_every_language():
    assert 'value="2026-05-12"' in draw(NoteForm())


def test_stones_over_the_limit_are_drawn_apart():
    assert pebbles(4, 3) == {"stones": ["on", "on", "on", "over"]}
    assert pebbles(1, 3) == {"stones": ["on", "off", "off"]}


def test_initials_come_from_a_name_or_a_mail_address():
    found = [initials(name) for name in ("Anouk de Wit", "Ravi", "j.smit@example.org")]

    assert found == ["AW", "R", "JS"]


def test_a_short_day_writes_the_month_as_its_language_does():
    day = date(2026, 11, 27)

    english = short_date(day)
    with translation.override("nl"):
        dutch = short_date(day)

    assert (english, dutch) == ("27 Nov 2026", "27 nov 2026")


def test_no_template_writes_a_short_month_with_a_capital():
    short_month = r"""date:["'][^"']*[MN]"""

    assert [path.name for path in TEMPLATES if re.search(short_month, read(path))] == []


def test_levels_stand_at_even_distances():
    assert [scale_place(level) for level in range(1, 6)] == [0, 25, 50, 75, 100]


@pytest.mark.parametrize("level", range(1, 6))
def test_a_severity_is_a_number_and_a_word(level):
    html = render_to_string("components/severity.html", {"level": level})

    assert re.search(rf"<b>{level}</b>\s+\w+", html)


def read(path):
    return path.read_text()


def sprite():
    return set(re.findall(r'id="([\w-]+)"', read(STATIC / "img" / "icons.svg")))
