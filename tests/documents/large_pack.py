"""Builds a pack of 300 pages in a process of its own, and says how much memory that took. Run by test_pack.py."""

import json
import os
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from shp_gov.documents import pack
from shp_gov.domain.pack import FiledPaper
from tests.documents.packs import Folder, a_pack, a_part, a_report

PRIVATE = (7, 15)


def scans(where: Path) -> None:
    """Make ten uploaded reports of 15 scanned pages each, and note their hashes."""
    kept = []
    for _ in range(10):
        file = BytesIO()
        canvas = Canvas(file, pagesize=A4)
        for _page in range(15):
            picture = BytesIO()
            Image.frombytes("L", (500, 700), os.urandom(500 * 700)).save(picture, "JPEG", quality=75)
            canvas.drawImage(ImageReader(BytesIO(picture.getvalue())), 60, 80, 470, 680)
            canvas.showPage()
        canvas.save()
        (where / sha256(file.getvalue()).hexdigest()).write_bytes(file.getvalue())
        kept.append(sha256(file.getvalue()).hexdigest())
    (where / "kept.json").write_text(json.dumps(kept))


def build(where: Path) -> None:
    """Build both versions, and print how much memory this process took at most."""
    folder = Folder(where)
    filed = [FiledPaper(digest, "scan.pdf") for digest in json.loads((where / "kept.json").read_text())]
    papers = [a_report(f"Subject {number}", item=f"4.{number}", pages=16) for number in range(1, 11)] + filed
    parts = [a_part(number, paper, private=number in PRIVATE) for number, paper in enumerate(papers, start=1)]
    with pack.bound(a_pack(parts), fetch=folder.fetch) as binding:
        for name, is_restricted in (("public.pdf", False), ("restricted.pdf", True)):
            with (where / name).open("wb") as file:
                binding.write(file, is_restricted=is_restricted)
    print(json.dumps({"megabytes": _at_most() / 1024}))  # noqa: T201


def _at_most() -> float:
    """Give the most memory that this process had, in KB. What `getrusage` says would be that of whoever started it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return float(line.split()[1])
    raise SystemExit("This machine does not say how much memory a process had.")


if __name__ == "__main__":
    {"files": scans, "build": build}[sys.argv[2]](Path(sys.argv[1]))
