"""Someone who has a keyboard and no mouse: nothing is reached but by its keys."""

import pytest

MOST_TABS = 90
HAS_FOCUS = "part => part === document.activeElement"
FIELD_IN_FOCUS = "() => document.activeElement.name"


class Keyboard:
    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def tab_until(self, is_there, what):
        for _ in range(MOST_TABS):
            if is_there():
                return
            self.press("Tab")
        pytest.fail(f"{MOST_TABS} tabs do not reach {what}")

    def reach(self, target):
        self.tab_until(lambda: target.evaluate(HAS_FOCUS), target)

    def open(self, target):
        """Follow a link, or press a button."""
        self.reach(target)
        self.press("Enter")

    def reach_field(self, name):
        here = lambda: self.page.evaluate(FIELD_IN_FOCUS) == name  # noqa: E731
        self.tab_until(here, name)

    def write(self, name, text):
        """After what stands there already."""
        self.reach_field(name)
        self.press("Control+End")
        self.page.keyboard.type(text)

    def fill(self, name, value):
        """A day or a time, whose digits the browser asks in an order of its own."""
        self.reach_field(name)
        self.page.locator(f"[name={name}]").fill(value)

    def choose(self, name, value):
        """One of some radio buttons: the space bar takes the first, arrows go on."""
        self.reach_field(name)
        self.press("Space")
        wanted = self.page.locator(f"[name={name}][value='{value}']")
        for _ in range(self.page.locator(f"[name={name}]").count()):
            if wanted.is_checked():
                return
            self.press("ArrowRight")
        pytest.fail(f"the arrows do not reach {value} of {name}")

    def choose_listed(self, name, text):
        """One of a list, by its first letters."""
        self.reach_field(name)
        self.page.keyboard.type(text)
