// Every drawing of every infographic, as the browser draws its letters: large enough, whole, and never over one another.

import { after, test } from "node:test";
import { launch, none, overPages, sizes } from "./support/browser.mjs";
import { faults } from "./support/figures.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { pages, source } from "./support/site.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const drawn = pages.filter((address) => source(address).includes('<figure class="infographic'));

for (const [name, viewport] of [["1440", sizes.wide], ["1024", { width: 1024, height: 768 }], ["768", sizes.tablet], ["390", { width: 390, height: 844 }], ["320", sizes.narrow]]) {
  test(`every drawing fits and can be read at ${name} px`, async () => {
    const wrong = await overPages(browser, { viewport, reducedMotion: "reduce" }, drawn, async (page, address) => {
      await page.goto(home + address);
      const found = await page.evaluate(faults);
      if (found.length > 0) throw new Error(found.join("\n    "));
    });
    none(wrong, `pages whose drawings have a fault at ${name} px`);
  });
}

/** What stays in view while the page scrolls, and lies over a drawing then. */
async function covered() {
  const found = [];
  for (const figure of document.querySelectorAll("figure.infographic")) {
    figure.scrollIntoView({ block: "start", behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(done));
    const place = figure.getBoundingClientRect();
    for (const other of document.querySelectorAll("main nav, main aside, .toc, .aside")) {
      if (other.contains(figure) || figure.contains(other) || !other.checkVisibility()) continue;
      const area = other.getBoundingClientRect();
      const wide = Math.min(place.right, area.right) - Math.max(place.left, area.left);
      const high = Math.min(place.bottom, area.bottom) - Math.max(place.top, area.top);
      if (wide > 1 && high > 1) found.push(`${figure.querySelector(".infographic-title")?.textContent}: under .${other.className}`);
    }
  }
  return found;
}

test("nothing that stays in view comes to lie over a drawing", async () => {
  const wrong = await overPages(browser, { viewport: sizes.wide, reducedMotion: "reduce" }, drawn, async (page, address) => {
    await page.goto(home + address);
    const found = await page.evaluate(covered);
    if (found.length > 0) throw new Error(found.join("\n    "));
  });
  none(wrong, "pages on which something lies over a drawing");
});

test("that check sees what is laid over a drawing", async () => {
  const wrong = await overPages(browser, { viewport: sizes.wide }, drawn.slice(0, 1), async (page, address) => {
    await page.goto(home + address);
    await page.evaluate(() => {
      const box = document.createElement("aside");
      Object.assign(box.style, { position: "fixed", inset: "0 50% 0 0" });
      document.querySelector("main").append(box);
    });
    if ((await page.evaluate(covered)).length === 0) throw new Error("nothing seen");
  });
  none(wrong, "pages where a planted box went unseen");
});

/** Texts of drawings whose colour is not one of the reader's own. */
function ownColours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  probe.style.forcedColorAdjust = "none";
  const system = ["CanvasText", "LinkText", "Canvas"].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  const texts = [...document.querySelectorAll(".infographic-drawing svg text")];
  return texts.filter((text) => !system.includes(getComputedStyle(text).fill)).map((text) => text.textContent.trim());
}

test("in forced colours every letter of a drawing has a colour of the reader", async () => {
  const options = { viewport: sizes.wide, forcedColors: "active", colorScheme: "dark" };
  const wrong = await overPages(browser, options, drawn, async (page, address) => {
    await page.goto(home + address);
    const found = await page.evaluate(ownColours);
    if (found.length > 0) throw new Error(found.slice(0, 5).join(" | "));
  });
  none(wrong, "pages with letters in a dye of their own");
});
