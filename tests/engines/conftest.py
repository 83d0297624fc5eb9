"""Every engine as a fixture named as it is, ready to perform; those that ask other machines, before stand-ins."""

from engines.command_performer import command, command_options
from engines.edge_performer import edge, edge_server, edge_service, edge_unvouched
from engines.gtts_performer import google, gtts, server
from engines.openai_performer import openai, speech_server
from engines.performing import espeak, silent
from engines.piper_performer import piper, piper_folder, piper_options

__all__ = [
    "command",
    "command_options",
    "edge",
    "edge_server",
    "edge_service",
    "edge_unvouched",
    "espeak",
    "google",
    "gtts",
    "openai",
    "piper",
    "piper_folder",
    "piper_options",
    "server",
    "silent",
    "speech_server",
]
