/* What the audit found. The index is read at once; texts and passages when they are asked for. */

const read = (id) => {
  const held = byId(id);
  return held ? JSON.parse(held.textContent) : [];
};

const index = read("index");

const articles = index.articles.map(([title, published, credit, url, id, path, words, parts]) => ({
  title: title || id, published, credit, url, id, path, words, parts, at: time(published),
}));

const pairs = index.pairs.map(([earlier, later, kind, words, ofEarlier, ofLater], number) => ({
  number, earlier, later, kind, words, ofEarlier, ofLater,
}));

const pairsBetween = new Map(pairs.map((pair) => [`${pair.earlier} ${pair.later}`, pair]));
const pairOf = (a, b) => pairsBetween.get(`${a} ${b}`) || pairsBetween.get(`${b} ${a}`);
const otherOf = (pair, article) => (pair.earlier === article ? pair.later : pair.earlier);
const shareOf = (pair, article) => (pair.earlier === article ? pair.ofEarlier : pair.ofLater);

const KINDS = {
  identical: { label: "The same text", brief: "same text" },
  nearly: { label: "Nearly the same", brief: "nearly" },
  whole: { label: "One inside the other", brief: "contained" },
  passage: { label: "Shared passages", brief: "passages" },
  series: { label: "Series", brief: "series" },
  within: { label: "Repeats itself", brief: "repeats itself" },
};

function groupOf([kind, first, numbers, size, words, series], place) {
  const own = numbers.map((number) => pairs[number]);
  const members = [first, ...own.map((pair) => otherOf(pair, first))];
  return described({
    name: `g${place + 1}`, kind, first, pairs: own, members, size, words, series,
    share: Math.max(...own.map((pair) => Math.max(pair.ofEarlier, pair.ofLater))),
  });
}

function withinOf(first, place) {
  return described({
    name: `w${place + 1}`, kind: "within", first, pairs: [], members: [first], size: 1, words: 0, series: null, share: 0, within: place,
  });
}

function described(group) {
  const times = group.members.map((member) => articles[member].at).filter((at) => at !== null);
  group.from = times.length ? Math.min(...times) : null;
  group.until = times.length ? Math.max(...times) : null;
  group.credits = new Set(group.members.map((member) => articles[member].credit).filter(Boolean));
  return group;
}

const groups = [...index.groups.map(groupOf), ...index.within.map(withinOf)];
const named = new Map(groups.map((group) => [group.name, group]));

/* Pieces of texts and of passages, kept once they are read. */
const kept = new Map();
function piece(name, number) {
  const id = `${name}-${Math.floor(number / index.piece)}`;
  if (!kept.has(id)) kept.set(id, read(id));
  return kept.get(id)[number % index.piece] || [];
}

let repeated = null;
const textOf = (article) => piece("texts", article);
const passagesOf = (group, pair) => {
  if (group && group.kind === "within") return (repeated = repeated || read("within"))[group.within];
  return piece("pairs", pair.number);
};

/* The text from one place to another, as far as the page has it. */
function slice(article, start, end) {
  for (const [at, text] of textOf(article)) {
    if (at <= start && end <= at + text.length) return text.slice(start - at, end - at);
  }
  return "";
}

/* Lower case, one space for any white space, straight quotation marks: what a search compares. */
const folded = (text) => text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ");

const searched = new Map();
function searchable(article) {
  if (!searched.has(article)) {
    const { title, credit, id, path } = articles[article];
    const texts = textOf(article).map(([, text]) => text);
    searched.set(article, folded([title, credit, id, path, ...texts].filter(Boolean).join("\n")));
  }
  return searched.get(article);
}
