// What the script adds to drawings: what belongs together lights up, levels, layers and organisations can be chosen, a drawing can
// fill the screen and be walked through by keyboard. And that without script nothing of it is there.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, sizes, withPage } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);
const options = { viewport: sizes.wide, reducedMotion: "reduce" };
const map = ".infographic-relatiekaart .ig-breed";

/** Ids of the boxes that stand back, and how many lines do. */
const back = (page) => page.evaluate((map) => ({
  nodes: [...document.querySelectorAll(`${map} .ig-knoop.ig-ver`)].map((node) => node.dataset.knoop),
  lines: document.querySelectorAll(`${map} .ig-lijn.ig-ver`).length,
  gone: document.querySelectorAll(`${map} .ig-lijn.ig-weg`).length,
}), map);

test("focusing a box lights its ties and neighbours, and leaving it lights all", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const box = page.locator(`${map} .ig-knoop`).first();
    const id = await box.getAttribute("data-knoop");
    const before = await back(page);
    assert.deepEqual(before, { nodes: [], lines: 0, gone: 0 });
    await box.focus();
    const focused = await back(page);
    const own = await page.locator(`${map} .ig-lijn[data-van="${id}"], ${map} .ig-lijn[data-naar="${id}"]`).count();
    const all = await page.locator(`${map} .ig-lijn[data-van]`).count();
    assert.equal(focused.lines, all - own);
    assert.ok(!focused.nodes.includes(id) && focused.nodes.length > 0);
    await page.locator(".skip-link").focus();
    assert.deepEqual(await back(page), before);
  });
});

test("pointing at a line lights its two ends", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    await page.locator(`${map} .ig-lijn[data-van]`).first().dispatchEvent("pointerover");
    const pointed = await back(page);
    const nodes = await page.locator(`${map} .ig-knoop`).count();
    assert.equal(pointed.nodes.length, nodes - 2);
  });
});

test("a level can be shown alone, and all again", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const buttons = page.locator(".infographic-relatiekaart .ig-knoppen button[aria-pressed]");
    assert.ok(await buttons.count() > 2);
    await buttons.nth(1).click();
    assert.equal(await buttons.nth(1).getAttribute("aria-pressed"), "true");
    assert.equal(await buttons.nth(0).getAttribute("aria-pressed"), "false");
    assert.ok((await back(page)).gone > 0);
    await buttons.nth(0).click();
    assert.deepEqual(await back(page), { nodes: [], lines: 0, gone: 0 });
  });
});

test("a level and a layer can be chosen together, and the address tells them", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const bar = page.locator(".infographic-relatiekaart .ig-knoppen-niveaus");
    // Which layer narrows which level is for the data to say: where all ties of a level touch a layer, it narrows nothing.
    const layers = bar.locator(".ig-keuze-laag");
    let both = 0, one = 0;
    for (let level = 1; level < await bar.locator("button").count() && both <= one; level += 1) {
      await bar.locator("button").nth(level).click();
      await layers.selectOption({ index: 0 });
      one = (await back(page)).gone;
      for (let layer = 1; layer < await layers.locator("option").count() && both <= one; layer += 1) {
        await layers.selectOption({ index: layer });
        both = (await back(page)).gone;
        assert.ok(both >= one, `${both} lines gone, ${one} by the level alone`);
      }
    }
    assert.ok(both > one, "no layer narrows a level");
    await page.goto(page.url());
    assert.equal((await back(page)).gone, both, "the address shows the same again");
    await bar.locator("button").nth(0).click();
    await bar.locator(".ig-keuze-laag").selectOption({ index: 0 });
    const seats = bar.locator(".ig-keuze-organisatie");
    await seats.selectOption({ index: 1 });
    const organisation = await seats.inputValue();
    const bodies = await seats.locator("option").nth(1).getAttribute("data-zit");
    const shown = await page.locator(`${map} .ig-lijn[data-van]:not(.ig-weg)`).evaluateAll((all) => all.map((one) => [one.dataset.van, one.dataset.naar]));
    assert.ok(shown.length > 0 && shown.every((ends) => ends.some((end) => bodies.split(" ").includes(end))), JSON.stringify({ organisation, bodies, shown }));
    assert.match(page.url(), /organisatie=/);
  });
});

test("now or the ambition: two states of one map, without script too", async () => {
  for (const javaScriptEnabled of [true, false]) {
    await withPage(browser, { ...options, javaScriptEnabled }, async (page) => {
      await page.goto(`${home}zo-werken-we-samen/`);
      const seen = async (part) => page.locator(`${map} ${part}`).evaluateAll((all) => all.filter((one) => getComputedStyle(one).display !== "none").length);
      assert.ok(await seen(".ig-huidig") > 0);
      const filled = await page.locator(`${map} :is(.ig-strengen, .ig-draad, .ig-vlecht, .ig-onbepaald)`).evaluateAll((all) => all.filter((one) => getComputedStyle(one).fill !== "none").length);
      assert.equal(filled, 0, "a tie is a line, not an area");
      assert.equal(await seen(".ig-doel"), 0);
      await page.locator('.ig-toestand [value="ambitie"]').first().check();
      assert.equal(await seen(".ig-huidig"), 0);
      assert.ok(await seen(".ig-doel") > 0);
      if (javaScriptEnabled) assert.match(page.url(), /kaart=ambitie/);
    });
  }
});

