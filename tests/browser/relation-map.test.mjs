// The relation map as a reader meets it: every line a link with a name, the table with the same rows, nothing that overlaps,
// and a form of its own on a narrow screen, on paper and in forced colours.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, none, overPages, sizes, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { pages, source } from "./support/site.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const figure = ".infographic-relatiekaart";
/** A page with the map of the whole. */
const whole = `${home}zo-werken-we-samen/`;
const maps = pages.filter((address) => source(address).includes("infographic-relatiekaart"));

/** Runs `work` inside the browser on every page with a map and fails with what it returns. */
async function onEveryMap(options, work, what) {
  const faults = await overPages(browser, options, maps, async (page, address) => {
    await page.goto(home + address);
    if (options.media) await page.emulateMedia(options.media);
    const found = await page.evaluate(work);
    if (found.length > 0) throw new Error(found.join("\n    "));
  });
  none(faults, what);
}

test("home has the cloth of the whole, and every gremium a small map", () => {
  assert.ok(source("").includes("infographic-weefsel"), "home has no cloth");
  const gremia = pages.filter((address) => /^gremia\/[^/]+\/$/.test(address));
  const without = gremia.filter((address) => !maps.includes(address));
  assert.ok(gremia.length - without.length >= 10, `no map on ${without.join(", ")}`);
});

