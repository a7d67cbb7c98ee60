// Bringing a site to its place, with what may go wrong on the way.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sshd } from "./server.mjs";
import { files, same, whole } from "./whole.mjs";

const program = process.env.VERBEELD;
const work = mkdtempSync(join(tmpdir(), "verbeeld-plaats-"));
after(() => rmSync(work, { recursive: true, force: true }));
const at = (...names) => join(work, ...names);
// Names that `sftp` would take for patterns.
const [first, second] = [at("eerst [1]"), at("daarna [2]*")];
const server = await sshd(after, at("ssh"));

/** What the program says and how it ends. */
function plaats(project, names, { settings = server.good, count = 1_000_000, environment = {} } = {}) {
  writeFileSync(server.count, `${count}`);
  const env = { ...process.env, PATH: server.path, COUNT: server.count, SSH_SETTINGS: settings, ...environment };
  const done = spawnSync(program, ["plaats", "--map", project, ...names], { env, encoding: "utf8" });
  return { code: done.status, signal: done.signal, said: done.stderr, out: done.stdout, used: count - Number(readFileSync(server.count, "utf8")) };
}

function good(...parameters) {
  const done = plaats(...parameters);
  assert.equal(done.code, 0, done.said);
  return done;
}

function settle(project, places) {
  const settings = join(project, "site/portal.toml");
  const text = readFileSync(settings, "utf8").split("\n[[plaats]]")[0];
  writeFileSync(settings, text + places);
}

const sftp = (folder) => `\n[[plaats]]\nnaam = "web"\nsftp = "sftp://${server.user}@127.0.0.1:${server.port}${folder}"\n`;

/** A path as an address has it. */
const inAddress = (path) => encodeURI(path).replaceAll("?", "%3F").replaceAll("[", "%5B").replaceAll("]", "%5D");

