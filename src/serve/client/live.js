// Keeps an open page up to date. The server says how the page is now; the page compares and does the least that is needed.
const PATH = location.pathname;
const { page: PAGE, styles: STYLES } = document.currentScript.dataset;
// The stylesheets as the page was written; what scripts have added since is not ours to touch.
const LINKS = JSON.parse(STYLES).map((href) => ({
  href,
  element: [...document.querySelectorAll("link[rel~=stylesheet]")].find((link) => link.getAttribute("href") === href),
}));
const LOADED_AT = START.build;

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
  tell(state.problems, state.warnings);
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
