// No page breaks WCAG 2.2 AA as far as axe can tell: light on a desk, dark on a telephone, with every details open.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { launch, none, overPages, sizes } from "./support/browser.mjs";
import { publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";
import { sample, telling } from "./support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const must = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose outcome hangs on colours and sizes; the others judge the elements, which are the same in every look. */
const rulesOfLook = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];
const everyRule = { only: [...must, "best-practice"] };
const ofLook = { only: rulesOfLook };
/** What a page says and how its elements hang together: of its own on every page. */
const ofElements = { ...everyRule, without: rulesOfLook };

const browser = await launch(after);
const home = await host(after, publicFolder);

async function violations(page, { only, without = [] }) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    ({ only, rules }) =>
      axe.run(document, { runOnly: only, rules, resultTypes: ["violations"] }).then((result) => {
        // axe compares the name of a link with its words as the elements have them; a drawing breaks words over lines, which axe
        // takes for other words. In drawings the names are held by the tests in Rust instead.
        const inDrawing = (node) => document.querySelector(node.target.at(-1))?.closest("svg");
        for (const violation of result.violations.filter((v) => v.id === "label-content-name-mismatch")) {
          violation.nodes = violation.nodes.filter((node) => !inDrawing(node));
        }
        return result.violations.filter((violation) => violation.nodes.length > 0);
      }),
    { only, rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) },
  );
  return found.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} – ${node.target.join(" ")} – ${node.failureSummary.split("\n").slice(1).join(" ").trim()}`,
    ),
  );
}

async function clean(page, rules = everyRule) {
  const lines = await violations(page, rules);
  if (lines.length > 0) throw new Error(lines.join("\n    "));
}

const openAll = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

async function everything(colorScheme, viewport, which, rules) {
  const faults = await overPages(browser, { colorScheme, viewport, reducedMotion: "reduce" }, which, async (page, address) => {
    await page.goto(home + address);
    await openAll(page);
    await clean(page, rules);
  });
  none(faults, `pages with violations (${colorScheme}, ${viewport.width} px)`);
}

test("the elements of every page", () => everything("light", sizes.desk, telling, ofElements));
// Colours and sizes come with classes, and the sample has them all.
test("a page of each sort in light at 1280 px", () => everything("light", sizes.desk, sample, ofLook));
test("a page of each sort in dark at 320 px", () => everything("dark", sizes.narrow, sample));
test("a page of each sort in dark at 1280 px", () => everything("dark", sizes.desk, sample, ofLook));
test("a page of each sort in light at 320 px", () => everything("light", sizes.narrow, sample, ofLook));

test("the open menu, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const faults = await overPages(browser, { colorScheme, viewport: sizes.narrow }, [""], async (page) => {
      await page.goto(home);
      await page.locator("[popovertarget]").first().click();
      await clean(page);
    });
    none(faults, `violations with the menu open (${colorScheme})`);
  }
});
