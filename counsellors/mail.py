"""What leaves by mail: plain and neutral, for anyone may see it on a screen.

The subject is the product's name. A mail names no participant, no colleague and not
what kind of work this is.
"""

import logging
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

logger = logging.getLogger(__name__)
POSTMAN = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def send_beside(user, template, **words):
    """As `try_to_send`, but the answer does not wait: its time would tell as much."""
    POSTMAN.submit(try_to_send, user, template, **words)


def try_to_send(user, template, **words):
    """Send `templates/counsellors/mail/<template>.txt` in the reader's language.

    Tells whether it went out. A failure is logged without the address, and never
    changes an answer: that would tell a stranger who has an account.
    """
    words |= {"product_name": settings.PRODUCT_NAME}
    with translation.override(user.language):
        text = render_to_string(f"counsellors/mail/{template}.txt", words)
    try:
        EmailMessage(settings.PRODUCT_NAME, text, to=[user.email]).send()
    except OSError as error:
        logger.error("A mail could not be sent: %s.", type(error).__name__)
        return False
    return True