test("every link in a drawing has a name of its own and takes the focus, in reading order", async () => {
  await onEveryMap({ viewport: sizes.wide }, () => {
    const found = [];
    for (const svg of document.querySelectorAll(".infographic-relatiekaart .infographic-drawing svg")) {
      if (!svg.checkVisibility()) continue;
      if (svg.getAttribute("role") !== "group") found.push("the drawing is no group");
      for (const id of (svg.getAttribute("aria-labelledby") ?? "").split(" ")) {
        if (!document.getElementById(id)?.textContent.trim()) found.push(`the drawing is named by ${id}, which says nothing`);
      }
      const names = new Set();
      for (const link of svg.querySelectorAll("a")) {
        const name = link.getAttribute("aria-label")?.trim() ?? "";
        if (name.length < 3) found.push(`a link without a name: ${link.getAttribute("href")}`);
        if (names.has(name)) found.push(`two links with one name: ${name}`);
        names.add(name);
        if (!link.getAttribute("href")) found.push(`leads nowhere: ${name}`);
        link.focus();
        if (document.activeElement !== link || link.tabIndex < 0) found.push(`does not take the focus: ${name}`);
        if (svg.querySelectorAll('a[tabindex="0"]').length !== 1) found.push(`more than one stop for Tab at ${name}`);
        if (!link.closest("[role=listitem]")?.parentElement?.closest("[role=list]")) found.push(`is not in a list: ${name}`);
      }
      // From the top lane to the lowest, within a lane from the left, then the lines.
      const nodes = [...svg.querySelectorAll("a[data-knoop]")].map((node) => ({ node, lane: node.closest("[aria-label].ig-baan"), box: node.getBoundingClientRect() }));
      for (const [before, next] of nodes.slice(1).map((node, index) => [nodes[index], node])) {
        const sameLane = before.lane === next.lane;
        if (!sameLane && before.lane.getBoundingClientRect().top > next.lane.getBoundingClientRect().top) found.push("the lanes are not read from the top");
        if (sameLane && before.box.left > next.box.left + 1) found.push("a lane is not read from the left");
      }
      const lines = svg.querySelector("a[data-van]");
      if (lines && nodes.length > 0 && !(nodes.at(-1).node.compareDocumentPosition(lines) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push("the lines are read before the boxes");
    }
    return found;
  }, "maps with a fault in their links");
});

test("the table, the drawings and the folded list show the same relations", async () => {
  await onEveryMap({ viewport: sizes.wide }, () => {
    const found = [];
    const paths = (root, selector) =>
      [...root.querySelectorAll(selector)].map((link) => new URL(link.getAttribute("href"), document.baseURI).pathname).filter((path) => path.includes("/relaties/")).sort().join("\n");
    for (const figure of document.querySelectorAll(".infographic-relatiekaart")) {
      const table = paths(figure, "table tbody a");
      if (table === "") found.push("the table names no relation");
      for (const svg of figure.querySelectorAll(".infographic-drawing svg")) {
        if (paths(svg, "a[data-van]") !== table) found.push("the drawing shows other relations than the table");
        const ends = new Set([...svg.querySelectorAll("a[data-knoop]")].map((node) => node.dataset.knoop));
        for (const line of svg.querySelectorAll("a[data-van]")) {
          for (const end of [line.dataset.van, line.dataset.naar]) if (!ends.has(end)) found.push(`a line ends at ${end}, which is not drawn`);
          if (!figure.querySelector("table").textContent.includes(line.dataset.niveau)) found.push(`the table does not name the level ${line.dataset.niveau}`);
        }
      }
      if (paths(figure, ".infographic-list a") !== table) found.push("the folded list shows other relations than the table");
      const rows = figure.querySelectorAll("table tbody tr").length;
      const drawn = figure.querySelector(".infographic-drawing svg").querySelectorAll("a[data-van]").length;
      if (rows !== drawn) found.push(`${rows} rows, ${drawn} lines`);
    }
    return found;
  }, "maps whose table differs");
});

/** Boxes that overlap or leave the drawing, letters that leave their box, lines that go through what is not theirs. */
function collisions() {
  const found = [];
  let seen = 0;
  for (const svg of document.querySelectorAll(".infographic-relatiekaart .infographic-drawing svg")) {
    if (!svg.checkVisibility()) continue;
    seen += 1;
    // A cloth has threads for boxes; the tests of drawings read it back.
    if (svg.matches(".ig-doek")) continue;
    const frame = svg.viewBox.baseVal;
    const beyond = (box, outer, slack) =>
      box.x < outer.x - slack || box.y < outer.y - slack || box.x + box.width > outer.x + outer.width + slack || box.y + box.height > outer.y + outer.height + slack;
    const inside = ({ x, y }, box, margin) => x > box.x + margin && x < box.x + box.width - margin && y > box.y + margin && y < box.y + box.height - margin;
    const share = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    // The letters themselves are lower than the line that holds them.
    const letters = (text) => {
      const { x, y, width, height } = text.getBBox();
      return { x, y: y + height * 0.2, width, height: height * 0.6 };
    };
    const nodes = [...svg.querySelectorAll("a[data-knoop]")].map((node) => ({ node, name: node.dataset.knoop, box: node.querySelector(".ig-vak").getBBox() }));
    for (const [index, { node, name, box }] of nodes.entries()) {
      if (beyond(box, frame, 0)) found.push(`box outside the drawing: ${name}`);
      for (const text of node.querySelectorAll("text")) if (beyond(letters(text), box, -2)) found.push(`runs out of its box: ${text.textContent}`);
      for (const other of nodes.slice(index + 1)) if (share(box, other.box)) found.push(`boxes overlap: ${name} and ${other.name}`);
    }
    const notes = [...svg.querySelectorAll("text")].filter((text) => !text.closest("a[data-knoop]")).map((text) => ({ words: text.textContent, box: letters(text) }));
    for (const line of svg.querySelectorAll("a[data-van]")) {
      const path = line.querySelector(".ig-raak");
      const name = `${line.dataset.van}–${line.dataset.naar}`;
      const hit = new Set();
      const length = path.getTotalLength();
      for (let at = 2; at < length - 2; at += 3) {
        const point = path.getPointAtLength(at);
        for (const node of nodes) if (inside(point, node.box, 1)) hit.add(`line ${name} goes through the box ${node.name}`);
        for (const { words, box } of notes) if (inside(point, box, -2)) hit.add(`line ${name} goes through “${words}”`);
        if (!inside(point, frame, 0)) hit.add(`line ${name} leaves the drawing`);
      }
      found.push(...hit);
    }
  }
  if (seen === 0) found.push("no drawing is to be seen");
  return found;
}

for (const [name, viewport] of [["1440", sizes.wide], ["1280", sizes.desk], ["1024", { width: 1024, height: 768 }]]) {
  test(`boxes and lines keep clear of each other at ${name} px`, () => onEveryMap({ viewport }, collisions, `maps with collisions at ${name} px`));
}

for (const [name, viewport] of [["320", sizes.narrow], ["390", { width: 390, height: 844 }], ["768", sizes.tablet]]) {
  test(`at ${name} px the cloth shows whole, with the list folded under it`, () => onEveryMap({ viewport }, () => {
    const found = [];
    for (const figure of document.querySelectorAll(".infographic-relatiekaart")) {
      const shown = [...figure.querySelectorAll(".infographic-drawing svg")].filter((svg) => svg.checkVisibility());
      if (shown.length !== 1) found.push(`${shown.length} drawings show`);
      if (innerWidth < 700 && !shown[0]?.matches(".ig-doek")) found.push("it is no cloth");
      for (const text of shown[0]?.querySelectorAll("text") ?? []) {
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width;
        if (size < 12) found.push(`letters of ${size.toFixed(1)} px: ${text.textContent}`);
      }
      const list = figure.querySelector(".infographic-list");
      if (!list || list.open) found.push("there is no folded list");
    }
    return found;
  }, `maps that do not re-form at ${name} px`));
}

test("the whole of the collaboration fits on one screen of a telephone", async () => {
  await withPage(browser, { viewport: { width: 390, height: 844 } }, async (page) => {
    await page.goto(whole);
    const { height } = await page.locator(".infographic-relatiekaart .ig-staand").boundingBox();
    assert.ok(height <= 844, `${height} px`);
  });
});

test("a press anywhere on the cloth shows the card of the nearest thread or tie, and its targets are large", async () => {
  await withPage(browser, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" }, async (page) => {
    await page.goto(whole);
    const cloth = page.locator(".infographic-relatiekaart .ig-staand");
    const card = page.locator(".infographic-relatiekaart .ig-kaartje");
    assert.ok(await card.isHidden());
    for (const [part, least] of [["a.ig-lijn .ig-bandvlak", 3], [".ig-knoop text", 2]]) {
      await cloth.locator(part).nth(4).scrollIntoViewIfNeeded();
      const box = await cloth.locator(part).nth(4).boundingBox();
      await page.mouse.click(box.x + box.width / 2 + 4, box.y + box.height / 2);
      assert.ok(await card.isVisible(), part);
      const targets = card.locator("a, button");
      assert.ok((await targets.count()) >= least, part);
      for (const target of await targets.all()) assert.ok((await target.boundingBox()).height >= 44);
      await card.locator("button").click();
      assert.ok(await card.isHidden());
    }
  });
});

test("on paper the table shows, and so does the drawing or the list", async () => {
  await onEveryMap({ viewport: { width: 794, height: 1123 }, media: { media: "print" } }, () => {
    const found = [];
    for (const figure of document.querySelectorAll(".infographic-relatiekaart")) {
      const table = figure.querySelector("table");
      if (table.getBoundingClientRect().height < 20 || !table.checkVisibility({ contentVisibilityAuto: true })) found.push("the table does not show");
      const pictures = [...figure.querySelectorAll(".infographic-drawing svg"), figure.querySelector(".ig-lijst")].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height > 0);
      if (pictures.length !== 1) found.push(`${pictures.length} pictures show`);
      const sheet = document.documentElement.clientWidth;
      for (const each of [...pictures, table]) if (each.getBoundingClientRect().right > sheet + 1) found.push(`wider than the sheet: ${each.getAttribute("class") ?? each.localName}`);
    }
    if (getComputedStyle(document.querySelector("header nav")).display !== "none") found.push("the menu is printed");
    return found;
  }, "maps with a fault on paper");
});

