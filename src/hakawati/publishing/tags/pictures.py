"""What kind of picture some bytes are, by how they begin."""

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def is_picture(data: bytes) -> bool:
    return data.startswith((PNG, JPEG))


def kind(data: bytes) -> str:
    """The media type of a PNG or JPEG."""
    return "image/png" if data.startswith(PNG) else "image/jpeg"
