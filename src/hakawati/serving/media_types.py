"""What the published files are, as a web server should say it."""

from pathlib import PurePath

MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4b": "audio/mp4",
    ".m3u8": "audio/x-mpegurl; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".chapters.json": "application/json+chapters; charset=utf-8",
    "publication.json": "application/audiobook+json; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    "feed.xml": "application/rss+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".txt": "text/plain; charset=utf-8",
}
"""By how a file's name ends; the first that fits. A playlist is no HLS stream (`application/vnd.apple.mpegurl`), for
which a browser would take it. The system's own table is not asked: it differs from machine to machine.
"""
UNKNOWN = "application/octet-stream"


def media_type(path: str) -> str:
    name = PurePath(path).name.lower()
    return next((known for ending, known in MEDIA_TYPES.items() if name.endswith(ending)), UNKNOWN)
