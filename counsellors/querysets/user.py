"""Vocabulary for the people who log in."""

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Q

from exitprog import moment


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Members see their colleagues in the programmes that they now belong to."""
        programmes = [membership.programme_id for membership in user.memberships_now]
        return self.filter(
            in_force("memberships__"), memberships__programme__in=programmes
        ).distinct()

    def active(self):
        return self.filter(is_active=True)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Accounts begin without a password: an invitation asks for one."""

    def create_user(self, email, password=None, **facts):
        user = self.model(email=self.normalize_email(email).lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **facts):
        return self.create_user(email, password, is_staff=True, **facts)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


def in_force(prefix="", at=None):
    """Rows whose half-open period holds the moment `at`; without it, the present."""
    at = at or moment.now()
    ends = Q(**{f"{prefix}ends_at": None}) | Q(**{f"{prefix}ends_at__gt": at})
    return Q(**{f"{prefix}starts_at__lte": at}) & ends
