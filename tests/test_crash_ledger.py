"""What the kill rounds compare by: each kind of loss is seen."""

from tests.crash.ledger import differences

ANNA, BRAM = ("anna", 1), ("bram", 1)
NOTES = {ANNA: ["A talk"], BRAM: ["A call"]}


def test_what_is_whole_has_no_difference():
    assert differences(["A talk"], NOTES, [ANNA, BRAM]) == []


def test_each_loss_has_its_sentence():
    doubled = NOTES | {("bram", 2): ["A call"]}

    assert differences(["A walk"], NOTES, [ANNA, BRAM]) == ["saved and lost: A walk"]
    assert differences([], NOTES, [ANNA]) == ["a note without its line: ['A call']"]
    assert differences([], {ANNA: ["A talk"]}, [ANNA, BRAM]) == [
        "a line without its note: ('bram', 1)"
    ]
    assert differences([], doubled, list(doubled)) == ["there 2 times: A call"]
