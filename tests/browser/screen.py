"""What a screen is: its route, who opens it, and the rows that its address names."""

from dataclasses import dataclass, field

from django.urls import reverse

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
