"""Income and benefit: what she lives on, and how far each application is."""

from participants.forms.income import IncomeForm
from participants.income_words import IncomeCard
from participants.models import Income
from participants.views.period import (
    PeriodEdit,
    PeriodEnd,
    PeriodList,
    PeriodNew,
    PeriodPage,
)


class IncomePage(PeriodPage):
    field_groups = ("income",)
    model = Income
    route = "income"
    form_class = IncomeForm


class IncomeList(IncomePage, PeriodList):
    card = IncomeCard
    template_name = "participants/income/list.html"


class IncomeNew(IncomePage, PeriodNew):
    template_name = "participants/income/new.html"


class IncomeEdit(IncomePage, PeriodEdit):
    template_name = "participants/income/edit.html"


class IncomeEnd(IncomePage, PeriodEnd):
    pass
