"""`seeds list` and `seeds verify`: the sources as tables."""

from tabulate import tabulate

from seeds.corpus import REGISTRY, Corpus
from seeds.model import DIGEST
from seeds.registry import read_registry


def list_table(corpus: Corpus) -> str:
    """The sources of a corpus with what was read of them."""
    rows = [
        [d.source.id, d.source.title, d.source.author, d.source.published, d.corpus, len(d.passages), len(d.text)]
        for d in corpus.documents
    ]
    headers = ["id", "title", "author", "published", "corpus", "passages", "characters"]
    table = tabulate(
        rows,
        headers=headers,
        tablefmt="simple",
        maxcolwidths=[None, 48, 32, None, None, None, None],
        disable_numparse=[0],
    )
    return "\n".join([table, *_left_out(corpus)])


def verify_table(corpus: Corpus) -> tuple[str, bool]:
    """Each source with whether its file is the registered original, and True when all are."""
    rows = []
    for document in corpus.documents:
        state = "changed" if document.changed else "as registered" if document.source.sha256 else "not registered"
        if document.corpus == DIGEST:
            state = "digest of the original, which is not here"
        rows.append([document.source.id, document.path.name, state])
    rows += [[source, "", "absent"] for source in corpus.absent]
    clean = not any(document.changed for document in corpus.documents) and not corpus.absent
    table = tabulate(rows, headers=["id", "file", "state"], tablefmt="simple", disable_numparse=True)
    lines = [f"skipped, no reader: {name}" for name in corpus.skipped]
    return "\n".join([table, *lines, f"registry: {REGISTRY.name}, {len(read_registry(REGISTRY))} sources"]), clean


def _left_out(corpus: Corpus) -> list[str]:
    lines = [f"skipped, no reader: {name}" for name in corpus.skipped]
    return lines + [f"registered, but no file here: {source}" for source in corpus.absent]
