"""Endpoint decisions.record = web/decisions/views.py = templates/decisions/record.html; and no macro is left unused."""

import re

from tests.architecture.house import PACKAGE, ROOT, TEMPLATES, functions, listed, package_files, templates

NOT_PAGES = {"layouts", "components", "errors", "email"}
RENDERED = re.compile(r"""render_template\(\s*f?["']([^"']+)["']""")
MACRO = re.compile(r"{%-?\s*macro\s+(\w+)")


def test_a_page_has_the_name_of_its_view():
    pages = [path.relative_to(TEMPLATES) for path in templates()]
    pages = [page for page in pages if page.parts[0] not in NOT_PAGES and not page.name.startswith("_")]

    assert [str(page) for page in pages if page.stem not in views_of(page.parts[0])] == []


def views_of(blueprint):
    return {view.name for path in (PACKAGE / "web" / blueprint).glob("*.py") for view in functions(path)}


def test_a_blueprint_renders_its_own_templates_and_they_exist():
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in package_files()
        for name in RENDERED.findall(path.read_text())
        if path.is_relative_to(PACKAGE / "web") and "{" not in name
        if not (TEMPLATES / name).exists() or name.split("/")[0] not in ("errors", path.parent.name)
    ]

    assert not wrong, listed(wrong)


def test_no_macro_is_unused():
    texts = {path: path.read_text() for path in (*templates(), *package_files())}
    everything = "\n".join(texts.values())
    unused = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, text in texts.items()
        for name in MACRO.findall(text)
        if not re.search(rf"(?<!macro )\b{name}\(", everything)
    ]

    assert not unused, listed(unused)


def test_no_template_holds_what_the_content_security_policy_refuses():
    refused = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=[\"']|javascript:", re.IGNORECASE)

    assert [str(path) for path in templates() if refused.search(path.read_text())] == []
