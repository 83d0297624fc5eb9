"""Transcripts: an episode's text in the author's own words, in captions timed to its words.

cue ─pieces─▶ what lines may be broken at ─clock─▶ when each sounds ─breaking─▶ captions ─▶ WebVTT, SubRip
"""
