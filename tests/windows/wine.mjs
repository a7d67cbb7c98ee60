// A Windows of its own under Wine, and programs that run in it.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const wine = "/usr/lib/wine/wine64";
const server = "/usr/lib/wine/wineserver";
const keep = mkdtempSync(join(tmpdir(), "verbeeld-wine-"));
const prefix = join(keep, "prefix");
const environment = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEDEBUG: "-all",
  // No .NET, no browser, and no desktop to draw on.
  WINEDLLOVERRIDES: "mscoree=;mshtml=;winemenubuilder.exe=",
  DISPLAY: "",
  WAYLAND_DISPLAY: "",
};

/** The folder of drive C: as this system sees it. */
export const driveC = join(prefix, "drive_c");
/** A path on drive C: as Windows writes it. */
export const windows = (path) => `C:\\${relative(driveC, path).replaceAll("/", "\\")}`;

/** A Windows with nothing in it but the unpacked archive, and what Wine lacks. */
export function begin(unpacked, help, after) {
  after(() => {
    spawnSync(server, ["-k"], { env: environment });
    rmSync(keep, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
  mkdirSync(prefix);
  // Left to itself the server ends a few seconds after the last program did, and resets the connection of one that begins just then.
  execFileSync(server, ["--persistent"], { env: environment, stdio: "ignore", timeout: tooLong });
  execFileSync(wine, ["wineboot", "--init"], { env: environment, stdio: "ignore", timeout: tooLong });
  assert.ok(existsSync(driveC), "Wine made no drive C:");
  const own = join(driveC, "verbeeld");
  cpSync(unpacked, own, { recursive: true });
  for (const name of readdirSync(help)) copyFileSync(join(help, name), join(own, name));
}

const exe = (name) => windows(join(driveC, "verbeeld", name));

/** Nothing takes this long, however busy the machine is. */
const tooLong = 600_000;

/** Files for what a program says, and what it said. Not pipes: Wine's own services may start with it and outlive it, and a pipe ends
    with the last who holds it. */
function ears() {
  const paths = ["out", "said"].map((name) => join(mkdtempSync(join(keep, "run-")), name));
  const opened = paths.map((path) => openSync(path, "w"));
  const heard = (code) => {
    opened.forEach(closeSync);
    const [out, said] = paths.map((path) => readFileSync(path, "utf8"));
    return { code, out, said };
  };
  return { stdio: ["ignore", ...opened], heard };
}

/** Runs the program; what it said and how it ended. */
export function run(words, { cwd = driveC } = {}) {
  const { stdio, heard } = ears();
  const done = spawnSync(wine, [exe("verbeeld.exe"), ...words], { cwd, env: environment, stdio, timeout: tooLong, killSignal: "SIGKILL" });
  return heard(done.status);
}

/** The same, while this program goes on. */
export function running(words) {
  const { stdio, heard } = ears();
  const child = spawn(wine, [exe("verbeeld.exe"), ...words], { cwd: driveC, env: environment, stdio, timeout: tooLong, killSignal: "SIGKILL" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(heard(code)));
  });
}

export function good(words, options) {
  const done = run(words, options);
  assert.equal(done.code, 0, done.said);
  return done;
}

/** Starts a program of Windows that goes on; gives it once `sign` was seen in what it says. */
export async function started(name, words, sign, { cwd = driveC, terminal = false } = {}) {
  // A terminal of its own, as a double-clicked program has.
  const command = terminal ? ["script", ["-qefc", [wine, `'${exe(name)}'`].join(" "), "/dev/null"]] : [wine, [exe(name), ...words]];
  const child = spawn(...command, { cwd, env: environment, stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  const seen = new Promise((resolve, reject) => {
    const hear = (text) => {
      said += text;
      const found = said.match(sign);
      if (found) resolve(found);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`${name} does not say ${sign}: ${said}`)), tooLong).unref();
  });
  const found = await seen;
  const ended = new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(child.exitCode)));
  return { found, said: () => said, ended, child };
}

/** Holds a file or folder until it is let go. */
export async function hold(path) {
  const holder = await started("houdt-vast.exe", [windows(path)], /\b(ja|nee)\b/);
  assert.equal(holder.found[1], "ja", path);
  return async () => {
    holder.child.stdin.end();
    await holder.ended;
  };
}

/** Path → bytes of all files in a folder. */
export function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(paths.sort().map((path) => [relative(folder, path), readFileSync(path)]));
}

/** The same files with the same bytes. */
export function same(found, wanted) {
  assert.deepEqual([...found.keys()], [...wanted.keys()]);
  const other = [...wanted].filter(([path, bytes]) => !bytes.equals(found.get(path))).map(([path]) => path);
  assert.deepEqual(other, [], "these differ");
}
