"""The process that reads one PDF: bytes in, JSON out. Run by portable.py, apart from the rest."""

import json
import sys

import pypdfium2
from pypdfium2 import raw

from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.pdf_blocks import blocks_of, setting_of
from shp_gov.importers.pack.pdf_columns import in_reading_order
from shp_gov.importers.pack.pdf_flow import lines_of
from shp_gov.importers.pack.pdf_furniture import without_furniture, without_references
from shp_gov.importers.pack.pdf_rows import pitches, rows_of
from shp_gov.importers.pack.pdf_words import Page, TooLong, pages_of
from shp_gov.inspection.confinement import limit_memory

LOCKED, DAMAGED, TOO_LONG = "locked", "damaged", "too long"


def main() -> None:
    """Read a PDF from standard input; write its lines, or the word for what is wrong, to standard output."""
    limit_memory()
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(content: bytes) -> dict[str, object]:
    """Give the lines of a PDF as pairs of page and text, or the word for what is wrong with it."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = list(pages_of(document))
    except pypdfium2.PdfiumError as fault:
        return {"refusal": LOCKED if fault.err_code == raw.FPDF_ERR_PASSWORD else DAMAGED}
    except TooLong:
        return {"refusal": TOO_LONG}
    return {"lines": [(line.page, line.text) for line in lines_of_pages(pages)]}


def lines_of_pages(pages: list[Page]) -> list[Line]:
    """Set the words of the pages in lines again."""
    bare = without_furniture([rows_of(page) for page in pages])
    pitch = pitches([row for page in bare for row in page])
    rows = [row for page in bare for row in in_reading_order(without_references(page), pitch)]
    return list(lines_of(blocks_of(rows, setting_of(rows, {page.number: page.width for page in pages}))))


if __name__ == "__main__":
    main()
