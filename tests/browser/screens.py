"""Every screen, by the name of its route, with the person who opens it."""

from dataclasses import dataclass, field

from django.urls import reverse

from participants.demo.stories.mirela import CODE
from tests.browser.chromium import expect

SUBMIT = "main form[method=post] button:is(.button--primary, .button--danger)"


def mirela(world):
    return {"code": world.code}


def nothing(world):
    return {}


@dataclass(frozen=True)
class Screen:
    """`sends` fills these inputs and submits: the screen is what comes back.

    Someone `was_first` when the page that is sent showed an older version.
    """

    route: str
    person: str | None = "anouk"
    kwargs: object = nothing
    state: str = ""
    query: str = ""
    sends: dict | None = None
    submit: str = SUBMIT
    status: set = field(default_factory=set)
    was_first: bool = False

    def __str__(self):
        return " ".join(filter(None, [self.route, self.person, self.state]))

    def open(self, page, world, language):
        path = reverse(self.route, kwargs=self.kwargs(world))
        page.goto(path + self.query.format(language=language))
        if self.was_first:
            page.locator("main [name=version]").evaluate("field => field.value = 0")
        if self.sends is not None:
            for name, value in self.sends.items():
                page.locator(f"main [name={name}]").first.fill(value)
            page.locator(self.submit).first.click()
            self.await_answer(page)

    def await_answer(self, page):
        if self.was_first:
            expect(page.locator(".compare").first).to_be_visible()
        else:
            expect(page.locator("[data-error-summary]")).to_be_focused()


def with_errors(route, kwargs=nothing, person="anouk", **sends):
    return Screen(route, person, kwargs, "with errors", sends=sends)


def too_late(route, kwargs=nothing, person="anouk", **sends):
    facts = {"sends": sends, "status": {409}, "was_first": True}
    return Screen(route, person, kwargs, "someone was first", **facts)


def of(name):
    """A page about one row: `name` is how the world finds it."""

    def kwargs(world):
        return {"code": world.code, "pk": getattr(world, name)().pk}

    return kwargs


def mended(name):
    """A page about a row of today, which may still be changed."""

    def kwargs(world):
        return {"code": world.busy.code, "pk": getattr(world, name)().pk}

    return kwargs


def emergency(world):
    return {"pk": world.emergency().pk}


def leaver(world):
    return {"slug": "waterveen", "pk": world.user("femke").pk}


def sample(world):
    return {"pk": world.sample().pk}


def empty(world):
    return {"code": world.empty.code}


def guarded(world):
    return {"code": world.guarded.code}


def asked(world):
    return {"pk": world.asked().pk}


def name(world):
    return {"pk": world.name().pk}


def busy(world):
    return {"code": world.busy.code}


