"""The folder as a web site: its published files and nothing else.

No other site's script may read it (there is no `Access-Control-Allow-Origin`, and a foreign name that leads here is
refused): a preview is of what is not published yet.
"""

import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import FileResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from hakawati.serving.media_types import media_type

HOSTS = ("127.0.0.1", "localhost")
ASK_AGAIN = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
"""A browser may keep a file, but asks each time whether it is still the same: a new build is seen at once."""


def site(folder: Path) -> Starlette:
    own_names = Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)
    return Starlette(routes=[Mount("/", PublishedFiles(directory=folder, html=True))], middleware=[own_names])


class PublishedFiles(StaticFiles):
    """A folder's files without those whose names begin with a dot, which are the builds' own."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        found, status = super().lookup_path(path)
        if status and (_hidden(path) or _hidden(os.path.relpath(found, os.path.realpath(self.all_directories[0])))):
            return "", None
        return found, status

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = FileResponse(
            full_path, status_code, ASK_AGAIN, media_type(os.fspath(full_path)), stat_result=stat_result
        )
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response


def _hidden(path: str) -> bool:
    return any(part.startswith(".") and part != "." for part in Path(path).parts)
