"""The Dutch catalogue: collected from the sources by Babel, so no gettext is needed.

`./run python -m tests.catalogue` adds new msgids to the .po file, takes over msgstrs
from any .po files named after it, and writes the .mo file that Django reads.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "exitprog/locale/nl/LC_MESSAGES/django.po"
MO = PO.with_suffix(".mo")
PACKAGES = ["exitprog", "agencies", "counsellors", "participants"]
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "gettext_noop": None,
}

HEADER = """# Dutch of Koers: B1, form of address u.
msgid ""
msgstr ""
"Language: nl\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def collect():
    """A catalogue of all msgids in the sources, without translations."""
    catalogue = Catalog(locale="nl", project="Koers", fuzzy=False)
    for path, text in sources():
        name = str(path.relative_to(ROOT))
        found = extract("python", io.BytesIO(text.encode()), KEYWORDS)
        for _line, message, _comments, context in found:
            catalogue.add(message, locations=[(name, None)], context=context)
    return catalogue


def sources():
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
    for ending in ["html", "txt"]:
        for path in sorted((ROOT / "templates").rglob(f"*.{ending}")):
            yield path, as_calls(path)


def as_calls(path):
    """A template's sentences as gettext calls, free of the page's indentation."""
    lines = templatize(path.read_text(), origin=str(path)).splitlines()
    return "\n".join(line.strip() for line in lines)


def stored(path=PO):
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def compiled(catalogue):
    """The bytes of the .mo file that belongs to the catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def take_over(catalogue, other):
    """Fill what has no msgstr yet from the other catalogue."""
    for message in catalogue:
        known = other.get(message.id, message.context) if message.id else None
        if known and not filled(message) and filled(known):
            message.string = known.string


def filled(message):
    strings = message.string if isinstance(message.string, tuple) else [message.string]
    return all(strings)


def main(paths):
    catalogue = collect()
    for path in [PO, *map(Path, paths)]:
        if path.exists():
            take_over(catalogue, stored(path))
    buffer = io.BytesIO()
    write_po(buffer, catalogue, sort_output=True, omit_header=True, width=88)
    PO.write_text(HEADER + buffer.getvalue().decode())
    MO.write_bytes(compiled(stored()))
    missing = [entry.id for entry in catalogue if entry.id and not filled(entry)]
    sys.stdout.write(f"{len(catalogue)} msgids, {len(missing)} without Dutch\n")
    for msgid in missing:
        sys.stdout.write(f"  {msgid}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
