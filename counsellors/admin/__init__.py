"""What admins keep here: users and memberships, and nothing that is deleted.

Rights are memberships, so Django's groups do not exist here; an address stands at the
user alone, so allauth's addresses do not either. Both register themselves when their
module is first imported, which is why they are imported from there.
"""

from allauth.account.admin import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import Group

from counsellors.admin.membership import MembershipAdmin
from counsellors.admin.user import UserAdmin

__all__ = ["MembershipAdmin", "UserAdmin"]

admin.site.unregister([EmailAddress, Group])
