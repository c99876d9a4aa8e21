"""One editor's drafts: which are open, what was found in each, and when it is checked again.

The protocol runs in one thread and a check in another, one at a time; a newer text of a draft outdates every older one that
waits or runs.
"""

import asyncio
import traceback
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

import claims.errors
import seeds.errors
from reports.editor.checked import Checked, Written, check_text, path_of, suffix_of
from reports.editor.inputs import Material, Materials
from reports.editor.ruler import Ruler
from reports.editor.telling import NAME, Shelf, diagnostics
from reports.settings import Settings

T = TypeVar("T")
UNUSABLE = (claims.errors.InputError, seeds.errors.InputError)
DELAY = 0.4
"""Seconds without a key pressed before a changed text is checked."""


class Server(LanguageServer):
    """A session with one editor. find: the settings in force, asked again before every check."""

    def __init__(self, find: Callable[[], Settings]) -> None:
        super().__init__(NAME, _version(), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.materials = Materials(find)
        self.checked: dict[str, Checked] = {}
        self.ending = False
        self._open: dict[str, str] = {}
        self._turns: Counter[str] = Counter()
        self._one_at_a_time = asyncio.Lock()
        self._complaint = ""
        self._shelf: Shelf | None = None
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[object, object, None]) -> None:
        """Let something be done while the editor is listened to; a failure is told there, its traceback on standard error."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    @property
    def shelf(self) -> Shelf:
        """The sources' files in the encoding agreed on with the editor."""
        if self._shelf is None:
            documents = self.client_capabilities.text_document
            published = documents.publish_diagnostics if documents else None
            self._shelf = Shelf(self.workspace.position_codec, bool(published and published.related_information))
        return self._shelf

    async def opened(self, uri: str, language: str) -> None:
        """Check a draft at once and from now on; what is no draft is left alone."""
        suffix = suffix_of(path_of(uri), language)
        if suffix:
            self._open[uri] = suffix
            await self.check(uri, 0)

    async def check(self, uri: str, delay: float = DELAY) -> None:
        """Check an open draft and publish what is found, unless its text changes before that."""
        if uri not in self._open:
            return
        self._turns[uri] += 1
        turn = self._turns[uri]
        await asyncio.sleep(delay)
        async with self._one_at_a_time:
            if self._turns[uri] != turn or uri not in self._open:
                return
            written = self._written(uri)
            checked = await self._check(written)
        if self._turns[uri] == turn and uri in self._open:
            self._publish(written, checked)

    async def recheck(self) -> None:
        """Check every open draft again when what they are checked against has changed."""
        if await self._aside(self.materials.changed):
            await asyncio.gather(*(self.check(uri, 0) for uri in self._open))

    def closed(self, uri: str) -> None:
        """Take back what was published about a draft."""
        self._turns[uri] += 1
        self._open.pop(uri, None)
        if self.checked.pop(uri, None):
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def current(self, uri: str) -> Checked | None:
        """What was found in a draft, when its text is still the one that was checked."""
        checked = self.checked.get(uri)
        if checked is None or checked.written.ruler.text != self.workspace.get_text_document(uri).source:
            return None
        return checked

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error:
            traceback.print_exception(error)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"{NAME} failed: {error!r}"))

    async def _aside(self, call: Callable[..., T], *arguments: object) -> T:
        """The result of something slow, done in the other thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call, *arguments)

    def _written(self, uri: str) -> Written:
        document = self.workspace.get_text_document(uri)
        ruler = Ruler(document.source, self.workspace.position_codec)
        return Written(uri, path_of(uri), self._open[uri], document.version, ruler)

    async def _check(self, written: Written) -> Checked | None:
        material = await self._material()
        if material is None or not written.ruler.text.strip() or written.path.resolve() in material.sources:
            return None
        try:
            return await self._aside(check_text, written, material)
        except UNUSABLE as error:
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, str(error)))
            return None

    async def _material(self) -> Material | None:
        """The material; where it is unusable the writer is told why, once."""
        try:
            material = await self._aside(self.materials.current)
        except UNUSABLE as error:
            if str(error) != self._complaint:
                self._complaint = str(error)
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"{NAME}: {error}"))
            return None
        self._complaint = ""
        return material

    def _publish(self, written: Written, checked: Checked | None) -> None:
        self.checked.pop(written.uri, None)
        found: tuple[types.Diagnostic, ...] = ()
        if checked:
            self.checked[written.uri] = checked
            found = diagnostics(checked, self.shelf)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(written.uri, found, written.version))


def _version() -> str:
    """The version installed; "unknown" when the program runs from its sources without being installed."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "unknown"
