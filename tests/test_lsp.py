"""The language server, with a real client over standard input and output; corrections by their table, positions by a property."""

import asyncio
import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_lsp
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from compare.checks import all_checks
from compare.drafting.model import Finding, Stance
from compare.search.index import Index
from reports.editor.checked import Written, check_text, suffix_of
from reports.editor.inputs import Material
from reports.editor.ruler import Ruler
from reports.editor.telling import explained
from tests.conftest import corpus

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "reports.cli", "lsp", "--stdio"]
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "SOURCECHECK_SEEDS"} | {"PYTHONPATH": str(ROOT)}
PATIENCE = 180
"""Seconds to wait for what comes at once on a machine that has nothing else to do."""
CLAIMS = "id,topic,kind,statement,expected,positions,terms,note\nopen,pier,date,The pier opened in 2019.,2019,,pier * open,\n"
DRAFT = "# Notes\n\nBayramov əlavə etdi, Հայաստան 😀: the pier opened on 3 May 2018. The pier has 340 lamps.\n"
WRONG = "3 May 2018"


@pytest.fixture
def pier(tmp_path):
    """A project in the folder of the editor."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text(
        "Ahoy 😀. The pier opened on 3 May 2019. It is long.\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "guide.md").write_text("# The pier\n\nThe pier has 340 *lamps*.\n", encoding="utf-8")
    (tmp_path / "pier.csv").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "sourcecheck.toml").write_text('claims = "pier.csv"\nseeds = "sources"\n', encoding="utf-8")
    return tmp_path


def make_client():
    """A client that keeps what the server asks to be told about."""
    client = pytest_lsp.make_test_lsp_client()
    client.registered = []

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams):
        client.registered += [registration.method for registration in params.registrations]

    return client


CONFIG = pytest_lsp.ClientServerConfig(server_command=COMMAND, server_env=ENVIRONMENT, client_factory=make_client)


@pytest_lsp.fixture(config=CONFIG)
async def client(lsp_client: pytest_lsp.LanguageClient):
    """A client whose server is started, and ended with the test."""
    yield
    await asyncio.wait_for(lsp_client.shutdown_session(), PATIENCE)


async def begin(client, folder, capabilities=None):
    capabilities = capabilities or pytest_lsp.client_capabilities("visual-studio-code")
    params = types.InitializeParams(capabilities, root_uri=folder.as_uri())
    return await asyncio.wait_for(client.initialize_session(params), PATIENCE)


def open_text(client, uri, text, language="markdown"):
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))


def change(client, uri, version, text):
    document = types.VersionedTextDocumentIdentifier(version, uri)
    whole = types.TextDocumentContentChangeWholeDocument(text)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))


async def published(client, uri, version):
    """The diagnostics of one version of a draft."""
    while True:
        waiting = client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        params = await asyncio.wait_for(waiting, PATIENCE)
        if (params.uri, params.version) == (uri, version):
            return [d for d in params.diagnostics if d.severity != types.DiagnosticSeverity.Hint]


async def message(client):
    params = await asyncio.wait_for(client.wait_for_notification(types.WINDOW_SHOW_MESSAGE), PATIENCE)
    return params.message


def actions(client, uri, range_, only=None):
    context = types.CodeActionContext([], only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, context)
    return asyncio.wait_for(client.text_document_code_action_async(params), PATIENCE)


def hover(client, uri, position):
    params = types.HoverParams(types.TextDocumentIdentifier(uri), position)
    return asyncio.wait_for(client.text_document_hover_async(params), PATIENCE)


def units(text, encoding):
    """How long a text is in the units of an encoding, by Python's own codecs."""
    return {"utf-8": len(text.encode()), "utf-16": len(text.encode("utf-16-le")) // 2, "utf-32": len(text)}[encoding]


@pytest.mark.asyncio
async def test_a_wrong_date_is_shown_explained_and_corrected(client, pier):
    """The range counts UTF-16 units: an astral character before it takes two."""
    await begin(client, pier)
    uri = (pier / "draft.md").as_uri()
    open_text(client, uri, DRAFT)
    (found,) = await published(client, uri, 1)
    line = DRAFT.splitlines()[2]
    at = units(line[: line.index(WRONG)], "utf-16")
    assert found.range == types.Range(types.Position(2, at), types.Position(2, at + len(WRONG)))
    assert (found.code, found.severity, found.source) == ("SRC101", types.DiagnosticSeverity.Error, "sourcecheck")
    assert "3 May 2019 (paper, line 1)" in found.message
    assert re.fullmatch(r"[0-9a-f]{12}", found.data)
    assert found.code_description.href.endswith("docs/checks.md#src101-date")
    (related,) = found.related_information
    assert related.location.uri == (pier / "sources" / "paper.txt").as_uri()
    start = units("Ahoy 😀. The pier opened on ", "utf-16")
    assert related.location.range == types.Range(types.Position(0, start), types.Position(0, start + len(WRONG)))

    shown = await hover(client, uri, types.Position(2, at + 3))
    assert shown.contents.kind == types.MarkupKind.Markdown
    assert r"paper, line 1: The pier opened on \[3 May 2019\]." in shown.contents.value
    assert await hover(client, uri, types.Position(1, 0)) is None

    assert not await actions(client, uri, found.range, [types.CodeActionKind.Refactor])
    action, silence = await actions(client, uri, found.range)
    assert (action.is_preferred, silence.is_preferred) == (True, False)
    assert action.title == "Replace by “3 May 2019” (paper, line 1)"
    (edit,) = action.edit.changes[uri]
    assert (edit.range, edit.new_text) == (found.range, "3 May 2019")
    ruler = Ruler(DRAFT, PositionCodec())
    start, end = ruler.span(edit.range)
    change(client, uri, 2, DRAFT[:start] + edit.new_text + DRAFT[end:])
    assert await published(client, uri, 2) == []
    assert not await actions(client, uri, found.range)


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
async def test_positions_are_in_the_encoding_agreed_on(client, pier, encoding):
    general = types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(encoding)])
    answer = await begin(client, pier, types.ClientCapabilities(general=general))
    assert answer.capabilities.position_encoding == encoding
    uri = (pier / "draft.md").as_uri()
    open_text(client, uri, DRAFT)
    (found,) = await published(client, uri, 1)
    line = DRAFT.splitlines()[2]
    assert found.range.start == types.Position(2, units(line[: line.index(WRONG)], encoding))
    assert found.related_information is None, "this editor did not say that it shows them"
    shown = await hover(client, uri, found.range.start)
    assert shown.contents.kind == types.MarkupKind.PlainText
    assert "paper, line 1: The pier opened on [3 May 2019]." in shown.contents.value


