"""papers print, where the paper cannot be put."""

from click.testing import CliRunner

from shp_gov.cli import papers
from shp_gov.cli.__main__ import main


def test_a_folder_that_is_missing_gets_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", f"sqlite:///{tmp_path}/record.sqlite3")
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))
    monkeypatch.setattr(papers, "_body", lambda slug: papers.Body(id=1, slug=slug, name="Safer Seaborough Partnership"))
    monkeypatch.setitem(papers.PAPERS, "action-log", (lambda thing, viewer: thing, {".pdf": lambda content: b"%PDF"}))
    file = tmp_path / "nodir" / "log.pdf"

    said = CliRunner().invoke(main, ["papers", "print", "safer-seaborough", "2026-09-09", "action-log", str(file)])

    assert said.exit_code == 1, said.output
    assert f"{file} cannot be written: No such file or directory." in said.output
