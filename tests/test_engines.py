"""One Arrow function, and the same rows from whatever engine calls it."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import corpus_fake
import pytest

import newsclean
from newsclean.cli import main
from newsclean.options import Options
from newsclean.testing import cases, load

pa = pytest.importorskip("pyarrow", reason="pyarrow (extra arrow) is not installed")

from newsclean.engines.arrow import SCHEMA, clean_batches  # noqa: E402

NUMBER = 1000


@pytest.fixture(scope="module")
def documents() -> list[dict[str, Any]]:
    """A thousand documents, some of which cannot be read."""
    pages = [load(name).raw for name in cases()]
    rows = []
    for number in range(NUMBER):
        page = b"" if number % 97 == 5 else pages[number % len(pages)]
        rows.append({"id": f"d{number:04}", "html": page, "url": f"http://a.example/{number}", "n": number})
    return rows


@pytest.fixture(scope="module")
def source(documents: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a Parquet file."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    path = tmp_path_factory.mktemp("engines") / "in.parquet"
    pq.write_table(pa.Table.from_pylist(documents), path, row_group_size=300)
    return path


@pytest.fixture(scope="module")
def expected(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the Arrow function makes of them."""
    table = pa.Table.from_pylist(documents)
    return list(pa.Table.from_batches(clean_batches(table.to_batches(max_chunksize=100))).to_pylist())


# --- Arrow ---------------------------------------------------------------------------------------------------------


def test_one_row_for_each_row(documents: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in expected] == [row["id"] for row in documents]
    failed = [row for row in expected if row["error"]]
    assert [row["id"] for row in failed] == [f"d{n:04}" for n in range(NUMBER) if n % 97 == 5]
    for row in failed:
        assert row["error"] == "EmptyInputError"
        assert row["message"]
        assert row["text"] is None


