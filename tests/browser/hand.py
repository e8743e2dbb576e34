"""A hand on mouse and keyboard that counts what it does."""

from django.utils.translation import gettext, override


class Hand:
    """Speaks the language of the page: names of things are given in English."""

    def __init__(self, page, language="en"):
        self.page, self.language = page, language
        self.interactions = 0

    def says(self, english):
        with override(self.language):
            return gettext(english)

    def find(self, role, english, **options):
        return self.page.get_by_role(role, name=self.says(english), **options).first

    def click(self, target):
        self.interactions += 1
        target.click()

    def write(self, target, text):
        """Typing one text is one interaction, however long."""
        self.interactions += 1
        target.fill(text)

    def press(self, *keys):
        for key in keys:
            self.interactions += 1
            self.page.keyboard.press(key)