@pytest.mark.asyncio
async def test_only_the_last_of_several_texts_is_told(client, pier):
    """Texts typed in a row: the findings of those in between never appear."""
    await begin(client, pier)
    uri = (pier / "draft.md").as_uri()
    seen = []
    open_text(client, uri, DRAFT)
    await published(client, uri, 1)
    for version in range(2, 6):
        change(client, uri, version, DRAFT.replace("2018", str(2009 + version)))
    while not seen or seen[-1].version != 5:
        waiting = client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        seen.append(await asyncio.wait_for(waiting, PATIENCE))
    assert [params.version for params in seen] == [5]


@pytest.mark.asyncio
async def test_silenced_html_untitled_and_sources(client, pier):
    """A silenced finding is shown under the cursor only; a page and a text without a name are read; a source is no draft."""
    await begin(client, pier)
    silent, page, new = (pier / "silent.md").as_uri(), (pier / "page.html").as_uri(), "untitled:Untitled-1"
    open_text(client, silent, "<!-- sourcecheck: ignore SRC101 the mayor's word -->\nThe pier opened on 3 May 2018.\n")
    assert await published(client, silent, 1) == []
    shown = await hover(client, silent, types.Position(1, 22))
    assert "Silenced by a comment: the mayor's word" in shown.contents.value
    assert not await actions(client, silent, shown.range)

    open_text(client, page, "<meta charset=latin1>\n<p>Əli &amp; 😀: the pier opened on 3 May 2018.</p>\n", "html")
    (found,) = await published(client, page, 1)
    assert found.range.start == types.Position(1, units("<p>Əli &amp; 😀: the pier opened on ", "utf-16"))

    open_text(client, new, "The pier opened on 3 May 2018.", "plaintext")
    assert [d.code for d in await published(client, new, 1)] == ["SRC101"]

    source = (pier / "sources" / "paper.txt").as_uri()
    open_text(client, source, "The pier opened on 3 May 2018.", "plaintext")
    assert await published(client, source, 1) == []


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["draft.md", "draft.html"])
async def test_a_finding_is_silenced_with_a_reason(client, pier, name):
    """The comment the editor inserts is not applied before a reason is written into it."""
    await begin(client, pier)
    uri, text = (pier / name).as_uri(), "<p>The pier opened on 3 May 2018. It is long.</p>\n"
    text = text if name.endswith("html") else text[3:-5]
    open_text(client, uri, text, "html" if name.endswith("html") else "markdown")
    (found,) = await published(client, uri, 1)
    (silence,) = [a for a in await actions(client, uri, found.range) if a.title.startswith("Silence SRC101")]
    (edit,) = silence.edit.changes[uri]
    at = edit.range.start.character
    assert text[:at].endswith("2018.")
    text = text[:at] + edit.new_text + text[at:]
    change(client, uri, 2, text)
    told = [d.message for d in await published(client, uri, 2)]
    assert len(told) == 2
    assert any("gives no reason" in message for message in told)
    change(client, uri, 3, text.replace("SRC101", "SRC101 the mayor's word"))
    assert await published(client, uri, 3) == []


