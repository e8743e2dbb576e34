"""A page that was sent: it makes what it makes once, however often it is sent."""

from django.db import models

from counsellors.models.user import User
from counsellors.querysets.submission import SubmissionQuerySet
from exitprog import moment
from exitprog.records import Record


class Submission(Record):
    """Where the first sending of a page went; `content` is a keyed hash of it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="submissions")
    key = models.UUIDField()
    page = models.CharField(max_length=200)
    content = models.CharField(max_length=64)
    destination = models.CharField(max_length=200)
    at = models.DateTimeField(default=moment.now, db_index=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"], name="a_page_makes_what_it_makes_once"
            ),
        ]

    def __str__(self):
        return str(self.key)