DOORS = [
    Screen("account_login", None),
    with_errors("account_login", person=None, login="nobody"),
    Screen("account_reset_password", None),
    with_errors("account_reset_password", person=None, email="nobody"),
    Screen("account_reset_password_done", None),
    Screen(
        "account_reset_password_from_key",
        None,
        lambda world: {"uidb36": "1", "key": "x-y"},
    ),
    Screen("account_logout"),
    Screen("account_change_password"),
    with_errors("account_change_password", oldpassword="wrong", password1="short"),
    Screen("counsellors:account"),
    Screen("counsellors:account", "ada"),
    Screen("counsellors:unlock"),
    with_errors("counsellors:unlock", password="wrong"),
    Screen("mfa_index"),
    Screen("mfa_activate_totp"),
    with_errors("mfa_activate_totp", code="123"),
    Screen("mfa_add_webauthn"),
    Screen("mfa_generate_recovery_codes"),
    Screen("counsellors:keys"),
    Screen("counsellors:accessibility", None),
    Screen("counsellors:access-log", "pim"),
    Screen("counsellors:log-unusual", "pim"),
    Screen("counsellors:log-looked", "pim"),
    Screen("counsellors:log-looked", "pim", state="filled", query=f"?case={CODE}"),
    Screen("counsellors:log-reviews", "pim"),
    Screen("counsellors:log-review", "pim", sample),
]
AGENCIES = [
    Screen("agencies:list"),
    Screen("agencies:list", state="nothing found", query="?kind=bank&language=so"),
    Screen("agencies:detail", kwargs=lambda world: {"pk": world.agency().pk}),
]
CASELOAD = [
    Screen("participants:list"),
    Screen("participants:list", "nina", state="no participants"),
    Screen("participants:new"),
    with_errors("participants:new", alias=""),
    Screen("participants:find"),
    Screen("participants:edit", kwargs=mirela),
    with_errors("participants:edit", mirela, alias=""),
    Screen("participants:phase", kwargs=mirela),
    with_errors("participants:phase", mirela),
    Screen("participants:flags", kwargs=mirela),
    with_errors("participants:flags", mirela),
    Screen("participants:flag-remove", kwargs=of("flag")),
    Screen("participants:programme-caseload", "tess", lambda w: {"slug": "waterveen"}),
    Screen("participants:programme-caseload", "carla", lambda w: {"slug": "waterveen"}),
]
DOSSIER = [
    Screen("participants:overview", kwargs=mirela),
    Screen("participants:overview", "olga", empty, "empty"),
    Screen("participants:overview", "olga", guarded, "protected"),
    Screen("participants:protection", kwargs=mirela),
    with_errors("participants:protection", mirela),
    Screen("participants:protection", "olga", guarded, "protected"),
    Screen("participants:protection-end", "olga", guarded),
    Screen("participants:naming-new", "olga", guarded),
    with_errors("participants:naming-new", guarded, "olga"),
    Screen("participants:life-areas", kwargs=mirela),
    Screen("participants:safe-contact", kwargs=mirela),
    Screen("participants:safe-contact", "olga", empty, "not asked"),
    with_errors("participants:safe-contact", empty, "olga", checked_on="2190-01-01"),
    Screen("participants:consents", kwargs=mirela),
    Screen("participants:consents", "olga", empty, "empty"),
    Screen("participants:consent-new", kwargs=mirela),
    with_errors("participants:consent-new", mirela),
    Screen("participants:consent-withdraw", kwargs=of("consent")),
    Screen("participants:income", kwargs=mirela),
    Screen("participants:income", "olga", empty, "empty"),
    Screen("participants:income-new", kwargs=mirela),
    with_errors("participants:income-new", mirela),
    Screen("participants:income-edit", kwargs=of("income")),
    Screen("participants:income-end", kwargs=of("income")),
    with_errors("participants:income-end", of("income"), ended_on=""),
    Screen("participants:daytime", kwargs=mirela),
    Screen("participants:daytime", "olga", empty, "empty"),
    Screen("participants:daytime-new", kwargs=mirela),
    with_errors("participants:daytime-new", mirela),
    Screen("participants:daytime-edit", kwargs=of("activity")),
    Screen("participants:daytime-end", kwargs=of("activity")),
    Screen("participants:timeline", kwargs=mirela),
    Screen("participants:timeline", "olga", empty, "empty"),
]
LOG = [
    Screen("participants:session-new", kwargs=mirela),
    with_errors("participants:session-new", mirela),
    Screen("participants:session-new", "olga", busy, "begun before"),
    Screen("participants:session", kwargs=of("session")),
    Screen("participants:session-edit", "olga", mended("session_of_today")),
    Screen("participants:addendum-new", kwargs=of("session")),
    with_errors("participants:addendum-new", of("session")),
    Screen("participants:contact-new", kwargs=mirela),
    with_errors("participants:contact-new", mirela),
    Screen("participants:contact", kwargs=of("contact")),
    Screen("participants:contact-edit", "olga", mended("contact_of_today")),
    Screen("participants:drafts", "nina", state="empty"),
    Screen("participants:drafts", "olga"),
]
HISTORIES = [
    Screen("participants:participant-history", kwargs=mirela),
    Screen("participants:trajectory-history", kwargs=mirela),
    Screen("participants:bottleneck-history", kwargs=of("solved_bottleneck")),
    Screen("participants:session-history", "olga", mended("session_of_today")),
    Screen("participants:contact-history", kwargs=of("contact")),
    Screen("participants:appointment-history", kwargs=of("appointment")),
    Screen("participants:consent-history", kwargs=of("consent")),
    Screen("participants:income-history", kwargs=of("income")),
    Screen("participants:daytime-history", kwargs=of("activity")),
    Screen("participants:flag-history", kwargs=of("flag")),
    too_late(
        "participants:session-edit",
        mended("session_of_today"),
        "olga",
        what_happened="Zij wil liever bellen.",
    ),
    too_late(
        "participants:flag-remove",
        of("flag"),
        removal_reason="Hij weet niet meer waar zij woont.",
    ),
]
PRIORITIES = [
    Screen("participants:priorities", kwargs=mirela),
    Screen("participants:priorities", "olga", empty, "empty"),
    Screen("participants:why", kwargs=mirela),
    Screen("participants:use-suggestion", kwargs=mirela),
    Screen("participants:keep", kwargs=of("first_bottleneck")),
    with_errors("participants:keep", of("first_bottleneck")),
    Screen("participants:together", kwargs=mirela, query="?language={language}"),
    Screen("participants:agree", kwargs=mirela),
    with_errors("participants:agree", mirela),
    Screen("participants:later-review", kwargs=mirela),
    Screen("participants:history", kwargs=mirela),
]
BOTTLENECKS = [
    Screen("participants:bottleneck-new", kwargs=mirela),
    with_errors("participants:bottleneck-new", mirela),
    Screen("participants:bottleneck", kwargs=of("first_bottleneck")),
    Screen("participants:bottleneck", kwargs=of("solved_bottleneck"), state="solved"),
    Screen("participants:bottleneck-edit", kwargs=of("first_bottleneck")),
    with_errors("participants:bottleneck-edit", of("first_bottleneck"), title=""),
    Screen("participants:bottleneck-close", kwargs=of("first_bottleneck")),
    Screen("participants:dependency-new", kwargs=of("first_bottleneck")),
    with_errors("participants:dependency-new", of("first_bottleneck")),
]
OWNERSHIP = [
    Screen("participants:assignment", "tess", mirela),
    with_errors("participants:assignment", mirela, "tess"),
    Screen("participants:assignment", "tess", guarded, "protected"),
    Screen("participants:transfer", kwargs=mirela),
    with_errors("participants:transfer", mirela),
    Screen("participants:leaving", "tess", leaver),
    Screen("participants:handovers", state="empty"),
    Screen("participants:handovers", "nina"),
    Screen("participants:handovers", "olga"),
    Screen("participants:break-glass", "joost", mirela),
    with_errors("participants:break-glass", mirela, "joost"),
    Screen("participants:emergencies", "tess"),
    Screen("participants:emergencies", "pim"),
    Screen("participants:emergency-review", "tess", emergency),
    with_errors("participants:emergency-review", emergency, "tess"),
    Screen("participants:emergency-note", "joost", emergency),
    with_errors("participants:emergency-note", emergency, "joost"),
    Screen("participants:emergency-waiting", "joost", asked),
    Screen("participants:emergency-approval", "tess", asked),
    with_errors("participants:emergency-approval", asked, "tess"),
    Screen("participants:naming-answer", "pim", name),
    with_errors("participants:naming-answer", name, "pim"),
]
DAY = [
    Screen("participants:home"),
    Screen("participants:home", "nina", state="empty"),
    Screen("participants:agenda"),
    Screen("participants:agenda", "nina", state="empty"),
    Screen("participants:appointment-new", kwargs=mirela),
    with_errors("participants:appointment-new", mirela),
    Screen("participants:appointment-move", kwargs=of("appointment")),
    Screen("participants:appointment-cancel", kwargs=of("appointment")),
    with_errors("participants:appointment-cancel", of("appointment")),
]
SCREENS = [
    *DOORS,
    *DAY,
    *AGENCIES,
    *CASELOAD,
    *DOSSIER,
    *LOG,
    *HISTORIES,
    *PRIORITIES,
    *BOTTLENECKS,
    *OWNERSHIP,
]
NOT_SCREENS = {"healthz"}
