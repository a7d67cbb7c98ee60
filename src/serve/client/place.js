// --- Loading again without losing the reader's place ---
//
// What is remembered is found again by what it is and says, not by its number: text may have been added above it.

const STORE = "verbeeld:" + location.pathname;
const FIELDS = "input:not([type=hidden], [type=password], [type=file]), select, textarea";
// What a reader reads, line by line.
const LINES = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, pre, figure, figcaption, summary, img, svg, [id]";

// How many lines are tried: the one that is being edited reads otherwise afterwards, its neighbours do not.
const MOST_LINES = 12;

let reloading = false;
let restoring = null;

function reload() {
  if (reloading) return;
  reloading = true;
  remember();
  location.reload();
}

/** Elements by what they are called: the kind, what it says of itself, and which of those it is. */
function named(selector) {
  const seen = new Map();
  return [...document.querySelectorAll(selector)].map((element) => {
    const says = element.id
      || element.getAttribute("name")
      || element.getAttribute("href")
      || element.getAttribute("aria-label")
      || (element.querySelector(":scope > summary") ?? element).textContent.trim().slice(0, 120);
    const name = `${element.localName} ${says}`;
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    return [`${number} ${name}`, element];
  });
}

const FOCUSABLE = "a[href], button, summary, [tabindex], " + FIELDS;
const nameOf = (element, selector) => (element ? (named(selector).find(([, each]) => each === element)?.[0] ?? null) : null);

/** Does it go along when the page is scrolled? What stays in the window, such as a head, tells no place. */
function scrolls(element) {
  for (let each = element; each && each !== document.body; each = each.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(each).position)) return false;
  }
  return true;
}

/** Lines near the top of the window, each with where it stands. */
function visibleLines() {
  const lines = named(LINES).map(([name, element]) => ({ name, element, box: element.getBoundingClientRect() }));
  const inSight = lines.filter(({ box }) => box.height > 0 && box.bottom > 0 && box.top < innerHeight);
  // What begins far above the window and goes on below it (the whole text) tells less than what begins near its top.
  inSight.sort((a, b) => Math.abs(a.box.top) - Math.abs(b.box.top));
  const found = [];
  for (const { name, element, box } of inSight) {
    if (found.length < MOST_LINES && scrolls(element)) found.push([name, box.top]);
  }
  return found;
}

function remember() {
  const active = document.activeElement;
  const place = {
    x: scrollX,
    y: scrollY,
    lines: scrollY > 0 ? visibleLines() : [],
    focus: nameOf(active === document.body || active === host ? null : active, FOCUSABLE),
    details: named("details").map(([name, element]) => [name, element.open]),
    fields: named(FIELDS).map(([name, element]) => [name, stateOf(element)]),
    popovers: named("[popover]:popover-open").map(([name]) => name),
    searching: document.querySelector("dialog.search")?.open ?? false,
    warnings: shown === "warnings",
  };
  try {
    sessionStorage.setItem(STORE, JSON.stringify(place));
  } catch {
    // Without storage the place is lost; the page itself is right.
  }
}

function stateOf(field) {
  if (field.type === "checkbox" || field.type === "radio") return { checked: field.checked };
  let selection = null;
  try {
    selection = [field.selectionStart, field.selectionEnd];
  } catch {
    // Not every field has one.
  }
  return { value: field.value, selection };
}

function bring(field, { checked, value, selection }) {
  const same = checked === undefined ? field.value === value : field.checked === checked;
  if (checked !== undefined) field.checked = checked;
  else if (!same) field.value = value;
  if (selection?.[0] != null) {
    try {
      field.setSelectionRange(...selection);
    } catch {
      // Not every field has one.
    }
  }
  if (same) return;
  // The page's own scripts answer to what is in it.
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

function restore() {
  // From here on places are ours: a browser's own idea of it would come later and undo this.
  history.scrollRestoration = "manual";
  // Who goes elsewhere and comes back finds the place by the browser's means.
  addEventListener("pagehide", () => {
    if (!reloading) history.scrollRestoration = "auto";
  });
  try {
    restoring = JSON.parse(sessionStorage.getItem(STORE));
    sessionStorage.removeItem(STORE);
  } catch {
    return;
  }
  if (!restoring) return;
  const place = restoring;
  const open = new Map(place.details);
  for (const [name, element] of named("details")) {
    if (open.has(name)) element.open = open.get(name);
  }
  const scroll = () => {
    const now = new Map(named(LINES));
    const line = place.lines.find(([name]) => now.has(name));
    const top = line ? scrollY + now.get(line[0]).getBoundingClientRect().top - line[1] : place.y;
    scrollTo({ left: place.x, top, behavior: "instant" });
  };
  // Pictures and fonts may still move things, but a reader who has begun to scroll is left alone.
  let moved = false;
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, () => (moved = true), { once: true, passive: true });
  }
  const again = () => moved || scroll();
  scroll();
  // After the page's own scripts, which make part of it and wait for what is typed.
  const whole = () => {
    const fields = new Map(place.fields);
    for (const [name, field] of named(FIELDS)) if (fields.has(name)) bring(field, fields.get(name));
    for (const [name, element] of named("[popover]")) if (place.popovers.includes(name)) element.showPopover();
    if (place.searching) document.querySelector(".search-button")?.click();
    const focus = named(FOCUSABLE).find(([name]) => name === place.focus);
    focus?.[1].focus({ preventScroll: true });
    if (focus && fields.has(nameOf(focus[1], FIELDS))) bring(focus[1], fields.get(nameOf(focus[1], FIELDS)));
    again();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", whole, { once: true });
  else whole();
  addEventListener("load", () => {
    again();
    requestAnimationFrame(again);
  }, { once: true });
  document.fonts?.ready.then(again);
}