test("the card of a body shows the way to another", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const boxes = page.locator(`${map} a.ig-knoop`);
    await boxes.first().locator(".ig-vak").click();
    const card = page.locator(".infographic-relatiekaart .ig-kaartje");
    const last = await boxes.last().getAttribute("data-knoop");
    await card.locator("select").selectOption(last);
    const steps = await card.locator("ol li").count();
    assert.ok(steps > 0);
    assert.equal(await page.locator(`${map} .ig-pad`).count(), steps);
    const ends = await page.locator(`${map} .ig-pad`).evaluateAll((all) => all.flatMap((one) => [one.dataset.van, one.dataset.naar]));
    assert.ok(ends.includes(last) && ends.includes(await boxes.first().getAttribute("data-knoop")));
    await page.goto(page.url());
    assert.equal(await page.locator(`${map} .ig-pad`).count(), steps, "the address shows the same way again");
    await card.locator("button").click();
    assert.ok(!/gekozen|weg/.test(page.url()), page.url());
  });
});

test("a drawing is one stop for Tab, arrows go through it, Space opens the card", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const links = page.locator(`${map} a`);
    const focused = () => links.evaluateAll((all) => all.indexOf(document.activeElement));
    await links.first().focus();
    const walked = [];
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "End", "ArrowRight", "Home"]) {
      await page.keyboard.press(key);
      walked.push(await focused());
    }
    const last = (await links.count()) - 1;
    assert.deepEqual(walked, [1, 2, 1, last, last, 0]);
    await page.keyboard.press("Space");
    assert.ok(await page.locator(".infographic-relatiekaart .ig-kaartje").isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await focused(), 0, "the focus comes back");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), -1, "Tab leaves the drawing");
  });
});

test("without script a link leads past the drawing", async () => {
  await withPage(browser, { ...options, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const past = page.locator(".infographic-relatiekaart .ig-voorbij");
    await past.focus();
    assert.ok((await past.boundingBox()).width > 60, "it shows when it has the focus");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest(".infographic-foot") !== null));  });
});

test("a drawing can fill the screen, fits it, and can be enlarged", async () => {
  await withPage(browser, options, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    await page.locator(".infographic-relatiekaart .ig-knoppen-groot").click();
    await page.waitForFunction(() => document.fullscreenElement?.matches(".infographic"));
    const svg = page.locator(map);
    const fit = await svg.boundingBox();
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    assert.ok(fit.x >= 0 && fit.y >= 0 && fit.x + fit.width <= width + 1 && fit.y + fit.height <= height + 1, JSON.stringify({ fit, width, height }));
    await page.getByRole("button", { name: "Groter" }).first().click();
    const larger = await svg.boundingBox();
    assert.ok(larger.height > fit.height * 1.2);
    const frame = page.locator(".infographic-relatiekaart .infographic-drawing").first();
    const middle = { x: width / 2, y: height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x - 60, middle.y - 50, { steps: 4 });
    await page.mouse.up();
    assert.ok(await frame.evaluate(({ scrollTop, scrollLeft }) => scrollTop + scrollLeft) > 30, "dragging moves it");
    assert.ok(await page.locator(".infographic-relatiekaart .ig-kaartje").isHidden(), "and is no press");
    await page.getByRole("button", { name: "Passend" }).first().click();
    assert.ok(Math.abs((await svg.boundingBox()).height - fit.height) < 2);
  });
});

test("on a telephone there are no buttons: the room is for the cloth", async () => {
  await withPage(browser, { ...options, viewport: sizes.narrow }, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    assert.ok(await page.locator(".infographic-relatiekaart .infographic-upright").first().isVisible());
    assert.ok(!(await page.locator(".infographic-relatiekaart .ig-knoppen").first().isVisible()));
  });
});

test("without script nothing is added, and the snippet and the files can be reached", async () => {
  await withPage(browser, { ...options, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    assert.equal(await page.locator(".ig-knoppen button:visible").count(), 0);
    assert.equal(await page.locator(".ig-knoppen").first().isVisible(), false, "no place is kept for buttons that will not come");
    await page.locator(".infographic-take summary").first().click();
    assert.match(await page.locator(".take-code").first().innerText(), /<img src="https:.*\.svg" alt=".+">/);
    assert.ok(await page.locator(".take-along a").first().isVisible());
  });
});
