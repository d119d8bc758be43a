"""The JSON Schema of `Article.to_dict`: it is the one of the types, and what newsclean writes is valid by it.

``NEWSCLEAN_WRITE_DOCS=1 pytest tests/test_schema.py`` brings the file up to date; a key that changes its meaning or goes
asks for a new `SCHEMA_VERSION` too.
"""

from __future__ import annotations

import ast
import json
import os
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import pytest

import newsclean
from newsclean import article as article_module
from newsclean.article import SCHEMA_VERSION, Article
from newsclean.testing import cases, load

FILE = resources.files("newsclean").joinpath("schema", "article.schema.json")
MOMENTS = {("Published", "at"), ("Article", "modified")}


def shipped() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def descriptions() -> dict[tuple[str, str], str]:
    """(class, field) -> the docstring below the field."""
    tree = ast.parse(Path(article_module.__file__).read_text(encoding="utf-8"))
    found = {}
    for struct in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for field, told in zip(struct.body, struct.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(told, ast.Expr) and isinstance(told.value, ast.Constant):
                found[struct.name, ast.unparse(field.target)] = " ".join(str(told.value.value).split())
    return found


def made() -> dict[str, Any]:
    """The schema of the types, as the file should hold it."""
    definitions: dict[str, Any] = json.loads(json.dumps(msgspec.json.schema(Article)["$defs"]))
    told = descriptions()
    for name, definition in definitions.items():
        for key, value in definition["properties"].items():
            if (name, key) in MOMENTS:
                for kind in value.get("anyOf", [value]):
                    kind |= {"format": "date-time"} if kind["type"] == "string" else {}
            if (name, key) in told:
                value["description"] = told[name, key]
        definition["additionalProperties"] = False
        definition["description"] = " ".join(definition["description"].split())
    top = definitions.pop("Article")
    moment = {"type": "string", "format": "date-time", "description": "The same as published_info.at."}
    text = {"type": "string", "description": "The texts of the blocks, one a line."}
    place = {"type": "string", "description": "Path or number of the document, in the output of newsclean normalize."}
    version = {"const": SCHEMA_VERSION}
    top["properties"] = {"schema_version": version, "id": place, **top["properties"], "published": moment, "text": text}
    # In the output of `newsclean normalize` the fields of the input travel along.
    top |= {"required": ["schema_version"], "additionalProperties": True}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:newsclean:article:{SCHEMA_VERSION}"}
    return {**head, **top, "$defs": definitions}


def test_the_file_is_the_schema_of_the_types() -> None:
    if os.environ.get("NEWSCLEAN_WRITE_DOCS"):
        Path(str(FILE)).write_text(json.dumps(made(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert in_any_order(shipped()) == in_any_order(made())


def in_any_order(schema: Any) -> Any:
    """The schema with its alternatives sorted: msgspec 0.22 names null last, older ones first."""
    if isinstance(schema, dict):
        return {name: in_any_order(value) for name, value in schema.items()}
    return sorted((in_any_order(value) for value in schema), key=repr) if isinstance(schema, list) else schema


def test_it_names_every_key_of_to_dict() -> None:
    assert set(shipped()["properties"]) == {"schema_version", "id", "published", "text", *Article.__struct_fields__}


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="there is no jsonschema; pip install jsonschema")
    jsonschema.Draft202012Validator.check_schema(shipped())
    return jsonschema.Draft202012Validator(shipped())


class TestValidation:
    @pytest.mark.parametrize("name", cases())
    def test_every_fixture_page_is_valid(self, validator: Any, name: str) -> None:
        validator.validate(newsclean.parse(load(name).raw).to_dict())

    @pytest.mark.parametrize("data", [{}, {"id": "a.html", "input": {"section": "社会"}}])
    def test_fields_that_travel_along_are_valid(self, validator: Any, data: dict[str, Any]) -> None:
        validator.validate({"schema_version": SCHEMA_VERSION, **data})

    @pytest.mark.parametrize(
        "data",
        [
            {"schema_version": SCHEMA_VERSION + 1},
            {"title": 3},
            {"kind": "word"},
            {"authors": "林晓雨"},
            {"blocks": [{"text": "no kind"}]},
            {"blocks": [{"kind": "paragraph", "words": "no such key"}]},
            {"removed": [{"text": "x"}]},
            {"published_info": {"at": "2024-05-09T00:00:00Z"}},
        ],
    )
    def test_what_to_dict_never_writes_is_not_valid(self, validator: Any, data: dict[str, Any]) -> None:
        assert not validator.is_valid({"schema_version": SCHEMA_VERSION, **data})

    def test_without_its_version_it_is_not_valid(self, validator: Any) -> None:
        assert not validator.is_valid({"title": "桥修好了"})
