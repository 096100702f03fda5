"""One minute: its title and presenter, purpose, narrative and decisions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.decisions import Parted, decisions_of, listed_discussion, part
from shp_gov.importers.pack.headings import Heading
from shp_gov.importers.pack.reading import Confidence, DecisionReading, MinuteReading, Source
from shp_gov.importers.pack.routine import Routine, routine_of
from shp_gov.importers.pack.rows import Row, continues, join_words
from shp_gov.importers.pack.titles import title_of

URGENT_RULING = re.compile(
    r"\bmatters? of urgency\b|\bruled that the following\b|\burgent\b.{0,120}\bsection 100"
    r"|\bsection 100.{0,40}\b4\b.{0,10}\bb\b",
    re.IGNORECASE,
)
_NAMED_EXEMPT = re.compile(
    r"\bminutes? (?:no\.? )?(?P<number>\d{1,3}(?:/\d{2})?)\b[^.]{0,600}?\bexempt\b", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\bpara(?:graph)?s?\.? (?P<paragraph>\d)\b", re.IGNORECASE)
_READMITTED = re.compile(r"\bre-?admitted\b|\b(?:open|public) session\b|\bresumed in public\b", re.IGNORECASE)
_OF_ROUTINE = re.compile(
    r"^(?:none|nil|confirmed|agreed|approved|noted|accepted)\b.{0,60}$"
    r"|^(?:that )?(?:the )?(?:minutes|notes|record|apolog(?:y|ies)|declarations?|date"
    r"|next meeting)\b.{0,200}\b(?:be|was|were|are|is)?\s*(?:confirmed|approved|agreed|accepted|signed"
    r"|noted|received|held|taken)\b"
    r"|^(?:that )?(?:the )?next meeting\b",
    re.IGNORECASE,
)
_WITHOUT_DECISIONS = frozenset({Routine.APOLOGIES, Routine.DECLARATIONS, Routine.CONFIRMATION, Routine.NEXT_MEETING})


@dataclass(frozen=True, slots=True)
class Block:
    """A minute before it is read: its heading, the rows of the heading, the rows beneath."""

    heading: Heading
    head: Sequence[Row]
    rows: Sequence[Row]

    @property
    def source(self) -> Source:
        """Give the lines from the heading to the last row."""
        everything = [*self.head, *self.rows]
        return Source(everything[0].number, everything[-1].number, everything[0].page)


def blocks_of(rows: Sequence[Row], headings: Sequence[Heading]) -> list[Block]:
    """Give each heading the rows up to the next."""
    ends = [*(heading.place for heading in headings[1:]), len(rows)][: len(headings)]
    return [
        Block(heading, rows[heading.place : heading.after], rows[heading.after : end])
        for heading, end in zip(headings, ends, strict=True)
        if end > heading.place
    ]


def minute_of(block: Block, position: int, context: Context) -> MinuteReading:
    """Read one minute."""
    heading = block.heading
    title = title_of(heading.words, heading.italics, context.known, of_minute=True)
    parted = part(block.rows)
    decisions, after = decisions_of(parted, title.presenter, context)
    _doubt_listed(parted, context)
    _doubt_two_blocks(block, context)
    narrative = paragraphs([*parted.narrative, *after], context.width)
    return MinuteReading(
        number=heading.number,
        title=title.words,
        position=position,
        source=block.source,
        confidence=Confidence.CERTAIN if heading.is_sure and heading.number else Confidence.LIKELY,
        presenter=title.presenter,
        purpose="\n".join(paragraphs(parted.purpose, context.width)) or None,
        narrative="\n".join(narrative) or None,
        urgent_ruling=next((words for words in narrative if URGENT_RULING.search(words)), None),
        exempt_paragraph=title.paragraph,
        decisions=_beyond_routine(title.words, decisions, parted),
    )


def _doubt_listed(parted: Parted, context: Context) -> None:
    listed = listed_discussion(parted.narrative) if parted.is_explicit else None
    if listed:
        sentence = (
            "A numbered list here is discussion; only what stands under the decision heading was read as decisions."
        )
        context.doubt(sentence, listed, "numbered discussion")


def _doubt_two_blocks(block: Block, context: Context) -> None:
    labels = [row for row in block.rows if len(row.text) < 20 and re.match(r"^decisions?\b", row.text, re.IGNORECASE)]
    if len(labels) > 1:
        sentence = "A second decision heading stands under this minute. Check that it does not belong to another."
        context.doubt(sentence, labels[1], "unplaced decision")


def _beyond_routine(title: str, decisions: tuple[DecisionReading, ...], parted: Parted) -> tuple[DecisionReading, ...]:
    """Leave out "Confirmed." and "None.": what a routine item always says is no decision."""
    routine = routine_of(title)
    if routine is Routine.URGENT and not parted.is_explicit:
        return ()
    if routine not in _WITHOUT_DECISIONS:
        return decisions
    kept = [decision for decision in decisions if not _OF_ROUTINE.match(decision.words)]
    return tuple(replace(decision, ordinal=ordinal) for ordinal, decision in enumerate(kept, 1))


def paragraphs(rows: Sequence[Row], width: int) -> list[str]:
    """Join wrapped lines into paragraphs; a list entry is one of its own."""
    joined: list[str] = []
    last: Row | None = None
    for row in rows:
        words = row.text.replace("\t", " ")
        if last is not None and continues(last, row, width):
            joined[-1] = join_words(joined[-1], words)
        else:
            joined.append(f"- {words}" if row.bullet else words)
        last = row
    return joined


def with_flags(minutes: Sequence[MinuteReading]) -> list[MinuteReading]:
    """Mark the urgent minutes and the exempt ones."""
    named = _named_exempt(minutes)
    by_number = bool(named.keys() & {minute.number for minute in minutes})
    flagged: list[MinuteReading] = []
    closed = False
    for minute in minutes:
        routine = routine_of(minute.title)
        closed = closed and not _READMITTED.search(minute.narrative or "") and routine is not Routine.NEXT_MEETING
        exempt = bool(minute.exempt_paragraph) or (minute.number or "") in named or (closed and not by_number)
        paragraph = minute.exempt_paragraph or named.get(minute.number or "")
        urgent = _is_urgent(minute, routine, flagged)
        exempt = exempt and routine is not Routine.EXCLUSION
        flagged.append(
            replace(minute, is_urgent=urgent, is_exempt=exempt, exempt_paragraph=paragraph if exempt else None)
        )
        closed = closed or routine is Routine.EXCLUSION
    return flagged


def _named_exempt(minutes: Sequence[MinuteReading]) -> dict[str, str | None]:
    named: dict[str, str | None] = {}
    for minute in minutes:
        for words in (minute.narrative or "").split("\n"):
            if match := _NAMED_EXEMPT.search(words):
                paragraph = _PARAGRAPH.search(words)
                named[match["number"]] = paragraph["paragraph"] if paragraph else None
    return named


def _is_urgent(minute: MinuteReading, routine: Routine, before: Sequence[MinuteReading]) -> bool:
    if minute.urgent_ruling or re.search(r"\burgent\b", minute.title, re.IGNORECASE):
        return True
    after_ruling = bool(before) and before[-1].is_urgent
    return after_ruling and bool(
        re.match(r"any other (?:business|items?)\b|a\.?o\.?b\b|urgent", minute.title, re.IGNORECASE)
    )


def with_inferred(minutes: Sequence[MinuteReading]) -> list[MinuteReading]:
    """Work out the number of a minute that lost it, where one alone fits between its neighbours."""
    found = list(minutes)
    for place in range(1, len(found) - 1):
        before, after = found[place - 1].number or "", found[place + 1].number or ""
        if found[place].number is None and before.isdigit() and after.isdigit() and int(after) - int(before) == 2:
            found[place] = replace(found[place], inferred_number=int(before) + 1)
    return found
