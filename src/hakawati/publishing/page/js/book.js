// The book as it stands in the page.
const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

const book = JSON.parse(find("#book").textContent);
const rightToLeft = root.dir === "rtl";
const label = (name, ...values) => values.reduce((text, value) => text.replace("{}", () => value), book.labels[name]);

const chaptersOf = (item, title) => {
  const links = findAll(".chapter", item);
  const chapters = links.map((link) => ({
    title: find(".name", link).textContent,
    start: Number(link.dataset.start),
    link,
  }));
  return chapters.length ? chapters : [{ title, start: 0, link: null }];
};

const episodes = findAll(".episode").map((item, place) => {
  const title = find(".name", item).textContent;
  const { number, file, text, length } = item.dataset;
  return { number: Number(number), place, title, file, text, length: Number(length), item, chapters: chaptersOf(item, title) };
});
const episodeNumbered = (number) => episodes.find((episode) => episode.number === number);

