"""A server that does not wait for its listeners when it is to end."""

import socket

from uvicorn import Server


class PromptServer(Server):
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """A player that has paused takes nothing from its connection and would never be done: it is cut off."""
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await super().shutdown(sockets)
