"""The server's side of a WebSocket (RFC 6455), as much as a stand-in needs: no extensions, no fragments, no pings."""

import base64
import hashlib
import struct
from http.server import BaseHTTPRequestHandler
from typing import NamedTuple

TEXT, BINARY, CLOSE = 1, 2, 8
_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Message(NamedTuple):
    kind: int
    data: bytes


def shake_hands(handler: BaseHTTPRequestHandler) -> None:
    """Turn an HTTP request into a WebSocket."""
    proof = hashlib.sha1(f"{handler.headers['Sec-WebSocket-Key']}{_SALT}".encode(), usedforsecurity=False)
    handler.send_response(101)
    handler.send_header("Upgrade", "websocket")
    handler.send_header("Connection", "Upgrade")
    handler.send_header("Sec-WebSocket-Accept", base64.b64encode(proof.digest()).decode())
    handler.end_headers()
    handler.wfile.flush()


def receive(handler: BaseHTTPRequestHandler) -> Message:
    """The next message; what a client sends is masked. Raises EOFError where there is none."""
    head = handler.rfile.read(2)
    if len(head) < 2:
        raise EOFError
    size = head[1] & 0x7F
    if size == 126:
        (size,) = struct.unpack(">H", handler.rfile.read(2))
    elif size == 127:
        (size,) = struct.unpack(">Q", handler.rfile.read(8))
    mask = handler.rfile.read(4)
    masked = handler.rfile.read(size)
    mask = (mask * (size // 4 + 1))[:size]
    return Message(head[0] & 0x0F, (int.from_bytes(masked) ^ int.from_bytes(mask)).to_bytes(size))


def send(handler: BaseHTTPRequestHandler, message: Message) -> None:
    size = len(message.data)
    if size < 126:
        head = struct.pack(">BB", 0x80 | message.kind, size)
    elif size < 1 << 16:
        head = struct.pack(">BBH", 0x80 | message.kind, 126, size)
    else:
        head = struct.pack(">BBQ", 0x80 | message.kind, 127, size)
    handler.wfile.write(head + message.data)
    handler.wfile.flush()
