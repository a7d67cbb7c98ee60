// Narrow screens and large letters: no page scrolls sideways, nothing sticks out and nothing is cut off.

import { after, test } from "node:test";
import { launch, none, overPages, sizes } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { pages, sample, source } from "./support/site.mjs";

const home = await host(after, publicFolder);

/** What is too wide, sticks out or is cut on the page that is open. */
function misfits() {
  const wide = document.documentElement.clientWidth;
  const found = [];
  const name = (element) =>
    `<${element.localName}${element.id ? ` id=${element.id}` : ""}${element.getAttribute("class") ? ` class="${element.getAttribute("class")}"` : ""}> “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  if (document.scrollingElement.scrollWidth > wide) found.push(`the page is ${document.scrollingElement.scrollWidth} px wide on ${wide}`);

  /** Taken away for the eye and left for a screen reader. */
  const asked = new Map();
  const onlyHeard = (element) => {
    if (!element || element === document.body) return false;
    if (!asked.has(element)) asked.set(element, getComputedStyle(element).clipPath === "inset(50%)" || onlyHeard(element.parentElement));
    return asked.get(element);
  };
  const hidden = (element) =>
    !element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) ||
    onlyHeard(element) ||
    element.closest(".skip-link") !== null;
  /** A region that scrolls by itself and that the keyboard can reach. */
  const scrolls = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (["auto", "scroll"].includes(style.overflowX)) {
        const reachable = box.tabIndex >= 0 || box.querySelector("a[href], button, summary") !== null;
        if (!reachable && box.scrollWidth > box.clientWidth) found.push(`scrolls, but not for the keyboard: ${name(box)}`);
        return true;
      }
    }
    return false;
  };

  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || hidden(element) || ["script", "style", "title", "desc"].includes(element.localName)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width === 0) continue;
      if ((box.right > wide + 0.5 || box.left < -0.5) && !scrolls(element)) {
        found.push(`sticks out (${Math.round(box.left)}–${Math.round(box.right)} px): ${name(element)}`);
        break;
      }
    }
  }

  const cuts = (value) => value === "hidden" || value === "clip";
  for (const element of document.body.querySelectorAll(":not(svg, svg *)")) {
    const style = getComputedStyle(element);
    const wrong = [];
    if (style.textOverflow === "ellipsis" || !["none", ""].includes(style.webkitLineClamp)) wrong.push("is cut with an ellipsis");
    if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) wrong.push("is cut at the side");
    if (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) wrong.push("is cut below");
    // What has no words, such as a thread that goes on in the next frame, may be cut.
    if (wrong.length === 0 || hidden(element) || element.textContent.trim() === "") continue;
    found.push(...wrong.map((fault) => `${fault}: ${name(element)}`));
  }
  return [...new Set(found)];
}

/** Whether the page that is open is wider than the window. */
function sideways() {
  const wide = document.documentElement.clientWidth;
  return document.scrollingElement.scrollWidth > wide ? [`the page is ${document.scrollingElement.scrollWidth} px wide on ${wide}`] : [];
}

// WCAG 1.4.12: what a reader may set for lines, paragraphs, letters and words.
const spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

/**
 * Looks at all of `which` pages in each of the sizes, without loading them anew: a window that is made smaller is what people have too.
 * With `apart` also in the narrowest of them with letters, words and lines further apart.
 */
async function everything(browser, viewports, which, apart = false) {
  // The policy of a page keeps out styles that are not its own, a reader's too; those of a real browser come from outside it.
  const context = { viewport: viewports[0], reducedMotion: "reduce", bypassCSP: apart };
  const faults = await overPages(browser, context, which, async (page, address) => {
    const wrong = [];
    await page.goto(home + address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    for (const viewport of viewports) {
      await page.setViewportSize(viewport);
      const found = await page.evaluate(misfits);
      wrong.push(...found.map((fault) => `at ${viewport.width} px: ${fault}`));
    }
    if (apart) {
      await page.setViewportSize(sizes.narrow);
      await page.addStyleTag({ content: spacing });
      const found = await page.evaluate(sideways);
      wrong.push(...found.map((fault) => `further apart: ${fault}`));
    }
    if (wrong.length > 0) throw new Error(wrong.join("\n    "));
  });
  none(faults, "pages that do not fit");
}

test("a map of neighbours is whole on a telephone", async (t) => {
  const browser = await launch((close) => t.after(close));
  const maps = pages.filter((page) => source(page).includes("ig-klein")).filter((_, at) => at % 5 === 0);
  for (const width of [320, 390]) {
    const faults = await overPages(browser, { viewport: { width, height: 800 } }, maps, async (page, address) => {
      await page.goto(home + address);
      const cut = await page.evaluate(() => [...document.querySelectorAll(".infographic-drawing:has(.ig-tegelkaart)")].filter((box) => box.scrollWidth > box.clientWidth + 1).length);
      if (cut > 0) throw new Error(`the map is cut off at ${width} px`);
    });
    none(faults, "maps that are cut off");
  }
});

test("letters of the usual size, and further apart", async (t) => {
  const browser = await launch((close) => t.after(close));
  await t.test("every page at 768 and 320 px", () => everything(browser, [sizes.tablet, sizes.narrow], pages, true));
  await t.test("a page of each sort at 1440 px", () => everything(browser, [sizes.wide], sample));
});

// The reader's own setting, not a zoom: media queries in em see it too, as they do for a person.
test("letters twice as large", async (t) => {
  const browser = await launch((close) => t.after(close), ["--blink-settings=defaultFontSize=32"]);
  await t.test("the letters are twice as large", async () => {
    const page = await browser.newPage();
    await page.goto(home);
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    if (size < 32) throw new Error(`the root's letters are ${size} px: the theme does not follow the reader's setting`);
  });
  await t.test("every page at 1280 and 640 px", () => everything(browser, [sizes.desk, { width: 640, height: 900 }], pages));
  await t.test("a page of each sort at 320 px", () => everything(browser, [sizes.narrow], sample));
});
