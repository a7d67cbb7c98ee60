// One Chromium per test file, without any traffic of its own.

import { chromium as driver } from "playwright-core";
import { chromium as executablePath } from "./paths.mjs";

/** Flags that keep Chromium from asking anything of its maker. */
export const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the system's Chromium; `after` (of node:test) closes it when the test file ends. `flags` come on top of the quiet ones. */
export async function launch(after, flags = []) {
  const browser = await driver.launch({ executablePath, headless: true, args: [...quiet, ...flags] });
  after?.(() => browser.close());
  return browser;
}

/** The widths that the design names, with a height that such a screen has. */
export const sizes = {
  wide: { width: 1440, height: 900 },
  desk: { width: 1280, height: 800 },
  tablet: { width: 768, height: 1024 },
  narrow: { width: 320, height: 640 },
};

/** Opens a fresh page in a context of its own, runs `work` and closes both. */
export async function withPage(browser, options, work) {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/**
 * Runs `work(page, item)` over all items with a few pages side by side, each page used again for the next item. What `work`
 * throws is gathered under the item's name, so that one bad page does not hide the others.
 */
export async function overPages(browser, options, items, work, beside = 3) {
  const faults = [];
  const queue = [...items];
  const context = await browser.newContext(options);
  const worker = async () => {
    const page = await context.newPage();
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        await work(page, item);
      } catch (error) {
        faults.push(`${item}: ${error.message}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: beside }, worker));
  } finally {
    await context.close();
  }
  return faults.sort();
}

/** Fails with every fault on a line of its own. */
export function none(faults, what) {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 60).map((fault) => `  ${fault}`).join("\n");
  const more = faults.length > 60 ? `\n  … and ${faults.length - 60} more` : "";
  throw new Error(`${faults.length} × ${what}\n${shown}${more}`);
}
