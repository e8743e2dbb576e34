"""The order of bottlenecks as it stands on the page."""

from tests.browser.chromium import expect

MOVED = "“%(title)s” is now number %(number)s of %(count)s, %(lane)s."
UNDONE = "Undone. “%(title)s” is number %(number)s of %(count)s again, %(lane)s."
COUNT = 9
LANES = {"now": "Now", "next": "Next", "later": "Later"}


class Board:
    """Reads and moves the rows of a page; `hand` knows its language."""

    def __init__(self, hand):
        self.hand, self.page = hand, hand.page

    @property
    def titles(self):
        return self.page.locator("[data-row] [data-open]").all_inner_texts()

    def lane(self, name):
        return self.page.locator(f".lane--{name} [data-open]").all_inner_texts()

    def row(self, title):
        return self.page.locator("[data-row]").filter(
            has=self.page.get_by_role("link", name=title, exact=True)
        )

    def sentence(self, title, number, lane, english=MOVED):
        """What is said after a move, in the language of the page."""
        facts = {"title": title, "number": number, "count": COUNT}
        lane = self.hand.says(LANES[lane])
        return self.hand.says(english) % (facts | {"lane": lane})

    def undone(self, title, number, lane):
        return self.sentence(title, number, lane, UNDONE)

    def expect_said(self, text):
        """Told to who sees and to who listens, with the focus still on the row."""
        expect(self.page.locator("[data-toast-text]")).to_have_text(text)
        expect(self.page.locator("#live")).to_have_text(text)

    def expect_focus(self, title):
        expect(self.row(title)).to_be_focused()
