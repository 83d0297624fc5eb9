"""Which tags these are: part of every episode's key. In a file of its own: who asks makes no tag."""

REVISION = 2
"""Raised whenever a tag comes out otherwise from the same timeline."""
