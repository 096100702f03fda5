"""Evidence files keep a name that misleads nobody."""

import pytest

from shp_gov.services.evidence import safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jo\\plan.pdf", "plan.pdf"),
        ("plan\r\nSet-Cookie: a=b.pdf", "planSet-Cookie a=b.pdf"),
        ("\u202eexe.fdp", "exe.fdp"),
        ("", "file"),
        ("...", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_file_keeps_a_harmless_name(given, kept):
    assert safe_name(given) == kept
