"""The pytest plugin: the fixtures ``newsclean_case`` (each page in turn) and ``newsclean_cases`` (all of them).

A test that takes ``newsclean_case`` runs once for every page; ``@pytest.mark.newsclean(flag="hant")`` narrows it to
the pages with that flag, ``@pytest.mark.newsclean(negative=True)`` to those that hold no article.
"""

from __future__ import annotations

import pytest

from .gold import Case, cases, load


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, so that ``--strict-markers`` does not refuse it."""
    config.addinivalue_line(
        "markers", "newsclean(flag=None, negative=None): which pages newsclean_case and newsclean_cases give"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``newsclean_case`` once for every page."""
    if "newsclean_case" in metafunc.fixturenames:
        names = _wanted(metafunc.definition)
        metafunc.parametrize("newsclean_case", names, ids=names, indirect=True)


@pytest.fixture
def newsclean_case(request: pytest.FixtureRequest) -> Case:
    """One page with what is expected of it."""
    return load(request.param)


@pytest.fixture
def newsclean_cases(request: pytest.FixtureRequest) -> tuple[Case, ...]:
    """All pages, or those that the marker names."""
    return tuple(load(name) for name in _wanted(request.node))


def _wanted(node: pytest.Item | pytest.FunctionDefinition) -> tuple[str, ...]:  # type: ignore[name-defined]
    marker = node.get_closest_marker("newsclean")
    return cases(**marker.kwargs) if marker else cases()
