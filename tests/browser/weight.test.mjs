// What a reader loads, compressed as any host does.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { test } from "node:test";
import { publicFolder } from "./support/paths.mjs";
import { pages, source } from "./support/site.mjs";

const kilobytes = 1024;
const packed = (bytes) => gzipSync(bytes, { level: 6 }).length;
const files = readdirSync(join(publicFolder, "bestanden")).filter((name) => /\.(css|js)$/.test(name));
const weights = Object.fromEntries(files.map((name) => [name, packed(readFileSync(join(publicFolder, "bestanden", name)))]));
const of = (pattern) => Object.entries(weights).filter(([name]) => pattern.test(name)).reduce((sum, [, size]) => sum + size, 0);

test("scripts are at most 15 KB, search apart from that 12 KB", () => {
  assert.ok(of(/^site\.\w+\.js$/) > 0);
  assert.ok(of(/^(?!zoeken\.).*\.js$/) <= 15 * kilobytes, `${of(/^(?!zoeken\.).*\.js$/)} bytes`);
  assert.ok(of(/^zoeken\.\w+\.js$/) > 0);
  assert.ok(of(/^zoeken\.\w+\.js$/) <= 12 * kilobytes, `${of(/^zoeken\.\w+\.js$/)} bytes`);
});

test("a page, its style and its script together are at most 60 KB", () => {
  const shared = of(/^site\.\w+\.(css|js)$/);
  const heavy = pages.map((address) => [address, packed(source(address)) + shared]).filter(([, size]) => size > 60 * kilobytes);
  assert.deepEqual(heavy, []);
  assert.ok(pages.some((address) => source(address).includes("relatiekaart")), "there is a page with the relation map");
});

test("the index for search comes in files of at most 32 KB", () => {
  const folder = join(publicFolder, "bestanden/zoek");
  const heavy = readdirSync(folder).filter((name) => packed(readFileSync(join(folder, name))) > 32 * kilobytes);
  assert.deepEqual(heavy, []);
});
