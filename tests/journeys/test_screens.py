"""The pictures of docs/screens/: all there, all listed, all small."""

from tests.journeys.screens import FOLDER, SCREENS, WIDTHS

LARGEST = 200_000


def test_every_picture_is_there_and_small_and_no_other() -> None:
    pictures = {file.name: file.stat().st_size for file in FOLDER.glob("*.png")}
    assert set(pictures) == {f"{screen.name}-{width}.png" for screen in SCREENS for width in WIDTHS}
    assert [name for name, size in pictures.items() if size > LARGEST] == []


def test_every_picture_is_listed_with_the_others() -> None:
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in FOLDER.glob("*.png") if f"({file.name})" not in listed] == []