test("in forced colours every line and box can be seen", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await onEveryMap({ viewport: sizes.wide, forcedColors: "active", colorScheme }, () => {
      const found = [];
      const ground = getComputedStyle(document.body).backgroundColor;
      const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const invisible = (colour) => colour === "none" || rgb(colour)[3] === 0 || colour === getComputedStyle(document.documentElement).backgroundColor || colour === ground;
      for (const svg of document.querySelectorAll(".infographic-relatiekaart .infographic-drawing svg")) {
        if (!svg.checkVisibility()) continue;
        for (const line of svg.querySelectorAll("a[data-van]")) {
          const threads = [...line.querySelectorAll("path:not(.ig-raak, .ig-arcering)")].filter((part) => getComputedStyle(part.parentElement).display !== "none");
          if (threads.length === 0) found.push(`no thread: ${line.dataset.van}–${line.dataset.naar}`);
          for (const thread of threads) {
            const style = getComputedStyle(thread);
            if (invisible(style.stroke) && invisible(style.fill)) found.push(`unseen: ${line.dataset.van}–${line.dataset.naar} (${style.stroke})`);
          }
        }
        for (const box of svg.querySelectorAll(".ig-vak")) if (invisible(getComputedStyle(box).stroke)) found.push("a box without an edge");
        for (const text of svg.querySelectorAll("text")) if (invisible(getComputedStyle(text).fill)) found.push(`unseen: ${text.textContent}`);
      }
      return found;
    }, `maps that fade in forced colours (${colorScheme})`);
  }
});

test("a first click on a line and on a box shows its card, a second leads to its page", async () => {
  await withPage(browser, { viewport: sizes.wide, reducedMotion: "reduce" }, async (page) => {
    for (const selector of ["a[data-knoop]", "a[data-van]"]) {
      await page.goto(whole);
      const link = page.locator(`${figure} .infographic-drawing svg:visible ${selector}`).first();
      const goal = new URL(await link.getAttribute("href"), whole).href;
      // In the middle of the line itself: the middle of its frame may be empty.
      await link.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const point = await link.evaluate((element) => {
        const shape = element.querySelector(".ig-raak, .ig-vak");
        const box = shape.getBBox();
        const middle = shape.matches(".ig-vak") ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : shape.getPointAtLength(shape.getTotalLength() / 2);
        const { x, y } = new DOMPoint(middle.x, middle.y).matrixTransform(shape.getScreenCTM());
        return { x, y };
      });
      await page.mouse.click(point.x, point.y);
      const card = page.locator(`${figure} .ig-kaartje`);
      assert.ok(await card.isVisible(), "the card shows");
      assert.equal(new URL(await card.locator("a").first().getAttribute("href"), whole).href, goal);
      const box = await card.boundingBox();
      assert.ok(box.y + box.height <= sizes.wide.height, "the card is in sight");
      await page.mouse.click(point.x, point.y);
      await page.waitForURL(goal);
    }
  });
});
