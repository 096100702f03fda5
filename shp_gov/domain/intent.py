"""What the words of a decision ask for: of what kind, of whom, and by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shp_gov.domain.verbs import DONE_BY, DONE_TO, IntentKind

__all__ = ["Intent", "IntentKind", "due_hint", "intents_of", "kinds_of", "owner_hint"]


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing a decision asks for, with the words that suggest who and when."""

    kind: IntentKind
    owner_hint: str | None = None
    due_hint: str | None = None


_RETURNING = frozenset(
    """presented reported submitted brought provided considered received included added tabled re-presented scheduled
    placed reviewed given made discussed circulated updated held shared""".split()
)
_ADOPTED_PAPER = re.compile(
    r"\b(?:plans?|strateg(?:y|ies)|polic(?:y|ies)|terms|reports?|protocols?|minutes|recommendations?"
    r"|frameworks?|charter|constitution|priorities|agreement|definition|model)\b",
    re.IGNORECASE,
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_COMES_BACK = re.compile(
    rf"\b(?:future|next|later|subsequent|forthcoming|{_MONTH})(?: \w+){{0,3}} meetings?\b|\bfollowing meeting\b"
    rf"|\bmeetings? (?:of the \w+ )?(?:in|on|to be held) (?:\w+ ){{0,3}}(?:{_MONTH}|20\d\d|autumn|spring"
    rf"|summer|winter)\b"
    r"|\b(?:work|forward) (?:programme|plan)\b|\bstanding (?:agenda )?item\b|\b(?:agenda|agendas)\b|\bfuture agenda"
    r"|\bregular\b|\bquarterly\b|\bmonthly\b|\bannually\b|\bsix[- ]monthly\b|\bbi-?annual(?:ly)?\b"
    r"|\bannual (?:report|update)"
    r"|\bback to (?:the|a) \w+|\bbe (?:brought|reported) back\b"
    r"|\b(?:further|progress|update|follow[- ]up) (?:\w+ ){0,2}?reports?\b|\b(?:an|further) update\b"
    rf"|\bin (?:\w+ ){{0,2}}months?(?: time)?\b|\bin (?:{_MONTH})\b|\bonce (?:it is )?(?:complete"
    rf"|completed|finalised|available)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(?:group|panel|board|committee|sub-?group|forum|team)\b", re.IGNORECASE)
# A verb that asks for its kind only when it is said of these; otherwise it asks for something to be done.
_ABOUT = {"adopted": _ADOPTED_PAPER, "established": _GROUP}
_UPDATES = re.compile(r"\bupdates?\b|\breports\b", re.IGNORECASE)
_ADVERBS = r"(?:\w+ly |more |also |further |again |now |then |not |therefore |duly )*"
_PASSIVE = re.compile(rf"\b(?:be|been|is|are|was|were) {_ADVERBS}(?P<verb>[a-z][a-z-]+)", re.IGNORECASE)
_JOINED = re.compile(rf"(?:\b(?:and|or|then)|[,;]) {_ADVERBS}(?P<verb>[a-z][a-z-]+)\b", re.IGNORECASE)
_SHARED_BE = re.compile(
    r"\band (?:that )?(?:(?:the|a|an|all|copies|any) )?(?:[\w'’/-]+ ){1,5}?(?P<verb>[a-z][a-z-]+ed|sent|held|made)\b",
    re.IGNORECASE,
)
_STATES = frozenset("required interested involved concerned needed attached outlined based related entitled".split())
_IT_WAS_AGREED = re.compile(
    r"^(?:that )?it was (?:\w+ly |also |further )?(?:agreed|resolved|decided) (?:that )?", re.IGNORECASE
)
_BRINGS_BACK = frozenset("receive receives report reports present bring submit provide update".split())
_BEFORE_A_NOUN = frozenset("a an the of for and any this their its on in with by further".split())
_AND_DOES = re.compile(r"\band (?:also )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_AS_NECESSARY = re.compile(r"^ as (?:necessary|appropriate|required)\b", re.IGNORECASE)

_WHY = re.compile(r",? (?:so that|in order (?:that|to)|to (?:enable|allow|ensure that)|pending|because) ")
_THANKS = re.compile(
    r"^(?:that )?(?:the )?(?:\w+'s )?(?:thanks|appreciation|congratulations|best wishes|condolences)\b", re.IGNORECASE
)
_ACTIVE = re.compile(
    r"^(?:it was (?:agreed|resolved) )?(?:that )?(?P<owner>(?:the |all |each |every |both )?[A-Za-z][^.;:]{1,120}?) "
    r"(?P<modal>to |will |would |should |shall |must )?(?:also |each |now )?(?P<verb>[a-z-]+)\b",
    re.IGNORECASE,
)
_LONGEST = 4000


def intents_of(words: str, *, presenter: str | None = None) -> tuple[Intent, ...]:
    """Say what the words of a decision ask for, one row per kind; a report that comes back is its presenter's."""
    words = _IT_WAS_AGREED.sub("That ", " ".join(words[:_LONGEST].split()))
    due = due_hint(words)
    return tuple(Intent(kind, owner_hint(words, kind) or _presenters(kind, presenter), due) for kind in kinds_of(words))


def _presenters(kind: IntentKind, presenter: str | None) -> str | None:
    return presenter if kind is IntentKind.FORWARD_PLAN else None


def kinds_of(words: str) -> list[IntentKind]:
    """Say of which kinds a decision is, in a fixed order; one whose verb is not known is taken for an action."""
    if _THANKS.match(words):
        return [IntentKind.NOTED]
    found = {kind for sentence in _clauses(words) for kind in _kinds_in(sentence)}
    if {IntentKind.ACTION, IntentKind.FORWARD_PLAN} <= found and not _also_acts(words):
        found.discard(IntentKind.ACTION)
    return [kind for kind in IntentKind if kind in found] or [_kind_without_a_verb(words)]


def _clauses(words: str) -> list[str]:
    words = _WHY.split(words)[0]
    return [clause for clause in re.split(r"[.;]\s+|,? and (?=that )", words) if clause]


def _kinds_in(clause: str) -> Iterator[IntentKind]:
    passive = [(verb, clause[end:]) for verb, end in _passive_verbs(clause)]
    for verb, rest in passive:
        if kind := _kind_of_verb(verb, clause, rest):
            yield kind
    if not passive:
        yield from _active_kinds(clause)


def _passive_verbs(clause: str) -> Iterator[tuple[str, int]]:
    first = next((match for match in _PASSIVE.finditer(clause) if _asks(match)), None)
    if first is None:
        return
    seen: set[int] = set()
    for pattern, start in ((_PASSIVE, 0), (_JOINED, first.end()), (_SHARED_BE, first.end())):
        for match in pattern.finditer(clause, start):
            if match.end() not in seen and _asks(match):
                seen.add(match.end())
                yield match["verb"].casefold(), match.end()


def _asks(match: re.Match[str]) -> bool:
    """Say whether a verb asks for something: one we know, or any other that something is to "be"."""
    verb = match["verb"].casefold()
    unknown = match.group().startswith("be ") and verb.endswith("ed") and verb not in _STATES
    return verb in DONE_TO or unknown


def _kind_of_verb(verb: str, clause: str, rest: str) -> IntentKind | None:
    if verb == "actioned" and _AS_NECESSARY.match(rest):
        return None
    if verb == "set" and rest.startswith(" up"):
        return IntentKind.APPOINTMENT
    kind = DONE_TO.get(verb, IntentKind.ACTION)
    about = _ABOUT.get(verb)
    if about and not about.search(clause):
        kind = IntentKind.ACTION
    if verb in _RETURNING and kind is IntentKind.ACTION and _COMES_BACK.search(clause):
        return IntentKind.FORWARD_PLAN
    if verb == "received" and _COMES_BACK.search(clause) and _UPDATES.search(clause):
        return IntentKind.FORWARD_PLAN
    return kind


def _also_acts(words: str) -> bool:
    return any(
        _kind_of_verb(verb, clause, clause[end:]) is IntentKind.ACTION and verb not in _MERE
        for clause in _clauses(words)
        for verb, end in _passive_verbs(clause)
    )


_MERE = frozenset("adopted used utilised made considered continued".split())


def _active_kinds(clause: str) -> Iterator[IntentKind]:
    """Say what somebody is to do: "That the Board notes the plan and asks the Director to report back"."""
    match = _active(clause)
    if match is None:
        return
    verbs = [match["verb"], *(found["verb"] for found in _AND_DOES.finditer(clause, match.end()))]
    for verb in (verb.casefold() for verb in verbs):
        returns = verb in _BRINGS_BACK and _COMES_BACK.search(clause)
        if returns or verb in DONE_BY:
            yield IntentKind.FORWARD_PLAN if returns else DONE_BY[verb]


def _active(clause: str) -> re.Match[str] | None:
    words = clause[:400]
    for end in (found.end() for found in re.finditer(r"[a-z-]+", words, re.IGNORECASE)):
        if words[:end].split(" ")[-1].casefold() in DONE_BY:
            match = _ACTIVE.fullmatch(words[:end])
            if match and _is_doing(match):
                return match
    return None


def _is_doing(match: re.Match[str]) -> bool:
    return bool(match["modal"]) or match["owner"].casefold().split()[-1] not in _BEFORE_A_NOUN


def _kind_without_a_verb(words: str) -> IntentKind:
    if re.search(r"\bnot(?:ed|es|e|ing)\b|\bthank|\bno (?:decision|action)", words, re.IGNORECASE):
        return IntentKind.NOTED
    if re.search(
        r"\b(?:agree|approve|endorse|accept|support|adopt|confirm)(?:d|s|ed|al|ment)?\b", words, re.IGNORECASE
    ):
        return IntentKind.APPROVED
    return IntentKind.ACTION


_OWNER = (
    r"(?P<owner>(?:the )?(?:[A-Z][\w'’&/-]*|[Cc]hair)(?:(?:,? (?:of|and|for|the|to|in|on|with|a"
    r"|an))*,? [A-Z][\w'’&/-]*){0,12})"
)
_TOLD = re.compile(
    rf"\b(?:[Tt]hat )?(?:the )?{_OWNER} be (?:asked|requested|invited|tasked|instructed|authorised|delegated)"
)
_BY = re.compile(rf"\bby (?:either )?(?:the )?{_OWNER}")
_TO = re.compile(rf"\b(?:referred|escalated|recommended) (?:\w+ )?to (?:the )?{_OWNER}")
_LABELLED = re.compile(r"\b(?:Action|Lead|Owner)(?: by| for)?\s*[:–-]\s*(?P<owner>[A-Z][^.;)\]]{1,80})")
_NOT_OWNERS = re.compile(
    rf"^(?:{_MONTH}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|partnership|the partnership"
    rf"|members|board)\b",
    re.IGNORECASE,
)


def owner_hint(words: str, kind: IntentKind) -> str | None:
    """Find the words that name who is to do it: a post, an organisation or a group."""
    if kind is IntentKind.NOTED:
        return None
    patterns = (_TO, _BY) if kind is IntentKind.REFERRAL else (_LABELLED, _TOLD, _BY)
    for pattern in patterns:
        if (match := pattern.search(words)) and not _NOT_OWNERS.match(match["owner"]):
            return match["owner"].strip()
    return _doer(words) if kind in {IntentKind.ACTION, IntentKind.FORWARD_PLAN} else None


def _doer(words: str) -> str | None:
    match = next((found for clause in _clauses(words) if (found := _active(clause))), None)
    if match is None:
        return None
    owner = re.sub(r"^(?:that )?the ", "", match["owner"], flags=re.IGNORECASE)
    return None if _NOT_OWNERS.match(owner) or not owner[:1].isupper() else owner


_DUE = re.compile(
    rf"\b(?:by|before|until|no later than) (?:the )?(?:end of )?(?:next meeting"
    rf"|(?:{_MONTH})\b(?: \d{{4}})?(?: meeting)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})(?: \d{{4}})?)"
    rf"|\b(?:to|at|for) (?:an?|the|its) (?:future|next|{_MONTH})(?: \w+){{0,2}} meetings?"
    rf"|\bmeeting (?:in|on) (?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})(?: \d{{4}})?"
    r"|\b(?:immediately )?(?:following|after|prior to|before) the (?:next )?meeting"
    r"|\bwithin \w+ (?:working )?(?:days?|weeks?|months?)"
    rf"|\bin (?:\w+ ){{1,2}}months?(?: time)?|\bin (?:{_MONTH})(?: \d{{4}})?|\bonce \w+"
    rf"|\bas soon as (?:possible|practicable)"
    r"|\b(?:for )?the remainder of the (?:\w+ )?year|\bregular\b|\bquarterly\b|\bannually\b"
    r"|\bin the new (?:municipal|financial) year"
    rf"|\bon (?:\w+day )?\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})(?: \d{{4}})?",
    re.IGNORECASE,
)


def due_hint(words: str) -> str | None:
    """Find the words that say by when: a date, a meeting, "following the meeting"."""
    match = _DUE.search(words[:_LONGEST])
    return match.group() if match else None
