"""The proxy that the user has set for https: aiohttp asks for WSS_PROXY alone, which nobody sets."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from hakawati.errors import EngineFailed

HOST = "speech.platform.bing.com"
"""Where the service is: edge_tts.constants.WSS_URL."""


def proxy() -> str | None:
    """Its address, None where there is none for this host. Raises EngineFailed for one that cannot be used.

    The address may hold a password: it is shown to nobody.
    """
    if proxy_bypass(HOST):
        return None
    proxies = getproxies()
    address = proxies.get("wss") or proxies.get("https")
    if address and "://" not in address:
        address = f"http://{address}"
    if address and not _usable(address):
        raise EngineFailed(
            "edge: the proxy in HTTPS_PROXY cannot be used. Write it as http://host:port, or leave it out "
            f"with NO_PROXY={HOST}."
        )
    return address


def _usable(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
