"""The page: `index.html`, where a book is listened to and read along, and what it shows of each episode.

    passages ─▶ text.html.jinja   an episode's text as it is printed: paragraphs, runs in a role, segments
    timings                       when each segment and word of it sounds
    episode_text ─▶ .text.js      both, for the page to load when the episode is opened
    text_page ─▶ .html            the text alone, for readers without JavaScript and for search engines
    book_page ─▶ index.html       the player, the contents and the search

The page loads nothing from elsewhere and is written without a build step: css/ and js/ go into it as they are.
"""