execFileSync(program, ["init", first], { stdio: "ignore" });
cpSync(first, second, { recursive: true });
const change = (path, from, to) => {
  const text = readFileSync(join(second, path), "utf8");
  assert.ok(text.includes(from), `${path}: ${from}`);
  writeFileSync(join(second, path), text.replaceAll(from, to));
};
change("site/portal.toml", "Samen in het Beekdal", "Samen langs de beek");
change("site/content/werkwijze/overleg.md", "Het kernteam komt", "Ons team komt");
mkdirSync(join(second, "site/css"));
writeFileSync(join(second, "site/css/eigen.css"), "body { letter-spacing: 0; }\n");
cpSync(join(second, "site/content/werkwijze/bijdrage.md"), join(second, "site/content/werkwijze/nieuw.md"));
execFileSync(program, ["hernoem", "kernteam", "hoofdteam", "--map", second], { stdio: "ignore" });
for (const project of [first, second]) {
  const built = spawnSync(program, ["build", "--map", project], { encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
}

test("sftp, broken off twenty times", async (t) => {
  const [old, next] = [files(join(first, "public")), files(join(second, "public"))];
  const [fresh, target] = [at("server [één]", "vers?"), at("server [één]", "doel*")];
  mkdirSync(fresh, { recursive: true });
  settle(first, sftp(inAddress(fresh)));
  good(first, []);
  same(files(fresh), old);

  const again = good(first, ["web"]);
  assert.match(again.said, /0 nieuw, 0 gewijzigd, 0 weg/);

  settle(second, sftp(inAddress(target)));
  cpSync(fresh, target, { recursive: true });
  const trial = good(second, ["--proef"]);
  assert.match(trial.out, /nieuw {6}gremia\/hoofdteam\/index\.html/);
  assert.match(trial.out, /gewijzigd {2}index\.html/);
  same(files(target), old);

  const all = good(second, []).used;
  same(files(target), next);
  assert.ok(all > 100, `${all} commands`);

  for (let kill = 1; kill <= 20; kill += 1) {
    await t.test(`kill ${kill}`, () => {
      rmSync(target, { recursive: true });
      cpSync(fresh, target, { recursive: true });
      // Of a run that was broken off with more files in one go.
      mkdirSync(join(target, ".verbeeld-deel"));
      writeFileSync(join(target, ".verbeeld-deel", "99999"), "x");
      const broken = plaats(second, [], { count: Math.round((kill * all) / 21) });
      assert.equal(broken.signal, "SIGKILL", broken.said);
      whole(target, old, next);
      const rest = good(second, []);
      same(files(target), next);
      assert.ok(!existsSync(join(target, ".verbeeld-deel")));
      assert.ok(kill < 15 || rest.used < all, "what was brought is not brought again");
    });
  }
});

test("sftp, what is refused before anything is sent", () => {
  const target = at("geweigerd");
  mkdirSync(target);
  settle(first, sftp(target));
  const refused = (options, words) => {
    const done = plaats(first, [], options);
    assert.equal(done.code, 2);
    assert.match(done.said, words);
    assert.equal(files(target).size, 0);
  };
  refused({ settings: server.changed }, /andere sleutel|kent deze server nog niet/);
  refused({ settings: server.unknown }, /kent deze server nog niet/);
  refused({ settings: server.stranger }, /kent uw sleutel niet/);
  writeFileSync(join(target, "van-een-ander.txt"), "x");
  const foreign = plaats(first, []);
  assert.equal(foreign.code, 2);
  assert.match(foreign.said, /niet door Verbeeld zijn geplaatst/);
  assert.deepEqual([...files(target).keys()], ["van-een-ander.txt"]);
  settle(first, sftp(at("is-er-niet")));
  assert.match(plaats(first, []).said, /map op de server is er niet/);
});

test("a folder that fills up", () => {
  const [old, next] = [files(join(first, "public")), files(join(second, "public"))];
  const target = at("schijf");
  mkdirSync(target);
  // Just too small for the old site and all that is new in the other.
  const pages = [...old.values()].reduce((sum, bytes) => sum + Math.ceil(bytes.length / 4096) + 1, 40);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${pages * 4096}`, "tmpfs", target]);
  try {
    settle(first, `\n[[plaats]]\nnaam = "schijf"\nmap = "${target}"\n`);
    settle(second, `\n[[plaats]]\nnaam = "schijf"\nmap = "${target}"\n`);
    good(first, []);
    same(files(target), old);
    const full = plaats(second, []);
    assert.equal(full.code, 2, full.said);
    assert.match(full.said, /de schijf is vol/);
    whole(target, old, next);
    execFileSync("mount", ["-o", "remount,size=64m", target]);
    good(second, []);
    same(files(target), next);
  } finally {
    execFileSync("umount", [target]);
  }
});

test("a folder that is not there is not made", () => {
  settle(first, `\n[[plaats]]\nnaam = "weg"\nmap = "${at("niet-verbonden")}"\n`);
  const done = plaats(first, []);
  assert.equal(done.code, 2);
  assert.match(done.said, /is er niet\. Is de netwerkschijf verbonden/);
  assert.ok(!existsSync(at("niet-verbonden")));
});

test("a branch of git", () => {
  const git = (...args) => execFileSync("git", ["-C", first, ...args], { encoding: "utf8" }).trim();
  execFileSync("git", ["init", "-q", "--bare", at("ver.git")]);
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Redactie");
  git("config", "user.email", "redactie@beekdal.example");
  git("remote", "add", "origin", at("ver.git"));
  appendFileSync(join(first, ".gitignore"), "public/\n.verbeeld/\n");
  settle(first, '\n[[plaats]]\nnaam = "tak"\ntak = "gh-pages"\nopslagplaats = "origin"\n');
  git("add", ".");
  git("commit", "-q", "-m", "Begin");
  const status = git("status", "--porcelain");

  assert.match(good(first, ["--proef"]).out, /nieuw {6}index\.html/);
  assert.equal(git("branch", "--list", "gh-pages"), "");
  good(first, []);
  const commit = git("rev-parse", "gh-pages");
  assert.equal(execFileSync("git", ["-C", at("ver.git"), "rev-parse", "gh-pages"], { encoding: "utf8" }).trim(), commit);
  assert.equal(git("status", "--porcelain"), status, "the working copy is left alone");
  mkdirSync(at("uit"));
  execFileSync("bash", ["-c", 'git -C "$0" archive gh-pages | tar -x -C "$1"', first, at("uit")]);
  const found = files(at("uit"));
  assert.ok(found.delete(".nojekyll"));
  same(found, files(join(first, "public")));

  good(first, []);
  assert.equal(git("rev-parse", "gh-pages"), commit, "nothing new is no commit");
  writeFileSync(join(first, "site/content/nog.md"), readFileSync(join(first, "site/content/werkwijze/bijdrage.md")));
  assert.match(good(first, []).said, /[1-9]\d* nieuw/);
  assert.equal(git("rev-parse", "gh-pages~1"), commit);
});
