"""What leaves by mail: plain and neutral, for anyone may see it on a screen.

The subject is the product's name. A mail names no participant, no colleague and not
what kind of work this is.
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation


def send(user, template, **words):
    """Send `templates/counsellors/mail/<template>.txt` in the reader's language."""
    words |= {"product_name": settings.PRODUCT_NAME}
    with translation.override(user.language):
        text = render_to_string(f"counsellors/mail/{template}.txt", words)
    EmailMessage(settings.PRODUCT_NAME, text, to=[user.email]).send()
