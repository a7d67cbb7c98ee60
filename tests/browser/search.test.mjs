// Search: ten questions of an official, the keyboard, slips of the pen, and what it asks of the network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import { launch, sizes, withPage } from "./support/browser.mjs";
import { publicFolder, repository, siteFolder } from "./support/paths.mjs";
import { serve } from "./support/program.mjs";
import { ask, askAll, choose } from "./support/search.mjs";
import { host } from "./support/server.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch(after);
const home = await host(after, publicFolder);
const calm = { viewport: sizes.desk, reducedMotion: "reduce" };

/** The words that can be read without scrolling. */
function onScreen() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const seen = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width > 0 && box.bottom > 0 && box.top >= -8 && box.bottom <= innerHeight) seen.push(node.textContent);
  }
  return seen.join(" ").replace(/\s+/g, " ");
}

// What an official asks, where search must lead first, and the words of the answer.
const questions = [
  ["wie beslist over regionaal VTH-beleid", "routes/#route-besluit", ["elk bevoegd gezag besluit voor zichzelf"]],
  ["hoort AB ODT erbij", "gremia/ab-odt/", ["Het hoort niet bij de VTH-samenwerking", "strikt scheiden"]],
  ["wat draagt Borne bij", "organisaties/borne/", ["0,1 fte"]],
  ["bij wie moet ik zijn over bodem", "routes/#route-bodem", ["platform Bodem", "De rest kan via de"]],
  ["wat is verloofd", "niveaus/verloofd/", ["Verloofd", "Betrokken bij ontwikkeling en uitvoering"]],
  ["wanneer is de evaluatie", "mijlpalen/#evaluatie-2026", ["Formele evaluatie", "2026"]],
  ["wie trekt het jaarverslag", "producten/product-jaarverslag/", ["Jaarverslag", "ODT"]],
  ["wat is er nog open over het gastheerschap", "gremia/gastheerorganisatie/", ["Welke organisatie wordt gastheer?"]],
  ["met wie is de kerngroep verbonden", "gremia/vth-kerngroep/", ["Met wie", "PHO VTH"]],
  ["wat veranderde er in 2024", "mijlpalen/#jaar-2024", ["Omgevingswet in werking"]],
];

for (const [question, url, answer] of questions) {
  test(`“${question}” is answered on the first screen of what search gives first`, async () => {
    await withPage(browser, calm, async (page) => {
      await page.goto(home);
      await ask(page, question);
      await page.keyboard.press("Enter");
      await page.waitForURL(home + url);
      const seen = await page.evaluate(onScreen);
      for (const words of answer) assert.ok(seen.includes(words), `“${words}” is not on the first screen: ${seen}`);
    });
  });
}

// Other forms, other names, old names, parts and slips.
const others = [
  ["PHO", "gremia/pho-vth/"],
  ["portefeuillehoudersoverleg", "gremia/pho-vth/"],
  ["portefeuilehouder", "begrippen/#begrip-portefeuillehouder"],
  ["odt", "organisaties/odt/"],
  ["omgevingsdiensten", "organisaties/odt/"],
  ["vth", "begrippen/#vth"],
  ["Wabo", "begrippen/#omgevingswet"],
  ["kerngroepen", "gremia/vth-kerngroep/"],
  ["kengroep", "gremia/vth-kerngroep/"],
  ["Enschde", "organisaties/enschede/"],
  ["coördinerend gemeentesecretaris", "rollen/#coordinerend-gemeentesecretaris"],
  ["COORDINEREND GEMEENTESECRETARIS", "rollen/#coordinerend-gemeentesecretaris"],
];

// What officials ask in their own words: tests/search/vragen.txt. Others will be asked, so a few may miss; not many.
test("everyday questions get their answer first", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    const lines = readFileSync(join(repository, "tests/search/vragen.txt"), "utf8").split("\n").filter((line) => line.includes("=>"));
    const wrong = [];
    const nowhere = [];
    const asked = lines.map((line) => line.split("=>").map((part) => part.trim()));
    const answered = await askAll(page, asked.map(([question]) => question));
    for (const [i, [question, answers]] of asked.entries()) {
      const found = answered[i];
      assert.ok(found.length <= 8, `“${question}” shows ${found.length} hits`);
      const wanted = answers.split("|").map((answer) => home + answer.trim());
      if (!wanted.includes(found[0])) wrong.push(`“${question}” gives ${found[0]}`);
      if (!found.some((url) => wanted.includes(url))) nowhere.push(question);
    }
    assert.deepEqual(nowhere, []);
    assert.ok(lines.length >= 150, `${lines.length} questions`);
    assert.ok(wrong.length <= 0.08 * lines.length, `${wrong.length} of ${lines.length}:\n${wrong.join("\n")}`);
  });
});

