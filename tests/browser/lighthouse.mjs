// Lighthouse, as a phone sees the site: 100 for accessibility, best practices and being found, and 99 or more for what the site
// itself decides of its speed: when the first and the largest thing are painted over a slow line, how soon the page is filled, and
// that nothing shifts. The time that scripts block is told and never judged: it measures the processor of this machine. What
// scripts may cost is held in bytes, by weight.test.mjs.

import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { quiet } from "./support/browser.mjs";
import { chromium, publicFolder } from "./support/paths.mjs";
import { host } from "./support/server.mjs";

const pages = [
  "",
  "zo-werken-we-samen/",
  "gremia/",
  "gremia/pho-vth/",
  "organisaties/borne/",
  "relaties/",
  "opgaven/",
  "bijdrage/",
  "begrippen/",
  "a-z/",
];
const asked = { accessibility: 1, "best-practices": 1, seo: 1, performance: 0.99 };
const OF_THE_MACHINE = "total-blocking-time";

const wanted = process.argv.slice(2);
let closeHost;
const home = await host((close) => (closeHost = close), publicFolder);
const browser = await puppeteer.launch({ browser: "chrome", executablePath: chromium, headless: true, args: quiet });

/** The scores of a page, and what took points off. */
async function look(address) {
  const page = await browser.newPage();
  try {
    const { lhr } = await lighthouse(home + address, { onlyCategories: Object.keys(asked), logLevel: "error" }, undefined, page);
    const scores = Object.fromEntries(Object.keys(asked).map((name) => [name, lhr.categories[name].score]));
    const judged = lhr.categories.performance.auditRefs.filter(({ id, weight }) => weight > 0 && id !== OF_THE_MACHINE);
    const sum = (of) => judged.reduce((total, ref) => total + of(ref), 0);
    scores.performance = sum(({ id, weight }) => weight * lhr.audits[id].score) / sum(({ weight }) => weight);
    const short = Object.keys(asked).filter((name) => scores[name] < asked[name]);
    const refs = short.flatMap((name) => lhr.categories[name].auditRefs).filter(({ weight }) => weight > 0);
    const faults = refs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
    const blocked = lhr.audits[OF_THE_MACHINE].displayValue;
    return { scores, short, blocked, faults: faults.map(({ id, displayValue }) => `${id} ${displayValue ?? ""}`.trim()) };
  } finally {
    await page.close();
  }
}

let failed = 0;
for (const address of wanted.length > 0 ? wanted : pages) {
  let seen = await look(address);
  // Beside other work of the machine a paint may come late once.
  if (seen.short.join() === "performance") {
    const again = await look(address);
    if (again.scores.performance > seen.scores.performance) seen = again;
  }
  const told = Object.entries(seen.scores).map(([name, score]) => `${name} ${Math.round(score * 100)}`).join(", ");
  console.log(`/${address}: ${told}, scripts block ${seen.blocked}${seen.short.length > 0 ? `  ← ${seen.faults.join("; ")}` : ""}`);
  failed += seen.short.length > 0 ? 1 : 0;
}
await browser.close();
closeHost();
process.exitCode = failed > 0 ? 1 : 0;
