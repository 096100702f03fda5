"""How long reading a pack takes, in processor time."""

import time
from collections.abc import Callable
from pathlib import Path

from shp_gov.importers.pack.read import read_pack

AT_MOST = 2.0


def run(folder: Path, *, say: Callable[[str], None]) -> bool:
    """Read every pack of a folder; tell whether each text took less than two seconds."""
    kept = True
    for path in sorted(folder.glob("*.*")):
        if path.suffix in {".txt", ".docx", ".pdf"}:
            content, start = path.read_bytes(), time.process_time()
            read_pack(content, path.name)
            took = time.process_time() - start
            kept = kept and (path.suffix != ".txt" or took < AT_MOST)
            say(f"{path.name:>28} {len(content) / 1000:7.0f} kB: {took:.2f} s")
    return kept
