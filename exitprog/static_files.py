"""Collected static files: hashed, compressed, and each style sheet in one piece.

A sheet that imports others costs a request for each of them, one after the other on a
slow line. Where nothing is collected a browser reads the imports themselves.
"""

import posixpath
import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "exitprog/css/"
IMPORT = re.compile(r'@import url\("([\w-]+\.css)"\) layer\((\w+)\)( print)?;')
OUR_IMPORTS = (
    "exitprog/js/*.js",
    [
        (
            r"""(?P<matched>import (?P<names>.+?) from "(?P<url>\./.+?)";)""",
            """import %(names)s from "%(url)s";""",
        )
    ],
)


class CollectedFiles(CompressedManifestStaticFilesStorage):
    # A script of ours asks for another by its hashed name, so no half of it is stale.
    # Django's own switch would also read the scripts of packages, and stumbles there.
    patterns = (*CompressedManifestStaticFilesStorage.patterns, OUR_IMPORTS)

    def post_process(self, paths, **options):
        sheets = {
            name: (Joined(storage), path) if name.startswith(OURS) else (storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(sheets, **options)


class Joined:
    """Opens sheets as their storage does, with what they import in place."""

    def __init__(self, storage):
        self.storage = storage

    def open(self, path):
        return ContentFile(IMPORT.sub(self._beside(path), self._read(path)).encode())

    def _read(self, path):
        with self.storage.open(path) as sheet:
            return sheet.read().decode()

    def _beside(self, path):
        def layered(found):
            name, layer, is_print = found.groups()
            text = self._read(posixpath.join(posixpath.dirname(path), name))
            block = f"@layer {layer} {{\n{text}}}"
            return f"@media print {{\n{block}\n}}" if is_print else block

        return layered
