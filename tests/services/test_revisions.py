"""Every save of a minute is kept: on top of the newest it is the minute, on top of an older one a clash to settle."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import MinuteRevision
from shp_gov.queries import revisions as queries
from tests.factories import a_meeting, a_minute
from tests.services.acting import audited

HELEN, PRIYA = Actor("Helen Ashby"), Actor("Priya Nair")
save, merge = services.revisions.save, services.revisions.merge


@pytest.fixture
def minute(app):
    return a_minute(meeting=a_meeting(minutes_state=MinutesState.DRAFT), purpose="To consider the plan.")


def say(minute, text, *, on, by=HELEN):
    return save(minute, words={"narrative": text}, based_on=on, actor=by)


def kept(minute) -> list[str]:
    return [revision.words.get("narrative", "") for revision in queries.history(minute, size=1000)][::-1]


def test_a_save_is_a_revision_and_the_words_of_the_minute(minute):
    saved = say(minute, "The chair asked.", on=0)

    assert minute.narrative == "The chair asked."
    assert (minute.version, saved.clash) == (saved.version, None)
    assert queries.newest(minute).words == {
        "title": "Community safety plan",
        "purpose": "To consider the plan.",
        "narrative": "The chair asked.",
    }
    assert audited(minute) == ["minute.saved"]


def test_what_the_minute_began_with_is_kept_too(minute):
    minute.narrative = "Written from the report."

    say(minute, "Written anew.", on=0)

    assert kept(minute) == ["Written from the report.", "Written anew."]


def test_words_that_are_the_same_make_no_new_revision(minute):
    first = say(minute, "The chair asked.", on=0)

    again = say(minute, "The chair asked.", on=first.version)

    assert again == first
    assert len(kept(minute)) == 2


def test_a_page_that_never_heard_the_answer_sends_its_words_again_and_nothing_happens(minute):
    first = say(minute, "The chair asked.", on=0)
    say(minute, "The chair asked. Noted.", on=first.version, by=PRIYA)

    again = say(minute, "The chair asked.", on=0)

    assert again == first
    assert minute.narrative == "The chair asked. Noted."


def test_a_save_on_top_of_an_older_version_is_a_clash_and_overwrites_nothing(minute):
    first = say(minute, "The chair asked.", on=0)
    theirs = say(minute, "The chair asked. The police answered.", on=first.version, by=PRIYA)

    mine = say(minute, "The chair asked twice.", on=first.version)

    assert minute.narrative == "The chair asked. The police answered."
    assert minute.version == theirs.version
    assert mine.clash.words["narrative"] == "The chair asked twice."
    assert list(queries.open_clashes(minute)) == [mine.clash]


def test_who_goes_on_typing_in_a_clash_has_one_clash(minute):
    first = say(minute, "One.", on=0)
    say(minute, "One. Two.", on=first.version, by=PRIYA)
    mine = say(minute, "One. Three.", on=first.version)

    more = say(minute, "One. Three. Four.", on=mine.version)

    assert list(queries.open_clashes(minute)) == [more.clash]
    assert queries.ancestor(more.clash).number == first.version
    assert kept(minute)[2:] == ["One. Two.", "One. Three.", "One. Three. Four."]


def test_a_clash_shows_yours_theirs_and_what_both_began_from(minute):
    first = say(minute, "One.\n", on=0)
    say(minute, "One.\nTwo.\n", on=first.version, by=PRIYA)
    mine = say(minute, "One, amended.\n", on=first.version)

    (shown,) = queries.beside(mine.clash)

    assert (shown.field, shown.yours, shown.theirs) == ("narrative", "One, amended.\n", "One.\nTwo.\n")
    assert shown.ancestor == "One.\n"
    assert (shown.proposal.text, shown.proposal.overlaps) == ("One, amended.\nTwo.\n", 0)


def test_a_clash_is_settled_by_words_made_of_both(minute):
    first = say(minute, "One.", on=0)
    theirs = say(minute, "One. Two.", on=first.version, by=PRIYA)
    mine = say(minute, "One. Three.", on=first.version)

    settled = merge(
        minute, clash=mine.clash, words={"narrative": "One. Two. Three."}, based_on=theirs.version, actor=HELEN
    )

    assert (minute.narrative, minute.version, settled.clash) == ("One. Two. Three.", settled.version, None)
    assert not queries.open_clashes(minute)
    assert mine.clash.settled_by.number == settled.version
    assert audited(minute)[-2:] == ["minute.saved", "minute.clash_settled"]


def test_to_take_the_words_that_stand_settles_a_clash_without_a_new_revision(minute):
    first = say(minute, "One.", on=0)
    theirs = say(minute, "One. Two.", on=first.version, by=PRIYA)
    mine = say(minute, "One. Three.", on=first.version)

    settled = merge(minute, clash=mine.clash, words={"narrative": "One. Two."}, based_on=theirs.version, actor=HELEN)

    assert settled.version == minute.version == theirs.version
    assert not queries.open_clashes(minute)


def test_a_merge_made_on_top_of_an_older_version_is_a_clash_itself(minute):
    first = say(minute, "One.", on=0)
    theirs = say(minute, "One. Two.", on=first.version, by=PRIYA)
    mine = say(minute, "One. Three.", on=first.version)
    say(minute, "One. Two. Four.", on=theirs.version, by=PRIYA)

    settled = merge(
        minute, clash=mine.clash, words={"narrative": "One. Two. Three."}, based_on=theirs.version, actor=HELEN
    )

    assert minute.narrative == "One. Two. Four."
    assert list(queries.open_clashes(minute)) == [settled.clash]
    assert queries.beside(settled.clash)[0].proposal.overlaps == 1


def test_a_clash_is_settled_once(minute):
    first = say(minute, "One.", on=0)
    theirs = say(minute, "One. Two.", on=first.version, by=PRIYA)
    mine = say(minute, "One. Three.", on=first.version)
    both = {"words": {"narrative": "One. Two. Three."}, "actor": HELEN}
    merge(minute, clash=mine.clash, based_on=theirs.version, **both)

    with pytest.raises(DomainError, match=r"settled already"):
        merge(minute, clash=mine.clash, based_on=minute.version, **both)


def test_an_earlier_save_is_taken_back_as_a_new_one(minute):
    first = say(minute, "One.", on=0)
    second = say(minute, "Another.", on=first.version)

    services.revisions.restore(minute, number=first.version, based_on=second.version, actor=HELEN)

    assert minute.narrative == "One."
    assert kept(minute)[1:] == ["One.", "Another.", "One."]


def test_approved_minutes_are_not_saved(minute):
    minute.meeting.minutes_state = MinutesState.APPROVED

    with pytest.raises(DomainError, match=r"cannot change"):
        say(minute, "Too late.", on=0)


@pytest.mark.parametrize(
    ("words", "on", "refusal"),
    [
        ({"narrative": "Words."}, 7, "another version"),
        ({"narrative": "Words."}, -1, "another version"),
        ({"number": "4"}, 0, "no place"),
        ({"narrative": "x" * 500_001}, 0, "1 too long"),
        ({"title": " "}, 0, "Give a title"),
    ],
)
def test_what_cannot_be_kept_is_refused(minute, words, on, refusal):
    with pytest.raises(DomainError, match=refusal):
        save(minute, words=words, based_on=on, actor=HELEN)


ACTS = st.sampled_from(("type", "type", "look", "again", "merge"))
TURNS = st.lists(st.tuples(st.sampled_from("AB"), ACTS), max_size=25)


@given(acts=TURNS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_two_officers_do_in_turn_no_word_is_lost(app, acts):
    minute = a_minute(meeting=a_meeting(minutes_state=MinutesState.DRAFT))
    pages = {"A": ["", 0], "B": ["", 0]}
    acknowledged: list[str] = []
    for turn, (who, act) in enumerate(acts):
        page = pages[who]
        if act == "look" and not queries.is_open(queries.find(minute, page[1]) or MinuteRevision(is_clash=False)):
            page[:] = [minute.narrative or "", minute.version]
        elif act == "type":
            page[0] += f"{who}{turn} "
            page[1] = say(minute, page[0], on=page[1], by=Actor(who)).version
            acknowledged.append(page[0])
        elif act == "again" and acknowledged:
            say(minute, page[0], on=page[1], by=Actor(who))
        elif act == "merge":
            settle_all(minute)

    settle_all(minute)

    assert set(acknowledged) <= set(kept(minute))
    typed = Counter(word for text in acknowledged for word in set(text.split()))
    assert set(typed) <= set((minute.narrative or "").split())
    numbers = [revision.number for revision in queries.history(minute, size=1000)]
    assert numbers == sorted(set(numbers), reverse=True)
    db.session.rollback()


def settle_all(minute) -> None:
    for clash in queries.open_clashes(minute):
        words = {shown.field: shown.proposal.text for shown in queries.beside(clash)}
        merge(minute, clash=clash, words=words, based_on=minute.version, actor=HELEN)
