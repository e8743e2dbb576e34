"""Who may open the directory."""


def can_read_directory(user) -> bool:
    """It holds no people: every member and every admin reads it."""
    return user.is_active and bool(user.is_staff or user.memberships_now)