def test_a_row_says_what_the_article_says(documents: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    for document, row in list(zip(documents, expected, strict=True))[:90]:
        if row["error"]:
            continue
        article = newsclean.parse(document["html"], url=document["url"])
        assert row["title"] == article.title
        assert row["text"] == article.text
        assert row["published"] == article.published
        assert tuple(row["authors"]) == article.authors
        assert [part["text"] for part in row["blocks"]] == [part.text for part in article.blocks]
        assert [image["url"] for image in row["images"]] == [image.url for image in article.images]
        assert [item["rule"] for item in row["removed"]] == [item.rule for item in article.removed]
        assert row["script"] == article.script.tag
        assert json.loads(row["input"])["n"] == document["n"]
        if article.published_info:
            assert row["published_info"]["at"] == article.published_info.at.isoformat()


def test_the_schema_is_fixed() -> None:
    (batch,) = clean_batches([pa.RecordBatch.from_pylist([{"html": "页"}])], parse=corpus_fake.NAME)
    assert batch.schema.equals(SCHEMA)
    assert list(clean_batches([])) == []


@pytest.mark.parametrize(
    "row, given, name",
    [
        ({"page": "页"}, {"column": "page"}, "0"),
        ({"text": "页", "id": 7}, {}, "7"),
        ({"raw": "页".encode(), "key": "k"}, {"id_column": "key"}, "k"),
    ],
)
def test_columns_can_be_named(row: dict[str, Any], given: dict[str, Any], name: str) -> None:
    (batch,) = clean_batches([pa.RecordBatch.from_pylist([row])], parse=corpus_fake.NAME, **given)
    (found,) = batch.to_pylist()
    assert (found["id"], found["text"], found["error"]) == (name, "页", None)


@pytest.mark.parametrize("value", [None, 7, ["a"]])
def test_what_is_no_document_is_a_row_with_an_error(value: Any) -> None:
    (batch,) = clean_batches([pa.RecordBatch.from_pylist([{"html": value}])], column="html", parse=corpus_fake.NAME)
    (found,) = batch.to_pylist()
    assert found["error"] == "InputError"


def test_a_fault_of_the_library_is_a_row_with_an_error() -> None:
    (batch,) = clean_batches([pa.RecordBatch.from_pylist([{"html": "BUG "}])], parse=corpus_fake.NAME)
    assert batch.to_pylist()[0]["error"] == "KeyError"


def test_options_are_obeyed(documents: list[dict[str, Any]]) -> None:
    batch = pa.RecordBatch.from_pylist(documents[:20])
    (cleaned,) = clean_batches([batch], options=Options(keep_removed=False))
    assert not any(cleaned.column("removed").to_pylist()[n] for n in range(5))


def test_tables_of_other_libraries_go_through_the_same_function(documents: list[dict[str, Any]]) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame(documents[:30])
    cleaned = pa.Table.from_batches(clean_batches(pa.Table.from_pandas(frame).to_batches())).to_pandas()
    assert list(cleaned["id"]) == list(frame["id"])


def test_web_archives_through_the_same_function() -> None:
    pytest.importorskip("fastwarc", reason="fastwarc (extra warc) is not installed")
    from test_corpus_readers import record  # noqa: PLC0415

    from newsclean.engines.arrow import warc_batches  # noqa: PLC0415

    members = [gzip.compress(record(f"http://a.cn/{n}", f"第{n}页".encode("gbk"))) for n in range(10)]
    batches = list(warc_batches(io.BytesIO(b"".join(members)), "x.warc.gz", rows=4))
    assert [batch.num_rows for batch in batches] == [4, 4, 2]
    rows = [row for batch in clean_batches(batches, column="html", parse=corpus_fake.NAME) for row in batch.to_pylist()]
    assert [(row["url"], row["text"], row["encoding"]) for row in rows] == [
        (f"http://a.cn/{n}", f"第{n}页", "gbk") for n in range(10)
    ]
    assert json.loads(rows[0]["input"])["date"] == "2026-01-02T03:04:05Z"
    cut_off = list(warc_batches(io.BytesIO(b"".join(members)[:-20]), "x.warc.gz"))[-1].to_pylist()[-1]
    assert (cut_off["id"], cut_off["html"]) == ("x.warc.gz", None)
    assert "cut off" in cut_off["error"]


# --- the command line, Spark, Ray ----------------------------------------------------------------------------------


def same(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """The same rows, in whatever order."""
    found = sorted(found, key=lambda row: str(row["id"]))
    assert [row["id"] for row in found] == [row["id"] for row in expected]
    for one, other in zip(found, expected, strict=True):
        assert one == other


def test_the_command_line_writes_the_same_rows(source: Path, expected: list[dict[str, Any]], tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415

    output = tmp_path / "out.parquet"
    assert main(["normalize", str(source), "-o", str(output), "-q", "-j", "2"]) == 1
    found = pq.read_table(output).to_pylist()
    for row in found:
        # The command line names a document by its place, and its own columns travel along.
        row["id"] = json.loads(row["input"])["id"]
    same(found, [row for row in expected if not row["error"]])


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="pyspark (extra spark) is not installed")
    import shutil  # noqa: PLC0415

    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        pytest.skip("no Java: Spark needs Java 17 (Debian: openjdk-17-jre-headless)")
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    from pyspark.sql import SparkSession  # noqa: PLC0415

    session = (
        SparkSession.builder.master("local[2]")
        .appName("newsclean")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark_gives_the_same_rows(spark: Any, source: Path, expected: list[dict[str, Any]]) -> None:
    from newsclean.engines.spark import clean  # noqa: PLC0415

    df: Any = clean(spark.read.parquet(str(source)).repartition(3), column="html")
    same(df.toArrow().cast(SCHEMA).to_pylist(), expected)


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    found = pytest.importorskip("ray", reason="ray (extra ray) is not installed")
    pytest.importorskip("ray.data", reason="ray[data] (extra ray) is not installed")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    os.environ["RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO"] = "0"
    found.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    yield found
    found.shutdown()


@pytest.mark.filterwarnings("ignore")
def test_ray_gives_the_same_rows(ray: Any, source: Path, expected: list[dict[str, Any]]) -> None:
    from newsclean.engines.ray import clean  # noqa: PLC0415

    ds = clean(ray.data.read_parquet(str(source)), column="html", batch_size=100)
    found = pa.concat_tables([ray.get(ref) for ref in ds.to_arrow_refs()])
    same(found.cast(SCHEMA).to_pylist(), expected)
