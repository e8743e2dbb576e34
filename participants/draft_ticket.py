"""What a page with a long form carries: the right to write one draft.

A signed ticket names one draft of one author. It opens nothing and reads nothing, so
it needs no session: text that was typed after log-in ended still reaches its author.
"""

from dataclasses import astuple, dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.core import signing
from django.db import ProgrammingError, transaction
from psycopg.errors import InsufficientPrivilege

from exitprog import moment
from participants.models import Draft

SALT = "participants.draft"
VALID_FOR = timedelta(hours=12)
NOT_TYPED = {"csrfmiddlewaretoken", "keep", "draft"}
LONGEST = 200_000


class NotKeptError(Exception):
    """Its author no longer sees the dossier."""

    status = 409


class TooLongError(NotKeptError):
    """This is more than anyone types."""

    status = 413


@dataclass(frozen=True)
class Ticket:
    author: UUID
    participant: UUID
    form: str
    target: UUID | None
    draft: UUID

    @classmethod
    def read(cls, text):
        """The ticket that `text` carries; None when it is forged or too old."""
        try:
            fields = signing.loads(text, salt=SALT, max_age=VALID_FOR)
        except (signing.BadSignature, ValueError):
            return None
        author, participant, form, target, draft = fields
        target = UUID(target) if target else None
        return cls(UUID(author), UUID(participant), form, target, UUID(draft))

    def __str__(self):
        author, participant, form, target, draft = astuple(self)
        target = target and str(target)
        fields = [str(author), str(participant), form, target, str(draft)]
        return signing.dumps(fields, salt=SALT)

    def is_for(self, page):
        """Whether it is of the same page as `page`, perhaps with another draft."""
        return astuple(self)[:-1] == astuple(page)[:-1]

    @transaction.atomic
    def write(self, typed, author):
        """Put what was typed in the draft; tells whether that began it.

        Raises NotKeptError, and keeps nothing, when the author may not have it.
        """
        content = {
            name: values for name, values in typed.lists() if name not in NOT_TYPED
        }
        if sum(len(value) for values in content.values() for value in values) > LONGEST:
            raise TooLongError
        facts = {"content": content, "saved_at": moment.now()}
        draft, is_new = self.put(facts)
        if not Draft.objects.visible_to(author).filter(pk=draft.pk).exists():
            raise NotKeptError
        return is_new

    def put(self, facts):
        """Begin the draft or go on with it; row-level security may refuse."""
        try:
            with transaction.atomic():
                return Draft.objects.update_or_create(defaults=facts, **self.names())
        except ProgrammingError as error:
            if isinstance(error.__cause__, InsufficientPrivilege):
                raise NotKeptError from error
            raise

    def use_up(self):
        """What was typed is saved now, so its draft goes."""
        Draft.objects.filter(**self.names()).delete()

    def names(self):
        return {
            "pk": self.draft,
            "author_id": self.author,
            "participant_id": self.participant,
            "form": self.form,
            "target": self.target,
        }


def new_ticket(author, participant, form, target, draft=None):
    return Ticket(author.pk, participant.pk, str(form), target, draft or uuid4())
