// The same files work in a folder of another site and opened from disk, as they do at a domain's root (pages.test.mjs).

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import { launch, none, overPages, withPage } from "./support/browser.mjs";
import { leadingNowhere, named } from "./support/links.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { pages, sample, source } from "./support/site.mjs";

const browser = await launch(after);
const folder = await host(after, publicFolder, "/organisatie/vth/");
const disk = `${pathToFileURL(publicFolder)}/`;

/** Walks pages from one address, and gathers what does not lead anywhere. */
async function faultsFrom(start, fileName = "") {
  const seen = new Map();
  const faults = await overPages(browser, {}, sample.filter((page) => page !== "404.html"), async (page, address) => {
    const errors = [];
    const listen = (message) => message.type() === "error" && errors.push(message.text());
    page.on("console", listen);
    await page.goto(start + address + (address.endsWith("/") || address === "" ? fileName : ""));
    seen.set(address, await page.evaluate(named));
    page.off("console", listen);
    if (errors.length > 0) throw new Error(errors.join("; "));
  });
  return [...faults, ...leadingNowhere(start, seen)];
}

test("no page but 404 names an address from the root of its host", () => {
  const rooted = (page) => [...source(page).matchAll(/ (?:href|src|srcset|action|poster|data)="\/[^"]*"/g)].map(([found]) => `${page}:${found}`);
  none(pages.filter((page) => page !== "404.html").flatMap(rooted), "addresses that hold at the root alone");
});

test("in a folder of another site every link stays in the folder and leads somewhere", async () => {
  none(await faultsFrom(folder), "faults in a folder");
});

test("opened from disk every link names a file", async () => {
  none(await faultsFrom(disk, "index.html"), "faults on disk");
});

test("from disk a reader goes from page to page", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${disk}index.html`);
    await page.locator("header nav a[href]:visible").first().click();
    await page.waitForURL(/index\.html/);
    assert.equal(await page.locator("h1").count(), 1);
    await page.locator("a.site-name").click();
    await page.waitForURL(`${disk}index.html`);
  });
});
