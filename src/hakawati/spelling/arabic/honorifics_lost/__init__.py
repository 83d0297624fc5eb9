"""Lost honorifics: where copying a text dropped the sign behind a name and left a gap, the formula is supplied.

Some editors draw ﷺ and its kind with a font of their own; what is copied out has nothing in its place, only white space
where none should be: «النبي  بالهجرة», «قال أبو بكر :». Which formula it was follows from who is named before the gap,
and that is decided by the lists in `people/`, never by default.
"""

from hakawati.spelling.arabic.honorifics_lost.rule import depends_on_surroundings, edits, habit_of
from hakawati.spelling.arabic.honorifics_lost.surroundings import NOWHERE, Habit, Surroundings

__all__ = ["NOWHERE", "Habit", "Surroundings", "depends_on_surroundings", "edits", "habit_of"]
