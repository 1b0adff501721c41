/* Time lines and passage maps. Colour is never the only sign: parts carry numbers, points have titles. */

const COLOURS = 8;
const DAY = 86400000;

/* Round dates between two times, about `most` of them: days, months, years. */
function ticks(from, until, most) {
  const days = (until - from) / DAY;
  const found = [];
  if (days <= 70) {
    const step = Math.max(Math.ceil(days / most), 1);
    const first = new Date(from);
    for (let at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()); at <= until; at += step * DAY) {
      if (at >= from) found.push([at, dayFormat.format(at).replace(/ \d{4}$/, "")]);
    }
    return found;
  }
  const months = days / 30.44;
  const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
  const step = steps.find((size) => months / size <= most) || 1200;
  const start = new Date(from);
  let year = start.getUTCFullYear();
  let number = Math.floor(start.getUTCMonth() / Math.min(step, 12)) * Math.min(step, 12);
  if (step > 12) year -= year % (step / 12);
  for (;;) {
    const at = Date.UTC(year, number);
    if (at > until) return found;
    if (at >= from) found.push([at, step >= 12 ? String(new Date(at).getUTCFullYear()) : monthFormat.format(at).replace(/^(\w{3})\w*/, "$1")]);
    number += step;
  }
}

const plotWidth = () => Math.round(Math.min(720, Math.max(detail.clientWidth - 40, 300)));

/* When the articles of a group were published; `chosen` is marked, `choose` is called with the one that is clicked. */
function timeline(members, chosen, choose) {
  const dated = members.filter((member) => articles[member].at !== null);
  if (dated.length < 2) return null;
  const times = dated.map((member) => articles[member].at);
  let from = Math.min(...times);
  let until = Math.max(...times);
  if (until - from < 10 * DAY) {
    const middle = (from + until) / 2;
    from = middle - 5 * DAY;
    until = middle + 5 * DAY;
  }
  const width = plotWidth();
  const edge = 28;
  const x = (at) => edge + ((at - from) / (until - from)) * (width - 2 * edge);
  const stacked = new Map();
  const points = dated.map((member) => {
    const at = articles[member].at;
    const place = Math.round(x(at) / 11);
    const above = stacked.get(place) || 0;
    stacked.set(place, above + 1);
    return [member, x(at), above];
  });
  const highest = Math.min(Math.max(...stacked.values()), 8);
  const base = 16 + highest * 12;
  const height = base + 26;
  return element("svg:svg", { class: "timeline", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": timelineTold(members) },
    element("svg:line", { class: "axis", x1: edge - 14, x2: width - edge + 14, y1: base, y2: base }),
    ticks(from, until, width / 100).map(([at, label]) => [
      element("svg:line", { class: "tick", x1: x(at), x2: x(at), y1: base, y2: base + 5 }),
      element("svg:text", { class: "label", x: x(at), y: base + 19, "text-anchor": "middle" }, label),
    ]),
    points.map(([member, at, above]) => element("svg:circle", {
      class: `point${member === members[0] ? " first" : ""}${chosen.includes(member) ? " chosen" : ""}`,
      cx: at, cy: base - 9 - Math.min(above, 7) * 12, r: member === members[0] ? 6 : 5,
      onclick: () => choose(member),
    }, element("svg:title", {}, `${articles[member].title}, ${day(articles[member].published)}`))),
  );
}

function timelineTold(members) {
  const days = members.map((member) => articles[member].published).filter(Boolean).sort();
  return `Time line: ${several(days.length, "article")} published from ${day(days[0])} to ${day(days[days.length - 1])}`;
}

/* Which parts of an article stand where else: a bar, and in `sources` what each number means. */
function passageMap(article, sources) {
  const { parts, words } = articles[article];
  const bar = element("span", { class: "map", role: "img" });
  const told = [];
  let reached = 0;
  const add = (start, end, className, label, title) => {
    bar.append(element("span", { class: className, style: { "flex-grow": end - start }, title }, label));
  };
  for (let at = 0; at < parts.length; at += 3) {
    const [start, end, pair] = parts.slice(at, at + 3);
    if (start > reached) add(reached, start, "own", null, `Its own: ${several(start - reached, "word")}`);
    reached = end;
    if (pair < 0) {
      add(start, end, "standing", null, `Standing text: ${several(end - start, "word")}`);
      told.push(`${several(end - start, "word")} of standing text`);
      continue;
    }
    const source = otherOf(pairs[pair], article);
    if (!sources.has(source)) sources.set(source, sources.size + 1);
    const number = sources.get(source);
    const isWide = (end - start) / Math.max(words, 1) > 0.06;
    add(start, end, `part colour-${(number - 1) % COLOURS}`, isWide ? String(number) : null,
      `${number}: ${several(end - start, "word")} also in “${articles[source].title}”`);
    told.push(`${several(end - start, "word")} also in ${articles[source].title}`);
  }
  if (words > reached) add(reached, words, "own", null, `Its own: ${several(words - reached, "word")}`);
  bar.setAttribute("aria-label", told.length ? `Of ${several(words, "word")}: ${told.join("; ")}` : "All its own");
  return bar;
}

const rounded = (share) => (share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`);

/* What the numbers of a passage map mean: how much comes from where. */
function mapKey(article, sources, compare) {
  const { parts, words } = articles[article];
  const shares = new Map();
  for (let at = 0; at < parts.length; at += 3) {
    const source = parts[at + 2] < 0 ? -1 : otherOf(pairs[parts[at + 2]], article);
    shares.set(source, (shares.get(source) || 0) + parts[at + 1] - parts[at]);
  }
  const own = words - [...shares.values()].reduce((sum, some) => sum + some, 0);
  const rows = [...shares].sort((a, b) => b[1] - a[1]).map(([source, some]) => element("li", {},
    source < 0
      ? element("span", { class: "number standing" })
      : element("span", { class: `number colour-${(sources.get(source) - 1) % COLOURS}` }, String(sources.get(source))),
    element("span", { class: "much" }, rounded(some / words)),
    source < 0
      ? element("span", {}, "Standing text")
      : element("button", { type: "button", class: "plain", onclick: () => compare(source) }, articles[source].title,
        element("span", { class: "when" }, ` ${day(articles[source].published)}`)),
  ));
  if (own > 0) {
    rows.push(element("li", {}, element("span", { class: "number own" }), element("span", { class: "much" }, rounded(own / words)),
      element("span", {}, "Nowhere else in this archive")));
  }
  return element("ul", { class: "map-key" }, rows);
}
