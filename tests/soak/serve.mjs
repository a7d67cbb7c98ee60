// A long, crowded day of `verbeeld serve` in two minutes: open tabs, readers of pictures and a save each second; then nonsense.
//
//   VERBEELD=target/release/verbeeld node tests/soak/serve.mjs [seconds]
//
// By hand, since its figures depend on the machine. It ends with 1 when an answer was wrong, a save was not told, or memory
// or time went over what is promised.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const seconds = Number(process.argv[2] ?? 120);
const [tabs, readers, atOnce, nonsense] = [200, 50, 16, 5000];
const program = process.env.VERBEELD ?? "target/release/verbeeld";

const folder = mkdtempSync(join(tmpdir(), "verbeeld-"));
cpSync(process.env.SITE ?? "site", join(folder, "site"), { recursive: true });
const child = spawn(program, ["serve", "--map", join(folder, "site"), "--poort", "0"], { stdio: ["ignore", "pipe", "pipe"] });
process.on("exit", () => {
  child.kill();
  rmSync(folder, { recursive: true, force: true });
});
const { port } = await new Promise((resolve) => {
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
    const found = /http:\/\/\S+/.exec(said);
    if (found) resolve(new URL(found[0]));
  });
});

const host = `127.0.0.1:${port}`;
const wrong = [];
const memory = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;

/** One request on a connection of its own; the status, the body and how long it took. */
function get(path) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const pieces = [];
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(60_000, () => socket.destroy(new Error("no answer")));
    socket.on("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("error", (error) => wrong.push(`${path}: ${error.message}`));
    socket.on("close", () => {
      const all = Buffer.concat(pieces);
      const end = all.indexOf("\r\n\r\n");
      const head = all.subarray(0, Math.max(end, 0)).toString("latin1");
      const body = all.subarray(end + 4);
      const length = Number(/\r\nContent-Length: (\d+)/.exec(head)?.[1] ?? -1);
      const status = Number(head.split(" ")[1]);
      if (status !== 200 || body.length !== length) wrong.push(`${path}: ${status}, ${body.length} of ${length} bytes`);
      resolve({ body, time: performance.now() - begun });
    });
  });
}

/** An open page: counts the frames that tell of a build. */
function tab(path) {
  const state = { told: 0, socket: connect(port, "127.0.0.1") };
  const query = new URLSearchParams({ page: path, build: "1" });
  state.socket.on("connect", () =>
    state.socket.write(
      `GET /__verbeeld/ws?${query} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    ),
  );
  state.socket.on("error", (error) => wrong.push(`tab: ${error.message}`));
  // Every message holds the number of its build.
  let text = "";
  state.socket.on("data", (piece) => {
    text += piece.toString("latin1");
    for (const [, build] of text.matchAll(/"build":(\d+)/g)) state.told = Math.max(state.told, Number(build));
    text = text.slice(-20);
  });
  return state;
}

const pages = readdirSync(join(folder, "site/content"), { recursive: true }).filter((path) => path.endsWith(".md"));
const edited = join(folder, "site/content", pages.find((path) => path.includes("waarom")) ?? pages[0]);
const address = `/${edited.slice(join(folder, "site/content").length + 1).replace(/(index)?\.md$/, "/").replace("//", "/")}`;
const pictures = [...new Set((await get("/infographics/")).body.toString().match(/[\w/.-]+\.png/g) ?? [])].map((path) => new URL(path, `http://${host}/infographics/`).pathname);
if (pictures.length === 0) throw new Error("the site has no pictures to ask for");

const open = Array.from({ length: tabs }, () => tab(address));
const times = [];
const until = Date.now() + seconds * 1000;
let running = 0;
let drawn = 0;
const reader = async (number) => {
  for (let turn = 0; Date.now() < until; turn += 1) {
    while (running >= atOnce) await pause(5);
    running += 1;
    await get(pictures[(number * 7 + turn) % pictures.length]);
    running -= 1;
    drawn += 1;
  }
};
const visitor = async () => {
  while (Date.now() < until) {
    times.push((await get(address)).time);
    await pause(50);
  }
};
let saves = 0;
let untold = 0;
const editor = async () => {
  const original = readFileSync(edited, "utf8");
  while (Date.now() < until) {
    const before = Math.min(...open.map(({ told }) => told));
    saves += 1;
    writeFileSync(edited, `${original}\n\nBewaard voor de keer nummer ${saves}.\n`);
    const limit = Date.now() + 30_000;
    while (Math.min(...open.map(({ told }) => told)) <= before && Date.now() < limit) await pause(10);
    if (Math.min(...open.map(({ told }) => told)) <= before) untold += 1;
    await pause(1000);
  }
};
await Promise.all([...Array.from({ length: readers }, (_, number) => reader(number)), visitor(), editor()]);
times.sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)];
const peak = memory();
console.log(`${tabs} tabs, ${readers} readers (${atOnce} at once), ${seconds} s: ${drawn} pictures, ${saves} saves, ${untold} not told to all`);
console.log(`pages: median ${median.toFixed(0)} ms, worst ${times.at(-1).toFixed(0)} ms of ${times.length}; peak memory ${peak.toFixed(0)} MB; wrong answers: ${wrong.length}`);
for (const { socket } of open) socket.destroy();

// Nonsense of many kinds, the same at every run; the client keeps its side open.
let seed = 7;
const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
const good = `GET ${address} HTTP/1.1\r\nHost: ${host}\r\nCookie: a=b\r\n\r\n`;
function malformed(number) {
  const bytes = Buffer.from(good);
  switch (number % 8) {
    case 0: return Buffer.from(Array.from({ length: 1 + random(300) }, () => random(256)));
    case 1: return Buffer.concat([Buffer.from([0x16, 3, 1]), Buffer.from(Array.from({ length: random(200) }, () => random(256)))]);
    case 2: return bytes.subarray(0, 1 + random(bytes.length - 1));
    case 3: bytes[random(bytes.length)] = random(256); return bytes;
    case 4: return Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\n${"A: b\r\n".repeat(101 + random(50))}\r\n`);
    case 5: return Buffer.from(`GET /${"a".repeat(16_384 + random(20_000))} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    case 6: return Buffer.from(`POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${["-1", "+5", "99999999999999999999", "1, 1", "x"][random(5)]}\r\n\r\n`);
    default: return Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`);
  }
}
const slow = [];
let last = 0;
const ask = (number) =>
  new Promise((resolve) => {
    const begun = performance.now();
    let over = false;
    const done = () => {
      if (over) return;
      over = true;
      clearTimeout(limit);
      const time = performance.now() - begun;
      last = Math.max(last, time);
      if (time > 1000) slow.push(`${number}: ${time.toFixed(0)} ms`);
      socket.destroy();
      resolve();
    };
    const socket = connect(port, "127.0.0.1", () => socket.write(malformed(number)));
    socket.on("data", done).on("end", done).on("error", done);
    const limit = setTimeout(done, 5000);
  });
const queue = Array.from({ length: nonsense }, (_, number) => number);
await Promise.all(Array.from({ length: 32 }, async () => { while (queue.length > 0) await ask(queue.pop()); }));
const after = await get(address);
console.log(`${nonsense} malformed requests: slowest ${last.toFixed(0)} ms, over a second: ${slow.length}; a page afterwards: ${after.time.toFixed(0)} ms`);
for (const line of [...wrong, ...slow].slice(0, 20)) console.log(line);
process.exit(wrong.length + untold + slow.length > 0 || peak > 250 || median > 200 ? 1 : 0);
