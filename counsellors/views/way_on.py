"""Where one goes after showing who one is."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from counsellors.held_post import give_back


def way_on(request, asked, held):
    """To what was sent before, else to the page that was asked, else home."""
    post = give_back(held, request.user)
    if post:
        return render(request, "account/held.html", {"held": post})
    host = request.get_host()
    is_ours = url_has_allowed_host_and_scheme(asked, {host}, request.is_secure())
    return redirect(asked if is_ours else settings.LOGIN_REDIRECT_URL)
