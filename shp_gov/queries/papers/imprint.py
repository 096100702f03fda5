"""What a paper says of itself: whose it is, whether a draft or restricted, and the hash of what it says."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from shp_gov.domain.papers import Imprint
from shp_gov.models import Body

Paper = TypeVar("Paper", bound=Any)


def imprint(body: Body, *, on: date, is_draft: bool = False, paragraphs: Iterable[str | None] = ()) -> Imprint:
    """Say whose paper this is; one that prints exempt words names their paragraphs."""
    exempt = tuple(sorted({paragraph or "not stated" for paragraph in paragraphs}))
    return Imprint(
        body=body.name,
        version=None,
        issued_on=on,
        issued="printed",
        record_hash="",
        is_draft=is_draft,
        is_restricted=bool(exempt),
        exempt_paragraphs=exempt,
    )


def sealed(paper: Paper) -> Paper:
    """Put the hash of everything a paper says into its imprint. The day of printing is not part of it."""
    said = replace(paper, imprint=replace(paper.imprint, issued_on=date.min))
    digest = hashlib.sha256(repr(said).encode()).hexdigest()
    sealed_paper: Paper = replace(paper, imprint=replace(paper.imprint, record_hash=digest))
    return sealed_paper
