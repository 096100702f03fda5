"""Names of people and organisations: taken apart for showing, brought to one form for matching."""

import re
from dataclasses import dataclass
from functools import lru_cache

_TITLE_WORDS = frozenset(
    """councillor councillors cllr cllrs coun mr mrs ms miss mx dr doctor prof professor rev revd reverend canon sir
    dame lord lady baroness chief superintendent supt inspector insp sergeant sgt constable pc pcso ps dc ds dci
    di det detective acting temporary a/ t/ mayor the hon rt father fr pastor imam rabbi sister alderman ald judge
    commander colonel major captain ch det/ deputy assistant""".split()
)
_NEED_A_RANK = frozenset("acting temporary chief assistant deputy the det detective major judge".split())
_RANKS_AFTER = {
    "chief": frozenset("superintendent supt inspector insp constable".split()),
    "assistant": frozenset(["chief"]),
    "deputy": frozenset("chief mayor".split()),
    "acting": frozenset("chief superintendent inspector sergeant detective t/".split()),
    "temporary": frozenset("chief superintendent inspector sergeant detective".split()),
    "detective": frozenset("chief superintendent supt inspector insp sergeant sgt constable".split()),
    "det": frozenset("chief superintendent supt inspector insp sergeant sgt constable".split()),
    "the": frozenset("mayor hon rt reverend rev revd worshipful".split()),
}
_FIRE_RANKS = frozenset("station group area watch crew".split())
_AFTER_NAME = frozenset("obe mbe cbe jp qpm td dl qfsm phd kc qc bem kbe dbe frsa".split())
_FORMS = {
    "cllr": "councillor",
    "cllrs": "councillor",
    "coun": "councillor",
    "councillors": "councillor",
    "supt": "superintendent",
    "insp": "inspector",
    "sgt": "sergeant",
    "prof": "professor",
    "rev": "reverend",
    "revd": "reverend",
    "doctor": "dr",
    "det": "detective",
    "dci": "detective chief inspector",
    "ch": "chief",
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name with the rank or honorific apart: "Chief Inspector" and "Nadia Frost"."""

    title: str
    plain: str

    @property
    def family(self) -> str:
        """Give the last word of the name."""
        return self.plain.split()[-1] if self.plain else ""

    @property
    def key(self) -> str:
        """Give the form two spellings of one name share: no title, case, punctuation or letters after the name."""
        words = re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", self.plain).casefold())
        named = [word for word in words if word not in _AFTER_NAME]
        return " ".join(named[_title_length(named) :])


def person_name(text: str) -> PersonName:
    """Split a printed name into its rank or honorific and the name itself."""
    words = re.sub(r"^(\w+)\s*:", r"\1", text.strip()).split()
    count = _title_length(words)
    return PersonName(" ".join(words[:count]), " ".join(words[count:]))


def _title_length(words: list[str]) -> int:
    count = 0
    while count < len(words) - 1 and _is_title(words, count):
        count += 1
    return count


def _is_title(words: list[str], at: int) -> bool:
    word = words[at].casefold().strip(".,:")
    if word in _FIRE_RANKS and len(words) > at + 2:
        return words[at + 1].casefold() == "manager"
    if word == "manager":
        return at > 0 and words[at - 1].casefold() in _FIRE_RANKS
    if word not in _TITLE_WORDS:
        return False
    if word not in _NEED_A_RANK:
        return True
    following = words[at + 1].casefold().strip(".,:")
    return following in _RANKS_AFTER.get(word, frozenset())


def titles_match(one: str, other: str) -> bool:
    """Say whether two ranks or honorifics are the same, however they are shortened; an absent one matches any."""
    return not one or not other or _full_title(one) == _full_title(other)


def _full_title(title: str) -> str:
    words = [word.strip(".").casefold() for word in title.split()]
    return " ".join(_FORMS.get(word, word) for word in words)


def same_person(one: str, other: str) -> bool:
    """Say whether two printed names are one person's: same words, or initials that fit, or a title and the surname."""
    first, second = person_name(one), person_name(other)
    if not first.key or not second.key:
        return False
    if first.key == second.key:
        return True
    if first.family.casefold() != second.family.casefold():
        return False
    short, long = sorted((first.key.split(), second.key.split()), key=len)
    if len(short) == 1:
        return bool(first.title and second.title) and titles_match(first.title, second.title)
    return all(_initial_fits(a, b) for a, b in zip(short[:-1], long[:-1], strict=False))


def _initial_fits(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


_WORD_FORMS = (
    (r"\bn\.?h\.?s\.?\b", " "),
    (r"&", " and "),
    (r"\bccg\b", " clinical commissioning group "),
    (r"\bicb\b", " integrated care board "),
    (r"\bo?pcc\b", " police and crime commissioner "),
    (r"\bcrc\b", " community rehabilitation company "),
    (r"\bcommunity rehabilitation co\b", " community rehabilitation company "),
    (r"\bnps\b", " national probation service "),
    (r"\bcvs\b", " council for voluntary service "),
    (r"\byot\b", " youth offending team "),
    (r"\byos\b", " youth offending service "),
    (r"\b(fire and rescue|fire)\s+(and rescue\s+)?(authority|service|brigade)\b", " fire "),
    (r"\boffice (of|for) (the )?police\b", " police "),
    (r"\bpolice and crime commissioner'?s?( office)?\b", " police and crime commissioner "),
    (r"\bconstabulary\b", " police "),
    (r"\bborough council\b", " council "),
    (r"\b(metropolitan|county|district|city|unitary|town)( borough)? council\b", " council "),
    (r"\bm?bc\b", " council "),
    (r"\b(foundation trust|ft)\b", " trust "),
    (r"\b(limited|ltd|plc|cic)\b", " "),
    (r"\b(the|of|for|on|in|upon|and|representative|representatives)\b", " "),
)
MOST_ROUNDS = 5
_COMPILED_FORMS = tuple((re.compile(pattern), put) for pattern, put in _WORD_FORMS)


@lru_cache(maxsize=4096)
def organisation_key(name: str) -> str:
    """Give the form that the known variants of an organisation's name share, words in one order."""
    key = _reduced(name)
    for _ in range(MOST_ROUNDS):
        if (again := _reduced(key)) == key:
            break
        key = again
    return key


def _reduced(name: str) -> str:
    text = re.sub(r"\s+", " ", name.casefold().replace("’", "'").replace("-", " "))
    for pattern, put in _COMPILED_FORMS:
        text = re.sub(r"\s+", " ", pattern.sub(put, text))
    words = re.findall(r"[a-z0-9]+", text.replace("'", ""))
    return " ".join(sorted(set(words)))


def same_organisation(one: str, other: str) -> bool:
    """Say whether two printed names are one organisation's: known variants, or the initials of the other."""
    first, second = organisation_key(one), organisation_key(other)
    if not first or not second:
        return False
    return first == second or _are_initials(one, other) or _are_initials(other, one)


def _are_initials(short: str, long: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", short)
    if not letters.isupper() or len(letters) < 3 or " " in short.strip():
        return False
    words = [
        word for word in re.findall(r"[A-Za-z]+", long) if word.casefold() not in {"the", "of", "and", "for", "on"}
    ]
    return "".join(word[0] for word in words).upper() == letters
