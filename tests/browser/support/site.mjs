// Which pages the built site has.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { publicFolder } from "./paths.mjs";

const files = readdirSync(publicFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
  .map((entry) => relative(publicFolder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();

const leadsElsewhere = (file) => readFileSync(join(publicFolder, file), "utf8").includes('http-equiv="refresh"');

/** What a page is called, from the root of the site: "" is home, "gremia/" a folder, "404.html" itself. */
const address = (file) => file.replace(/(^|\/)index\.html$/, "$1");

/** The addresses of all real pages. */
export const pages = files.filter((file) => !leadsElsewhere(file)).map(address);

/** The addresses that only lead to another page. */
export const redirects = files.filter(leadsElsewhere).map(address);

/**
 * A few pages that together show all there is to see and do: every class that style and scripts know something by, and every attribute
 * that scripts read. A sort of page, a widget or a drawing that comes brings its page along by itself.
 */
export const sample = covering();

/**
 * The pages worth a slow look each: of the places of one role, which differ in their data alone, the first two.
 */
export const telling = pages.filter((page) => {
  const [room, role, organisation] = page.split("/").filter(Boolean);
  const same = pages.filter((other) => other.startsWith(`${room}/${role}/`) && other.split("/").length > 3);
  return room !== "mijn-plek" || !organisation || same.indexOf(page) < 2;
});

/** Each time the page with the most that no page before it has. */
function covering() {
  const marked = new Map(pages.map((page) => [page, marks(source(page))]));
  const left = new Set([...marked.values()].flatMap((all) => [...all]));
  const chosen = [];
  while (left.size > 0) {
    const news = (page) => [...marked.get(page)].filter((mark) => left.has(mark)).length;
    const best = pages.map((page) => [page, news(page)]).reduce((most, each) => (each[1] > most[1] ? each : most))[0];
    chosen.push(best);
    for (const mark of marked.get(best)) left.delete(mark);
  }
  return chosen;
}

/** The classes and data attributes on a page. */
function marks(text) {
  const found = text.matchAll(/ (?:class="([^"]*)"|(data-[a-z-]+)=)/g);
  return new Set([...found].flatMap(([, classes, attribute]) => (attribute ? [attribute] : classes.split(/\s+/))));
}

/** Whether the site has a file for this address. */
export function exists(address) {
  const plain = decodeURIComponent(address);
  return existsSync(join(publicFolder, plain.endsWith("/") || plain === "" ? `${plain}index.html` : plain));
}

/** The text of a page. */
export function source(address) {
  return readFileSync(join(publicFolder, address.endsWith("/") || address === "" ? `${address}index.html` : address), "utf8");
}
