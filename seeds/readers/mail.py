"""Mails (.eml) and web pages saved whole (.mht): the page in them, else their plain text, under their subject, sender and day."""

import codecs
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from seeds.days import day_of
from seeds.errors import InputError
from seeds.readers import markup
from seeds.readers.chapters import chained, heading
from seeds.readers.files import usable
from seeds.text import Text
from seeds.told import Fact, Standing, Told

MAIL = ".eml"
HEADS = ("Subject", "From", "Date")


def read(path: Path, data: bytes) -> Text:
    """The message's words. Raises InputError when it holds neither a page nor plain text."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is not None and path.suffix.lower() != MAIL:
        return markup.read(path, _bytes(page))
    heads = [f"{name}: {' '.join(str(message[name]).split())}" for name in HEADS if message[name]]
    if page is not None:
        return chained([*map(heading, heads), markup.read(path, _bytes(page))], _told(message))
    plain = next((part for part in message.walk() if part.get_content_type() == "text/plain"), None)
    if plain is None:
        raise InputError(f"{path}: holds no text; save the message as .txt or .html")
    words = _bytes(plain).decode(_charset(plain), "replace").replace("\r\n", "\n")
    text = usable(path, "\n\n".join([*heads, words]), "save the message as .txt or .html")
    return Text(text, told=tuple(_told(message)))


def _told(message: EmailMessage) -> Iterator[Told]:
    if day := day_of(str(message["Date"] or "")):
        yield Told(Fact.PUBLISHED, day, "the head of the message (Date)", Standing.SURE)
    if subject := " ".join(str(message["Subject"] or "").split()):
        yield Told(Fact.TITLE, subject, "the head of the message (Subject)", Standing.SURE)


def _charset(part: EmailMessage) -> str:
    """The encoding a part is in, as far as it names one that there is."""
    try:
        return codecs.lookup(part.get_content_charset() or "utf-8").name
    except LookupError:
        return "utf-8"


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
