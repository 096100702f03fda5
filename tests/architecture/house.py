"""What the architecture tests read: our files, as text and as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "shp_gov"
TEMPLATES = ROOT / "templates"
OURS = ("shp_gov", "tests", "benchmarks", "scripts")


@cache
def package_files() -> tuple[Path, ...]:
    """List the Python files of the software itself."""
    return (*sorted(PACKAGE.rglob("*.py")), ROOT / "config.py", ROOT / "wsgi.py")


@cache
def python_files() -> tuple[Path, ...]:
    """List every Python file of ours; migrations are a record of the past and stand aside."""
    return (*(path for folder in OURS for path in sorted((ROOT / folder).rglob("*.py"))), *package_files()[-2:])


@cache
def templates() -> tuple[Path, ...]:
    """List every template."""
    return tuple(sorted(TEMPLATES.rglob("*.html")))


@cache
def tree(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text())


def layer(path: Path) -> str:
    """Name the layer a file of the package belongs to."""
    inside = path.relative_to(PACKAGE).parts if path.is_relative_to(PACKAGE) else (path.name,)
    return inside[0].removesuffix(".py")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function of a file, inner ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Give every call with the name it was written by: `db.session.commit`, `print`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call):
            yield ast.unparse(part.func), part


def where(path: Path, node: ast.AST) -> str:
    """Say where something stands, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def listed(offenders: list[str]) -> str:
    """Set offenders under each other, for the message of a test."""
    return "\n" + "\n".join(offenders)
