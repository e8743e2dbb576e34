"""The case code in an address."""

from participants.models.participant import CODE_PATTERN


class CodeConverter:
    regex = CODE_PATTERN

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)
