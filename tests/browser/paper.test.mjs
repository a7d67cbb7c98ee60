// On paper: every page fits its sheet, its letters can be read, its tables stay open and nothing of the screen is printed.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, none, overPages, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { pages, sample, source } from "./support/site.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);

/** What is within the margins of an A4, at 96 dots per inch. */
const sheet = { width: 673, height: 998 };

const hasDrawing = (page) => source(page).includes('class="infographic ');
/** A page of each sort, and each of the lists and the pages of text that has a drawing. */
const chosen = [...new Set([...sample, ...pages.filter((page) => page.split("/").length <= 3 && hasDrawing(page))])];

/** What is wrong with the printed form of the page that is open. */
function faults() {
  const found = [];
  const smallest = 9;
  const shows = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && element.getBoundingClientRect().height > 1;
  const name = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const letters = (text) => parseFloat(getComputedStyle(text).fontSize);

  for (const screen of [".site-menu", ".site-tools", ".search", ".breadcrumbs", ".toc", ".jump", ".browse", ".ig-knoppen", ".infographic-take", ".exhibit-files", ".rekenhulp-keuze", ".letters", ".list-filter", ".infographic summary", ".colophon summary", "button:not(.term, .sort)"]) {
    for (const element of document.querySelectorAll(screen)) if (shows(element)) found.push(`printed: ${screen}`);
  }

  for (const figure of document.querySelectorAll(".infographic")) {
    const title = figure.querySelector(".infographic-title").textContent;
    const forms = [".infographic-drawing", ".infographic-pieces", ".infographic-narrow"].filter((form) => [...figure.querySelectorAll(form)].some(shows));
    if (forms.length !== 1) found.push(`“${title}” is printed in ${forms.length} forms: ${forms}`);
    const drawn = Math.min(...[...figure.querySelectorAll(".infographic-drawing svg.ig-midden text, .infographic-drawing svg:only-child text")].map(letters));
    for (const svg of figure.querySelectorAll(".infographic-drawing > svg, .ig-stuk, .ig-vel")) {
      if (!shows(svg)) continue;
      const box = svg.getBoundingClientRect();
      const scale = Math.min(box.width / svg.viewBox.baseVal.width, box.height / svg.viewBox.baseVal.height);
      const size = (svg.matches(".ig-vel") ? Math.min(...[...svg.querySelectorAll("text")].map(letters)) : drawn) * scale;
      if (!(size >= smallest)) found.push(`“${title}” has letters of ${size.toFixed(1)} px`);
    }
    const table = figure.querySelector(".infographic-table table");
    if (table && !shows(table)) found.push(`the table of “${title}” is closed`);
  }

  for (const svg of document.querySelectorAll(".place-map svg")) {
    if (!shows(svg)) continue;
    const box = svg.getBoundingClientRect();
    const scale = Math.min(box.width / svg.viewBox.baseVal.width, box.height / svg.viewBox.baseVal.height);
    const size = Math.min(...[...svg.querySelectorAll("text")].map(letters)) * scale;
    if (size < smallest) found.push(`the map of a place has letters of ${size.toFixed(1)} px`);
  }

  const wide = document.documentElement.clientWidth;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, script, .alleen-voorlezer, caption") || !shows(element)) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.right > wide + 1 || box.left < -1) found.push(`beyond the sheet: ${name(element)}`);
    if (letters(element) < smallest) found.push(`letters of ${letters(element)} px: ${name(element)}`);
  }
  for (const element of document.querySelectorAll("table, img, svg")) {
    if (shows(element) && element.getBoundingClientRect().right > wide + 1) found.push(`wider than the sheet: ${name(element)}`);
  }

  const colophon = document.querySelector(".colophon");
  if (colophon && !document.body.matches(".sheet-page") && !shows(colophon)) found.push("the page does not tell where it comes from");
  return [...new Set(found)];
}

test("a page of each sort prints within its sheet, in letters that can be read", async () => {
  const found = await overPages(browser, { viewport: sheet }, chosen, async (page, address) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(home + address);
    const wrong = await page.evaluate(faults);
    if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join("; "));
  });
  none(found, "pages with a fault on paper");
});

test("home prints on three sheets: its drawing, its table, and the rest", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(home);
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(sheets <= 3, `${sheets} sheets`);
  });
});

test("a drawing taller than a sheet goes on in pieces that together are the whole drawing", async () => {
  await withPage(browser, { viewport: sheet }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(`${home}acties/`);
    const { whole, parts, tallest } = await page.locator(".infographic-planning").evaluate((figure) => {
      const windows = [...figure.querySelectorAll(".ig-stuk")].map((svg) => svg.viewBox.baseVal);
      return {
        whole: figure.querySelector(".ig-midden").viewBox.baseVal.height,
        // A piece shows a pixel more than its part.
        parts: windows.reduce((sum, { height }) => sum + height - 1, 0),
        tallest: Math.max(...[...figure.querySelectorAll(".ig-stuk")].map((svg) => svg.getBoundingClientRect().height)),
      };
    });
    assert.ok(Math.abs(whole - parts) < 0.5, `${parts} of ${whole}`);
    assert.ok(tallest < sheet.height / 2, `a piece of ${tallest} px leaves half a sheet empty`);
  });
});
