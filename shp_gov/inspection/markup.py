"""XML from outside: parsed without fetching, expanding or trusting anything."""

from typing import Any

from lxml import etree

from shp_gov.domain.errors import DomainError

Element = Any


class ForbiddenMarkup(DomainError):
    """XML that asks for something outside itself."""


class DamagedMarkup(DomainError):
    """XML that is not well formed, or is nested without end."""


def parse(content: bytes) -> Element:
    """Parse XML; refuse any document type, for that is where entities and outside files are named."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise DamagedMarkup("The file is damaged: its text cannot be read.") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForbiddenMarkup("The file names entities or other files to fetch, which no Word document needs.")
    return root