// Who presses Enter reads the answer without scrolling: the answer that came along, or the item itself, or the page's first words.
test("the answer to an everyday question stands on the first screen of what is found", async () => {
  const lines = readFileSync(join(repository, "tests/search/vragen.txt"), "utf8").split("\n").filter((line) => line.includes("=>"));
  const asked = lines.filter((_, i) => i % 13 === 0).map((line) => line.split("=>")[0].trim());
  assert.ok(asked.length >= 150, `${asked.length} questions`);
  const missedAt = (viewport) =>
    withPage(browser, { ...calm, viewport }, async (page) => {
      const missed = [];
      await page.goto(`${home}over/stijlgids/`);
      // Each question is asked where the answer to the one before it was found, as a reader goes on; but who is there already does not
      // arrive, so such a question is asked elsewhere.
      const here = () => page.url().split("#")[0];
      for (const question of asked) {
        let found = await ask(page, question);
        if (found[0]?.split("#")[0] === here()) {
          await page.goto(`${home}over/stijlgids/`);
          found = await ask(page, question);
        }
        if (found.length === 0) {
          missed.push(`“${question}” finds nothing`);
          continue;
        }
        await page.keyboard.press("Enter");
        await page.waitForURL(found[0]);
        await page.waitForLoadState();
        const seen = await page.evaluate(() => {
          const told = document.querySelector(".told-answer");
          const goal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
          const first = told || goal || document.querySelector(".answers, .lead, .place-head, main p, main h1");
          const { top, bottom } = first.getBoundingClientRect();
          // What came along is short and must be whole; of an item the name and what follows it.
          return top >= 0 && (told ? bottom : top + 40) <= innerHeight;
        });
        if (!seen) missed.push(`“${question}” at ${page.url()}`);
      }
      assert.ok(missed.length <= 0.1 * asked.length, `${missed.length} of ${asked.length} at ${viewport.width}:\n${missed.join("\n")}`);
    });
  await Promise.all([{ width: 1440, height: 900 }, { width: 390, height: 844 }].map(missedAt));
});

test("other forms, other names, old names and slips find the same", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    for (const [question, url] of others) {
      const found = (await ask(page, question)).slice(0, 3);
      assert.ok(found.includes(home + url), `“${question}” gives ${found.join(" ")}`);
    }
    const parts = await ask(page, "groep");
    assert.ok(parts.includes(`${home}gremia/vth-kerngroep/`), "a part of a compound finds it");
  });
});

test("an answer that is chosen stands once more where it leads", async () => {
  for (const viewport of [sizes.desk, sizes.narrow]) {
    await withPage(browser, { ...calm, viewport }, async (page) => {
      await page.goto(`${home}over/`);
      for (const [question, url, words] of [
        ["hoe spreken we elkaar aan", "keuzes/#keuze-4-aanspreken", "hoort volgens het plan bij de nieuwe samenwerkingsafspraken"],
        ["mag het pho besluiten nemen", "gremia/pho-vth/", "Besluiten neemt elk bevoegd gezag zelf"],
      ]) {
        await ask(page, question);
        await page.keyboard.press("Enter");
        await page.waitForURL(home + url);
        const answer = page.locator(".told-answer");
        await answer.waitFor();
        assert.ok((await page.evaluate(onScreen)).includes(words), `“${words}” is not on the first screen`);
        await page.reload();
        assert.equal(await answer.count(), 0, "what was told is forgotten");
      }
    });
  }
});

