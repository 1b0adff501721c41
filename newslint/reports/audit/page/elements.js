/* Elements, and how dates, numbers and shares are told. */

const byId = (id) => document.getElementById(id);

function element(name, attributes, ...children) {
  const made = name.startsWith("svg:")
    ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4))
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [property, given] of Object.entries(value)) made.style.setProperty(property, given);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const inWords = new Intl.NumberFormat("en");
const count = (number) => inWords.format(number);
const several = (number, one, more) => `${count(number)} ${number === 1 ? one : more || `${one}s`}`;
const percent = (share) => `${Math.floor(share * 100)}%`;

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/* Milliseconds since 1970 of an ISO 8601 date of any precision; null for what is none. */
function time(published) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published || "");
  return match ? Date.UTC(+match[1], (match[2] || 1) - 1, +(match[3] || 1)) : null;
}

function day(published) {
  const at = time(published);
  return at === null ? "no date" : dayFormat.format(at);
}

const month = (name) => monthFormat.format(time(name));

/* A link that leads out; plain text where there is no address. */
function link(address, text) {
  return address ? element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text) : text;
}
