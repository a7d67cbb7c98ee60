// Is what readers can open whole? Read from the disk of the target, as a browser would ask for it.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

const own = (path) => path === ".verbeeld" || path.startsWith(".verbeeld-deel/");

/** Path → bytes of all that readers see. */
export function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  return new Map(paths.filter((path) => !own(path)).sort().map((path) => [path, readFileSync(join(folder, path))]));
}

/** The same files with the same bytes. */
export function same(found, wanted) {
  assert.deepEqual([...found.keys()], [...wanted.keys()]);
  for (const [path, bytes] of wanted) assert.ok(bytes.equals(found.get(path)), path);
}

/** Everything in `folder` is as it was in one of the two sites, and each page finds what it needs. */
export function whole(folder, old, next) {
  const found = files(folder);
  const is = (path) => [old, next].some((site) => site.get(path)?.equals(found.get(path)));
  for (const path of found.keys()) assert.ok(is(path), `${path} is of neither site`);
  assert.ok(found.has("index.html"));
  for (const [path, bytes] of found) {
    if (!path.endsWith(".html")) continue;
    for (const [, attribute, value] of bytes.toString().matchAll(/ (href|src|srcset|data-[a-z-]+)="([^"]*)"/g)) {
      const addresses = attribute === "srcset" ? value.split(",").map((part) => part.trim().split(" ")[0]) : [value];
      for (const address of addresses) {
        const plain = address.split(/[#?]/)[0];
        const isFile = /\.(css|js|json|svg|png|jpg|webp|csv|xml|jsonld|graphml)$/.test(plain);
        const isPage = attribute === "href" && (plain.endsWith("/") || plain.endsWith(".html"));
        if (plain === "" || /^([a-z]+:|\/)/.test(plain) || !(isFile || isPage)) continue;
        const target = normalize(join(dirname(path), decodeURIComponent(plain), plain.endsWith("/") ? "index.html" : ""));
        // A page that is new is not to be found before all new ones are there.
        if (isPage && !old.has(path)) continue;
        assert.ok(found.has(target), `${path} asks for ${target}`);
      }
    }
  }
  const index = JSON.parse(found.get("bestanden/zoek/index.json"));
  for (const [, name] of [...index.words, ...index.entries]) {
    const path = [name, `bestanden/zoek/${name}`, `bestanden/zoek/${name}.json`].find((path) => found.has(path));
    assert.ok(path, `search asks for ${name}`);
  }
}
