"""The zip that an EPUB, DOCX or ODT is: its directory is looked through before anything in it is unpacked."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from hakawati.errors import SourceError
from hakawati.reading.documents.entities import refuse_in_xml
from hakawati.reading.documents.limits import MEGABYTE, MOST_MEMBERS, MOST_RATIO, MOST_TEXT, MOST_UNPACKED

DAMAGED = "the file is damaged or cut off: get it anew, or open it in the program it was made with and save it again"
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


@dataclass(slots=True)
class Container:
    """A zip that has been looked through; `read` unpacks a member, up to a limit over all of them."""

    path: Path
    archive: zipfile.ZipFile
    left: int = field(default=MOST_TEXT, init=False)
    """Bytes that may still be unpacked."""

    def names(self) -> list[str]:
        return [info.filename for info in self.archive.infolist() if not info.is_dir()]

    def has(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def read(self, name: str) -> bytes:
        """Raises SourceError for a member that is missing or damaged, and at the limit."""
        try:
            with self.archive.open(name) as member:
                found = member.read(self.left + 1)
        except KeyError as error:
            raise SourceError(f"{self.path}: {name!a}, which must be in it, is not: {DAMAGED}") from error
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise SourceError(f"{self.path}: {name!a} in it cannot be unpacked ({error}): {DAMAGED}") from error
        self.left -= len(found)
        if self.left < 0:
            raise SourceError(f"{self.path}: it holds more than {MOST_TEXT // MEGABYTE} MB of text: split it")
        return found

    def read_xml(self, name: str) -> bytes:
        """As `read`; raises SourceError for XML that declares entities too."""
        found = self.read(name)
        refuse_in_xml(found, self.path, name)
        return found


def opened(data: bytes, path: Path) -> Container:
    """Raises SourceError for what is no zip, is encrypted, or would unpack into more than any document holds."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError(f"{path}: its directory cannot be read ({error}): {DAMAGED}") from error
    infos = archive.infolist()
    if problem := _trap(infos):
        raise SourceError(f"{path}: {problem}, so it is not opened: it is no book, or made to do harm")
    if any(info.flag_bits & 1 for info in infos):
        raise SourceError(f"{path}: it is locked with a password: save it without one")
    return Container(path, archive)


def _trap(infos: list[zipfile.ZipInfo]) -> str | None:
    """What is wrong with a zip's directory, or None."""
    if len(infos) > MOST_MEMBERS:
        return f"it holds {len(infos)} files"
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        return f"it would unpack into more than {MOST_UNPACKED // MEGABYTE} MB"
    for info in infos:
        if _OUTSIDE.search(info.filename):
            return f"{info.filename!a} in it points outside"
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            return f"{info.filename!a} in it is packed in a way that documents are not"
        if info.file_size > max(MEGABYTE, MOST_RATIO * info.compress_size):
            ratio = info.file_size // max(1, info.compress_size)
            return f"{info.filename!a} in it would unpack into {ratio} times its size"
    return None


def text_alone(container: Container) -> bytes:
    """The zip again with its XML alone; other members, such as pictures, are there and empty."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in dict.fromkeys(container.names()):
            archive.writestr(zipfile.ZipInfo(name), container.read_xml(name) if _is_text(name) else b"")
    return packed.getvalue()


def _is_text(name: str) -> bool:
    return name == "mimetype" or name.lower().endswith((".xml", ".rels"))
