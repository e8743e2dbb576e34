"""The command that breaks the rights finds each place where they can be broken."""

import ast

from tests.mutants import in_sql
from tests.mutants.operators import variants
from tests.mutants.sql_terms import faults

RULE = """
def visible_to(self, user):
    if not user.is_active or user.is_staff:
        return self.none()
    return self.filter(user=user, starts_at__lte=now).exclude(barred)
"""


def said(text):
    return [what for node in ast.walk(ast.parse(text)) for what, _ in variants(node)]


def test_each_predicate_of_a_rule_is_dropped_and_turned_round():
    assert sorted(said(RULE)) == [
        "barred dropped",
        "barred inverted",
        "if not user.is_active or user.is_staff inverted",
        "if not user.is_active or user.is_staff taken away",
        "not user.is_active dropped",
        "not user.is_active without its not",
        "starts_at__lte=now dropped",
        "starts_at__lte=now inverted",
        "starts_at__lte=now with lt",
        "user.is_staff dropped",
        "user=user dropped",
        "user=user inverted",
    ]


def test_each_operand_of_sql_is_made_neutral():
    rule = "SELECT a FROM b WHERE c = 1 AND (d IS NULL OR d > 2) EXCEPT SELECT e"

    assert [text for _what, text in faults(rule)] == [
        "SELECT a FROM b WHERE c = 1 AND (false OR d > 2) EXCEPT SELECT e",
        "SELECT a FROM b WHERE c = 1 AND (d IS NULL OR false) EXCEPT SELECT e",
        "SELECT a FROM b WHERE true AND (d IS NULL OR d > 2) EXCEPT SELECT e",
        "SELECT a FROM b WHERE c = 1 AND true EXCEPT SELECT e",
        "SELECT a FROM b WHERE c = 1 AND (d IS NULL OR d > 2)  ",
    ]


def test_each_role_is_left_out_and_all_are_let_in():
    assert [text for _what, text in faults("f('{counsellor,team_lead}')")] == [
        "f('{team_lead}')",
        "f('{counsellor}')",
        "f('{counsellor,team_lead,coordinator,privacy_officer}')",
    ]


def test_each_kind_of_fault_of_the_second_wall_is_found_in_the_database(db):
    kinds = (in_sql.policies, in_sql.functions, in_sql.views)
    first = [next(find()).place.split(maxsplit=1)[0] for find in kinds]
    stay = {made.place for made in in_sql.triggers() if "keeps_its" in made.place}

    assert first == ["participants_addendum,", "function", "view"]
    assert len(stay) == 6
