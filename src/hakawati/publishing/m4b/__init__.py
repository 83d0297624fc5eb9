"""The whole book as one file: `book.m4b`, as audiobook players and phones want it.

    m4b          what is published, and what it needs
    chapters     the episodes' chapters end to end, in samples
    sound        the episodes' MP3s decoded, a piece at a time
    aac          the sound encoded, a frame at a time
    frames       where each of them lies
    layout       ftyp, moov and mdat in one file, written in one go
    movie        what is written; moov, all of it but the sound
    sound_track, chapter_track, nero, particulars      the parts of moov
    tracks, boxes                                      what those are made of

The file is MPEG-4 (ISO 14496-12 and -14, and Apple's QuickTime File Format). What is hard, the encoding, is PyAV's; the
boxes are written from here, because FFmpeg's muxer keeps 12 MB of memory for each hour until the end, writes everything
twice to have the contents ahead, cuts Nero's titles in the middle of a letter and their list after the 255th chapter,
and pads the end, which FFmpeg's own demuxer then plays.
"""

from hakawati.publishing.m4b.m4b import M4B

__all__ = ["M4B"]
