"""Which words of a Word file nobody sees: marked as hidden, white on white, or too small to read."""

from shp_gov.inspection.markup import Element
from shp_gov.inspection.word_parts import W, is_on, value

WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC"})
TOO_SMALL = 5  # in half points
DEEPEST = 12


class Unseen:
    """Tells of a run whether it is seen, by itself and by its styles."""

    def __init__(self, styles: Element | None) -> None:
        found = [] if styles is None else list(styles.iter(f"{W}style"))
        self.styles = {style.get(f"{W}styleId", ""): style for style in found}

    def why(self, run: Element) -> str:
        """Say why a run is not seen, or nothing."""
        layers = self._layers(run)
        if any(is_on(layer, "vanish") or is_on(layer, "specVanish") or is_on(layer, "webHidden") for layer in layers):
            return "marked as hidden"
        if self._first(layers, "color").upper() in WHITE and not self._is_on_a_dark_ground(run, layers):
            return "white on white"
        size = self._first(layers, "sz")
        return "too small to read" if size.isdigit() and int(size) < TOO_SMALL else ""

    def _layers(self, run: Element) -> list[Element]:
        """List what sets the look of a run, its own properties first."""
        own = run.find(f"{W}rPr")
        paragraph = next((up for up in run.iterancestors() if up.tag == f"{W}p"), None)
        properties = None if paragraph is None else paragraph.find(f"{W}pPr")
        made = [] if own is None else [own]
        for style in (value(own, "rStyle"), value(properties, "pStyle")):
            made += self._of_style(style)
        return made

    def _of_style(self, name: str) -> list[Element]:
        made: list[Element] = []
        for _ in range(DEEPEST):
            style = self.styles.get(name)
            if style is None:
                break
            made += [] if style.find(f"{W}rPr") is None else [style.find(f"{W}rPr")]
            name = value(style, "basedOn")
        return made

    def _first(self, layers: list[Element], name: str) -> str:
        return next((found for layer in layers if (found := value(layer, name))), "")

    def _is_on_a_dark_ground(self, run: Element, layers: list[Element]) -> bool:
        """Tell white words in a dark band, as many house styles have them, from white words on paper."""
        grounds = [value(layer, "shd", "fill") for layer in layers]
        grounds += [value(layer, "highlight") for layer in layers]
        for up in run.iterancestors():
            grounds += [value(up.find(f"{W}{name}"), "shd", "fill") for name in ("pPr", "tcPr", "tblPr")]
        return any(ground and ground.upper() not in (*WHITE, "AUTO", "WHITE", "NONE") for ground in grounds)
