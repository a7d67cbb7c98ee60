// The Windows program under Wine, beside the Linux program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { begin, driveC, files, good, hold, run, running, same, started, windows } from "./wine.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
begin(process.env.WINDOWS_UNPACKED, process.env.WINDOWS_HELP, after);
const work = mkdtempSync(join(tmpdir(), "verbeeld-linux-"));
after(() => rmSync(work, { recursive: true, force: true }));

const here = (...names) => join(driveC, ...names);
const map = (folder) => ["--map", windows(folder)];

function linux(words) {
  const done = spawnSync(process.env.VERBEELD, words, { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  return { code: done.status, out: done.stdout, said: done.stderr };
}

function change(path, from, to) {
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${path}: ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for what comes by itself: long, as the machine may be busy. */
async function until(what, look) {
  for (let tries = 0; tries < 3000; tries += 1) {
    if (await look()) return;
    await pause(100);
  }
  assert.fail(`${what} does not come`);
}

/** Waits until a count has stood still for a while; the count. */
async function still(count) {
  for (let before = count(), since = 0; ; since += 1) {
    await pause(500);
    if (count() !== before) [before, since] = [count(), 0];
    if (since >= 10) return before;
  }
}

/** A new small site on drive C:. */
function fresh(name) {
  const folder = here(name);
  good(["init", windows(folder)]);
  return folder;
}

test("init, check and build do what they do on Linux", () => {
  const folder = fresh("beekdal");
  const other = join(work, "beekdal");
  assert.equal(linux(["init", other]).code, 0);
  const noMade = (all) => new Map([...all].filter(([path]) => !path.startsWith(".verbeeld/")));
  same(noMade(files(folder)), noMade(files(other)));

  assert.match(good(["check", ...map(folder)]).said, /geen waarschuwingen/);
  const built = good(["build", ...map(folder)]);
  assert.match(built.said, /De site staat in C:\\beekdal\\public: /);
  assert.doesNotMatch(built.said, /\\\\\?\\|\x1b/);
  assert.equal(linux(["build", "--map", other]).code, 0);
  same(files(join(folder, "public")), files(join(other, "public")));

  // A second time there is nothing to do, and nothing is left beside the site.
  good(["build", ...map(folder)]);
  same(files(join(folder, "public")), files(join(other, "public")));
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes("werk")), []);
});

test("the portal of Twente has the same bytes, pictures included", () => {
  const twente = here("twente");
  const other = join(work, "twente");
  for (const folder of [twente, other]) cpSync(join(root, "site"), join(folder, "site"), { recursive: true });
  const mine = good(["build", ...map(twente)]);
  const theirs = linux(["build", "--map", other]);
  assert.equal(theirs.code, 0, theirs.said);
  const made = files(join(twente, "public"));
  same(made, files(join(other, "public")));
  const kinds = [...made.keys()].map((path) => path.split(".").pop());
  for (const kind of ["html", "css", "js", "svg", "png", "pptx", "json", "csv"]) assert.ok(kinds.includes(kind), kind);
  assert.match(mine.said, /geen waarschuwingen/);
});

test("line ends of Windows make the same site", () => {
  const folder = fresh("regeleinden");
  good(["build", ...map(folder)]);
  const before = files(join(folder, "public"));
  for (const path of files(join(folder, "site")).keys()) {
    if (/\.(md|toml)$/.test(path)) change(join(folder, "site", path), "\n", "\r\n");
  }
  good(["build", ...map(folder)]);
  same(files(join(folder, "public")), before);
});

test("mistakes are told where they stand, as on Linux", () => {
  const folder = fresh("fouten");
  change(join(folder, "site/content/werkwijze/overleg.md"), "[[kernteam]]", "[[kernteem]]");
  const other = join(work, "fouten");
  cpSync(folder, other, { recursive: true });
  for (const shape of ["kort", "uitgebreid", "json"]) {
    const [mine, theirs] = [run(["check", "--formaat", shape, ...map(folder)]), linux(["check", "--formaat", shape, "--map", other])];
    assert.equal(mine.code, 1);
    const plain = (done) => (done.out + done.said).replaceAll("\r\n", "\n").replace(/in [\d,]+ m?s/g, "in …");
    assert.equal(plain(mine), plain(theirs));
    assert.ok(plain(mine).includes("site/content/werkwijze/overleg.md"));
  }
  const nowhere = run(["build", ...map(here("is er niet"))]);
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.said, /In de map C:\\is er niet staat geen site/);
  // From the folder itself, with a path that is meant from there.
  change(join(folder, "site/content/werkwijze/overleg.md"), "[[kernteem]]", "[[kernteam]]");
  assert.match(good(["build", "--uit", "uit/hier"], { cwd: folder }).said, /De site staat in uit\\hier: /);
  assert.ok(existsSync(join(folder, "uit/hier/index.html")));
  const taken = join(folder, "vol");
  mkdirSync(taken);
  writeFileSync(join(taken, "brief.docx"), "x");
  assert.match(run(["build", "--uit", windows(taken), ...map(folder)]).said, /De map C:\\fouten\\vol is niet door Verbeeld gemaakt/);
});

