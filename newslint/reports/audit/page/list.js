/* The list of groups: filtered, ordered, and drawn only where it can be seen. */

const ROW = 88;
const SPARE = 6;

const list = byId("list");
const rows = byId("rows");
const browsing = { shown: groups, at: 0, drawn: new Map(), waiting: null };

const chosenKinds = new Set();
const filters = { words: byId("words"), share: byId("share"), size: byId("size"), from: byId("from"), until: byId("until"), credit: byId("credit") };

const isOfKind = (group, kind) => (kind === "series" ? Boolean(group.series) : group.kind === kind);

const ORDERS = {
  size: (a, b) => b.size - a.size || b.words - a.words,
  share: (a, b) => b.share - a.share || b.words - a.words,
  words: (a, b) => b.words - a.words,
  latest: (a, b) => (b.until ?? -Infinity) - (a.until ?? -Infinity) || b.size - a.size,
  earliest: (a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || b.size - a.size,
};

/* Whether an article has a phrase; where none has, whether it has all its words. */
function phraseOrWords(wanted, phrase) {
  const hasPhrase = (article) => searchable(article).includes(phrase);
  if (wanted.length < 2 || groups.some((group) => group.members.some(hasPhrase))) return hasPhrase;
  return (article) => wanted.every((word) => searchable(article).includes(word));
}

/* The groups that all filters let through. A date counts where any article of the group lies in the range. */
function filtered() {
  const wanted = folded(filters.words.value.trim()).split(" ").filter(Boolean);
  const phrase = wanted.join(" ");
  const share = Number(filters.share.value) / 100;
  const size = Number(filters.size.value) || 1;
  const from = time(filters.from.value);
  const until = time(filters.until.value);
  const credit = filters.credit.value;
  const isFound = phraseOrWords(wanted, phrase);
  return groups.filter((group) => {
    if (chosenKinds.size && ![...chosenKinds].some((kind) => isOfKind(group, kind))) return false;
    if (share > 0 && group.share < share) return false;
    if (size > 2 && group.size < size) return false;
    if (credit && !group.credits.has(credit)) return false;
    if (from !== null || until !== null) {
      const isInside = group.members.some((member) => {
        const { at } = articles[member];
        return at !== null && (from === null || at >= from) && (until === null || at <= until);
      });
      if (!isInside) return false;
    }
    return !wanted.length || group.members.some(isFound);
  }).sort(ORDERS[byId("sort").value]);
}

function activeFilters() {
  return [filters.share.value !== "0", Number(filters.size.value) > 2, filters.from.value, filters.until.value, filters.credit.value]
    .filter(Boolean).length;
}

/* Filter and order anew; the group at hand stays where it is still listed. */
function refilter() {
  clearTimeout(browsing.waiting);
  const isInFocus = list.contains(document.activeElement);
  const current = browsing.shown[browsing.at];
  browsing.shown = filtered();
  browsing.at = Math.max(browsing.shown.indexOf(current), 0);
  byId("count").textContent = browsing.shown.length === groups.length
    ? several(groups.length, "group")
    : `${count(browsing.shown.length)} of ${several(groups.length, "group")}`;
  byId("share-told").textContent = filters.share.value === "0" ? "any" : `${filters.share.value}%`;
  const active = activeFilters();
  byId("active").textContent = active ? ` (${active} on)` : "";
  rows.style.height = `${browsing.shown.length * ROW}px`;
  for (const row of browsing.drawn.values()) row.remove();
  browsing.drawn.clear();
  const top = browsing.at * ROW;
  list.scrollTop = top < list.clientHeight / 2 ? 0 : top - list.clientHeight / 3;
  list.tabIndex = browsing.shown.length ? -1 : 0;
  rows.classList.toggle("empty", !browsing.shown.length);
  draw();
  if (isInFocus) (browsing.drawn.get(browsing.at) || list).focus({ preventScroll: true });
}

/* Make the rows that can be seen, and a few around them; take the others away. The row in focus stays. */
function draw() {
  const first = Math.max(Math.floor(list.scrollTop / ROW) - SPARE, 0);
  const last = Math.min(Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE, browsing.shown.length);
  for (const [place, row] of browsing.drawn) {
    if ((place < first || place >= last) && place !== browsing.at) {
      row.remove();
      browsing.drawn.delete(place);
    }
  }
  for (let place = first; place < last; place += 1) drawRow(place);
  if (browsing.shown.length) drawRow(browsing.at);
}

function drawRow(place) {
  if (browsing.drawn.has(place)) return browsing.drawn.get(place);
  const row = groupRow(browsing.shown[place], place);
  let next = null;
  for (const [other, drawn] of browsing.drawn) if (other > place && (next === null || other < next[0])) next = [other, drawn];
  rows.insertBefore(row, next && next[1]);
  browsing.drawn.set(place, row);
  return row;
}

function span(group) {
  if (group.from === null) return null;
  const [first, last] = [dayFormat.format(group.from), dayFormat.format(group.until)];
  if (first === last) return first;
  if (first.slice(-4) === last.slice(-4)) return `${first.slice(0, -5)} – ${last}`;
  return `${first.replace(/^\d+ /, "")} – ${last.replace(/^\d+ /, "")}`;
}

function groupRow(group, place) {
  const isAt = place === browsing.at;
  const { title } = articles[group.first];
  const size = group.kind === "within" ? null : several(group.size, "article");
  const meta = [size, group.kind === "within" ? day(articles[group.first].published) : span(group)].filter(Boolean).join(" · ");
  return element("div", {
    class: `row${isAt ? " at" : ""}`, role: "option", id: `row-${group.name}`, tabindex: isAt ? 0 : -1,
    "aria-selected": isAt ? "true" : "false", "aria-setsize": browsing.shown.length, "aria-posinset": place + 1,
    style: { top: `${place * ROW}px` },
    onclick: () => { moveTo(place); openDetail(true); },
  },
  element("p", { class: "row-title" }, title),
  element("p", { class: "row-meta" }, meta),
  element("p", { class: "row-kind" },
    element("span", { class: "badge" }, KINDS[group.kind].brief),
    group.kind === "within" ? null : element("span", { class: "row-share" }, percent(group.share)),
    group.series ? element("span", { class: "badge in-series" }, "series") : null),
  );
}

/* Make the group at `place` the one at hand: seen, in focus (unless `isQuiet`), and shown beside the list. */
function moveTo(place, isQuiet) {
  if (!browsing.shown.length) return;
  const to = Math.min(Math.max(place, 0), browsing.shown.length - 1);
  const before = browsing.drawn.get(browsing.at);
  if (before) {
    before.classList.remove("at");
    before.tabIndex = -1;
    before.setAttribute("aria-selected", "false");
  }
  browsing.at = to;
  const top = to * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  const row = drawRow(to);
  draw();
  row.classList.add("at");
  row.tabIndex = 0;
  row.setAttribute("aria-selected", "true");
  if (!isQuiet) row.focus({ preventScroll: true });
  showGroup(browsing.shown[to]);
}

function setUpList() {
  for (const [kind, { label }] of Object.entries(KINDS)) {
    const held = groups.filter((group) => isOfKind(group, kind)).length;
    if (!held) continue;
    byId("kinds").append(element("button", {
      type: "button", class: "kind", "aria-pressed": "false", "data-kind": kind,
      onclick: (event) => {
        if (chosenKinds.has(kind)) chosenKinds.delete(kind);
        else chosenKinds.add(kind);
        event.currentTarget.setAttribute("aria-pressed", String(chosenKinds.has(kind)));
        refilter();
      },
    }, label, element("span", { class: "held" }, count(held))));
  }
  const credits = new Map();
  for (const group of groups) for (const credit of group.credits) credits.set(credit, (credits.get(credit) || 0) + 1);
  for (const [credit, held] of [...credits].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))) {
    filters.credit.append(element("option", { value: credit }, `${credit} (${count(held)})`));
  }
  for (const input of [...Object.values(filters), byId("sort")]) {
    input.addEventListener("input", () => {
      clearTimeout(browsing.waiting);
      browsing.waiting = setTimeout(refilter, input === filters.words ? 120 : 0);
    });
  }
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", clearFilters);
  list.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  new ResizeObserver(() => draw()).observe(list);
}

function clearFilters() {
  byId("filters").reset();
  chosenKinds.clear();
  for (const button of byId("kinds").children) button.setAttribute("aria-pressed", "false");
  refilter();
}
