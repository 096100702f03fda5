"""The process that looks through one file: bytes in, JSON out. Run by hidden.py, apart from the rest."""

import json
import sys
from collections.abc import Callable, Iterable

from shp_gov.inspection import pdf_hidden, word_hidden
from shp_gov.inspection.confinement import limit_memory
from shp_gov.inspection.hidden import Hidden
from shp_gov.inspection.kinds import Kind, kind_of
from shp_gov.inspection.refusals import as_refusal

LOOK: dict[Kind, Callable[[bytes], Iterable[Hidden]]] = {
    Kind.WORD: word_hidden.look_through,
    Kind.PDF: pdf_hidden.look_through,
}


def main() -> None:
    """Look through a file from standard input; write what it hides, or the word for what is wrong with it."""
    limit_memory()
    content = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(answer(content)))


def answer(content: bytes) -> dict[str, object]:
    """Give what a file hides as plain values."""
    found: list[Hidden] = []
    refusal = as_refusal(lambda: found.extend(LOOK[kind_of(content)](content)))
    if refusal:
        return {"refusal": refusal}
    return {"hidden": [(each.kind.value, each.where, each.words) for each in dict.fromkeys(found)]}


if __name__ == "__main__":
    main()