test("names that Windows keeps for itself are refused with words", () => {
  const folder = fresh("namen");
  writeFileSync(join(folder, "site/content/aux.md"), '+++\ntitel = "Hulp"\n+++\n\nTekst.\n');
  const other = join(work, "namen");
  cpSync(folder, other, { recursive: true });
  const [mine, theirs] = [run(["check", "--formaat", "kort", ...map(folder)]), linux(["check", "--formaat", "kort", "--map", other])];
  assert.equal(theirs.code, 1, theirs.said);
  assert.equal(mine.code, 1, mine.said);
  assert.equal(mine.said.split("\n")[0].trim(), theirs.said.split("\n")[0].trim());
  assert.match(mine.said, /aux/);
});

test("what Windows and Word leave in folders is passed over", () => {
  const folder = fresh("rommel");
  good(["build", ...map(folder)]);
  const before = files(join(folder, "public"));
  for (const name of ["~$brief.docx", "Thumbs.db", "desktop.ini"]) {
    writeFileSync(join(folder, "site/content", name), "x");
    writeFileSync(join(folder, "public", name.startsWith("~") ? "Thumbs.db" : name), "x");
  }
  assert.match(good(["build", ...map(folder)]).said, /geen waarschuwingen/);
  same(files(join(folder, "public")), before);
});

test("a deep folder with a long path", () => {
  // Wine cannot tell where a folder of more than 260 signs really is; Windows can. So the site's own folder stays below that.
  const deep = here(...Array.from({ length: 4 }, (_, at) => `een-map-met-een-lange-naam-zoals-in-een-documentsysteem-${at}`));
  mkdirSync(dirname(deep), { recursive: true });
  good(["init", windows(deep)]);
  const built = good(["build", ...map(deep)]);
  assert.doesNotMatch(built.said, /\\\\\?\\/);
  const other = join(work, "beekdal");
  const made = files(join(deep, "public"));
  same(made, files(join(other, "public")));
  assert.ok(Math.max(...[...made.keys()].map((path) => windows(join(deep, "public", path)).length)) > 300);
  good(["build", ...map(deep)]);
  change(join(deep, "site/content/werkwijze/overleg.md"), "Hoe vaak?", "Hoe dikwijls?");
  good(["build", ...map(deep)]);
  assert.ok(readFileSync(join(deep, "public/werkwijze/overleg/index.html"), "utf8").includes("Hoe dikwijls?"));
});

test("publishing while another program holds something", async () => {
  const folder = fresh("vastgehouden");
  const site = join(folder, "public");
  const page = join(site, "werkwijze/overleg/index.html");
  const text = join(folder, "site/content/werkwijze/overleg.md");
  good(["build", ...map(folder)]);

  // The folder itself, as a window of it or a sync program does: its files are replaced one by one.
  let go = await hold(site);
  change(text, "Hoe vaak?", "Hoe dikwijls?");
  const inPlace = good(["build", ...map(folder)]);
  assert.match(inPlace.said, /één voor één vervangen/);
  assert.ok(readFileSync(page, "utf8").includes("Hoe dikwijls?"));
  await go();

  // A page that must change, for longer than anybody waits: told, and the old site stays whole.
  const before = files(site);
  const folderHeld = await hold(site);
  go = await hold(page);
  change(text, "Hoe dikwijls?", "Hoe vaak dan?");
  const refused = run(["build", ...map(folder)]);
  assert.equal(refused.code, 2, refused.said);
  assert.match(refused.said, /Publiceren is niet gelukt bij C:\\vastgehouden\\public\\.*(open|rechten)/);
  assert.doesNotMatch(refused.said, /\\\\\?\\|os error/);
  await folderHeld();
  await go();
  // What lies in the work folder could not be removed while it was held: the next time it goes.
  const shown = () => new Map([...files(site)].filter(([path]) => !path.startsWith(".verbeeld-werk/")));
  same(shown(), before);

  // Let go while the new site is put in its place: nobody notices.
  go = await hold(site);
  const publishing = running(["build", ...map(folder)]);
  let ended = false;
  publishing.then(() => (ended = true));
  await until("the work folder", () => ended || existsSync(join(folder, ".public.verbeeld-werk/nieuw")));
  await go();
  const done = await publishing;
  assert.equal(done.code, 0, done.said);
  assert.ok(readFileSync(page, "utf8").includes("Hoe vaak dan?"));
  assert.equal(files(site).size, shown().size);
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes("werk")), []);
});