// The data answer what is asked of every record, and what sets any two apart.
test("what nobody wrote an answer to is answered from the data", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    for (const [question, url, answer] of [
      ["wie zit de werkgroep financials voor", "gremia/werkgroep-financials/", "Dat staat niet in onze bron"],
      ["mag het platform bodem iets besluiten", "gremia/platform-bodem/", "Nee."],
      ["wanneer is opgave 5 klaar", "opgaven/opgave-5/", "derde kwartaal van 2024"],
      ["wie pakt opgave 7 op", "opgaven/opgave-7/", "Trekker: VTH-kerngroep"],
      ["uren Borne", "organisaties/borne/", "130 uur"],
      ["mogelijkheden vorm afspraken", "keuzes/#keuze-4-vorm", "samenwerkingsconvenant"],
      ["waar komt 36 dagen vandaan", "cijfers/#kerngroep.dagen", "12 maanden"],
      ["verschil programma en jaarverslag", "producten/product-programma/", "Jaarverslag: Het verslag"],
    ]) {
      const [first] = await ask(page, question);
      assert.equal(first, home + url, question);
      const told = (await page.locator(".search-results a").first().textContent()).replace(/\s/g, " ");
      assert.ok(told.includes(answer), `“${question}” is answered with ${told}`);
    }
  });
});

test("the keyboard alone: open, choose, close, and the focus comes back", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(`${home}gremia/pho-vth/`);
    const button = page.getByRole("button", { name: "Zoeken" });
    const panel = page.getByRole("dialog", { name: "Zoeken" });
    await button.focus();
    await page.keyboard.press("Enter");
    assert.ok(await panel.isVisible());
    const field = page.getByRole("dialog").getByRole("combobox");
    assert.ok(await field.evaluate((element) => element === document.activeElement), "the field has the focus");
    await page.keyboard.press("Escape");
    assert.ok(await panel.isHidden());
    assert.ok(await button.evaluate((element) => element === document.activeElement), "the focus is lost");

    await ask(page, "kerngroep");
    assert.match(await panel.getByRole("status").textContent(), /^\d+ resultaten$/);
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    const chosen = () => field.getAttribute("aria-activedescendant");
    assert.equal(await chosen(), null);
    const options = await panel.getByRole("option").evaluateAll((all) => all.map(({ id }) => id));
    for (const [key, at] of [["ArrowDown", 0], ["ArrowDown", 1], ["ArrowUp", 0]]) {
      await page.keyboard.press(key);
      assert.equal(await chosen(), options[at]);
      assert.equal(await panel.locator(`[aria-selected=true]`).getAttribute("id"), options[at]);
    }
    await page.keyboard.press("ArrowUp");
    assert.equal(await chosen(), null, "up from the first is back in the field");
    assert.ok((await panel.locator("mark").count()) > 0, "what was looked for is marked");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home}gremia/vth-kerngroep/`);
  });
});

test("a slash in a field is a slash", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    await page.keyboard.press("/");
    await page.keyboard.type("en/of");
    assert.equal(await page.getByRole("combobox", { name: "Waar zoekt u naar?" }).inputValue(), "en/of");
  });
});

test("a question that the site cannot answer is told to be one", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    const said = page.locator("dialog.search [role=status]");
    for (const question of ["wie is Pieter Pietersen", "hoeveel inwoners heeft Enschede"]) {
      await ask(page, question);
      assert.match(await said.textContent(), /zeker antwoord hebben wij niet/, question);
      assert.equal(await page.locator(".search-answer").count(), 0, question);
    }
    await ask(page, "wat is verloofd");
    assert.match(await said.textContent(), /^\d+ resultaten$/);
  });
});

test("nothing found leads to the list of all names", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(`${home}over/contact/`);
    await choose(page, "qqxxzz");
    const link = page.locator(".search-elsewhere a");
    await link.waitFor();
    await link.click();
    await page.waitForURL(`${home}a-z/`);
  });
});

test("the panel has no fault that axe finds: light, dark, narrow", async () => {
  for (const options of [calm, { ...calm, colorScheme: "dark" }, { ...calm, viewport: sizes.narrow }]) {
    await withPage(browser, options, async (page) => {
      await page.goto(home);
      await ask(page, "kerngroep");
      await page.keyboard.press("ArrowDown");
      // A style sheet of the page may not be asked to let a test's script in, so it comes through the debugger.
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run("dialog.search"));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      const wide = await page.evaluate(() => document.querySelector("dialog.search").scrollWidth > innerWidth);
      assert.ok(!wide, "the panel is wider than the screen");
    });
  }
});

test("nothing is asked before search is used, and little then", async () => {
  await withPage(browser, calm, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url().slice(home.length)));
    await page.goto(home, { waitUntil: "networkidle" });
    assert.deepEqual(asked.filter((url) => !/^$|^bestanden\/site\.\w+\.(css|js)$|\.(svg|png|webp|jpg)$/.test(url)), []);
    asked.length = 0;
    await ask(page, "kerngroep");
    assert.equal(new Set(asked).size, asked.length, "a file is asked twice");
    const names = asked.filter((url) => url.startsWith("bestanden/zoek/"));
    assert.ok(names.includes("bestanden/zoek/index.json"));
    // Entries of a few results, not of the whole site.
    assert.ok(names.length <= 17, `${names.length} files for one question`);
  });
});

test("the first question costs at most 60 KB, pictures included", async () => {
  for (const question of ["kerngroep", "wie besluit over het beleid?", "tekening kerngroep", "hoevel uur kost het"]) {
    await withPage(browser, calm, async (page) => {
      const asked = [];
      await page.goto(home, { waitUntil: "networkidle" });
      page.on("request", (request) => asked.push(request.url().slice(home.length)));
      await ask(page, question);
      await page.waitForLoadState("networkidle");
      const size = asked.reduce((sum, path) => sum + gzipSync(readFileSync(join(publicFolder, path))).length, 0);
      assert.ok(size > 0 && size <= 60 * 1024, `“${question}”: ${size} bytes in ${asked.join(" ")}`);
    });
  }
});

test("infographics are found, with their drawing", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    for (const [question, url] of [
      ["tekening kerngroep", "gremia/vth-kerngroep/#relatiekaart-vth-kerngroep-kop"],
      ["infographic wie zit in welk overleg", "zo-werken-we-samen/wie-zit-waar/#organogram-kop"],
    ]) {
      const found = await ask(page, question);
      assert.ok(found.slice(0, 3).includes(home + url), `“${question}” gives ${found.join(" ")}`);
      const image = page.locator(`.search-results a[href$="${url.split("/").slice(-2).join("/")}"] img`);
      await image.waitFor();
      await page.waitForFunction(() => document.querySelector(".search-results img").naturalWidth > 0);
    }
  });
});

test("from a folder, and while an editor works", async () => {
  const folder = await host(after, publicFolder, "/een/map/");
  const { address } = await serve(after, siteFolder, 0);
  for (const base of [folder, address]) {
    await withPage(browser, calm, async (page) => {
      await page.goto(`${base}gremia/pho-vth/`);
      await ask(page, "wat is verloofd");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${base}niveaus/verloofd/`);
    });
  }
});

