/* The archive as a whole, and its standing text. */

function figuresLine() {
  const { counts } = index;
  const made = index.made ? `, ${day(index.made)}` : "";
  byId("figures").textContent = `${several(counts.articles, "article")} compared with each other${made}`;
}

/* How many articles were published each month, and how many of them had been published before. */
function monthsPlot() {
  const { months } = index;
  if (months.length < 2) return null;
  const first = time(months[0][0]);
  const last = time(months[months.length - 1][0]);
  const height = 150;
  const width = plotWidth();
  const edge = 40;
  const base = height - 26;
  const ordinal = (name) => Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7));
  const all = ordinal(months[months.length - 1][0]) - ordinal(months[0][0]) + 1;
  const left = (name) => edge + (ordinal(name) - ordinal(months[0][0])) * step;
  const step = (width - 2 * edge) / all;
  const most = Math.max(...months.map(([, , repeated]) => repeated), 1);
  const y = (number) => (number / most) * (base - 18);
  const bars = months.filter(([, , repeated]) => repeated).map(([name, held, repeated]) => {
    const x = left(name);
    return element("svg:g", { class: "month", tabindex: 0, role: "button", "aria-label": `${month(name)}: ${several(repeated, "repeat")}, ${several(held, "article")} in all. Show these groups`, onclick: () => showMonth(name), onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); showMonth(name); } } },
      element("svg:rect", { class: "reach", x, y: 0, width: Math.max(step, 2), height: base }),
      element("svg:rect", { class: "bar", x: x + step * 0.1, y: base - y(repeated), width: Math.max(step * 0.8, 1.5), height: y(repeated) }),
      element("svg:title", {}, `${month(name)}: ${several(repeated, "repeat")} among ${several(held, "article")}`));
  });
  return element("figure", {},
    element("figcaption", {}, "Articles that repeat an earlier one, by month of publication. Choose a month to see its groups."),
    element("svg:svg", { class: "months", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Repeats by month" },
      element("svg:line", { class: "axis", x1: edge - 4, x2: width - edge + 4, y1: base, y2: base }),
      element("svg:text", { class: "label", x: edge - 8, y: base - y(most) + 4, "text-anchor": "end" }, count(most)),
      element("svg:line", { class: "guide", x1: edge - 4, x2: width - edge + 4, y1: base - y(most), y2: base - y(most) }),
      ticks(first, last, width / 90).map(([at, label]) => element("svg:text", { class: "label", x: left(new Date(at).toISOString()) + step / 2, y: base + 18, "text-anchor": "middle" }, label)),
      bars));
}

function showMonth(name) {
  const [year, number] = name.split("-").map(Number);
  filters.from.value = `${name}-01`;
  filters.until.value = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  byId("more").open = true;
  refilter();
  moveTo(0);
}

function kindTable() {
  const held = (kind) => groups.filter((group) => isOfKind(group, kind));
  const TOLD = {
    identical: "the same words from first to last",
    nearly: "four fifths or more of each stands in the other",
    whole: "four fifths or more of one stands in a longer one",
    passage: "less than that, but whole passages",
    series: "of all these: on three days or more, again and again",
    within: "the same passage twice in one article",
  };
  return element("table", { class: "kind-table" },
    element("caption", { class: "hidden" }, "What was found"),
    element("tbody", {}, Object.entries(KINDS).map(([kind, { label }]) => {
      const found = held(kind);
      return element("tr", { class: found.length ? null : "none" },
        element("td", { class: "figure" }, count(found.length)),
        element("th", { scope: "row" }, found.length
          ? element("button", { type: "button", class: "plain", onclick: () => onlyKind(kind) }, label) : label),
        element("td", { class: "faint" }, TOLD[kind]));
    })));
}

function onlyKind(kind) {
  clearFilters();
  chosenKinds.add(kind);
  for (const button of byId("kinds").children) button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
  refilter();
  moveTo(0);
}

function showOverview() {
  reading.group = null;
  const { counts } = index;
  const share = counts.articles ? counts.grouped / counts.articles : 0;
  const notes = [];
  if (counts.brief) notes.push(`${several(counts.brief, "pair")} of articles share too few words to count.`);
  if (counts.unread) notes.push(`${several(counts.unread, "input")} could not be read.`);
  const isFound = counts.grouped > 0;
  detail.replaceChildren(element("article", { class: "sheet" },
    element("button", { type: "button", class: "back", onclick: closeDetail }, "Back to the list"),
    element("p", { class: "kicker" }, "Overview"),
    element("h2", { tabindex: -1, id: "detail-title" }, isFound
      ? `${several(counts.grouped, "article")} of ${count(counts.articles)} share text with another`
      : "No article shares text with another"),
    element("p", { class: "sentence" }, isFound
      ? `That is ${share < 0.01 ? "less than 1%" : percent(share)} of the archive. ${several(counts.sections, "paragraph")} of eight words or more were compared.`
      : `${several(counts.sections, "paragraph")} of eight words or more were compared.`),
    groups.length ? kindTable() : null,
    monthsPlot(),
    index.standing.length ? element("p", {}, element("a", { href: "#standing" }, several(counts.standing, "standing text")),
      " (sign-offs, notes, appeals) stand in many articles that are otherwise different. They join nothing into groups.") : null,
    notes.length ? element("p", { class: "note" }, notes.join(" ")) : null,
    element("p", { class: "note" }, "An article counts as earlier by its date of publication. Two articles are put together only where a shared passage was found word by word; each article of a group shares one with the first."),
  ));
  remember("overview");
}

function showStanding() {
  reading.group = null;
  const { standing } = index;
  detail.replaceChildren(element("article", { class: "sheet" },
    element("button", { type: "button", class: "back", onclick: closeDetail }, "Back to the list"),
    element("p", { class: "kicker" }, "Standing text"),
    element("h2", { tabindex: -1, id: "detail-title" }, standing.length ? "What many articles have in common" : "No standing text was found"),
    element("p", { class: "sentence" }, "A passage is standing text where many articles have it that otherwise have little in common. It puts no articles into a group."),
    element("ol", { class: "standing-list" }, standing.map(([held, wording, examples]) => element("li", {},
      element("p", { class: "figure" }, several(held, "article")),
      element("blockquote", {}, wording),
      element("details", {}, element("summary", {}, examples.length < held ? `${several(examples.length, "of the articles", "of the articles")}` : "The articles"),
        element("ul", {}, examples.map((article) => element("li", {}, link(articles[article].url, articles[article].title), " ",
          element("span", { class: "when" }, day(articles[article].published)))))))))));
  remember("standing");
}
