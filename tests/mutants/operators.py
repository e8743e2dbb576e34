"""How a predicate in Python is broken: each takes a node and gives (what, instead)."""

import ast
from ast import parse, unparse

NARROWS = {"filter", "exclude", "get", "Q"}
ASKS_ROLES = {"has_role", "programmes_as"}
SET_CALLS = {"union", "difference", "intersection"}
EDGES = {"__lte": "__lt", "__lt": "__lte", "__gte": "__gt", "__gt": "__gte"}
OPPOSITE = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
}
EDGE = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


def expression(text):
    return parse(text, mode="eval").body


def called(node):
    """The last name of what is called."""
    function = getattr(node, "func", None)
    return getattr(function, "attr", getattr(function, "id", ""))


def with_call(node, args=None, keywords=None):
    return ast.Call(
        node.func,
        node.args if args is None else args,
        node.keywords if keywords is None else keywords,
    )


def without(items, gone):
    return [item for item in items if item is not gone]


def variants(node):
    """Every fault that this one node can have."""
    for kind, break_it in OPERATORS:
        if isinstance(node, kind):
            yield from break_it(node)


def calls(node):
    name = called(node)
    if name in NARROWS:
        yield from conditions(node)
        yield from keywords(node)
    elif name in ASKS_ROLES:
        yield from roles(node)
    elif name in SET_CALLS:
        yield f".{name}() dropped", node.func.value
    elif name == "visible_to" and isinstance(node.func, ast.Attribute):
        yield ".visible_to() not asked", node.func.value


def conditions(node):
    for arg in node.args:
        if isinstance(arg, ast.Starred):
            continue
        said = unparse(arg)
        yield f"{said} dropped", with_call(node, without(node.args, arg))
        opposite = ast.UnaryOp(ast.Invert(), arg)
        swapped = [opposite if other is arg else other for other in node.args]
        yield f"{said} inverted", with_call(node, swapped)


def keywords(node):
    for keyword in node.keywords:
        if keyword.arg:
            rest = without(node.keywords, keyword)
            key = ast.Constant(keyword.arg)
            yield from lookup(node, rest, key, keyword.value)
        elif isinstance(keyword.value, ast.Dict):
            yield from entries(node, keyword)


def entries(node, keyword):
    pairs = list(zip(keyword.value.keys, keyword.value.values, strict=True))
    for pair in pairs:
        others = without(pairs, pair)
        kept = ast.Dict([key for key, _ in others], [value for _, value in others])
        rest = [*without(node.keywords, keyword), ast.keyword(None, kept)]
        yield from lookup(node, rest, *pair)


def lookup(node, rest, key, value):
    """One `key=value`: left out, turned round, and with its edge on the other side."""
    said = unparse(key).strip("'") + "=" + unparse(value)
    yield f"{said} dropped", with_call(node, keywords=rest)
    inverted = expression("~MUTANT_Q(**{0: 0})")
    inverted.operand.keywords[0].value = ast.Dict([key], [value])
    if called(node) == "Q" and len(node.args) + len(node.keywords) == 1:
        yield f"{said} inverted", inverted
    else:
        yield f"{said} inverted", with_call(node, [*node.args, inverted], rest)
    for old, new in EDGES.items():
        if unparse(key).endswith(old + "'"):
            moved = expression(unparse(key)[: -len(old) - 1] + new + "'")
            pair = ast.keyword(None, ast.Dict([moved], [value]))
            yield f"{said} with {new[2:]}", with_call(node, keywords=[*rest, pair])


def roles(node):
    for arg in node.args if len(node.args) > 1 else ():
        yield f"{unparse(arg)} dropped", with_call(node, without(node.args, arg))
    if not any(isinstance(arg, ast.Starred) for arg in node.args):
        everyone = ast.Starred(expression("MUTANT_ROLES"), ast.Load())
        yield f"{called(node)}() of any role", with_call(node, [everyone])


def comparisons(node):
    for table in (OPPOSITE, EDGE):
        for place, operator in enumerate(node.ops):
            if other := table.get(type(operator)):
                ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                new = ast.Compare(node.left, ops, node.comparators)
                yield f"{unparse(node)} became {unparse(new)}", new


def operands(node):
    for value in node.values:
        rest = without(node.values, value)
        new = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield f"{unparse(value)} dropped", new


def sides(node):
    if isinstance(node.op, ast.BitOr | ast.BitAnd):
        yield f"{unparse(node.right)} dropped", node.left
        yield f"{unparse(node.left)} dropped", node.right


def negations(node):
    if isinstance(node.op, ast.Not | ast.Invert):
        yield f"{unparse(node)} without its not", node.operand


def guards(node):
    """`if …: return none()` or `raise`, which stops whoever may not go on."""
    stops = isinstance(node.body[-1], ast.Return | ast.Raise) and not node.orelse
    if stops:
        yield f"if {unparse(node.test)} taken away", ast.Pass()
        opposite = ast.UnaryOp(ast.Not(), node.test)
        yield f"if {unparse(node.test)} inverted", ast.If(opposite, node.body, [])


def choices(node):
    yield f"always {unparse(node.body)}", node.body
    yield f"always {unparse(node.orelse)}", node.orelse


def answers(node):
    """What a permission answers, turned round."""
    if isinstance(node.value, ast.Call) and called(node.value) in {"bool", "has_role"}:
        opposite = ast.UnaryOp(ast.Not(), node.value)
        yield f"{unparse(node)} inverted", ast.Return(opposite)


def filtered(node):
    for condition in node.ifs:
        rest = without(node.ifs, condition)
        new = ast.comprehension(node.target, node.iter, rest, node.is_async)
        yield f"if {unparse(condition)} dropped", new


def groups(node):
    for item in node.elts if len(node.elts) > 1 else ():
        new = type(node)(without(node.elts, item))
        if isinstance(node, ast.Tuple):
            new.ctx = ast.Load()
        yield f"{unparse(item)} dropped", new


OPERATORS = [
    (ast.Call, calls),
    (ast.Compare, comparisons),
    (ast.BoolOp, operands),
    (ast.BinOp, sides),
    (ast.UnaryOp, negations),
    (ast.If, guards),
    (ast.IfExp, choices),
    (ast.Return, answers),
    (ast.comprehension, filtered),
]
