/* Two texts, with the words marked in which they differ: side by side, or in one text. */

const state = { mode: "beside" };

/* The pieces of a passage: what both have, and what only the one or the other has. */
function steps(passage) {
  const [startA, endA, startB, endB, , differences] = passage;
  const found = [];
  let a = startA;
  let b = startB;
  for (let at = 0; at < differences.length; at += 4) {
    const [goneStart, goneEnd, newStart, newEnd] = differences.slice(at, at + 4);
    found.push({ same: true, a: [a, Math.max(goneStart, a)], b: [b, Math.max(newStart, b)] });
    found.push({ same: false, a: [Math.max(goneStart, a), Math.max(goneEnd, a)], b: [Math.max(newStart, b), Math.max(newEnd, b)] });
    a = Math.max(goneEnd, a);
    b = Math.max(newEnd, b);
  }
  found.push({ same: true, a: [a, Math.max(endA, a)], b: [b, Math.max(endB, b)] });
  return found;
}

const changed = (step) => !step.same && (step.a[0] < step.a[1] || step.b[0] < step.b[1]);

/* Text with its blocks as paragraphs; `parts` are [text, tag]. */
function paragraphs(parts, className) {
  const made = [element("p", { class: className })];
  for (const [text, tag] of parts) {
    text.split(/\n\s*\n/).forEach((block, place) => {
      if (place) made.push(element("p", { class: className }));
      if (!block) return;
      made[made.length - 1].append(tag ? element(tag, { class: "difference" }, block) : block);
    });
  }
  return made.filter((paragraph) => paragraph.textContent.trim());
}

/* What stands before or after a passage: the nearest words of it, the rest behind a button. */
const NEAR = 280;
function around(article, start, end, isBefore) {
  const piece = textOf(article).find(([at, text]) => at <= start && start <= at + text.length);
  if (!piece) return [];
  const [at, text] = piece;
  const from = Math.max(start, at);
  const to = Math.min(end, at + text.length);
  const whole = text.slice(from - at, to - at);
  if (!whole.trim()) return [];
  const cut = isBefore ? Math.max(whole.length - NEAR, 0) : Math.min(NEAR, whole.length);
  const near = isBefore ? whole.slice(whole.indexOf(" ", cut) + 1 || cut) : whole.slice(0, cut);
  if (whole.length <= NEAR + 120) return paragraphs([[whole, null]], "around");
  const words = whole.trim().split(/\s+/).length - near.trim().split(/\s+/).length;
  const box = element("div", { class: "around-box" });
  const more = element("button", {
    type: "button", class: "more",
    onclick: () => box.replaceWith(element("div", { class: "around-box" }, paragraphs([[whole, null]], "around"))),
  }, `${several(words, "more word")}`);
  const shown = paragraphs([[isBefore ? near : `${near.slice(0, near.lastIndexOf(" "))} …`, null]], "around");
  box.append(...(isBefore ? [more, ...shown] : [...shown, more]));
  return [box];
}

/* One side of a passage. */
function side(article, passage, key, tag, edges) {
  const [start, end] = key === "a" ? [passage[0], passage[1]] : [passage[2], passage[3]];
  const parts = steps(passage).map((step) => [slice(article, ...step[key]), step.same ? null : tag]);
  return [
    around(article, edges[0], start, true),
    element("div", { class: "passage" }, paragraphs(parts, null)),
    around(article, end, edges[1], false),
  ];
}

/* A passage as one text: what is gone struck out, what is new underlined. */
function inOne(a, b, passage) {
  const parts = [];
  for (const step of steps(passage)) {
    if (step.same) parts.push([slice(b, ...step.b), null]);
    else parts.push([slice(a, ...step.a), "del"], [step.a[0] < step.a[1] ? " " : "", null], [slice(b, ...step.b), "ins"]);
  }
  return element("div", { class: "passage" }, paragraphs(parts, null));
}

function told(passage) {
  const differences = steps(passage).filter(changed).length;
  return differences ? `${percent(passage[4])} the same words, ${several(differences, "difference")}` : "Word for word";
}

/* Who published a text, and when. */
function heading(article, role) {
  const { title, published, credit, url, id, words } = articles[article];
  return element("header", { class: "text-head" },
    role && element("p", { class: "role" }, role),
    element("h4", {}, link(url, title)),
    element("p", { class: "meta" }, [day(published), credit, several(words, "word"), id === title ? null : id].filter(Boolean).join(" · ")),
  );
}

/* Both texts of a pair, passage by passage. */
function comparison(earlier, later, passages) {
  if (!passages.length) {
    return element("p", { class: "note" }, "This archive is so large that the page does not hold these texts. The JSON lines do.");
  }
  const isSelf = earlier === later;
  const areDated = articles[earlier].at !== null && articles[later].at !== null && articles[earlier].at !== articles[later].at;
  const roles = isSelf ? ["First place", "Again further down"] : areDated ? ["Published first", "Published later"] : ["One article", "Another article"];
  const beside = state.mode === "beside";
  const rows = passages.map((passage, place) => {
    const before = passages[place - 1];
    const after = passages[place + 1];
    const edges = (start, end) => isSelf ? [passage[start], passage[end]] : [
      before && before[end] <= passage[start] ? before[end] : place ? passage[start] : 0,
      after && after[start] >= passage[end] ? passage[end] : place < passages.length - 1 ? passage[end] : Infinity,
    ];
    const label = element("p", { class: "told" },
      passages.length > 1 ? element("b", {}, `Passage ${place + 1} of ${passages.length}. `) : null, told(passage));
    return element("div", { class: "passage-row" }, label, beside
      ? element("div", { class: "sides" },
        element("div", { class: "side", lang: "" }, side(earlier, passage, "a", "del", edges(0, 1))),
        element("div", { class: "side" }, side(later, passage, "b", "ins", edges(2, 3))))
      : element("div", { class: "one" }, inOne(earlier, later, passage)));
  });
  return element("div", { class: "comparison" },
    element("div", { class: "heads" }, heading(earlier, roles[0]), heading(later, roles[1])),
    rows);
}
