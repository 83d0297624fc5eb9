"""The pattern behind the plate: eight-fold stars of interlaced straps, drawn as a tile that repeats in both directions.

It is the pattern that polygons in contact give (E. H. Hankin, "The Drawing of Geometric Patterns in Saracenic Art",
1925) on octagons and squares: from the middle of every side two straps set out into each neighbour, leaning by LEAN
from the normal, and turn where they meet those of the next side. At every crossing the strap that leans to one hand
lies above, and so each strap goes over and under in turn.
"""

from collections.abc import Iterator
from itertools import product
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from hakawati.publishing.cover.palettes import Palette

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

LEAN = pi / 8
HEART = 0.07
"""The radius of the small star within a star, as a share of the period."""
FINE = 4
"""Drawn this many times larger and then reduced, for smooth edges."""

Point = complex


class Strap(NamedTuple):
    """From the middle of one side of a polygon, over a bend, to the middle of the next."""

    start: Point
    bend: Point
    end: Point


class Polygon(NamedTuple):
    """A regular one. `apothem` lies between its centre and a side; the first side lies in the direction `turn`."""

    centre: Point
    sides: int
    apothem: float
    turn: float

    def middles(self) -> list[Point]:
        return [self._at(side, self.apothem) for side in range(self.sides)]

    def bends(self) -> list[Point]:
        """Where straps meet, between each side and the next: the law of sines in centre, middle and bend."""
        half = pi / self.sides
        return [self._at(side + 0.5, self.apothem * sin(LEAN) / sin(half + LEAN)) for side in range(self.sides)]

    def straps(self) -> Iterator[Strap]:
        middles = self.middles()
        for side, bend in enumerate(self.bends()):
            yield Strap(middles[side], bend, middles[(side + 1) % self.sides])

    def star(self) -> list[Point]:
        """The outline of the cell that its straps enclose."""
        return [corner for pair in zip(self.middles(), self.bends(), strict=True) for corner in pair]

    def _at(self, side: float, radius: float) -> Point:
        return self.centre + turned(radius, self.turn + 2 * pi * side / self.sides)


def turned(length: float, angle: float) -> Point:
    return complex(length * cos(angle), length * sin(angle))


def tile(period: int, palette: Palette) -> "Image.Image":
    """One period of the pattern, RGB, `period` pixels square: an octagon's star in its middle."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only who draws a cover loads it

    side = period * FINE
    image = Image.new("RGB", (side, side), palette.ground)
    draw = ImageDraw.Draw(image)
    octagons, squares = _polygons(side)
    for shapes, colour in ((octagons, palette.star), (squares, palette.kite)):
        for shape in shapes:
            draw.polygon(pairs(shape.star()), fill=colour)
    for shape in octagons:
        heart = Polygon(shape.centre, 8, side * HEART, 0)
        draw.polygon(pairs(heart.star()), fill=palette.gold)
    _interlace(draw, [strap for shape in (*octagons, *squares) for strap in shape.straps()], side, palette)
    return image.reduce(FINE)


def _polygons(period: float) -> tuple[list[Polygon], list[Polygon]]:
    """The octagons and the squares that show in one period."""
    edge = period / (1 + sqrt(2))
    steps = (-0.5, 0.5, 1.5)
    octagons = [Polygon(complex(x, y) * period, 8, period / 2, 0) for x, y in product(steps, steps)]
    squares = [Polygon(complex(x, y) * period, 4, edge / 2, pi / 4) for x, y in product((0, 1), (0, 1))]
    return octagons, squares


def _interlace(draw: "ImageDraw.ImageDraw", straps: list[Strap], period: float, palette: Palette) -> None:
    wide, narrow = period * 0.036, period * 0.022
    for half, colour in ((wide, palette.edge), (narrow, palette.strap)):
        for strap in straps:
            draw.polygon(pairs(_band(strap, half)), fill=colour)
    reach = wide / sin(2 * LEAN) * 1.25
    for strap in straps:
        along = (strap.bend - strap.start) / abs(strap.bend - strap.start)
        for half, length, colour in ((wide, reach, palette.edge), (narrow, reach * 1.08, palette.strap)):
            over = Strap(strap.start - along * length, strap.start, strap.start + along * length)
            draw.polygon(pairs(_band(over, half)), fill=colour)


def _band(strap: Strap, half: float) -> list[Point]:
    """The outline of a strap that is `half` wide on either side, its bend mitred."""
    first, second = _across(strap.start, strap.bend), _across(strap.bend, strap.end)
    mitre = (first + second) / abs(first + second)
    mitre *= half / (mitre.real * first.real + mitre.imag * first.imag)
    left = [strap.start + half * first, strap.bend + mitre, strap.end + half * second]
    right = [strap.end - half * second, strap.bend - mitre, strap.start - half * first]
    return left + right


def _across(start: Point, end: Point) -> Point:
    """The unit vector at a right angle to the way from `start` to `end`."""
    return (end - start) / abs(end - start) * 1j


def pairs(points: list[Point]) -> list[tuple[float, float]]:
    return [(point.real, point.imag) for point in points]
