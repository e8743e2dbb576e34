"""Fifty at once in one record: each text is kept, or its author is told so."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import pytest
from django.db import connection
from django.test import Client

from exitprog.database import acting_as
from participants.models import Bottleneck
from tests.factories import MakeBottleneck
from tests.routes import page

EDITORS = 50
PATIENCE = 30
FORM = {"life_area": "income", "severity": 2, "version": 1}


class Editor:
    """A window of Anouk's that shows the first version; all fifty send together."""

    together, turn = Barrier(EDITORS), Lock()

    def __init__(self, number, address, cookies):
        self.address, self.text = address, f"Text {number}"
        self.client = Client()
        self.client.cookies = cookies

    def edit(self, user):
        """What the page was answered; who came too late mends it in turn."""
        self.together.wait(PATIENCE)
        try:
            answer = self.client.post(self.address, FORM | {"title": self.text})
            if answer.status_code == 409:
                self.mend(user)
            return answer.status_code
        finally:
            connection.close()

    def mend(self, user):
        """As the page does it again: over what stands there now."""
        with self.turn, acting_as(user):
            record = Bottleneck.objects.get()
            record.title = self.text
            record.save_over()


@pytest.mark.django_db(transaction=True)
def test_of_fifty_texts_in_one_record_none_is_lost(as_anouk, anouk, mirela):
    with acting_as(anouk):
        record = MakeBottleneck(trajectory=mirela, title="Before", position=1)
    address = page("bottleneck-edit", mirela, record.pk)
    windows = [Editor(n, address, as_anouk.cookies) for n in range(EDITORS)]

    with ThreadPoolExecutor(EDITORS) as threads:
        answers = list(threads.map(lambda window: window.edit(anouk), windows))

    titles = [state.title for state in record.events.order_by("version")]
    assert sorted(answers) == [302] + [409] * (EDITORS - 1)
    assert sorted(titles) == sorted(["Before", *(window.text for window in windows)])
    assert Bottleneck.objects.get().title == titles[-1]
