"""What makes speech: the protocol, the list of engines, one file per engine."""
