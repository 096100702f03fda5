"""Short functions, short files, and nothing swept aside."""

import ast
import re

from tests.architecture.house import ROOT, functions, listed, package_files, python_files, templates, tree, where

LONGEST_FUNCTION = 30
LONGEST_FILE = 300
LEFT_OPEN = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X)\b|mark\.x[f]ail|raise N[o]tImplemented")


def test_no_function_is_over_30_lines():
    long = [
        f"{where(path, node)} {node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for path in python_files()
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]

    assert not long, listed(long)


def test_no_file_is_over_300_lines():
    sizes = {path.relative_to(ROOT): len(path.read_text().splitlines()) for path in (*python_files(), *templates())}
    long = [f"{path}: {size} lines" for path, size in sizes.items() if size > LONGEST_FILE]

    assert not long, listed(long)


def test_nothing_is_imported_inside_a_function():
    inside = [
        where(path, node)
        for path in python_files()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not inside, listed(inside)


def test_no_error_is_caught_without_its_name():
    broad = [
        where(path, node)
        for path in package_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]

    assert not broad, listed(broad)


def test_nothing_is_left_open():
    left = [str(path) for path in (*python_files(), *templates()) if LEFT_OPEN.search(path.read_text())]

    assert not left, listed(left)


def test_every_module_and_public_function_says_what_it_promises():
    silent = [where(path, node) for path in package_files() for node in public_parts(path) if not promises(node)]

    assert not silent, listed(silent)


def promises(node):
    return ast.get_docstring(node) or (isinstance(node, ast.Module) and not node.body)


def public_parts(path):
    """Give the module, and what others may call: top-level functions and classes without a leading underscore."""
    yield tree(path)
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
