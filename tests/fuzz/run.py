"""Fuzz one target with atheris for as long as you like::

    python tests/fuzz/run.py page fuzzed/ -max_total_time=600 -timeout=10 -max_len=4000

The first word names the target (`targets.py`), the second a folder: the inputs that reached something new go there
into ``corpus/`` and are where the next run begins, what broke a promise is a file ``crash-…``.  The rest are libFuzzer's
options (https://llvm.org/docs/LibFuzzer.html#options).
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from fuzz_inputs import SEEDS, dictionary


def main() -> None:
    """Import the package with its branches counted and nothing else so: counting all the others takes twenty seconds."""
    name, given, *options = sys.argv[1:]
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["newsclean"], enable_loader_override=False):
        targets = importlib.import_module("targets").TARGETS
        for target in targets.values():  # loads the modules that are imported at first use
            for seed in SEEDS:
                target(seed.encode())
    folder = Path(given)
    corpus, words = folder / "corpus", folder / "words"
    corpus.mkdir(parents=True, exist_ok=True)
    words.write_text(dictionary(), encoding="ascii")
    for number, seed in enumerate(SEEDS):
        (corpus / f"seed{number}").write_text(seed, encoding="utf-8")
    atheris.Setup([sys.argv[0], f"-dict={words}", f"-artifact_prefix={folder}/", *options, str(corpus)], targets[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
