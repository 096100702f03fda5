"""Two officers at one minute: each sees the other, neither overwrites the other, and two texts become one."""

from tests.journeys import looking
from tests.journeys.people import Somebody
from tests.journeys.writing import box, is_saved, line, server, site, types, writes

__all__ = ["server", "site", "writes"]

PASTE = "(box, words) => { box.value = words; box.dispatchEvent(new Event('input', { bubbles: true })); }"


def looks(who: Somebody) -> None:
    """Let the page look at what others did."""
    box(who).blur()
    who.page.clock.run_for(21_000)
    who.page.wait_for_timeout(500)


def until(who: Somebody, words: str) -> None:
    """Wait until the page shows this."""
    who.page.get_by_text(words).first.wait_for()


def test_each_sees_who_else_is_writing_and_reads_what_was_saved(server, writes):
    helen, priya = writes(server, fast=True), writes(server, "Priya Nair", fast=True)
    types(helen, "The chair asked.")
    is_saved(helen, fast=True)

    looks(priya)

    until(priya, "Helen Ashby is editing this minute too (since")
    assert box(priya).input_value() == "The chair asked."
    types(priya, " He answered.")
    is_saved(priya, fast=True)
    assert server.narrative() == "The chair asked. He answered."
    assert not any(save.is_clash for save in server.saves())


def test_words_are_never_changed_under_somebody_who_is_in_the_box(server, writes):
    helen, priya = writes(server, fast=True), writes(server, "Priya Nair", fast=True)
    box(priya).focus()
    types(helen, "The chair asked.")
    is_saved(helen, fast=True)

    priya.page.clock.run_for(21_000)

    until(priya, "Somebody else saved newer words.")
    assert box(priya).input_value() == ""
    priya.page.get_by_role("button", name="Show the newest words").click()
    until(priya, "The newest words are shown.")
    assert box(priya).input_value() == "The chair asked."


def clash(server, writes, *, javascript: bool = True) -> tuple[Somebody, Somebody]:
    """Let both write on top of the same words."""
    helen = writes(server, fast=True)
    types(helen, "The rank was busy.")
    is_saved(helen, fast=True)
    priya = writes(server, "Priya Nair", fast=javascript, javascript=javascript)
    types(helen, " Helen heard this.")
    is_saved(helen, fast=True)
    box(priya).fill("The rank was busy. Priya heard that.")
    return helen, priya


def test_two_texts_are_kept_shown_and_put_together(server, writes):
    helen, priya = clash(server, writes)
    is_saved(priya, fast=True)
    until(priya, "Helen Ashby saved this minute while you wrote. Both texts are kept.")
    assert server.narrative() == "The rank was busy. Helen heard this."
    assert looking.violations(priya.page) == []

    priya.follow("Put them together")
    until(priya, "What both began from")
    both = priya.page.get_by_label("Both put together: what was said")
    assert set("Helen heard this. Priya heard that.".split()) <= set(both.input_value().split())
    both.fill("The rank was busy. Helen heard this, and Priya heard that.")
    priya.press("Save both, put together")

    until(priya, "The two texts are one.")
    assert server.narrative() == "The rank was busy. Helen heard this, and Priya heard that."
    looks(helen)
    until(helen, "The newest words are shown.")
    assert box(helen).input_value() == server.narrative()


def test_without_javascript_two_texts_are_kept_and_put_together_as_plain_forms(server, writes):
    _, priya = clash(server, writes, javascript=False)

    priya.press("Save minute")

    assert "Two texts of minute" in priya.page.locator("h1").inner_text()
    assert "Helen heard this." in priya.page.locator("main").inner_text()
    priya.press("Use yours alone")
    assert server.narrative() == "The rank was busy. Priya heard that."
    priya.go(f"/minutes/{server.minute_id}/history")
    priya.follow("Save 3")
    priya.press("Take these words back")
    assert server.narrative() == "The rank was busy. Helen heard this."


def test_one_officer_in_two_tabs_is_told_and_loses_nothing(server, writes):
    helen = writes(server, fast=True)
    other = Somebody(helen.page.context.new_page(), server.site, helen.email)
    other.page.clock.install()
    other.go(server.path)
    types(helen, "From the first tab.")
    is_saved(helen, fast=True)

    box(other).fill("From the second tab.")
    is_saved(other, fast=True)

    until(other, "Another page saved this minute while you wrote. Both texts are kept.")
    assert {"From the first tab.", "From the second tab."} <= {save.words.get("narrative") for save in server.saves()}


def test_200_kb_pasted_from_word_are_saved(server, writes):
    helen = writes(server, fast=True)
    pasted = "\n".join(f"Paragraph {number} of the report, with “quotes” and a dash –." for number in range(3500))

    box(helen).evaluate(PASTE, pasted)
    is_saved(helen, fast=True)

    assert len(pasted) > 200_000
    assert server.narrative() == pasted
    assert "app-late" not in helen.page.locator(".app-saving .app-saved").first.get_attribute("class"), line(helen)
