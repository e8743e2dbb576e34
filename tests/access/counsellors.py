"""Logging in, one's own account, help and the access log."""

from counsellors.models import LogReview
from counsellors.months import last_months


def anyone(answer):
    return " ".join([answer] * 9)


def members(answer):
    return " ".join(["login", *[answer] * 8])


ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "account_login": {
        "GET": "200 302 302 302 302 302 302 302 302",
        "POST": "200 302 302 302 302 302 302 302 302",
    },
    # Without a provider in the environment, as here, these do not exist.
    "provider_start": {"GET": anyone("404"), "POST": anyone("404")},
    "openid_connect_callback": {"GET": anyone("404"), "POST": anyone("404")},
    "account_logout": {"GET": members("200"), "POST": anyone("login")},
    "account_change_password": {"GET": members("200"), "POST": members("200")},
    "account_reset_password": {"GET": anyone("200"), "POST": anyone("200")},
    "account_reset_password_done": {"GET": anyone("200"), "POST": anyone("405")},
    "account_reset_password_from_key": {"GET": anyone("200"), "POST": anyone("200")},
    "account_reset_password_from_key_done": {
        "GET": anyone("login"),
        "POST": anyone("login"),
    },
    "mfa_index": {"GET": members("200"), "POST": members("405")},
    "mfa_authenticate": {
        "GET": "login 302 302 302 302 302 302 302 302",
        "POST": "login 302 302 302 302 302 302 302 302",
    },
    "mfa_reauthenticate": {"GET": members("302"), "POST": members("302")},
    "mfa_activate_totp": {"GET": members("200"), "POST": members("200")},
    "mfa_deactivate_totp": {"GET": members("404"), "POST": members("404")},
    "mfa_add_webauthn": {"GET": members("200"), "POST": members("200")},
    "mfa_remove_webauthn": {"GET": members("404"), "POST": members("404")},
    "mfa_view_recovery_codes": {"GET": members("404"), "POST": members("405")},
    "mfa_generate_recovery_codes": {"GET": members("200"), "POST": members("200")},
    "account_signup": {"GET": anyone("404"), "POST": anyone("404")},
    "account_email": {"GET": anyone("404"), "POST": anyone("404")},
    "account_inactive": {"GET": anyone("404"), "POST": anyone("404")},
    "account_set_password": {"GET": anyone("404"), "POST": anyone("404")},
    "counsellors:account": {"GET": members("200"), "POST": members("200")},
    "counsellors:stay": {"GET": members("405"), "POST": members("200")},
    "counsellors:unlock": {"GET": members("200"), "POST": members("200")},
    "counsellors:end-sessions": {"GET": members("405"), "POST": anyone("login")},
    "counsellors:language": {"GET": anyone("405"), "POST": anyone("login")},
    "counsellors:keys": {"GET": members("200"), "POST": members("405")},
    "counsellors:accessibility": {"GET": anyone("200"), "POST": anyone("405")},
    "counsellors:access-log": {
        "GET": "login 404 404 404 404 404 404 200 404",
        "POST": "login 404 404 404 404 404 404 405 404",
    },
    "counsellors:log-unusual": {
        "GET": "login 404 404 404 404 404 404 200 404",
        "POST": "login 404 404 404 404 404 404 405 404",
    },
    "counsellors:log-looked": {
        "GET": "login 404 404 404 404 404 404 200 404",
        "POST": "login 404 404 404 404 404 404 405 404",
    },
    "counsellors:log-reviews": {
        "GET": "login 404 404 404 404 404 404 200 404",
        "POST": "login 404 404 404 404 404 404 405 404",
    },
    "counsellors:log-review-new": {
        "GET": "login 404 404 404 404 404 404 405 404",
        "POST": "login 404 404 404 404 404 404 404 404",
    },
    "counsellors:log-review": {
        "GET": "login 404 404 404 404 404 404 200 404",
        "POST": "login 404 404 404 404 404 404 302 404",
    },
    "counsellors:log-review-close": {
        "GET": "login 404 404 404 404 404 404 405 404",
        "POST": "login 404 404 404 404 404 404 302 404",
    },
}


def review(mirela):
    """Of a month that is over; its programme's privacy officer began it."""
    return {
        "pk": LogReview.begin(mirela.programme_id, last_months(2)[1], guide(mirela)).pk
    }


def guide(mirela):
    return mirela.participant.assignments.earliest("starts_at").user


TARGETS = {
    "counsellors:log-review": review,
    "counsellors:log-review-close": review,
    "mfa_remove_webauthn": lambda mirela: {"pk": 1},
    "account_reset_password_from_key": lambda mirela: {"uidb36": "1", "key": "x-y"},
}