test("serve shows what is saved, and passes over what is no work", async () => {
  const folder = fresh("bekijken");
  const server = await started("verbeeld.exe", ["serve", "--poort", "0", ...map(folder)], /http:\/\/127\.0\.0\.1:\d+\//);
  const address = server.found[0];
  const page = async () => (await fetch(`${address}werkwijze/overleg/`)).text();
  assert.ok((await page()).includes("Hoe vaak?"));
  const text = join(folder, "site/content/werkwijze/overleg.md");
  change(text, "Hoe vaak?", "Hoe dikwijls?");
  await until("the change", async () => (await page()).includes("Hoe dikwijls?"));
  // Many programs write another file first and put that in its place.
  writeFileSync(`${text}.tmp`, readFileSync(text, "utf8").replace("Hoe dikwijls?", "Hoe vaak dan?"));
  renameSync(`${text}.tmp`, text);
  await until("the file that was put in place", async () => (await page()).includes("Hoe vaak dan?"));
  // A save may be seen twice, and the second time late.
  const builds = () => server.said().split("pagina's,").length;
  const before = await still(builds);
  for (const name of ["~$overleg.docx", "Thumbs.db", "desktop.ini"]) writeFileSync(join(folder, "site/content", name), "x");
  assert.equal(await still(builds), before);
  change(text, "Hoe vaak dan?", "En hoe vaak?");
  await until("the last change", async () => (await page()).includes("En hoe vaak?"));
  server.child.kill();
});

test("an id is renamed as on Linux", () => {
  const folder = fresh("hernoemen");
  const other = join(work, "hernoemen");
  cpSync(folder, other, { recursive: true });
  good(["hernoem", "kernteam", "hoofdteam", ...map(folder)]);
  assert.equal(linux(["hernoem", "kernteam", "hoofdteam", "--map", other]).code, 0);
  same(files(join(folder, "site")), files(join(other, "site")));
  good(["build", ...map(folder)]);
  assert.ok(existsSync(join(folder, "public/gremia/hoofdteam/index.html")));
});

test("plaats to a folder", async () => {
  const folder = fresh("plaatsen");
  const web = here("web site");
  mkdirSync(web);
  const settings = join(folder, "site/portal.toml");
  writeFileSync(settings, `${readFileSync(settings, "utf8")}\n[[plaats]]\nnaam = "web"\nmap = 'C:\\web site'\n`);
  assert.match(good(["plaats", "--proef", ...map(folder)]).out, /nieuw {6}index\.html/);
  assert.equal(files(web).size, 0);
  good(["plaats", ...map(folder)]);
  same(files(web), files(join(folder, "public")));
  change(join(folder, "site/content/werkwijze/overleg.md"), "Hoe vaak?", "Hoe dikwijls?");
  assert.match(good(["plaats", ...map(folder)]).said, /\d+ nieuw, [1-9]\d* gewijzigd, \d+ weg, [1-9]\d* hetzelfde/);
  same(files(web), files(join(folder, "public")));
  change(settings, "web site", "weg");
  assert.match(run(["plaats", ...map(folder)]).said, /de map C:\\weg is er niet/);
});

test("an adviser's first hour, without a terminal", async () => {
  const program = await started("verbeeld.exe", [], /http:\/\/(127\.0\.0\.1:\d+)\/([0-9a-f]{32})\//, { terminal: true });
  const [start] = program.found;
  const ask = async (address, form) => {
    const body = form && new URLSearchParams(form);
    const reply = await fetch(address, { method: form ? "POST" : "GET", body });
    return { status: reply.status, url: reply.url, text: await reply.text() };
  };
  const first = await ask(start);
  assert.match(first.text, /Een nieuwe site beginnen/);
  assert.match(first.text, /value="C:\\users\\[^"]+\\Documents"/);
  assert.match((await ask(`${start}handleiding`)).text, /<h1 id="handleiding-voor-redacteuren">/);

  mkdirSync(here("werk"));
  const site = await ask(`${start}nieuw`, { naam: "Rond de Plas", plek: "C:\\werk" });
  assert.equal(site.status, 200, site.text);
  assert.match(site.text, /<h1>Rond de Plas<\/h1>/);
  assert.match(site.text, /C:\\werk\\rond-de-plas/);
  const preview = site.text.match(/class="doe" href="(http:\/\/127\.0\.0\.1:\d+\/)"/)[1];
  const page = async () => (await fetch(`${preview}werkwijze/overleg/`)).text();
  assert.ok((await page()).includes("Hoe vaak?"));

  const text = here("werk/rond-de-plas/site/content/werkwijze/overleg.md");
  change(text, "Hoe vaak?", "Hoe dikwijls?");
  await until("the edit", async () => (await page()).includes("Hoe dikwijls?"));
  change(text, "Hoe dikwijls?", "Hoe dikwijls? Zie [[kernteem]].");
  mkdirSync(here("www"));
  const wrong = await ask(`${site.url}zet-online`, { map: "C:\\www" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /kernteem/);
  assert.equal(files(here("www")).size, 0);
  change(text, " Zie [[kernteem]].", "");
  const right = await ask(`${site.url}zet-online`, { map: '"C:\\www"' });
  assert.equal(right.status, 200, right.text);
  assert.match(right.text, /De site is geplaatst op “C:\\www”/);
  assert.ok(readFileSync(here("www/werkwijze/overleg/index.html"), "utf8").includes("Hoe dikwijls?"));
  assert.match((await ask(`${start}stop`, { x: "" })).text, /Verbeeld is gestopt/);
  assert.equal(await program.ended, 0);
});
