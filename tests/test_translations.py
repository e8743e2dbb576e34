"""Both languages, at every commit."""

import ast
import gettext
import re

from tests.catalogue import KEYWORDS, MO, collect, filled, sources, stored

NEVER = re.compile(
    r"\b(cli[eë]nt(en)?|casus|slachtoffers?|prostitu\w*|sekswerk\w*|weiger\w*|oeps)\b|!",
    re.IGNORECASE,
)
NEVER_IN_ENGLISH = re.compile(
    r"\b(clients?|victims?|prostitut\w*|sex work\w*|refused|oops)\b|!", re.IGNORECASE
)
INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def texts(message, side):
    value = getattr(message, side)
    return [text for text in (value if isinstance(value, tuple) else [value]) if text]


def messages(catalogue):
    return {(m.context, m.id): m for m in catalogue if m.id}


def test_every_msgid_of_the_sources_is_in_the_catalogue_and_no_other():
    assert set(messages(stored())) == set(messages(collect()))


def test_every_msgid_has_dutch():
    assert [m.id for m in stored() if m.id and not filled(m)] == []


def test_the_compiled_file_matches_the_catalogue():
    with MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    expected = {
        (f"{m.context}\x04{m.id}" if m.context else m.id): m.string
        for m in stored()
        if m.id and isinstance(m.id, str)
    }
    assert {key: compiled.gettext(key) for key in expected} == expected


def test_placeholders_are_the_same_in_both_languages():
    def named(text):
        return set(re.findall(r"%\((\w+)\)", text))

    odd = [
        m.id
        for m in stored()
        if m.id
        and filled(m)
        and {frozenset(named(t)) for t in texts(m, "id")[-1:]}
        != {frozenset(named(t)) for t in texts(m, "string")[-1:]}
    ]
    assert odd == []


def test_the_dutch_says_u_and_never_what_the_house_does_not_say():
    dutch = [text for m in stored() if m.id for text in texts(m, "string")]

    assert [t for t in dutch if INFORMAL.search(t) or NEVER.search(t)] == []


def test_the_english_never_says_what_the_house_does_not_say():
    english = [text for m in stored() if m.id for text in texts(m, "id")]

    assert [t for t in english if NEVER_IN_ENGLISH.search(t)] == []


def test_dutch_sentences_are_short():
    lengths = [
        len(sentence.split())
        for m in stored()
        if m.id
        for text in texts(m, "string")
        for sentence in re.split(r"[.?:;]\s", text)
    ]
    assert sum(lengths) / len(lengths) <= 12
    assert max(lengths) <= 25


def test_no_sentence_hides_in_an_f_string():
    """Babel reads no call inside one, so nobody would miss its translation."""
    trees = {path: ast.parse(text) for path, text in sources() if path.suffix == ".py"}
    hidden = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees.items()
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS
    ]

    assert len(trees) > 200
    assert hidden == []
