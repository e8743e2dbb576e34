"""What templates need to draw marks: icons, initials, stones and places on a scale."""

import re

from django import template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import pgettext

register = template.Library()


@register.simple_tag
def icon(name, classes=""):
    """An icon of the sprite; always beside a word or inside a named control."""
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"/></svg>',
        f"icon {classes}".strip(),
        f"{static('exitprog/img/icons.svg')}#{name}",
    )


@register.inclusion_tag("components/pebbles.html")
def pebbles(count, limit):
    """So many of so many, as stones; those over the limit are drawn apart."""
    full, over = min(count, limit), max(count - limit, 0)
    return {"stones": ["on"] * full + ["off"] * (limit - full) + ["over"] * over}


@register.filter
def initials(user):
    """First letters of the first and the last word of a name or mail address."""
    words = re.findall(r"\w+", str(user).partition("@")[0])
    return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()


@register.filter(expects_localtime=True)
def short_date(day):
    """Like "5 May 2026"; a format with M would write a Dutch month with a capital."""
    return date_format(day, pgettext("date format", "j M Y"))


@register.filter
def unbroken(code):
    """A code that no end of a line cuts at its hyphen."""
    return format_html('<span class="nowrap">{}</span>', code)


@register.filter
def times(number, factor):
    return number * factor


@register.filter
def scale_place(level):
    """Where a level from 1 to 5 stands on a line, in percent from the start."""
    return (int(level) - 1) * 25


@register.filter
def look(field):
    """How a form field wants to be drawn: segments, picks, voice or nothing special."""
    return field.field.widget.attrs.get("data-look", "")
