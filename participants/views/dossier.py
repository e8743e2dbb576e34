"""The frame of every page in a dossier: the right, the line in the log, the context."""

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from counsellors.access_log import Right, write
from counsellors.models.access_event import Action
from exitprog.conflict import ConflictError, conflict_page, texts_sent
from participants import permissions
from participants.identity import language_names
from participants.models import Flag, SafeContact, Trajectory
from participants.models.trajectory import READABLE_AFTER_CLOSING
from participants.safety_rules import safety_lines

FRAME_GROUPS = ("alias", "safety")


class DossierMixin:
    """A page of one participant's dossier.

    Finds the current trajectory among those that the user may see, else 404; asks
    `rule`, else 403; refuses to write in a closed dossier with 409; and writes one
    line in the access log for every answer. A subclass names its `rule`, the
    `field_groups` that it shows below the frame, the words of `Trajectory.objects`
    that its `frame` adds to the same statement, and whether it `writes`. A page that
    shows and writes names a `write_rule`: a POST is asked that one, in an open dossier.
    """

    rule = None
    write_rule = None
    writes = False
    field_groups = ()
    frame = ("with_frame",)
    answer_action = Action.OPEN
    change_action = Action.CHANGE
    tab = ""

    def dispatch(self, request, *args, **kwargs):
        self.trajectory = self.find_trajectory(kwargs["code"])
        self.participant = self.trajectory.participant
        self.check_rule()
        try:
            self.check_open()
            with transaction.atomic():
                response = super().dispatch(request, *args, **kwargs)
        except ConflictError as error:
            response = conflict_page(request, error)
        self.log(response)
        return response

    def find_trajectory(self, code):
        found = Trajectory.objects.dossier(self.request.user, code, self.frame)
        if found is None:
            raise Http404
        return found

    def check_rule(self):
        if type(self).rule is None:
            raise ImproperlyConfigured(f"{type(self).__name__} has no rule.")
        rule = type(self).write_rule if self.posts else type(self).rule
        if not rule(self.request.user, self.trajectory):
            raise PermissionDenied

    @property
    def posts(self):
        """Whether the request writes on a page that may also just be read."""
        return type(self).write_rule is not None and self.request.method == "POST"

    def check_open(self):
        if (self.writes or self.posts) and not self.trajectory.is_open:
            day = date_format(self.trajectory.ended_on, "j F Y")
            raise ConflictError(
                _("This dossier was closed on %(day)s. You can only read it.")
                % {"day": day},
                yours=texts_sent(self.request),
                back_url=self.participant.get_absolute_url(),
            )

    def log(self, response):
        done = self.request.method == "POST" and response.status_code in {302, 303}
        write(
            self.request,
            self.change_action if done else self.answer_action,
            right=self.right,
            case_code=self.participant.code,
            object_id=self.participant.pk,
            kind="participant",
            programme=self.trajectory.programme,
            field_groups=list(self.field_groups if done else self.shown_groups),
            was_closed=not self.trajectory.is_open,
        )

    @property
    def shown_groups(self):
        """Those of the frame as well: a page that is shown names the person."""
        return dict.fromkeys([*FRAME_GROUPS, *self.field_groups])

    @property
    def right(self):
        covers = self.trajectory.right_kind == "cover"
        return Right(
            ground=self.trajectory.right_kind,
            ground_id=self.trajectory.right_id,
            on_behalf_of_id=self.trajectory.counsellor_id if covers else None,
        )

    def get_context_data(self, **kwargs):
        user, trajectory = self.request.user, self.trajectory
        safe_contact = self.safe_contact()
        return super().get_context_data(
            participant=self.participant,
            words=self.participant.words,
            trajectory=trajectory,
            safe_contact=safe_contact,
            safety=safety_lines(safe_contact, self.participant.words),
            flags=[Flag.from_columns(row) for row in trajectory.standing_flags],
            spoken=language_names(self.participant),
            readable_until=self.readable_until,
            tab=self.tab,
            can_write=trajectory.is_open and permissions.can_write(user, trajectory),
            can_log=trajectory.is_open and permissions.can_log(user, trajectory),
            **kwargs,
        )

    @property
    def readable_until(self):
        """The last day on which the counsellor reads a closed dossier, else None."""
        ended_on = self.trajectory.ended_on
        return ended_on and ended_on + READABLE_AFTER_CLOSING

    def safe_contact(self):
        """The newest row; without one, an unsaved one that says *not asked*."""
        rows = SafeContact.objects.visible_to(self.request.user)
        rows = rows.filter(participant=self.participant)
        return rows.newest_first().first() or SafeContact(participant=self.participant)
