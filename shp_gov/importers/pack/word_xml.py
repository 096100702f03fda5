"""The few words of WordprocessingML that the reader needs."""

from shp_gov.inspection.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = ("0", "false", "off", "none")


def value_of(element: Element | None, attribute: str, *, of: str) -> str:
    """Give an attribute of a child (or of the element itself), or nothing."""
    found = element.find(f"{W}{of}") if of and element is not None else element
    return "" if found is None else str(found.get(f"{W}{attribute}", ""))


def number_of(element: Element, attribute: str, *, of: str = "", default: int = 0) -> int:
    """Give an attribute that should be a small number."""
    text = value_of(element, attribute, of=of)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def is_on(properties: Element | None, name: str) -> bool | None:
    """Tell whether a switch is on, off, or not mentioned."""
    switch = None if properties is None else properties.find(f"{W}{name}")
    return None if switch is None else switch.get(f"{W}val", "1") not in OFF
