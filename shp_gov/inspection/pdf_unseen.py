"""Words of a PDF that nobody sees: under a filled box or a picture, white on white, on a hidden layer, off the page.

Each page is drawn as a reader would see it. Where a word should be and all is of one colour, the word cannot be seen.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from PIL import Image

SCALE = 2.0
LEAST_INK = 24
LEAST_LETTERS = 2
MOST_SHOWN = 60


class Placed(NamedTuple):
    """A word and the box it stands in, in points from the bottom left of its page."""

    words: str
    left: float
    bottom: float
    right: float
    top: float


def unseen_words(document: Any) -> Iterator[tuple[int, str]]:
    """Give each page that holds words nobody sees, with those words."""
    document.init_forms()
    for place in range(len(document)):
        page = document[place]
        words = [word for word in words_of(page) if len(word.words) >= LEAST_LETTERS]
        if words and (unseen := _unseen(page, words)):
            yield place + 1, " ".join(unseen[:MOST_SHOWN])
        page.close()


def _unseen(page: Any, words: list[Placed]) -> list[str]:
    turned = page.get_rotation()
    page.set_rotation(0)
    drawn = page.render(scale=SCALE, may_draw_forms=True).to_pil().convert("RGB")
    page.set_rotation(turned)
    return [word.words for word in words if not _is_seen(word, drawn, page.get_cropbox())]


def _is_seen(word: Placed, drawn: Image.Image, frame: tuple[float, float, float, float]) -> bool:
    """Tell whether there is ink of more than one colour where a word stands."""
    left, bottom, right, top = frame
    if word.right <= left or word.left >= right or word.top <= bottom or word.bottom >= top:
        return False
    box = (
        max(0, int((word.left - left) * SCALE)),
        max(0, int((top - word.top) * SCALE)),
        min(drawn.width, int((word.right - left) * SCALE) + 1),
        min(drawn.height, int((top - word.bottom) * SCALE) + 1),
    )
    if box[2] <= box[0] or box[3] <= box[1]:
        return False
    extremes: Any = drawn.crop(box).getextrema()
    return any(high - low >= LEAST_INK for low, high in extremes)


def words_of(page: Any) -> Iterator[Placed]:
    """Give the words of a page with their boxes."""
    text = page.get_textpage()
    letters: list[tuple[str, tuple[float, float, float, float]]] = []
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        if letter.strip():
            letters.append((letter, text.get_charbox(place)))
            continue
        if letters:
            yield _word(letters)
        letters = []
    if letters:
        yield _word(letters)


def _word(letters: list[tuple[str, tuple[float, float, float, float]]]) -> Placed:
    boxes = [box for _, box in letters]
    return Placed(
        "".join(letter for letter, _ in letters),
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
