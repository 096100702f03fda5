"""Any text can be printed: nothing crashes and nothing vanishes in silence."""

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.documents.characters import marked_up, printable, set_in
from shp_gov.documents.house_style import characters

FACE = characters("Text")


def test_letters_of_the_names_we_print_are_in_the_typeface():
    assert set_in("Łukasz Ŵyn ŷ Siân £ – “”", FACE) == "Łukasz Ŵyn ŷ Siân £ – “”"


def test_a_letter_and_its_separate_accent_become_one():
    assert printable("Wyn W\u0302") == "Wyn Ŵ"


def test_a_sign_that_the_typeface_lacks_is_named_and_a_letter_is_numbered():
    assert set_in("Yes 😀 王", FACE) == "Yes [grinning face] [U+738B]"


def test_a_sign_with_an_everyday_form_takes_that_form():
    assert set_in("① e\u2011mail Ａ", FACE) == "1 e-mail A"


def test_control_characters_and_turned_text_are_left_out_and_new_lines_kept():
    assert printable("a\x00b\x1b\u202ec\ud800\ufffe\td\r\ne") == "abc d\ne"


def test_markup_in_the_record_is_words_on_paper():
    assert marked_up("<b>&amp;</b>\nnext", FACE) == "&lt;b&gt;&amp;amp;&lt;/b&gt;<br/>next"


@given(st.text())
def test_any_text_is_set_in_characters_that_the_typeface_has(text):
    assert all(each == "\n" or ord(each) in FACE for each in set_in(text, FACE))
