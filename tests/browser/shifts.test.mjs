// Nothing on a page moves when its script comes late, or the page itself in pieces: a reader must not lose the line that is being read,
// nor press what jumps away.

import { after, test } from "node:test";
import { launch, overPages, none, sizes } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host, piecemeal } from "./support/server.mjs";
import { sample } from "./support/site.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const slow = await piecemeal(after, publicFolder);

/**
 * What a page that still comes may move: a tenth of what a reader is said to notice (a layout shift of 0.1). A browser shows what it has
 * read so far whenever it likes, and then columns of a table settle as rows come and a button makes room for the next.
 */
const little = 0.01;

/** How long the page stands whole before its script comes: long after it was painted, as on a slow line. */
const late = 200;

/**
 * Opens the page with its script held back until the page is whole, and gives what moved from then on. Columns of a table that settle
 * while its rows still come are no doing of a script.
 */
async function shifts(page, address) {
  const whole = home + address;
  await page.unrouteAll();
  await page.route(/\.js$/, async (route) => {
    await page.waitForFunction((to) => location.href === to && document.readyState !== "loading", whole);
    await new Promise((done) => setTimeout(done, late));
    await route.continue();
  });
  return moved(page, whole, () => {
    const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
    if (scripts.length === 0) throw new Error("a page without a script");
    return Math.min(...scripts.map(({ responseStart }) => responseStart));
  });
}

/** Opens the page and gives what moved more than `atMost` from the moment, in milliseconds, that `since` tells in the page. */
async function moved(page, address, since = () => 0, atMost = 0) {
  await page.goto(address, { waitUntil: "load" });
  const from = await page.evaluate(since);
  return page.evaluate(async ([from, atMost]) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const entries = await new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries())).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done([]), 100);
    });
    const name = ({ node }) => node && `${node.nodeName.toLowerCase()}.${node.className}`;
    const own = entries.filter(({ hadRecentInput, startTime, value }) => !hadRecentInput && startTime >= from && value > atMost);
    return own.map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(name)}`);
  }, [from, atMost]);
}

for (const [name, viewport] of Object.entries({ desk: sizes.desk, tablet: sizes.tablet, narrow: sizes.narrow })) {
  test(`a late script moves nothing (${name})`, async () => {
    const faults = await overPages(browser, { viewport }, sample, async (page, address) => {
      const found = await shifts(page, address);
      if (found.length > 0) throw new Error(found.join("; "));
    });
    none(faults, "a page that moves");
  });

  test(`a page that comes in pieces moves next to nothing (${name})`, async () => {
    const faults = await overPages(browser, { viewport }, sample, async (page, address) => {
      const found = await moved(page, slow + address, undefined, little);
      if (found.length > 0) throw new Error(found.join("; "));
    });
    none(faults, "a page that moves");
  });
}
