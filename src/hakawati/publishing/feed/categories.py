"""The categories that Apple Podcasts knows, and with it nearly every app: one of the first, and one below it.

https://podcasters.apple.com/support/1691-apple-podcasts-categories
"""

from collections.abc import Iterator
from difflib import get_close_matches

CATEGORIES: dict[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": ("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),
    "History": (),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        *("Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"),
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        *("Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News"),
        "Tech News",
    ),
    "Religion & Spirituality": (
        *("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"),
    ),
    "Science": (
        *("Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature"),
        *("Physics", "Social Sciences"),
    ),
    "Society & Culture": ("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),
    "Sports": (
        *("Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running"),
        *("Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"),
    ),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    "Technology": (),
    "True Crime": (),
}


def category_problems(category: str, subcategory: str | None) -> Iterator[str]:
    """What is wrong with the two, one sentence each."""
    below = CATEGORIES.get(category)
    if below is None:
        yield f"feed.category: there is no category {category!r}. {_meant(category)}"
    elif subcategory is not None and subcategory not in below:
        known = f"There are: {', '.join(below)}." if below else "It has none."
        yield f"feed.subcategory: {category!r} has no subcategory {subcategory!r}. {known}"


def _meant(name: str) -> str:
    above = [category for category, below in CATEGORIES.items() if name in below]
    if above:
        return f"It is a subcategory of {above[0]!r}."
    holding = [known for known in CATEGORIES if name.casefold() in known.casefold()]
    near = holding or get_close_matches(name.title(), CATEGORIES, 1, 0.6)
    return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(CATEGORIES)}."
