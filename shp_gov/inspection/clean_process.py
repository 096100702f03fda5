"""The process that cleans one file: bytes in, bytes out. Run by hidden.py, apart from the rest."""

import sys
from collections.abc import Callable

from shp_gov.inspection import pdf_cleaning, word_cleaning
from shp_gov.inspection.confinement import limit_memory
from shp_gov.inspection.kinds import Kind, kind_of
from shp_gov.inspection.refusals import as_refusal

CLEAN: dict[Kind, Callable[[bytes], bytes]] = {Kind.WORD: word_cleaning.cleaned, Kind.PDF: pdf_cleaning.cleaned}


def main() -> None:
    """Clean a file from standard input; write the copy, or the word for what is wrong with it."""
    limit_memory()
    content = sys.stdin.buffer.read()
    made: list[bytes] = []
    refusal = as_refusal(lambda: made.append(CLEAN[kind_of(content)](content)))
    sys.stdout.buffer.write(f"refusal {refusal}".encode() if refusal else made[0])


if __name__ == "__main__":
    main()
