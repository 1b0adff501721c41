/* Keys, colours, addresses: what holds the parts of the page together. */

/* The address names what is shown, so that it can be passed on and gone back to. */
function remember(name) {
  if (location.hash.slice(1) !== name) history.replaceState(null, "", `#${name}`);
  for (const view of ["overview", "standing"]) {
    if (view === name) byId(`to-${view}`).setAttribute("aria-current", "page");
    else byId(`to-${view}`).removeAttribute("aria-current");
  }
  document.title = reading.group ? `${articles[reading.group.first].title} – ${index.title}` : index.title;
}

function follow(isStart) {
  const name = location.hash.slice(1);
  const group = named.get(name);
  if (group) {
    let place = browsing.shown.indexOf(group);
    if (place < 0) {
      clearFilters();
      place = browsing.shown.indexOf(group);
    }
    moveTo(place, true);
    openDetail();
  } else if (name === "standing") {
    showStanding();
    openDetail();
  } else if (name !== "detail") {
    showOverview();
    if (name === "overview" && !isStart) openDetail();
  }
}

/* What the reader has chosen, else what the system says. Where nothing may be kept, it holds for this visit. */
const memory = {
  get: () => { try { return localStorage.getItem("newslint-theme"); } catch { return null; } },
  set: (theme) => { try { localStorage.setItem("newslint-theme", theme); } catch { /* a page opened from a file may keep nothing */ } },
};

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function paint(theme) {
  const isDark = (theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  byId("theme").textContent = isDark ? "Light" : "Dark";
  byId("theme").setAttribute("aria-pressed", String(isDark));
}

function turnColours() {
  const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  memory.set(theme);
  paint(theme);
}

const isTyping = (target) => target.matches("input:not([type=range]), select, textarea");

const KEYS = {
  j: () => moveTo(stepFrom(1)),
  k: () => moveTo(stepFrom(-1)),
  "[": () => chooseNext(-1),
  "]": () => chooseNext(1),
  n: () => reading.group && nextDifference(1),
  p: () => reading.group && nextDifference(-1),
  v: () => {
    if (!reading.group) return;
    state.mode = state.mode === "beside" ? "one" : "beside";
    drawDetail(true);
  },
  d: turnColours,
  "/": () => { closeDetail(); filters.words.focus(); filters.words.select(); },
  "?": () => byId("keys").showModal(),
};

/* From the overview, the first step is to the group that the list has at hand. */
const stepFrom = (step) => (reading.group ? browsing.at + step : browsing.at);

const LIST_KEYS = {
  ArrowDown: () => moveTo(stepFrom(1)),
  ArrowUp: () => moveTo(stepFrom(-1)),
  PageDown: () => moveTo(browsing.at + Math.max(Math.floor(list.clientHeight / ROW), 1)),
  PageUp: () => moveTo(browsing.at - Math.max(Math.floor(list.clientHeight / ROW), 1)),
  Home: () => moveTo(0),
  End: () => moveTo(browsing.shown.length - 1),
  Enter: () => { moveTo(browsing.at, true); openDetail(); },
  " ": () => { moveTo(browsing.at, true); openDetail(); },
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const { key, target } = event;
  const isInList = list.contains(target);
  if (isInList && LIST_KEYS[key]) {
    event.preventDefault();
    LIST_KEYS[key]();
  } else if (key === "Escape") {
    if (target === filters.words && filters.words.value) return;
    event.preventDefault();
    closeDetail();
  } else if (target === filters.words && (key === "Enter" || key === "ArrowDown")) {
    event.preventDefault();
    refilter();
    moveTo(0);
  } else if (!isTyping(target) && KEYS[key]) {
    event.preventDefault();
    KEYS[key]();
  }
}

paint(memory.get());
prefersDark.addEventListener("change", () => { if (!memory.get()) paint(null); });
byId("theme").addEventListener("click", turnColours);
byId("help").addEventListener("click", () => byId("keys").showModal());
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); openDetail(); });
document.addEventListener("keydown", onKey);
addEventListener("hashchange", () => follow());
for (const [view, show] of [["overview", showOverview], ["standing", showStanding]]) {
  byId(`to-${view}`).addEventListener("click", (event) => {
    event.preventDefault();
    show();
    openDetail();
  });
}
figuresLine();
setUpList();
refilter();
follow(true);
document.documentElement.dataset.ready = "yes";
