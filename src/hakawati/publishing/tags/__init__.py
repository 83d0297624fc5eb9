"""The ID3 tag of an episode: version 2.3, text in UTF-16, chapters in time order.

2.3 and not 2.4, because ffmpeg drops every 2.4 chapter whose title is longer than 127 bytes, as a vowelled Arabic title
is. Chapters in time order, because ffprobe, and what builds on it, lists them as they stand in the file.
"""
