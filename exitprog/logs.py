"""What may stand in a log or an error report: never a path, a query or a person."""

import logging

from django.views.debug import SafeExceptionReporterFilter


class NoPaths(logging.Filter):
    """Replaces the request's path in Django's lines by its status alone."""

    def filter(self, record):
        status = getattr(record, "status_code", None)
        if status is not None:
            record.msg, record.args = "answered %s", (status,)
        return True


class SilentReporterFilter(SafeExceptionReporterFilter):
    """Error reports carry neither what was posted nor local variables."""

    def is_active(self, request):
        return True

    def get_post_parameters(self, request):
        return {}

    def get_traceback_frame_variables(self, request, tb_frame):
        return []
