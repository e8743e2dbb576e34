"""The operands of conditions in SQL text, found without a grammar.

A list of operands begins after WHERE, ON and the like or at a bracket, is cut by its
connectors at the same depth, and stops at what can't belong to a condition.
"""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"--[^\n]*|'(?:[^']|'')*'|\"[^\"]*\"|\w+|\|\||:=|[^\s\w]")
BEGINS = {"WHERE", "ON", "HAVING", "WHEN", "IF"}
MAY_BEGIN = {"(", "RETURN"}
STOPS = {"GROUP", "ORDER", "LIMIT", "EXCEPT", "UNION", "FOR", "THEN", "END", "SELECT"}
STOPS |= {"FROM", "JOIN", "LEFT", "INTO", "AS", "EXECUTE", ":=", ";", ","}
ROLES = "counsellor,team_lead,coordinator,privacy_officer"
WORDS = re.compile(r"'\{([a-z_]+(?:,[a-z_]+)*)\}'")
LIST = re.compile(r"(?<=IN \()'[^)]*(?=\))|(?<=ARRAY\[)'[^\]]*(?=\])")


@dataclass
class Operands:
    """Of one list: where each begins and ends, and the connectors between them."""

    is_sure: bool
    begins: int
    spans: list = field(default_factory=list)
    connectors: list = field(default_factory=list)

    def cut(self, text, ends, connector=None, begins=None):
        piece = text[self.begins : ends]
        begin = ends - len(piece.lstrip())
        self.spans.append((begin, begin + len(piece.strip())))
        if connector:
            self.connectors.append(connector)
            self.begins = begins

    def found(self):
        """(begin, end, whether an AND stands beside it)"""
        if not self.is_sure and not self.connectors:
            return
        for place, (begin, end) in enumerate(self.spans):
            beside = self.connectors[max(place - 1, 0) : place + 1]
            yield begin, end, not beside or "AND" in beside


def operands(text, connectors=("AND", "OR"), begins=BEGINS, stops=STOPS):
    """Every operand in `text`: (begin, end, whether an AND stands beside it)."""
    lists, open_lists = [], [Operands(False, 0)]
    for token in TOKEN.finditer(text):
        word = token.group().upper()
        if word == "IF" and text[: token.start()].rstrip().endswith("END"):
            continue
        current = open_lists[-1]
        if word in connectors and current:
            current.cut(text, token.start(), word, token.end())
        elif word in begins or word in MAY_BEGIN or word in stops or word == ")":
            if word != "(":
                close(text, current, token.start(), lists)
            step(open_lists, word, token.end(), begins)
    close(text, open_lists[-1], len(text), lists)
    return [span for found in lists for span in found.found()]


def close(text, current, ends, lists):
    if current:
        current.cut(text, ends)
        lists.append(current)


def step(open_lists, word, ends, begins):
    """Go one bracket deeper or back, or begin or stop a list at this depth."""
    if word == "(":
        open_lists.append(Operands(False, ends))
    elif word == ")":
        open_lists.pop()
    elif word in begins or word in MAY_BEGIN:
        open_lists[-1] = Operands(word in begins, ends)
    else:
        open_lists[-1] = None


def faults(text):
    """(what, the text with one fault)"""
    for begin, end, has_and in operands(text):
        yield (
            said(text, begin, end),
            put(text, begin, end, "true" if has_and else "false"),
        )
    yield from joined(text)
    yield from sets(text)
    yield from words(text)


def joined(text):
    """Lists that are put together by `||`, each left out."""
    for begin, end, _ in operands(text, ("||",), begins=(), stops={";", ","}):
        if "koers_" in text[begin:end] or "SELECT" in text[begin:end]:
            yield said(text, begin, end), put(text, begin, end, "'{}'::uuid[]")


def sets(text):
    """EXCEPT and UNION, each taken away with what follows."""
    stops = {";"}
    for begin, end, _ in operands(text, ("EXCEPT", "UNION"), begins=(), stops=stops):
        word = text[:begin].rstrip()[-6:].upper().strip()
        if word in {"EXCEPT", "UNION"}:
            start = text[:begin].rstrip().rindex(" ") + 1
            yield said(text, start, end), put(text, start, end, " ")


def words(text):
    """Each role or kind left out, and any role where some are meant."""
    for found in WORDS.finditer(text):
        named = found[1].split(",")
        for word in named if len(named) > 1 else ():
            rest = ",".join(other for other in named if other != word)
            yield f"{word} of {found[1]} dropped", put(text, *found.span(1), rest)
        if set(named) < set(ROLES.split(",")):
            yield f"any role for {found[1]}", put(text, *found.span(1), ROLES)
        if named == ["primary"]:
            yield "cover beside primary", put(text, *found.span(1), "primary,cover")
    for found in LIST.finditer(text):
        named = found[0].split(", ")
        for word in named if len(named) > 1 else ():
            rest = ", ".join(other for other in named if other != word)
            yield f"{word} dropped", put(text, *found.span(), rest)


def put(text, begin, end, instead):
    return text[:begin] + instead + text[end:]


def said(text, begin, end):
    words = " ".join(text[begin:end].split())
    return (words if len(words) < 70 else f"{words[:67]}...") + " dropped"
