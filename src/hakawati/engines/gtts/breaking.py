"""Why there is no answer at all: what goes wrong between here and Google, told so that nothing secret is told.

Foreign messages may hold a proxy's address with its password: of them only what the operating system or TLS says is
shown.
"""

import http.client
import re
import ssl
from urllib.parse import urlsplit

import requests
import urllib3
from requests.utils import get_environ_proxies, select_proxy

from hakawati.engines.gtts.answer import LATER
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.errors import EngineError, EngineFailed

NETWORK = f"Is the network up? {LATER}"
_MISWRITTEN = (ValueError, requests.exceptions.InvalidSchema, urllib3.exceptions.LocationValueError)
_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")
"""What http.client says of a proxy that does not let us through."""
_LATE = (TimeoutError, requests.Timeout, urllib3.exceptions.TimeoutError)


def unreached(error: Exception, url: str, timeout: float) -> Trouble:
    """Of a request that was not answered with so much as a status."""
    host, causes = urlsplit(url).hostname, _causes(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _nobody_vouches(host, cause)
        if isinstance(cause, _MISWRITTEN):
            return _hopeless("the proxy's address cannot be understood: mend it in the environment (HTTPS_PROXY)")
    if isinstance(error, OSError) and not isinstance(error, requests.RequestException):
        # a file of certificates that is not there
        return _hopeless(f"{error}: mend REQUESTS_CA_BUNDLE in the environment")
    way = f"{host}{_by_way_of(url)}"
    if isinstance(causes[-1], _LATE):
        return _unheard(f"{way} does not answer in time (timeout {timeout:g} s)")
    if tunnel := _TUNNEL.match(str(causes[-1])):
        return _shut(way, tunnel[1])
    return _unheard(f"{way} is not reached ({_said(causes[-1])})")


def broken_off(error: Exception, url: str, received: int, timeout: float) -> Trouble:
    """Of an answer that began."""
    host = urlsplit(url).hostname
    if isinstance(error, _LATE):
        return _unheard(f"{host} stopped in the middle of its answer (timeout {timeout:g} s)")
    return Trouble(
        _failed(f"{host} broke off in the middle of its answer, after {received} bytes. {NETWORK}"), Cure.TRY_AGAIN
    )


def endless(url: str, seconds: float) -> Trouble:
    return _unheard(f"{urlsplit(url).hostname} is too slow (its answer was not complete after {seconds:g} s)")


def too_long(url: str, most: int) -> Trouble:
    host = urlsplit(url).hostname
    return Trouble(
        _failed(f"{host} answers with more than {most // 1000} kB, which is no speech. {LATER}"), Cure.TRY_AGAIN
    )


def _nobody_vouches(host: str | None, error: ssl.SSLCertVerificationError) -> Trouble:
    return _hopeless(
        f"nobody vouches that this is {host} (certificate: {error.verify_message}). If your network puts its own "
        "certificate in between, name its authority in REQUESTS_CA_BUNDLE"
    )


def _shut(way: str, status: str) -> Trouble:
    if status == "407":
        return _hopeless(f"{way} is not reached: the proxy wants a name and a password (407). Set them in HTTPS_PROXY")
    return _unheard(f"{way} is not reached: the proxy does not let us through ({status})")


def _causes(error: BaseException) -> list[BaseException]:
    """From the error that reached us to its innermost cause."""
    found: list[BaseException] = []
    inner: object = error
    while isinstance(inner, BaseException) and inner not in found:
        found.append(inner)
        wrapped = [argument for argument in inner.args if isinstance(argument, BaseException)]
        inner = inner.__cause__ or inner.__context__ or next(iter(wrapped), None)
    return found


def _said(cause: BaseException) -> str:
    """Without what a library has added."""
    if isinstance(cause, http.client.RemoteDisconnected):
        return "it hung up"
    return (isinstance(cause, OSError) and cause.strerror) or type(cause).__name__


def _by_way_of(url: str) -> str:
    """The proxy, if there is one, without the password in its address."""
    proxy = select_proxy(url, get_environ_proxies(url))
    return f" by way of the proxy {urlsplit(proxy).hostname}" if proxy else ""


def _hopeless(cause: str) -> Trouble:
    return Trouble(_failed(f"{cause}. {LATER}"), Cure.STOP_ASKING)


def _unheard(cause: str) -> Trouble:
    return Trouble(_failed(f"{cause}. {NETWORK}"), Cure.CONNECT)


def _failed(message: str) -> EngineError:
    return EngineFailed(f"gtts: {message}")