test("from disk and without JavaScript a link leads to the list of all names", async () => {
  await withPage(browser, calm, async (page) => {
    await page.goto(pathToFileURL(join(publicFolder, "gremia/index.html")).href);
    await page.locator(".search-link").click();
    await page.waitForURL(/a-z\/index\.html$/);
  });
  await withPage(browser, { ...calm, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${home}gremia/`);
    assert.ok(await page.locator(".search-button").isHidden());
    await page.locator(".search-link").click();
    await page.waitForURL(`${home}a-z/`);
    await page.locator("nav.letters a", { hasText: "P" }).click();
    await page.waitForURL(`${home}a-z/#letter-p`);
    const seen = await page.locator("section", { has: page.locator("#letter-p") }).getByRole("link").allTextContents();
    for (const name of ["PHO", "PHO VTH", "Portefeuillehoudersoverleg VTH"]) assert.ok(seen.includes(name), name);
  });
});

test("the browser brings words back as the build does", async () => {
  const list = readFileSync(join(repository, "tests/search/stammen.txt"), "utf8");
  const pairs = list.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(/\s+/));
  await withPage(browser, calm, async (page) => {
    await page.goto(home);
    const got = await page.evaluate(async (words) => {
      const { stem } = await import(new URL(document.querySelector(".search-button").dataset.script, document.baseURI));
      return words.map(stem);
    }, pairs.map(([word]) => word));
    assert.deepEqual(got, pairs.map(([, stem]) => stem));
  });
});
