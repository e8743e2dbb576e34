"""A page asks for one style sheet, though every component has a file of its own."""

import re
import shutil

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage

from exitprog.static_files import CollectedFiles

STATIC = settings.BASE_DIR / "exitprog" / "static"
MAIN = "exitprog/css/main.css"


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Gives the text of a file as it is served, and its name."""
    tmp_path = tmp_path_factory.mktemp("static")
    shutil.copytree(STATIC, tmp_path, dirs_exist_ok=True)
    source, kept = StaticFilesStorage(STATIC), CollectedFiles(tmp_path)
    names = [str(path.relative_to(STATIC)) for path in STATIC.rglob("*.*")]
    for _done in kept.post_process({name: (source, name) for name in names}):
        pass

    def read(path):
        name = kept.stored_name(path)
        return (tmp_path / name).read_text(), name

    return read


def test_the_collected_sheet_holds_all_that_it_imports_in_their_layers(collected):
    text, name = collected(MAIN)
    main = (STATIC / MAIN).read_text()
    layers = re.findall(r"layer\((\w+)\)", main)
    sources = [
        (STATIC / "exitprog" / "css" / sheet).read_text()
        for sheet in re.findall(r'url\("(.+?)"\)', main)
    ]

    assert re.fullmatch(r"exitprog/css/main\.[0-9a-f]{12}\.css", name)
    assert "@import" not in text
    assert text.startswith("@layer tokens, base, components, utilities;\n")
    assert re.findall(r"^@layer (\w+) \{$", text, re.MULTILINE) == layers
    assert text.count("{") == sum(s.count("{") for s in sources) + len(layers) + 1
    assert "@media print {\n@layer utilities {\n@page" in text


def test_its_fonts_have_hashed_names(collected):
    fonts = re.findall(r'url\("\.\./fonts/(.+?)"\)', collected(MAIN)[0])

    assert len(fonts) == 4
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2$", font) for font in fonts)


def test_a_script_imports_another_by_its_hashed_name(collected):
    text, _name = collected("exitprog/js/priorities.js")
    _text, arcs = collected("exitprog/js/arcs.js")

    assert re.findall(r"^import .* from (.+);$", text, re.MULTILINE) == [
        f'"./{arcs.removeprefix("exitprog/js/")}"'
    ]
