// Seven checks of the starter site behind three real servers, at the root of a host and in a folder, and from disk.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { get as ask } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { launch, sizes, withPage } from "../browser/support/browser.mjs";
import { ask as search } from "../browser/support/search.mjs";
import { apache, caddy, nginx } from "./servers.mjs";

const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".jsonld": "application/ld+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".graphml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

const program = process.env.VERBEELD;
const work = mkdtempSync(join(tmpdir(), "verbeeld-hosts-"));
after(() => rmSync(work, { recursive: true, force: true }));
chmodSync(work, 0o755);
const browser = await launch(after);

/** A site that has been moved about: a record that changed its id, pages with former addresses, also odd ones. */
function build(name, base) {
  const [source, root] = [join(work, `${name}-bron`), join(work, name)];
  execFileSync(program, ["init", source], { stdio: "ignore" });
  const settings = join(source, "site/portal.toml");
  const text = readFileSync(settings, "utf8").replace('basis_url = "https://beekdal.example/"', `basis_url = "https://beekdal.example${base}"`);
  assert.ok(text.includes(`example${base}"`));
  writeFileSync(settings, text.replace("[[menu]]", 'hosts = ["apache", "nginx", "caddy", "iis", "netlify"]\nvoorgecomprimeerd = true\n\n[[menu]]'));
  const bodies = join(source, "site/data/gremia.toml");
  writeFileSync(bodies, readFileSync(bodies, "utf8").replace('id = "kernteam"', 'id = "kernteam"\nvoorheen = ["oud-team"]'));
  writeFileSync(
    join(source, "site/content/verhuisd.md"),
    '+++\ntitel = "Verhuisd"\nomschrijving = "Een pagina die vroeger elders stond."\nstatus = "voorstel"\nbron = ["werkplan/overleg"]\naliassen = ["Oud adres/één (1)", "a+b.$c", "vroeger.html"]\n+++\n\nHier staat hij nu.\n',
  );
  const site = join(root, base);
  execFileSync(program, ["build", "--map", source, "--uit", site], { stdio: "ignore" });
  execFileSync("chmod", ["-R", "a+rX", root]);
  return { root, site, base };
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** What a server sends, as it comes over the line. */
function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    ask(url, { headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).once("error", reject);
  });
}

const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");
const isHidden = (path) => path.startsWith(".") && !path.startsWith(".well-known/");
const isMade = (path) => path.endsWith(".gz") || isHidden(path) || ["_headers", "_redirects", "web.config"].includes(path);
const isPage = (path) => path.endsWith("index.html") || path === "404.html";
const moved = (page) => page.includes('http-equiv="refresh"');
const lasts = (path) => /^bestanden\/(.*\/)?([^/]+\.)?[0-9a-f]{10}\.[^/]+$/.test(path);

const places = [build("wortel", "/"), build("map", "/portaal/vth/")];

