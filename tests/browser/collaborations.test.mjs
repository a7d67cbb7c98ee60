// Every drawing of very different collaborations, on every width and on paper: one body, no ties, very many of everything.

import { after, test } from "node:test";
import { launch, none, withPage } from "./support/browser.mjs";
import { collaborations, write } from "./support/collaborations.mjs";
import { serve } from "./support/program.mjs";
import { faults } from "./support/figures.mjs";
import { repository } from "./support/paths.mjs";
import { join } from "node:path";

const browser = await launch(after);
const screens = [1440, 1024, 768, 390, 320];
/** What is within the margins of an A4, at 96 dots per inch. */
const sheet = { width: 673, height: 998 };

/** Drawings that do not fit the sheet, or whose letters are under 7 points on it; runs in the page. */
function onPaper(least) {
  const found = [];
  for (const figure of document.querySelectorAll("figure.infographic")) {
    const name = figure.querySelector(".infographic-title").textContent;
    const drawn = [...figure.querySelectorAll(".infographic-drawing > svg, .ig-stuk, .ig-vel")].filter((svg) => svg.checkVisibility() && svg.getBoundingClientRect().width > 1);
    if (drawn.length === 0) found.push(`${name}: no drawing on paper`);
    for (const svg of drawn) {
      const place = svg.getBoundingClientRect();
      if (place.right > document.documentElement.clientWidth + 1) found.push(`${name}: ${Math.round(place.width)} px wide on the sheet`);
      const scale = Math.min(place.width / svg.viewBox.baseVal.width, place.height / svg.viewBox.baseVal.height);
      // A piece is a window on the drawing beside it, which holds the letters.
      const letters = [...(svg.matches(".ig-stuk") ? figure.querySelectorAll("svg.ig-midden text") : svg.querySelectorAll("text"))];
      const smallest = Math.min(...letters.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))) * scale;
      if (smallest < least) found.push(`${name}: letters of ${smallest.toFixed(1)} px on paper`);
    }
  }
  return found;
}

async function check(name, address) {
  const found = [];
  await withPage(browser, { viewport: { width: screens[0], height: 900 }, reducedMotion: "reduce" }, async (page) => {
    await page.goto(address);
    // And a page of each sort that has a drawing of its own: of a body, a tie, an organisation.
    const links = await page.$$eval("a", (all) => all.map((link) => link.getAttribute("href") ?? ""));
    const sorts = [/(?:^|\/)gremia\/[^/]+\/$/, /(?:^|\/)relaties\/[^/]+\/$/, /(?:^|\/)organisaties\/[^/]+\/$/];
    const own = sorts.map((sort) => links.find((link) => sort.test(link))).filter(Boolean);
    for (const path of ["", ...own]) {
      const where = `${name}/${path}`;
      await page.emulateMedia({ media: "screen" });
      await page.goto(new URL(path, address).href);
      for (const width of screens) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await page.evaluate(faults)).map((fault) => `${where}, ${width} px: ${fault}`));
      }
      await page.setViewportSize(sheet);
      await page.emulateMedia({ media: "print" });
      found.push(...(await page.evaluate(onPaper, 8.9)).map((fault) => `${where}, paper: ${fault}`));
    }
  });
  return found;
}

for (const name of Object.keys(collaborations)) {
  test(`${name}: a drawing for every figure, whole and legible`, async (t) => {
    const { address } = await serve((end) => t.after(end), write((end) => t.after(end), name), 0);
    none(await check(name, address), "faults");
  });
}

test("second: a drawing for every figure, whole and legible", async (t) => {
  const { address } = await serve((end) => t.after(end), join(repository, "tests/second"), 0);
  none(await check("second", address), "faults");
});
