"""Mark-up: paragraphs become episodes, chapters and segments; and the script file, where an editor mends it."""