for (const place of places) {
  const where = place.base === "/" ? "at the root" : "in a folder";
  const { site, base, root } = place;
  const shown = files(site).filter((path) => !isMade(path));
  const pages = shown.filter((path) => isPage(path) && !moved(readFileSync(join(site, path), "utf8")));
  assert.ok(pages.length > 15 && shown.some(lasts));

  for (const server of [nginx, apache, caddy]) {
    test(`${server.name}, ${where}`, async (t) => {
      const stops = [];
      t.after(async () => {
        for (const stop of stops) await stop();
      });
      const host = await server((stop) => stops.push(stop), join(work, `${where}-diensten`.replaceAll(" ", "-")), root, site);
      const home = host + base;

      await t.test("pages", async () => {
        for (const path of pages) {
          const answer = await get(home + encoded(path.replace(/index\.html$/, "")));
          assert.equal(answer.status, 200, path);
          assert.ok(answer.body.equals(readFileSync(join(site, path))), path);
        }
        const bare = await get(`${home}gremia`);
        assert.ok([301, 308].includes(bare.status), `${bare.status}`);
        assert.equal(new URL(bare.headers.location, home).href, `${home}gremia/`);
      });

      await t.test("404", async () => {
        const page = readFileSync(join(site, "404.html"));
        for (const path of ["nergens", "nergens/", "gremia/nergens.csv", "a/b/c/d.png", "nergens.json", ...files(site).filter(isHidden)]) {
          const answer = await get(home + encoded(path));
          assert.equal(answer.status, 404, path);
          assert.ok(answer.body.equals(page), path);
          assert.match(answer.headers["content-type"], /^text\/html/, path);
        }
        if (existsSync(join(site, ".well-known"))) assert.equal((await get(`${home}.well-known/security.txt`)).status, 200);
      });

      await t.test("redirects", async () => {
        const now = { "gremia/oud-team": "gremia/kernteam/", "Oud adres/één (1)": "verhuisd/", "a+b.$c": "verhuisd/" };
        for (const [old, to] of Object.entries(now)) {
          for (const end of ["", "/", "/index.html"]) {
            const answer = await get(home + encoded(old) + end);
            assert.equal(answer.status, 301, old + end);
            assert.equal(new URL(answer.headers.location, home).href, home + to, old + end);
          }
        }
        const file = await get(`${home}vroeger.html`);
        assert.equal(file.status, 301);
        assert.equal(new URL(file.headers.location, home).href, `${home}verhuisd/`);
        assert.equal((await get(`${home}gremia/oud-teams/`)).status, 404);
      });

      await t.test("search", async () => {
        await withPage(browser, { viewport: sizes.desk }, async (page) => {
          const wrong = [];
          page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
          await page.goto(`${home}werkwijze/overleg/`);
          await search(page, "kernteam");
          await page.keyboard.press("Enter");
          await page.waitForURL(`${home}gremia/kernteam/`);
          assert.deepEqual(wrong, []);
        });
      });

      await t.test("content types", async () => {
        const seen = new Set();
        for (const path of shown) {
          const wanted = TYPES[extname(path)];
          assert.ok(wanted, `a type for ${path}`);
          if (path !== "404.html" && moved(path.endsWith(".html") ? readFileSync(join(site, path), "utf8") : "")) continue;
          seen.add(extname(path));
          const answer = await get(home + encoded(path));
          assert.equal(answer.status, 200, path);
          assert.equal(answer.headers["content-type"].toLowerCase(), wanted, path);
        }
        for (const extension of Object.keys(TYPES)) assert.ok(seen.has(extension), `no ${extension} was tried`);
      });

      await t.test("CSP as sent", async () => {
        const some = ["", "nergens", shown.find((path) => path.endsWith(".svg")), shown.find(lasts), "gremia/oud-team/"];
        for (const path of some) {
          const { headers } = await get(home + path);
          if (path === "gremia/oud-team/" && server === caddy) continue;
          if (path === "gremia/oud-team/" && server === nginx) continue;
          assert.equal(headers["content-security-policy"], `${POLICY}; frame-ancestors 'self'`, path);
          assert.equal(headers["x-content-type-options"], "nosniff", path);
          assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin", path);
          assert.equal(headers["strict-transport-security"], base === "/" ? "max-age=31536000" : undefined, path);
        }
        assert.ok(readFileSync(join(site, "index.html"), "utf8").includes(`content="${POLICY}"`));
      });

      await t.test("caching", async () => {
        for (const path of ["", "gremia/", "bestanden/zoek/index.json", "atom.xml", ...shown.filter(lasts)]) {
          const first = await get(home + path);
          assert.equal(first.headers["cache-control"], lasts(path) ? "public, max-age=31536000, immutable" : "no-cache", path);
          const since = first.headers.etag
            ? { "if-none-match": first.headers.etag }
            : { "if-modified-since": first.headers["last-modified"] };
          assert.equal((await get(home + path, since)).status, 304, path);
          const packed = await get(home + path, { "accept-encoding": "gzip" });
          const file = join(site, path.endsWith("/") || path === "" ? `${path}index.html` : path);
          if (!existsSync(`${file}.gz`)) continue;
          assert.equal(packed.headers["content-encoding"], "gzip", path);
          assert.equal(packed.headers["content-type"], first.headers["content-type"], path);
          assert.match(packed.headers.vary ?? "", /accept-encoding/i, path);
          assert.ok(packed.body.equals(readFileSync(`${file}.gz`)) && gunzipSync(packed.body).equals(first.body), path);
        }
      });
    });
  }
}

test("from disk", async (t) => {
  const { site } = places[1];
  const shown = files(site).filter((path) => !isMade(path));
  const open = (path, look) =>
    withPage(browser, { viewport: sizes.desk }, async (page) => {
      const failed = [];
      page.on("requestfailed", (request) => failed.push(request.url()));
      page.on("request", (request) => request.url().startsWith("file:") || failed.push(request.url()));
      await page.goto(pathToFileURL(join(site, path)).href);
      await look(page);
      assert.deepEqual(failed, [], path);
    });

  await t.test("pages have their style, and every link leads to a file or a folder with a page", async () => {
    for (const path of ["index.html", "gremia/index.html", "gremia/kernteam/index.html", "werkwijze/overleg/index.html"]) {
      await open(path, async (page) => {
        const { rules, links } = await page.evaluate(() => ({
          rules: [...document.styleSheets].length,
          links: [...document.querySelectorAll("a[href], img[src]")].map((e) => (e.tagName === "IMG" ? e.src : e.href.baseVal ?? e.href)).filter((to) => new URL(to, location).protocol === "file:"),
        }));
        assert.ok(rules > 0 && links.length > 5, path);
        for (const link of links) {
          const disk = decodeURIComponent(new URL(link, pathToFileURL(join(site, path))).pathname);
          assert.ok(existsSync(disk) && (!statSync(disk).isDirectory() || existsSync(join(disk, "index.html"))), `${path}: ${link}`);
        }
      });
    }
  });

  await t.test("an old address leads to the page", async () => {
    assert.ok(shown.includes("gremia/oud-team/index.html"));
    await withPage(browser, { viewport: sizes.desk }, async (page) => {
      await page.goto(pathToFileURL(join(site, "gremia/oud-team/index.html")).href);
      await page.waitForURL(pathToFileURL(join(site, "gremia/kernteam")).href + "/");
    });
  });

  await t.test("the policy stands in the page", async () => {
    for (const path of shown.filter((path) => path.endsWith(".html"))) {
      assert.ok(readFileSync(join(site, path), "utf8").includes(`content="${POLICY}"`), path);
    }
  });
});
