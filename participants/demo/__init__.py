"""The fictional people and their year that `manage.py demo` shows.

Everyone is invented. Dates are counted from today, texts are written in Dutch and
English, and two runs on one day give the same people with the same codes.
"""
