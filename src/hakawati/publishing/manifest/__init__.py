"""The book as a W3C audiobook: `publication.json`.

    times         ─▶ durations and places as the specification writes them
    resources     ─▶ the episodes in their order, what belongs to each, and what belongs to the book
    contents      ─▶ every episode's chapters
    accessibility ─▶ how the book can be taken in
    audiobook     ─▶ publication.json

https://www.w3.org/TR/audiobooks/
https://www.w3.org/TR/pub-manifest/
"""
