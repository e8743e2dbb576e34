"""The answer when someone was first: 409, with both texts, and nothing overwritten."""

from django.shortcuts import render


class ConflictError(Exception):
    """What was asked no longer fits what is stored; `message` is for the reader."""

    def __init__(self, message, **context):
        super().__init__(str(message))
        self.context = {"message": message} | context


def conflict_page(request, error):
    """The 409 page; its context may hold `theirs`, `yours` and `back_url`."""
    return render(request, "409.html", error.context, status=409)