@pytest.mark.asyncio
async def test_broken_input_is_said_once_and_mended_while_the_session_lasts(client, pier):
    """A configuration that is no TOML; the draft is checked as soon as it is mended and the editor says that files changed."""
    good = (pier / "sourcecheck.toml").read_text(encoding="utf-8")
    (pier / "sourcecheck.toml").write_text("claims = ", encoding="utf-8")
    await begin(client, pier)
    uri = (pier / "draft.md").as_uri()
    said = asyncio.ensure_future(message(client))
    open_text(client, uri, DRAFT)
    assert await published(client, uri, 1) == []
    assert "sourcecheck.toml: is not TOML" in await said
    change(client, uri, 2, DRAFT + "More.\n")
    assert await published(client, uri, 2) == []
    assert len(client.messages) == 1
    assert client.registered == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]

    (pier / "sourcecheck.toml").write_text(good, encoding="utf-8")
    told = types.FileEvent((pier / "sourcecheck.toml").as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([told]))
    assert [d.code for d in await published(client, uri, 2)] == ["SRC101"]

    (pier / "sources" / "paper.txt").write_text("The pier opened on 3 May 2018.\n", encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await published(client, uri, 2) == []
    assert len(client.messages) == 1


@pytest.mark.asyncio
async def test_a_closed_draft_shows_nothing(client, pier):
    await begin(client, pier)
    uri = (pier / "draft.md").as_uri()
    open_text(client, uri, DRAFT)
    assert await published(client, uri, 1)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await published(client, uri, None) == []


def framed(body):
    return f"Content-Length: {len(body.encode())}\r\n\r\n{body}".encode()


def test_the_process_ends_cleanly_and_prints_only_the_protocol(pier):
    """What stands on standard output is frames to the last byte; after `shutdown` and `exit` the exit code is 0."""
    messages = (
        '{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": null, "rootUri": null}}',
        '{"jsonrpc": "2.0", "method": "initialized", "params": {}}',
        '{"jsonrpc": "2.0", "id": 2, "method": "shutdown"}',
        '{"jsonrpc": "2.0", "method": "exit"}',
    )
    done = subprocess.run(
        COMMAND, input=b"".join(map(framed, messages)), capture_output=True, env=ENVIRONMENT, cwd=pier, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr.decode()
    rest, ids = done.stdout, []
    while rest:
        head = re.match(rb"(?:[\w-]+: [^\r]*\r\n)*?Content-Length: (\d+)\r\n(?:[\w-]+: [^\r]*\r\n)*\r\n", rest)
        assert head, rest
        body, rest = rest[head.end() :][: int(head[1])], rest[head.end() + int(head[1]) :]
        ids += re.findall(rb'"id": ?(\d)', body)
    assert ids == [b"1", b"2"]


def test_an_editor_that_vanishes_takes_the_server_with_it(pier):
    """Standard input ends while a draft is being checked: no session is left behind, and nothing is waited for."""
    text = "The pier opened on 3 May 2018 and has 340 lamps. " * 20_000
    params = {"textDocument": {"uri": (pier / "d.md").as_uri(), "languageId": "markdown", "version": 1, "text": text}}
    messages = (
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None, "rootUri": pier.as_uri()}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": params},
        {"id": 2, "method": "textDocument/hover", "params": {**params, "position": {"line": 0, "character": 0}}},
    )
    given = b"".join(framed(json.dumps({"jsonrpc": "2.0", **message})) for message in messages)
    done = subprocess.run(COMMAND, input=given, capture_output=True, env=ENVIRONMENT, cwd=pier, timeout=PATIENCE)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def cases():
    with (ROOT / "tests" / "cases" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        return [
            {k: v.replace("<LF>", "\n") for k, v in row.items() if k and v is not None} for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["draft"])
def test_corrections(case):
    """A correction is offered where the source's words can stand in the draft, and nowhere else."""
    material = Material((), Index(corpus(case["source"])), frozenset())
    written = Written("", Path("draft"), case["suffix"], 1, Ruler(case["draft"], PositionCodec()))
    checked = check_text(written, material)
    offered = [c.words for noted in checked.draft.noted for c in checked.offered(noted.finding)]
    assert offered == [case["corrections"]] * bool(case["corrections"])


@given(st.text("aə😀é\n\r\u2028\x0c ", max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_positions_and_offsets_agree(text, encoding, data):
    """Counted as the protocol says by Python's codecs; every position leads back to its character."""
    offset = data.draw(st.integers(0, len(text)))
    ruler = Ruler(text, PositionCodec(types.PositionEncodingKind(encoding)))
    position = ruler.position(offset)
    before = re.split(r"\r\n|\n|\r", text[:offset])
    if text[max(0, offset - 1) : offset + 1] == "\r\n":  # between the two characters of a line break
        return
    assert position == types.Position(len(before) - 1, units(before[-1], encoding))
    assert ruler.offset(position) == offset


@pytest.mark.parametrize(
    ("name", "language", "suffix"),
    [
        ("claims.csv", "plaintext", ""),
        ("script.py", "python", ""),
        ("Untitled-1", "python", ""),
        ("Untitled-1", "markdown", ".md"),
        ("a.MD", "", ".md"),
        ("a.htm", "html", ".htm"),
    ],
)
def test_which_texts_are_drafts(name, language, suffix):
    assert suffix_of(Path(name), language) == suffix


@pytest.mark.parametrize("code", [check.code for check in all_checks()])
def test_a_code_leads_to_its_explanation(code):
    link = explained(Finding(code, Stance.CONTRADICTED, 0, 1, (0, 1), ""))
    page, _, anchor = link.href.partition("#")
    text = Path(to_fs_path(page)).read_text(encoding="utf-8")
    headings = [
        line.removeprefix("## ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")
    ]
    assert anchor in headings
