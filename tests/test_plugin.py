"""The pytest plugin, in a project that is not ours."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest
from docpages import fences

from newsclean.testing import cases

pytest_plugins = ["pytester"]
MODULE = "newsclean.testing.plugin"


@pytest.fixture
def run(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project whose pytest has the plugin, by its entry point or by name."""
    installed = any(point.value == MODULE for point in entry_points(group="pytest11"))
    pytester.makeini("[pytest]\naddopts = --strict-markers" + ("" if installed else f" -p {MODULE}"))
    return pytester


def test_a_test_runs_once_for_every_page(run: pytest.Pytester) -> None:
    run.makepyfile("def test_page(newsclean_case):\n    assert newsclean_case.raw")
    run.runpytest_subprocess("-q").assert_outcomes(passed=len(cases()))


@pytest.mark.parametrize(
    ("marker", "count"),
    [
        ("flag='big5'", len(cases(flag="big5"))),
        ("negative=True", len(cases(negative=True))),
        ("flag='gbk', negative=False", len(cases(flag="gbk", negative=False))),
    ],
)
def test_a_marker_narrows_it(run: pytest.Pytester, marker: str, count: int) -> None:
    run.makepyfile(
        f"""
        import pytest

        @pytest.mark.newsclean({marker})
        def test_page(newsclean_case):
            assert newsclean_case.expected

        @pytest.mark.newsclean({marker})
        def test_all(newsclean_cases):
            assert len(newsclean_cases) == {count}
        """
    )
    run.runpytest_subprocess("-q").assert_outcomes(passed=count + 1)


def test_the_name_of_the_page_is_the_name_of_the_test(run: pytest.Pytester) -> None:
    run.makepyfile("def test_page(newsclean_case):\n    assert newsclean_case.name != 'udn', 'seen'")
    run.runpytest_subprocess("-q", "-k", "udn").stdout.fnmatch_lines(["*test_page?udn?*"])


def test_the_example_of_the_documentation(run: pytest.Pytester) -> None:
    page = (Path(__file__).parents[1] / "docs" / "testing.md").read_text(encoding="utf-8")
    (example,) = (fence for fence in fences(page) if fence.shown)
    run.makepyfile(example.text)
    run.runpytest_subprocess("-q").assert_outcomes(passed=len(cases(flag="seed")) + 1)


def test_all_pages_at_once(run: pytest.Pytester) -> None:
    run.makepyfile(f"def test_all(newsclean_cases):\n    assert len(newsclean_cases) == {len(cases())}")
    run.runpytest_subprocess("-q").assert_outcomes(passed=1)
