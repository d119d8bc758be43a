"""The reference of the command line says what --help says.  ``NEWSCLEAN_WRITE_DOCS=1 pytest`` brings it up to date."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from newsclean.cli import main
from newsclean.cli.app import COMMANDS

PAGES = {
    language: Path(__file__).parents[1] / "docs" / name for language, name in (("en", "cli.md"), ("zh", "cli.zh.md"))
}
BLOCK = re.compile(r"<!-- help: *(\w*) *-->\n```text\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("language", PAGES)
def test_every_command_is_there(language: str) -> None:
    assert {name for name, _ in BLOCK.findall(PAGES[language].read_text(encoding="utf-8"))} >= {"", *COMMANDS}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_the_one_in_the_docs(
    command: str, language: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main([*([command] if command else []), "--help", "--lang", language]) == 0
    told = capfd.readouterr().out
    text = PAGES[language].read_text(encoding="utf-8")
    if os.environ.get("NEWSCLEAN_WRITE_DOCS"):
        text = BLOCK.sub(lambda found: _with(found, command, told), text)
        PAGES[language].write_text(text, encoding="utf-8")
    assert dict(BLOCK.findall(text))[command] == told


def _with(found: re.Match[str], command: str, told: str) -> str:
    if found[1] != command:
        return found[0]
    head, _, _ = found[0].partition("```text\n")
    return f"{head}```text\n{told}```"
