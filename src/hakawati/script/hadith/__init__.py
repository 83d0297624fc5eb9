"""Well-known hadiths, recognised by their own words: «فقال: إنما الأعمال بالنيات» needs no name to tell who speaks.

`openings.txt` lists the words, `wording` makes words comparable, `openings` reads the list and leads to its lines,
`agreement` follows a line along a text, and `known` answers.
"""
