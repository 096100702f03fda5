"""The compliance statement: everything its paper needs."""

from collections import Counter
from datetime import date

from shp_gov.domain.fact_sentences import facts_in_sentences
from shp_gov.domain.finding_words import TO_BE_CONFIRMED, is_to_be_confirmed
from shp_gov.domain.findings import Finding, Verdict
from shp_gov.domain.rulebook import rules
from shp_gov.domain.statement_paper import CompliancePaper, StatementLine
from shp_gov.domain.words import and_list, long_day
from shp_gov.models import Body, RuleSetting
from shp_gov.queries import compliance
from shp_gov.queries.compliance import FOR_SOMEONE, Stand
from shp_gov.queries.compliance.authorities import HELD, Authority
from shp_gov.queries.papers.imprint import imprint


def statement(body: Body, on: date, *, printed_on: date) -> CompliancePaper:
    """Gather where a body stands on a day, for the statement printed on another."""
    stand = compliance.stand(body, on)
    passes = Counter(rules()[found.rule].instrument for found in stand.of(Verdict.PASS))
    unread = {found.rule for found in stand.findings if is_to_be_confirmed(found, stand.confirmed)}
    return CompliancePaper(
        imprint=imprint(body, on=printed_on),
        on=on,
        rules=stand.rules,
        for_someone=tuple(_line(found, stand) for found in stand.of(*FOR_SOMEONE)),
        not_known=tuple(_line(found, stand) for found in stand.of(Verdict.NOT_KNOWN)),
        passes=tuple(passes.items()),
        not_applicable=len(stand.of(Verdict.NOT_APPLICABLE)),
        authorities=tuple(_authority(found) for found in compliance.authorities.of(stand.as_at)),
        switched_off=tuple(_off(rule, row) for rule, row in stand.off.items()),
        to_be_confirmed=tuple(sorted(unread)),
    )


def _line(found: Finding, stand: Stand) -> StatementLine:
    doubt = f" {TO_BE_CONFIRMED}." if is_to_be_confirmed(found, stand.confirmed) else ""
    about = found.subject if found.as_at == stand.as_at.on else f"{found.subject}, {long_day(found.as_at)}"
    source = f"{found.citation} ({found.rule}).{doubt}"
    return StatementLine(found.verdict.value, about, found.sentence, facts_in_sentences(found.facts), source)


def _authority(found: Authority) -> tuple[str, str]:
    if found.state == HELD:
        return found.name, and_list(found.holders)
    since = f" since {long_day(found.vacant_since)}" if found.vacant_since else ""
    return found.name, f"{found.state.capitalize()}{since}"


def _off(rule: str, row: RuleSetting) -> tuple[str, str]:
    title = rules()[rule].title if rule in rules() else rule
    return title, f"From {long_day(row.from_on)}, by {row.by}: {row.note}"
