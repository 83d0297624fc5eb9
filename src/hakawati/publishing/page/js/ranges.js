// Between characters of an element's text, counted from its beginning, and ranges of the document.
const textNodes = function* (element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
};

const rangeOf = (element, from, to) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  if (to === null) return range;
  let before = 0;
  for (const node of textNodes(element)) {
    const after = before + node.length;
    if (from >= before && from < after) range.setStart(node, from - before);
    if (to > before && to <= after) {
      range.setEnd(node, to - before);
      break;
    }
    before = after;
  }
  return range;
};

// How many characters of `element` stand before a place in the document.
const offsetIn = (element, node, offset) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
};

// {node, offset} of the text under a point of the window, or null.
const textAt = (x, y) => {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
};

// Ink for ranges, without touching the text: the style sheet knows them as ::highlight(name).
const ink = (name, ...ranges) => {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
};

