"""Every text of the command line is there in Chinese, and says the same things."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from newsclean import cli
from newsclean.cli.app import COMMANDS
from newsclean.cli.messages import CHINESE, HEADINGS

FOLDER = Path(cli.__file__).parent


def said() -> set[str]:
    """The texts given to say(), and the help texts, as they stand in the source."""
    texts = {*HEADINGS, *COMMANDS.values()}
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name == "say" and node.args and isinstance(node.args[0], ast.Constant):
                texts.add(str(node.args[0].value))
            if name in ("Argument", "Option") and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
                texts.add(str(node.args[1].value))
    return texts


@pytest.mark.parametrize("text", sorted(said()))
def test_it_is_there_in_chinese(text: str) -> None:
    assert text in CHINESE


@pytest.mark.parametrize("text", sorted(CHINESE))
def test_both_say_the_same_values(text: str) -> None:
    def values(form: str) -> set[str]:
        return {str(name) for _, name, _, _ in string.Formatter().parse(form) if name}

    assert values(CHINESE[text]) == values(text)
    assert re.findall(r"--[a-z-]+", CHINESE[text]) == re.findall(r"--[a-z-]+", text)
