// Kills `verbeeld build` at any moment, with the real program: by exchange of folders, and on a mount, where files change in place.
//
//   VERBEELD=target/debug/verbeeld node tests/soak/kills.mjs [kills]
//
// By hand, as root on Linux: the second half needs a mount of its own. It ends with 1 when a site was ever a mix by exchange, or in
// place after the next start of `build` or `serve`.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const kills = Number(process.argv[2] ?? 150);
const program = process.env.VERBEELD ?? "target/release/verbeeld";

/** A project of one small site with two versions: every page of one says the same letter, and some pages are only in one. */
function project() {
  const root = mkdtempSync(join(tmpdir(), "verbeeld-"));
  mkdirSync(join(root, "site/content"), { recursive: true });
  writeFileSync(join(root, "site/portal.toml"), 'naam = "P"\nbasis_url = "https://p.example/"\neigenaar = "R"\n');
  return root;
}

function write(root, letter) {
  const content = join(root, "site/content");
  rmSync(content, { recursive: true });
  mkdirSync(content);
  writeFileSync(join(content, "index.md"), `+++\ntitel = "Start"\n+++\n${letter}\n`);
  for (let page = 0; page < 60; page += 1) {
    for (const name of [`gedeeld-${page}`, `${letter}-${page}`]) writeFileSync(join(content, `${name}.md`), `+++\ntitel = "${name}"\n+++\n${letter.repeat(500)}\n`);
  }
}

/** One hash of all that stands in a folder, but for the work of a publication that is under way. */
function hash(folder) {
  const all = createHash("sha256");
  const names = readdirSync(folder, { recursive: true }).filter((name) => !name.startsWith(".verbeeld-werk")).sort();
  for (const name of names) {
    const path = join(folder, name);
    if (statSync(path).isFile()) all.update(`${name}\0`).update(readFileSync(path));
  }
  return all.digest("hex");
}

const build = (root) => spawn(program, ["build", "--map", root], { stdio: "ignore" });
const ended = (child) => new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once("exit", resolve) : resolve()));

/** Starts the dev server, waits until it has said where it is, and ends it. */
async function served(root) {
  const child = spawn(program, ["serve", "--map", root, "--poort", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  await new Promise((resolve) => child.stderr.on("data", (piece) => String(piece).includes("http://") && resolve()));
  child.kill("SIGKILL");
  await ended(child);
}

async function trial(name, inPlace) {
  const root = project();
  const folder = join(root, "public");
  mkdirSync(folder);
  if (inPlace) execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder]);
  try {
    const sites = {};
    for (const letter of ["a", "b"]) {
      write(root, letter);
      await ended(build(root));
      sites[letter] = hash(folder);
    }
    // What a build must have done before it is killed: made its work folder, or begun to change files.
    const work = inPlace ? join(folder, ".verbeeld-werk") : join(root, ".public.verbeeld-werk");
    let [during, mixed, after, now] = [0, 0, 0, "b"];
    for (let round = 0; round < kills; round += 1) {
      const other = now === "a" ? "b" : "a";
      write(root, other);
      const child = build(root);
      const sign = inPlace && round % 4 > 0 ? join(work, "dagboek") : work;
      while (!existsSync(sign) && child.exitCode === null) await pause(0);
      await pause((round % 15) * (inPlace ? 1 : 4));
      child.kill("SIGKILL");
      await ended(child);
      during += Number(existsSync(work));
      const whole = () => Object.keys(sites).find((letter) => sites[letter] === hash(folder));
      if (whole() === undefined) mixed += 1;
      if (inPlace) {
        // The next start has the old site's texts or the new one's, and a mistake as often as not: finishing comes first.
        if (round % 3 === 0) write(root, now);
        if (round % 5 === 0) writeFileSync(join(root, "site/content/fout.md"), "geen begin\n");
        if (round % 2 === 0) await served(root);
        else await ended(build(root));
        if (whole() === undefined) after += 1;
      }
      now = whole() ?? now;
    }
    console.log(`${name}: ${kills} kills, ${during} in the midst of publishing; a mix at once: ${mixed}${inPlace ? `, after the next start: ${after}` : ""}`);
    return inPlace ? after : mixed;
  } finally {
    if (inPlace) execFileSync("umount", [folder]);
    rmSync(root, { recursive: true, force: true });
  }
}

const bad = [await trial("by exchange", false), await trial("in place", true)];
process.exit(bad.some((count) => count > 0) ? 1 : 0);
