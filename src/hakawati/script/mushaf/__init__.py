"""The mushaf: its text, where words of a passage stand in it, and what a passage writes otherwise.

`tanzil` reads the text, `spelling` compares words however they are spelled, `text` is the mushaf as one sequence of
words, `seeds` and `alignment` find runs of a passage in it (`runs`), `weight` says how much a run tells; `evidence` and
`announcement` are what a passage says of itself, `citation` names suras and verses, and `slips` compares a verse with
the mushaf letter by letter.
"""
