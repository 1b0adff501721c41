/* A group: what happened, when, in which articles, and the two texts. */

const detail = byId("detail");
const reading = { group: null, chosen: 0, pair: null };

function showGroup(group) {
  if (reading.group !== group) {
    reading.group = group;
    reading.chosen = group.members[1] ?? group.first;
    reading.pair = null;
  }
  drawDetail();
  remember(group.name);
}

/* Compare with another article of the group, or with one that a passage comes from. */
function choose(article) {
  const { group } = reading;
  if (article === group.first) return;
  reading.chosen = article;
  reading.pair = null;
  drawDetail(true);
}

function chooseSource(article, source) {
  const pair = pairOf(article, source);
  if (!pair) return;
  reading.pair = pair;
  drawDetail(true);
  const texts = detail.querySelector(".texts");
  if (texts) texts.scrollIntoView({ block: "start" });
}

function chooseNext(step) {
  const { group } = reading;
  if (!group || group.members.length < 3) return;
  const others = group.members.slice(1);
  const place = others.indexOf(reading.chosen);
  choose(others[(place + step + others.length) % others.length]);
  const row = detail.querySelector(".member.chosen");
  if (row) row.scrollIntoView({ block: "nearest" });
}

/* What the group is, in a sentence. */
function sentence(group) {
  if (group.kind === "within") return "This article says the same in two places.";
  if (group.series) return `Published ${group.series[0].replace(/\d{4}-\d\d-\d\d/g, (date) => day(date))}.`;
  const others = group.size - 1;
  const { kind } = group;
  const inOthers = others === 1 ? "one other article" : `${count(others)} other articles`;
  if (kind === "identical") return `The same text was published ${group.size === 2 ? "twice" : `${count(group.size)} times`}.`;
  if (kind === "nearly") return `Nearly the same text stands in ${inOthers}.`;
  const most = Math.max(...group.pairs.map((pair) => pair.words));
  if (kind === "whole") return group.size === 2 ? "One of the two articles stands in the other almost as a whole." : `An article and ${inOthers} that it stands in, or that stand in it.`;
  return `${others === 1 ? "Another article has" : `${count(others)} other articles have`} passages of this one, ${others === 1 ? "" : "at most "}${several(most, "word")}.`;
}

function memberRow(group, article, place, sources) {
  const { title, published, credit, words } = articles[article];
  const isFirst = place === 0;
  const pair = isFirst ? null : group.pairs[place - 1];
  const isChosen = !isFirst && article === reading.chosen;
  return element("li", { class: `member${isFirst ? " first" : ""}${isChosen ? " chosen" : ""}` },
    element("span", { class: `number colour-${place % COLOURS}` }, String(place + 1)),
    element("div", { class: "member-name" },
      isFirst || group.size < 3
        ? element("span", { class: "member-title" }, title)
        : element("button", { type: "button", class: "plain member-title", "aria-pressed": isChosen ? "true" : "false", onclick: () => choose(article) }, title),
      element("span", { class: "meta" }, [day(published), credit, several(words, "word")].filter(Boolean).join(" · "))),
    element("div", { class: "member-map" }, passageMap(article, sources)),
    element("div", { class: "member-share" }, isFirst
      ? (articles[article].at === null ? "longest" : "earliest")
      : [element("b", {}, percent(shareOf(pair, article))), " in article 1"]),
  );
}

/* Whether parts of an article stand in articles of other groups. */
function hasOthers(group, article) {
  return articles[article].parts.some((pair, at) => at % 3 === 2 && pair >= 0 && !group.members.includes(otherOf(pairs[pair], article)));
}

const FEW_MEMBERS = 8;
function memberList(group, sources) {
  const shown = reading.isLong ? group.members : group.members.slice(0, FEW_MEMBERS);
  const entries = shown.map((article, place) => memberRow(group, article, place, sources));
  if (shown.length < group.members.length) {
    entries.push(element("li", {}, element("button", {
      type: "button", class: "more", onclick: () => { reading.isLong = true; drawDetail(true); },
    }, `${several(group.members.length - shown.length, "more article")}`)));
  }
  if (group.size > group.members.length) {
    entries.push(element("li", { class: "note" }, `${several(group.size - group.members.length, "further article")} are in the JSON lines only.`));
  }
  return element("ol", { class: "members" }, entries);
}

function modeSwitch() {
  const button = (mode, label) => element("button", {
    type: "button", "aria-pressed": state.mode === mode ? "true" : "false", "data-mode": mode,
    onclick: () => { state.mode = mode; drawDetail(true); focusOn(`[data-mode="${mode}"]`); },
  }, label);
  return element("div", { class: "switch", role: "group", "aria-label": "How to show the texts" },
    button("beside", "Side by side"), button("one", "In one text"));
}

function focusOn(selector) {
  const found = detail.querySelector(selector);
  if (found) found.focus({ preventScroll: true });
}

function drawDetail(isSame) {
  const { group } = reading;
  const top = isSame ? detail.scrollTop : 0;
  const sources = new Map(group.members.map((member, place) => [member, place + 1]));
  const back = element("button", { type: "button", class: "back", onclick: closeDetail }, "Back to the list");
  const title = element("h2", { tabindex: -1, id: "detail-title" }, articles[group.first].title);
  const parts = [back, element("p", { class: "kicker" }, KINDS[group.kind].label, group.series ? ", a series" : ""), title, element("p", { class: "sentence" }, sentence(group))];
  let pair = null;
  if (group.kind !== "within") {
    pair = reading.pair || group.pairs[group.members.indexOf(reading.chosen) - 1];
    parts.push(timeline(group.members, [reading.chosen], choose));
    parts.push(element("h3", {}, "Articles"), memberList(group, sources));
    const mapped = [reading.pair ? reading.pair.later : reading.chosen];
    if (hasOthers(group, group.first) && mapped[0] !== group.first) mapped.unshift(group.first);
    for (const article of mapped) {
      if (!articles[article].parts.length) continue;
      parts.push(element("h3", {}, group.members.includes(article) ? `Where the words of article ${sources.get(article)} also stand` : `Where the words of “${articles[article].title}” also stand`), passageMap(article, sources),
        mapKey(article, sources, (source) => chooseSource(article, source)));
    }
  }
  const [earlier, later] = pair ? [pair.earlier, pair.later] : [group.first, group.first];
  parts.push(element("section", { class: "texts", "aria-label": "The texts" },
    element("div", { class: "texts-bar" }, element("h3", {}, "The texts"), modeSwitch()),
    comparison(earlier, later, passagesOf(group, pair))));
  detail.replaceChildren(element("article", { class: "sheet" }, parts.filter(Boolean)));
  detail.scrollTop = top;
}

/* To the next or the previous difference between the texts. */
function nextDifference(step) {
  const marks = [...detail.querySelectorAll(".difference")];
  if (!marks.length) return;
  const now = marks.findIndex((mark) => mark.classList.contains("now"));
  marks.forEach((mark) => mark.classList.remove("now"));
  const next = marks[(now + step + marks.length + (now < 0 && step < 0 ? 1 : 0)) % marks.length];
  next.classList.add("now");
  next.scrollIntoView({ block: "center" });
}

function openDetail(isClicked) {
  document.documentElement.dataset.view = "detail";
  if (isClicked && !isNarrow()) return;
  const title = byId("detail-title");
  if (title) title.focus();
}

function closeDetail() {
  document.documentElement.dataset.view = "list";
  draw();
  const row = browsing.drawn.get(browsing.at);
  if (row) row.focus({ preventScroll: true });
}

const isNarrow = () => matchMedia("(max-width: 60rem)").matches;
