"""What may stand in a log or an error report: never a path, a query or a person."""

import logging
import traceback

from django.views.debug import SafeExceptionReporterFilter


class NoPaths(logging.Filter):
    """Replaces the request's path in Django's lines by its status alone."""

    def filter(self, record):
        status = getattr(record, "status_code", None)
        if status is not None:
            record.msg, record.args = "answered %s", (status,)
        return True


class NoRequests(logging.Filter):
    """Cuts a line of gunicorn's before what it quotes of a request."""

    BEFORE = ("Error handling request", "Invalid request")

    def filter(self, record):
        for beginning in self.BEFORE:
            if record.getMessage().startswith(beginning):
                record.msg, record.args = beginning, ()
        return True


class WordlessFormatter(logging.Formatter):
    """Tells where a fault came from, and its kind.

    What a fault says of itself stays out: a database quotes the row that it refuses,
    Python the value that it can't read.
    """

    def formatException(self, ei):  # noqa: N802  the name is logging's
        told, fault = [], ei[1]
        while fault is not None:
            told.append(type(fault).__qualname__)
            told += [
                place.rstrip() for place in traceback.format_tb(fault.__traceback__)
            ]
            fault = fault.__cause__ or fault.__context__
        return "\n".join(told)


class SilentReporterFilter(SafeExceptionReporterFilter):
    """Error reports carry neither what was posted nor local variables."""

    def is_active(self, request):
        return True

    def get_post_parameters(self, request):
        return {}

    def get_traceback_frame_variables(self, request, tb_frame):
        return []
