"""A built folder looked at in the browser, on this machine alone.

Starlette and uvicorn serve it: they know byte ranges, HEAD and conditional requests. What is added here is which files
may be seen, what they are, and how the server begins and ends.
"""

from hakawati.serving.serving import FIRST_PORT, Addresses, serve

__all__ = ["FIRST_PORT", "Addresses", "serve"]
