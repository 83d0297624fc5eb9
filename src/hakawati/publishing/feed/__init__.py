"""The podcast's feed: `feed.xml`, RSS 2.0 with the tags of Apple Podcasts and of Podcasting 2.0.

    addresses ─▶ where each file will lie on the web
    identity  ─▶ the podcast's guid, and each episode's
    calendar  ─▶ the day each episode appears
    notes     ─▶ what is told of the book and of an episode
    channel   ─▶ the podcast; item ─▶ an episode of it
    problems  ─▶ what the settings lack or have wrong
    rss_feed  ─▶ feed.xml

https://www.rssboard.org/rss-specification
https://podcasters.apple.com/support/823-podcast-requirements
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md
"""
