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

/** How late the script comes: long after the page was painted, as on a slow line. */
const late = 200;

/** Opens the page with its script held back, and gives what moved. */
async function shifts(page, address) {
  await page.unrouteAll();
  await page.route(/\.js$/, async (route) => {
    await new Promise((done) => setTimeout(done, late));
    await route.continue();
  });
  return moved(page, home + address);
}

/** Opens the page and gives what moved. */
async function moved(page, address) {
  await page.goto(address, { waitUntil: "load" });
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const entries = await new Promise((done) => {
      new PerformanceObserver((list) => done(list.getEntries())).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done([]), 100);
    });
    const name = ({ node }) => node && `${node.nodeName.toLowerCase()}.${node.className}`;
    return entries.filter(({ hadRecentInput }) => !hadRecentInput).map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(name)}`);
  });
}

for (const [name, viewport] of Object.entries({ desk: sizes.desk, tablet: sizes.tablet, narrow: sizes.narrow })) {
  test(`a late script moves nothing (${name})`, async () => {
    const faults = await overPages(browser, { viewport }, sample, async (page, address) => {
      const found = await shifts(page, address);
      if (found.length > 0) throw new Error(found.join("; "));
    });
    none(faults, "a page that moves");
  });

  test(`a page that comes in pieces moves nothing (${name})`, async () => {
    const faults = await overPages(browser, { viewport }, sample, async (page, address) => {
      const found = await moved(page, slow + address);
      if (found.length > 0) throw new Error(found.join("; "));
    });
    none(faults, "a page that moves");
  });
}
