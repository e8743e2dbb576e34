"""How one comes in: the addresses, what a browser sends there and what it reads."""

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail

from counsellors.mail import POSTMAN
from tests.factories import PASSWORD

LOGIN, LOGOUT, ACCOUNT = "/accounts/login/", "/accounts/logout/", "/account/"
MEANS, STEP = "/accounts/second/", "/accounts/second/step/"
AGAIN = "/accounts/second/again/"
APP, CODES = "/accounts/second/app/", "/accounts/second/codes/"
SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def log_in(client, email="anouk@koers.example", password=PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def code(secret=SECRET, ahead=0):
    """What an app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def delivered():
    """The mails, once those that wait have gone out."""
    POSTMAN.submit(int).result(timeout=10)
    return mail.outbox


def html(response):
    return response.content.decode()


def hidden(response, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html(response))[1]


def is_asked_again(response):
    asks = "Show that it is you" in html(response)
    return (response.status_code, asks) == (403, True)
