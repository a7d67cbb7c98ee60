// The forms of a tie, as pictures without colour: told apart by their weave alone, in print, by the colour-blind and on any screen.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launch, withPage, sizes } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const browser = await launch(after);
const home = await host(after, publicFolder);

/**
 * Grey values may differ by 255. Two weaves whose pictures differ by less than this on average would need colour to be told apart.
 * The closest two, a single thread and a dotted line, measure 14.5; the next pair 20; a picture and itself 0.
 */
const least = 12;

/** The pictures of the samples in the legend, by name, as the eye with this way of seeing sees them. */
async function samples(seeing, scheme) {
  return withPage(browser, { viewport: sizes.wide, deviceScaleFactor: 2, colorScheme: scheme }, async (page, context) => {
    await page.goto(`${home}zo-werken-we-samen/`);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setEmulatedVisionDeficiency", { type: seeing });
    const found = new Map();
    const take = async () => {
      for (const item of await page.locator(".infographic-relatiekaart .infographic-legend li").all()) {
        const name = await item.locator("strong").textContent();
        // These are marks on a tie, not forms of one. A form that no tie has now is not shown.
        if (["ambitie", "lezing", "van wie naar wie"].includes(name) || found.has(name) || !(await item.isVisible())) continue;
        found.set(name, (await item.locator("svg").screenshot()).toString("base64"));
      }
    };
    await take();
    // What is still to be may have others.
    await page.locator(".infographic-relatiekaart").getByText("Ambitie", { exact: true }).first().click();
    await take();
    return found;
  });
}

/** The average difference in grey of two pictures, at the shift along the line where they are most alike. */
async function difference(page, one, other) {
  return page.evaluate(async ([one, other]) => {
    const greys = async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const pen = canvas.getContext("2d");
      pen.drawImage(picture, 0, 0);
      const { data: bytes, width, height } = pen.getImageData(0, 0, picture.width, picture.height);
      const values = new Float64Array(width * height);
      for (let i = 0; i < values.length; i += 1) values[i] = 0.2126 * bytes[4 * i] + 0.7152 * bytes[4 * i + 1] + 0.0722 * bytes[4 * i + 2];
      return { values, width, height };
    };
    const [a, b] = [await greys(one), await greys(other)];
    let best = Infinity;
    for (let shift = -24; shift <= 24; shift += 1) {
      let [sum, count] = [0, 0];
      for (let y = 0; y < Math.min(a.height, b.height); y += 1) {
        for (let x = 26; x < Math.min(a.width, b.width) - 26; x += 1) {
          sum += Math.abs(a.values[y * a.width + x] - b.values[y * b.width + x + shift]);
          count += 1;
        }
      }
      best = Math.min(best, sum / count);
    }
    return best;
  }, [one, other]);
}

for (const seeing of ["achromatopsia", "deuteranopia", "protanopia"]) {
  for (const scheme of ["light", "dark"]) {
    test(`the forms of a tie differ as pictures: ${seeing}, ${scheme}`, async (context) => {
      const pictures = [...(await samples(seeing, scheme))];
      assert.ok(pictures.length >= 4, `${pictures.length} forms in the legend`);
      await withPage(browser, {}, async (page) => {
        const alike = [];
        assert.equal(await difference(page, pictures[0][1], pictures[0][1]), 0);
        for (const [index, [name, picture]] of pictures.entries()) {
          for (const [other, twin] of pictures.slice(index + 1)) {
            const far = await difference(page, picture, twin);
            context.diagnostic(`${name} – ${other}: ${far.toFixed(1)}`);
            if (far < least) alike.push(`${name} and ${other}: ${far.toFixed(1)}`);
          }
        }
        assert.deepEqual(alike, []);
      });
    });
  }
}
