"""Abbreviations of the languages written in Latin and Cyrillic, in small letters and without their last dot.

One list serves all languages: a script file is cut anew wherever it is read, and a German book may cite an English one.
What would be a word of another language is told apart by what follows it.
"""

from hakawati.script.vocabulary import listed

NEVER_LAST = listed(
    "mr mrs ms messrs dr prof m mm mme mmes mlle rev",  # the name follows
    "vs cf e.g i.e viz z.b d.h u.a.m bzw vgl sog ggf evtl inkl c.-à-d p.ej p.es np tzn bijv т.е напр doç",
)
"""They stand before something, whatever it is."""

BEFORE_A_NUMBER = listed(
    "no nos nr nrs num núm mon tue wed thu fri sat sun pp pg pag pág págs vol vols bd bde fig figs abb kap ch chap",
    "cap sec sect art par op rys",
    "jan feb apr aug sep sept oct okt nov dec dez janv févr juil déc ene",
    "al ps prov isa jer ezek matt cor gal eph phil thess heb jas pet стр рис гл тел",
)
"""Abbreviations where a number follows, words (no, sept) where none does."""

MAYBE_LAST = listed(
    "st ste sta sto sr jr hon gen col sgt capt lt cpl maj cmdr adm gov sen rep pres supt mt ft sra srs sras srta",
    "dra dras sres",
    "ud uds vd vds ee uu fr hr hrn pr sig sigg dott avv av ing dhr mevr drs",
    "inc ltd co corp bros dept univ assn ave blvd rd ph.d ed eds trans approx ca circa esp incl est",
    "тов гр г-н г-жа д-р проф акад св ул пр им см ср др обл",
)
"""They may end a sentence; whether they do is told by what follows."""

OPENERS = listed(
    "the a an he she it they we you i this that these those there here his her their our my its but and so then when",
    "while after before in on at if as for with from by what who why where how nobody nothing some many most all no",
    "yes",
    "not once later now today however",
    "der die das ein eine er sie es wir ich dann da dort und aber doch als wenn nach vor im am man niemand dies",
    "diese sein",
    "ihr le la les un une il elle ils elles on nous vous je ce cette ces mais et puis alors quand dans en après avant",
    "el los las una él ella ellos yo pero y luego entonces cuando después lo gli egli lei loro ma e poi nel dopo",
    "o os as um uma ele ela depois então quando de het een hij zij ze ik maar toen dan daar",
    "ona oni to ten ta ale potem gdy bu şu ve ama sonra",
    "он она оно они мы я вы это этот эта но и а потом затем когда в на после там тут его её их",
)
"""Small words that, written with a capital, begin a sentence and no name."""

DAYS_AND_MONTHS = listed(
    "monday tuesday wednesday thursday friday saturday sunday est edt cst cdt pst pdt gmt utc",
    "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert",
    "january february march may june july october december",
)
"""They belong to the hour («5 p.m. Monday») or the German ordinal («3. Mai») before them."""

BEFORE_A_GERMAN_ORDINAL = listed("der die das dem den des am vom zum zur im beim ins ab bis seit jeder jede jedes und")

ERAS = listed("a.m p.m b.c a.d b.c.e c.e m.p.h")
"""After a number they close what it begins: so they end a sentence where a capital follows."""
