"""Small files of every format, made when a test needs them: one story, told in each."""

import gzip as gz
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

TITLE = "Kenya sends soldiers to the border with Somalia"
STORY = (
    "Kenya sent 1,200 soldiers to the border with Somalia on Thursday, the defence ministry said.",
    "More than 3,000 people fled from Mandera to Dadaab last week, according to the Red Cross. They had walked for two "
    "days without water, and many of them were children.",
    "The minister did not say how long the soldiers would stay there.",
)
DAY = datetime(2023, 3, 3, 9, 30, tzinfo=UTC)
ADDRESS = "https://www.example.org/world/kenya-border"
AUTHOR = "Amina Yusuf"


def page(body: Sequence[str] = STORY, head: str = "", *, title: str = TITLE) -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in body)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} | Example News</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Example News">'
        f'<meta property="article:published_time" content="2023-03-03T09:30:00Z">'
        f'<meta name="author" content="{AUTHOR}"><link rel="canonical" href="{ADDRESS}">{head}</head><body>'
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article>"
        "<script>document.write('99,000 soldiers fled to Kenya')</script>"
        "<footer>Copyright 2021 Example News. All rights reserved.</footer></body></html>"
    ).encode()


def pdf(
    pages: Sequence[Sequence[str]] = ((TITLE, "", "3 March 2023", "", *STORY),), extra: str = "", author: str = ""
) -> bytes:
    """A PDF in Helvetica: a line of the page a string, an empty one a gap; long ones are wrapped at 90 characters.
    ``author`` stands in its properties."""
    drawn: list[list[str]] = []
    for lines in pages:
        height = 780
        drawn.append([])
        for line in lines:
            height -= 12
            for piece in _wrapped(line):
                escaped = piece.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
                drawn[-1].append(f"BT /F1 11 Tf 56 {height} Td ({escaped}) Tj ET")
                height -= 14
    return _drawn(drawn, "Helvetica", extra, author)


def _drawn(pages: Sequence[Sequence[str]], face: str, extra: str = "", author: str = "") -> bytes:
    objects = ["<< /Type /Catalog /Pages 2 0 R" + extra + " >>", ""]
    kids = []
    for drawn in pages:
        stream = "\n".join(drawn)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font "
            f"/Subtype /Type1 /BaseFont /{face} >> >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    if author:
        objects.append(f"<< /Author ({author}) >>")
    return _numbered(objects, f" /Info {len(objects)} 0 R" if author else "")


def printed(words: str) -> bytes:
    """A PDF as browsers print it to a file: each letter is set by itself, here in two narrow columns."""
    lines = _wrapped(words, 36)
    half = (len(lines) + 1) // 2
    drawn = [
        f"BT /F1 11 Tf {56 + 260 * (at >= half)} {780 - 14 * (at % half)} Td "
        f"{' 6.6 0 Td '.join(f'({letter}) Tj' for letter in line)} ET"
        for at, line in enumerate(lines)
    ]
    return _drawn([drawn], "Courier")


def _wrapped(line: str, width: int = 90) -> list[str]:
    pieces = [""]
    for word in line.split():
        if len(pieces[-1]) + len(word) > width:
            pieces.append("")
        pieces[-1] += f" {word}" if pieces[-1] else word
    return pieces


def _numbered(objects: Sequence[str], trailer: str = "") -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return made + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{len(made)}\n%%EOF\n"
    ).encode("latin-1")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(
    body: Sequence[str] = (TITLE, "3 March 2023", *STORY), inner: str = "", more: Mapping[str, bytes] | None = None
) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in body)
    parts = {
        "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
        b'+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?><w:document {W}><w:body>{paragraphs}{inner}</w:body>'
        "</w:document>".encode(),
    }
    return zipped({**parts, **(more or {})})


def mail(body: str = "\n\n".join(STORY), attached: Mapping[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = f"{AUTHOR} <amina@example.org>"
    message["Date"] = format_datetime(DAY)
    message.set_content(body)
    for name, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mailbox(*messages: bytes) -> bytes:
    return b"".join(b"From a@example.org Fri Mar  3 09:30:00 2023\n" + message + b"\n\n" for message in messages)


def rss(entries: int = 1, story: Sequence[str] = STORY) -> bytes:
    items = "".join(
        f"<item><title>{TITLE}{f' ({number})' if number else ''}</title><link>{ADDRESS}?n={number}</link>"
        f"<author>{AUTHOR}</author>"
        f"<pubDate>{format_datetime(DAY)}</pubDate><description><![CDATA["
        f"{''.join(f'<p>{words}</p>' for words in story)}]]></description></item>"
        for number in range(entries)
    )
    head = "<title>Example News</title><link>https://www.example.org</link><description>News</description>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def row() -> dict[str, str]:
    return {
        "Headline": TITLE,
        "Text": "\n\n".join(STORY),
        "Published": "2023-03-03",
        "URL": ADDRESS,
        "Author": AUTHOR,
        "Publisher": "Example News",
    }


def csv() -> bytes:
    cells = ['"' + value.replace('"', '""') + '"' for value in row().values()]
    return f"{','.join(row())}\r\n{','.join(cells)}\r\n".encode()


def lines() -> bytes:
    return (json.dumps(row()) + "\n").encode()


def text() -> bytes:
    return "\n\n".join([TITLE, f"By {AUTHOR}", "3 March 2023", *STORY, ADDRESS]).encode() + b"\n"


def markdown() -> bytes:
    head = f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\ndate: 2023-03-03\nurl: {ADDRESS}\n---\n\n"
    return (head + "\n\n".join(STORY)).encode() + b"\n"


def answer(body: bytes, kind: str = "text/html; charset=utf-8", *, status: str = "200 OK", more: str = "") -> bytes:
    """What a server answers, as an archive keeps it."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(block: bytes, address: str = ADDRESS, *, kind: str = "response", length: str | None = None) -> bytes:
    """A record of a web archive; ``length`` where it lies about it."""
    told = str(len(block)) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http;msgtype={kind}\r\nContent-Length: {told}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(*records: bytes) -> bytes:
    """As crawlers write them: each record packed on its own."""
    return b"".join(gz.compress(it, mtime=0) for it in records or (record(answer(page())),))


def zipped(members: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(
                zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED
            )  # a day of its own: the same bytes always
    return made.getvalue()


EVERY = {
    "story.txt": text,
    "story.md": markdown,
    "story.html": page,
    "story.pdf": pdf,
    "story.docx": word,
    "story.eml": mail,
    "story.mbox": lambda: mailbox(mail()),
    "story.rss": rss,
    "story.csv": csv,
    "story.jsonl": lines,
    "story.warc": lambda: record(answer(page())),
    "story.warc.gz": warc,
    "story.zip": lambda: zipped({"story.txt": text()}),
}
"""A file of each format that tells the story once."""
