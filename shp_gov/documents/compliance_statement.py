"""The compliance statement: where a body stands on a day, what is not known, and what was switched off."""

from shp_gov.documents.content import Facts, Run, Story, Text, Words, bold, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import day
from shp_gov.domain.statement_paper import CompliancePaper, StatementLine
from shp_gov.domain.words import plural

WHAT_IT_IS = (
    "Worked out from what is on record, against dated rules with their sources. A finding stops nobody. "
    "What is not known is neither met nor missed."
)


def render(paper: CompliancePaper) -> bytes:
    """Print the statement as a PDF."""
    on = day(paper.on)
    return print_pdf(story(paper), paper.imprint, title=f"Compliance statement, {on}", running=f"Compliance, {on}")


def story(paper: CompliancePaper) -> Story:
    """Tell what the statement says, in reading order."""
    made = masthead(paper.imprint.body, "Compliance statement", f"As at {day(paper.on)}", _counts(paper))
    made.append(Text(WHAT_IT_IS))
    made += _part("Needs someone", paper.for_someone, "No finding needs anybody on this day.")
    made += _part("Not known", paper.not_known, "Everything that the rules ask about is on record.")
    made += _facts("Responsible authorities", paper.authorities, "Not known: the area is not one we know.")
    passes = tuple((name, plural(number, "finding")) for name, number in paper.passes)
    made += _facts("What passes", passes, "No rule passes yet.")
    made += _facts("Switched off", paper.switched_off, "Every rule was checked.")
    return [*made, *_sources(paper)]


def _counts(paper: CompliancePaper) -> str:
    number = sum(count for _, count in paper.passes)
    someone = len(paper.for_someone)
    return (
        f"{plural(paper.rules, 'rule')} checked: {plural(someone, 'finding')} {'needs' if someone == 1 else 'need'} "
        f"someone, {len(paper.not_known)} not known, {number} pass, {paper.not_applicable} do not apply"
    )


def _part(heading: str, lines: tuple[StatementLine, ...], nothing: str) -> Story:
    made: Story = [Text(f"{heading} ({len(lines)})", "part")]
    if not lines:
        return [*made, Text(nothing)]
    for line in lines:
        made += _finding(line)
    return made


def _finding(line: StatementLine) -> Story:
    words: Words = (bold(f"{line.verdict.capitalize()}. "), Run(f"{line.about}: {line.sentence}"))
    return [Text(words), Text(f"{line.facts} {line.source}".strip(), "note")]


def _facts(heading: str, rows: tuple[tuple[str, str], ...], nothing: str) -> Story:
    found = tuple((name, words) for name, words in rows)
    return [Text(f"{heading} ({len(rows)})", "part"), Facts(found) if found else Text(nothing)]


def _sources(paper: CompliancePaper) -> Story:
    if not paper.to_be_confirmed:
        return []
    number = len(paper.to_be_confirmed)
    words = f"The source of {plural(number, 'rule')} is to be confirmed: {', '.join(paper.to_be_confirmed)}."
    return [Text(words, "note")]
