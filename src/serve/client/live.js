// Keeps an open page up to date. The server says how the page is now; the page compares and does the least that is needed.
const PATH = location.pathname;
const { page: PAGE, styles: STYLES } = document.currentScript.dataset;
// The stylesheets as the page was written; what scripts have added since is not ours to touch.
const LINKS = JSON.parse(STYLES).map((href) => ({
  href,
  element: [...document.querySelectorAll("link[rel~=stylesheet]")].find((link) => link.getAttribute("href") === href),
}));
const LOADED_AT = START.build;
const WORDS = START.words;
const STORE = "verbeeld:" + PATH;

// --- Loading again without losing the reader's place ---

let reloading = false;

function reload() {
  if (reloading) return;
  reloading = true;
  remember();
  history.scrollRestoration = "manual";
  location.reload();
}

function remember() {
  // An element near the top tells the place better than a number: text above it may have grown.
  const anchor = [...document.querySelectorAll("body [id]")].findLast((element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.top <= 8;
  });
  const place = {
    x: scrollX,
    y: scrollY,
    anchor: anchor && scrollY > 0 ? anchor.id : null,
    offset: anchor ? anchor.getBoundingClientRect().top : 0,
    focus: document.activeElement?.id || null,
    details: named("details").map(([name, element]) => [name, element.open]),
  };
  try {
    sessionStorage.setItem(STORE, JSON.stringify(place));
  } catch {
    // Without storage the place is lost; the page itself is right.
  }
}

function named(selector) {
  const seen = new Map();
  return [...document.querySelectorAll(selector)].map((element) => {
    const text = element.id || element.querySelector("summary")?.textContent.trim() || "";
    const number = seen.get(text) ?? 0;
    seen.set(text, number + 1);
    return [`${number} ${text}`, element];
  });
}

function restore() {
  let place;
  try {
    place = JSON.parse(sessionStorage.getItem(STORE));
    sessionStorage.removeItem(STORE);
  } catch {
    return;
  }
  if (!place) return;
  const open = new Map(place.details);
  for (const [name, element] of named("details")) {
    if (open.has(name)) element.open = open.get(name);
  }
  const scroll = () => {
    const anchor = place.anchor && document.getElementById(place.anchor);
    const top = anchor ? scrollY + anchor.getBoundingClientRect().top - place.offset : place.y;
    scrollTo({ left: place.x, top, behavior: "instant" });
  };
  if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
  scroll();
  // Pictures and fonts may still move things, but a reader who has begun to scroll is left alone.
  let moved = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, () => (moved = true), { once: true, passive: true });
  }
  addEventListener("load", () => {
    if (!moved) scroll();
    history.scrollRestoration = "auto";
  }, { once: true });
}

// --- What has changed ---

function update(state) {
  if (state.run !== START.run || state.page !== PAGE) return reload();
  if (state.styles.length !== LINKS.length) return reload();
  if (state.files === null) return reload();
  const changed = new Set(state.files);
  const loaded = loadedFiles();
  const styles = new Set([...changed].filter((path) => path.endsWith(".css") && loaded.has(path)));
  if ([...changed].some((path) => loaded.has(path) && !styles.has(path))) return reload();
  swapStyles(state.styles, styles, state.build);
  showProblems(state.problems);
}

// Paths, as the site knows them, of everything this page shows; what a script fetched for itself is its own affair.
function loadedFiles() {
  const fetched = ["fetch", "xmlhttprequest", "beacon"];
  const urls = performance.getEntriesByType("resource")
    .filter((entry) => !fetched.includes(entry.initiatorType))
    .map((entry) => entry.name);
  for (const element of document.querySelectorAll("[src], link[href]")) urls.push(element.src || element.href);
  return new Set(urls.map(sitePath).filter(Boolean));
}

function sitePath(url) {
  try {
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin) return null;
    const path = decodeURIComponent(pathname);
    const inBase = START.base !== "/" && path.startsWith(START.base);
    return path.slice(inBase ? START.base.length : 1);
  } catch {
    return null;
  }
}

let stylesOfBuild = LOADED_AT;

function swapStyles(styles, changed, build) {
  LINKS.forEach((link, index) => {
    const href = styles[index];
    // A style that another one imports is named nowhere on the page: then all are read again.
    const again = build > stylesOfBuild && changed.size > 0;
    // In a <noscript> it is no element here.
    if (!link.element || (href === link.href && !again)) return;
    const next = link.element.cloneNode();
    next.removeAttribute("integrity");
    const url = new URL(href, document.baseURI);
    if (href === link.href) url.searchParams.set("verbeeld", build);
    next.href = url;
    const old = link.element;
    next.onload = next.onerror = () => old.remove();
    old.after(next);
    LINKS[index] = { element: next, href };
  });
  stylesOfBuild = build;
}

// --- What the reader sees of it ---

const host = document.createElement("verbeeld-melding");
const root = host.attachShadow({ mode: "open" });
// A constructed stylesheet is allowed where a content security policy forbids inline styles.
const sheet = new CSSStyleSheet();
sheet.replaceSync(START.style);
root.adoptedStyleSheets = [sheet];

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const list = make("div", {});
const close = make("button", { type: "button" }, WORDS.close);
const heading = make("h1", { id: "heading", tabindex: "-1", autofocus: "" }, WORDS.heading);
const dialog = make(
  "dialog",
  { role: "alertdialog", "aria-labelledby": "heading", "aria-describedby": "intro", lang: "nl" },
  make("header", {}, make("div", {}, heading, make("p", { id: "intro" }, WORDS.intro)), close),
  list,
);
const show = make("button", { type: "button", class: "notice", lang: "nl", hidden: "" }, WORDS.show);
const notice = make("p", { class: "notice", role: "status", lang: "nl", hidden: "" });
root.append(dialog, show, notice);

let problems = null;

function showProblems(html) {
  if (html === problems) return;
  problems = html;
  show.hidden = true;
  if (html === null) {
    list.replaceChildren();
    dialog.close();
    return;
  }
  list.innerHTML = html;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

// Escape closes a dialog of itself; a small button brings the problems back.
dialog.addEventListener("close", () => (show.hidden = problems === null));
close.addEventListener("click", () => dialog.close());
show.addEventListener("click", () => {
  show.hidden = true;
  dialog.showModal();
});

function showGone(gone) {
  notice.hidden = !gone;
  notice.textContent = gone ? WORDS.gone : "";
}

// --- The connection ---

let socket = null;
let wait = 0;
let timer = 0;
let leaving = false;

function connect() {
  clearTimeout(timer);
  if (leaving || (socket && socket.readyState <= WebSocket.OPEN)) return;
  const query = new URLSearchParams({ page: PATH, build: LOADED_AT });
  const url = new URL("/__verbeeld/ws?" + query.toString().replaceAll("+", "%20"), location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const current = (socket = new WebSocket(url));
  current.onopen = () => {
    wait = 0;
    showGone(false);
  };
  current.onmessage = (event) => update(JSON.parse(event.data));
  current.onclose = () => {
    if (current !== socket || leaving || reloading) return;
    // One failed attempt may be a restart; at the second the reader is told.
    if (wait > 0) showGone(true);
    wait = Math.min(wait * 1.6 + 250, 3000);
    timer = setTimeout(connect, wait);
  };
}

addEventListener("pagehide", () => {
  leaving = true;
  socket?.close();
});
addEventListener("pageshow", (event) => {
  leaving = false;
  if (event.persisted) connect();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) connect();
});

document.documentElement.append(host);
restore();
connect();
