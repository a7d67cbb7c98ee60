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

/** A few pages, one of each sort: home, the first list and the first item in every folder of the site. */
export const sample = [...new Map(pages.map((page) => [sortOf(page), page])).values()];

/**
 * The pages worth a slow look each: of the places of one role, which differ in their data alone, the first two.
 */
export const telling = pages.filter((page) => {
  const [room, role, organisation] = page.split("/").filter(Boolean);
  const same = pages.filter((other) => other.startsWith(`${room}/${role}/`) && other.split("/").length > 3);
  return room !== "mijn-plek" || !organisation || same.indexOf(page) < 2;
});

function sortOf(page) {
  const parts = page.split("/").filter(Boolean);
  return `${parts[0] ?? ""}/${Math.min(parts.length, 2)}`;
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
