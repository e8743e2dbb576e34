"""What is told on the next page lies sealed in its cookie."""

import pytest
from django.contrib import messages
from django.http import HttpResponse
from django.urls import path

from exitprog.urls import urlpatterns as real


def tell(request):
    messages.success(request, "“A room of her own” is now number 4")
    return HttpResponse("told")


def hear(request):
    return HttpResponse("; ".join(str(m) for m in messages.get_messages(request)))


urlpatterns = [*real, path("tell", tell), path("hear", hear)]


@pytest.fixture
def told(as_anouk, settings):
    settings.ROOT_URLCONF = "tests.test_messages"
    as_anouk.get("/tell")
    return as_anouk


def test_the_next_page_tells_it_once(told):
    assert told.get("/hear").content.decode() == "“A room of her own” is now number 4"
    assert told.get("/hear").content.decode() == ""


def test_the_cookie_holds_no_word_of_it(told):
    cookie = told.cookies["messages"].value

    assert cookie.startswith("new:")
    assert "room" not in cookie


@pytest.mark.parametrize("bent", ["", "x", "new:", "new:%%%", "gone:AAAA", "new:AAAA"])
def test_a_cookie_that_does_not_open_tells_nothing(told, bent):
    told.cookies["messages"] = bent

    assert told.get("/hear").content == b""
