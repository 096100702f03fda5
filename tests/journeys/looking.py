"""What is looked at on every page in a browser: axe, scrolling to the side, errors in the console."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

FIND = """
    rules => axe.run(document, rules).then(found => found.violations.map(
        wrong => wrong.id + ' at ' + wrong.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')
    ))
"""


@cache
def axe() -> str:
    """Read the accessibility checker that the test package carries."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).parent.rglob("axe.min.js")).read_text()


def violations(page) -> list[str]:
    """List what axe objects to on the page that is open."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(axe())
    found: list[str] = page.evaluate(FIND, RULES)
    return found


def scrolls_sideways(page) -> bool:
    """Tell whether the page is wider than its window."""
    wider: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wider
