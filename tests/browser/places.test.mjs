// The same files work at a domain's root, in a folder of another site, and opened from disk; every link leads somewhere.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import { launch, none, overPages, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { exists, pages } from "./support/site.mjs";

const browser = await launch(after);
const root = await host(after, publicFolder);
const folder = await host(after, publicFolder, "/organisatie/vth/");
const disk = `${pathToFileURL(publicFolder)}/`;

/** Every address that the page names, as the browser understands it, and the ids it has. */
function named() {
  const links = [...document.querySelectorAll("a[href], area[href], link[href]:not([rel=canonical]):not([rel^=schema]), [src]")];
  return {
    links: links.map((element) => (element.href instanceof SVGAnimatedString ? new URL(element.href.baseVal, document.baseURI).href : element.href || element.src)),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    styled: getComputedStyle(document.querySelector(".skip-link")).position === "absolute",
  };
}

/** Walks all pages from one address, and gathers what does not lead anywhere. */
async function faultsFrom(start, fileName = "") {
  const seen = new Map();
  const faults = await overPages(browser, {}, pages.filter((page) => page !== "404.html"), async (page, address) => {
    const errors = [];
    const listen = (message) => message.type() === "error" && errors.push(message.text());
    page.on("console", listen);
    await page.goto(start + address + (address.endsWith("/") || address === "" ? fileName : ""));
    seen.set(address, await page.evaluate(named));
    page.off("console", listen);
    if (errors.length > 0) throw new Error(errors.join("; "));
  });
  for (const [address, { links, styled }] of seen) {
    if (!styled) faults.push(`${address}: the style sheet did not arrive`);
    for (const link of links) {
      if (/^(https?|mailto|tel):/.test(link) && !link.startsWith(new URL(start).origin + "/")) continue;
      const [asked, anchor] = link.split("#");
      const [place] = asked.split("?");
      if (!place.startsWith(start)) {
        faults.push(`${address}: leads out of the site: ${link}`);
        continue;
      }
      const goal = place.slice(start.length).replace(/(^|\/)index\.html$/, "$1");
      if (start.startsWith("file:") && (place.endsWith("/") || !exists(place.slice(start.length)))) faults.push(`${address}: no file on disk: ${link}`);
      if (!exists(goal)) faults.push(`${address}: broken: ${link}`);
      else if (anchor && !seen.get(goal)?.ids.includes(decodeURIComponent(anchor))) faults.push(`${address}: no such anchor: ${link}`);
    }
  }
  return faults;
}

test("at the root of a domain every link and anchor leads somewhere", async () => {
  none(await faultsFrom(root), "faults at the root");
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
