"""Write the tables of docs/rulebook.md from the rules themselves. Run it after a change to a rule."""

import sys
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from shp_gov.domain.rulebook import Confidence, Rule, Version, rules  # noqa: E402
from shp_gov.domain.words import day_words  # noqa: E402

DOCUMENT = ROOT / "docs" / "rulebook.md"
BEGIN = "<!-- Written by scripts/write_rulebook.py: begin -->\n"
END = "<!-- Written by scripts/write_rulebook.py: end -->"
HEADINGS = "| rule | asks that | binds | in force | source | cases |\n|---|---|---|---|---|---|\n"


def tables() -> str:
    """Give a table of rules for each instrument."""
    by_instrument = groupby(sorted(rules().values(), key=_instrument), key=_instrument)
    return "\n".join(f"### {name}\n\n{HEADINGS}{''.join(map(_row, found))}" for name, found in by_instrument)


def written(document: str) -> str:
    """Give the document with its tables written again."""
    before, rest = document.split(BEGIN)
    return f"{before}{BEGIN}\n{tables()}\n{END}{rest.split(END)[1]}"


def _instrument(rule: Rule) -> str:
    return rule.instrument


def _row(rule: Rule) -> str:
    asks = f"{rule.title}. {rule.note}".strip().replace("|", "/")
    source = _joined(dict.fromkeys(version.citation for version in rule.versions))
    doubt = "" if rule.confidence is Confidence.READ else f" *Source to be confirmed ({rule.confidence}).*"
    span = _joined(map(_span, rule.versions))
    return f"| `{rule.id}` | {asks} | {rule.binds} | {span} | {source}{doubt} | {len(rule.cases)} |\n"


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words).replace("|", "/")


def _span(version: Version) -> str:
    if version.in_force == date.min:
        return "every day" if version.until is None else f"until {day_words(version.until)}"
    end = f" to {day_words(version.until)}" if version.until else ""
    return f"{'from ' if not end else ''}{day_words(version.in_force)}{end}"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
