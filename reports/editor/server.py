"""The language server: what the protocol's messages do. Standard output carries the protocol and nothing else."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from compare.drafting.model import Noted
from reports.drafts.words import where
from reports.editor.checked import Checked
from reports.editor.session import Server
from reports.editor.telling import NAME, Shelf, diagnostic, hover
from reports.settings import Settings

WATCHED = "**/*.{csv,tsv,xlsx,toml,txt,md,html,htm,docx,pptx,pdf}"
"""Files an editor is asked to report changes of: whatever may be a claim, a source or a configuration."""


def serve(find: Callable[[], Settings]) -> None:
    """Speak the protocol over standard input and output until the editor ends the session, then exit: 0 when it said so before."""
    output, sys.stdout = sys.stdout, sys.stderr
    server = make_server(find)
    server.start_io(stdout=output.buffer)
    sys.stderr.flush()
    os._exit(0 if server.ending else 1)  # not waiting for a check that nobody will see


def make_server(find: Callable[[], Settings]) -> Server:
    """A server with everything it answers to."""
    server = Server(find)
    for name, handler in HANDLERS.items():
        server.feature(name, OPTIONS.get(name))(handler)
    return server


def _initialize(server: Server, params: types.InitializeParams) -> None:
    """The editor's folder is the working folder: a configuration is searched upward from it, as on the command line."""
    folders = [folder.uri for folder in params.workspace_folders or ()]
    root = to_fs_path((folders or [params.root_uri or ""])[0])
    if root and Path(root).is_dir():
        os.chdir(root)


def _initialized(server: Server, params: types.InitializedParams) -> None:
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
        registration = types.Registration(NAME, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([registration]))


def _shutdown(server: Server, params: object) -> None:
    server.ending = True


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.begin(server.opened(params.text_document.uri, params.text_document.language_id))


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    server.begin(server.check(params.text_document.uri))


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.closed(params.text_document.uri)


def _files_changed(server: Server, params: object) -> None:
    server.begin(server.recheck())


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    checked = server.current(params.text_document.uri)
    if checked is None:
        return None
    at = checked.written.ruler.offset(params.position)
    return hover(list(checked.touched((at, at))), checked, _shows_markdown(server.client_capabilities))


def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    checked, wanted = server.current(params.text_document.uri), params.context.only
    if checked is None or (wanted and not any(kind in ("", types.CodeActionKind.QuickFix) for kind in wanted)):
        return []
    touched = checked.touched(checked.written.ruler.span(params.range))
    return [action for noted in touched for action in _actions(noted, checked, server.shelf)]


def _actions(noted: Noted, checked: Checked, shelf: Shelf) -> Iterator[types.CodeAction]:
    """The quick fixes of a finding that nobody silenced; the only correction is the preferred one."""
    finding, ruler = noted.finding, checked.written.ruler
    offered = () if noted.suppression else checked.offered(finding)
    for correction in offered:
        title = f"Replace by “{correction.words}” ({where(correction.place)})"
        edit = types.TextEdit(ruler.range(checked.span(finding)), correction.words)
        yield _action(title, edit, noted, checked, shelf, len(offered) == 1)
    if noted.counts and checked.written.suffix != ".txt":
        at = ruler.position(checked.sentence_end(finding))
        edit = types.TextEdit(types.Range(at, at), f" <!-- sourcecheck: ignore {finding.code} -->")
        yield _action(
            f"Silence {finding.code} in this paragraph; the reason is yours to add", edit, noted, checked, shelf
        )


def _action(
    title: str, edit: types.TextEdit, noted: Noted, checked: Checked, shelf: Shelf, preferred: bool = False
) -> types.CodeAction:
    return types.CodeAction(
        title,
        types.CodeActionKind.QuickFix,
        [diagnostic(noted, checked, shelf)],
        is_preferred=preferred,
        edit=types.WorkspaceEdit({checked.written.uri: [edit]}),
    )


def _shows_markdown(capabilities: types.ClientCapabilities) -> bool:
    documents = capabilities.text_document
    formats = documents.hover.content_format if documents and documents.hover else None
    return types.MarkupKind.Markdown in (formats or ())


HANDLERS: dict[str, Callable[..., object]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.SHUTDOWN: _shutdown,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _files_changed,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _files_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_CODE_ACTION: _code_actions,
}
OPTIONS: dict[str, object] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix]),
}
