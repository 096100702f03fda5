"""The bytes of a pack's pictures and pages wait on disk until the file is written: a large pack needs little memory."""

from typing import Any, BinaryIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

WORTH_IT = 512  # shorter ones stay where they are


class OnDisk(StreamObject):
    """A stream of a PDF whose bytes are in a file."""

    def __init__(self, stream: StreamObject, file: BinaryIO) -> None:
        super().__init__()
        self.update(stream)
        self.file, self.length = file, len(stream._data)
        self.at = file.seek(0, 2)
        file.write(stream._data)

    def write_to_stream(self, stream: Any, encryption_key: Any = None) -> None:
        """Write it into a PDF."""
        self.file.seek(self.at)
        self[NameObject("/Length")] = NumberObject(self.length)
        DictionaryObject.write_to_stream(self, stream)
        stream.write(b"\nstream\n")
        stream.write(self.file.read(self.length))
        stream.write(b"\nendstream")


class Spool:
    """Puts what was added to a file since the last time on disk."""

    def __init__(self, writer: PdfWriter, file: BinaryIO) -> None:
        self.writer, self.file, self.done = writer, file, 0

    def put_away(self) -> None:
        """Put the bytes of new streams on disk."""
        objects = self.writer._objects
        for place in range(self.done, len(objects)):
            found = objects[place]
            if isinstance(found, StreamObject) and len(found._data) > WORTH_IT:
                self.writer._replace_object(place + 1, OnDisk(found, self.file))
        self.done = len(objects)
