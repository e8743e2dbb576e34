"""Days and levels in the words of a dossier page."""

from django import template

from participants.day_words import day_or_today, day_text

register = template.Library()
register.filter("day", day_text)
register.filter("day_or_today", day_or_today)
