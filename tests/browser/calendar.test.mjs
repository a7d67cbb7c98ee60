// The calendars that others subscribe to, read by a library for calendars.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import ICAL from "ical.js";
import { program, repository } from "./support/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "verbeeld-agenda-"));
after(() => rmSync(folder, { recursive: true, force: true }));
execFileSync(program, ["build", "--map", join(repository, "tests/second"), "--uit", folder], { stdio: "ignore" });

const files = readdirSync(join(folder, "data")).filter((name) => name.endsWith(".ics"));
const text = (name) => readFileSync(join(folder, "data", name), "utf8");
const events = (name) => {
  const calendar = new ICAL.Component(ICAL.parse(text(name)));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
};

test("there is a calendar of all meetings, and one of each body that meets", () => {
  assert.deepEqual(files.sort(), ["bijeenkomsten-havenraad.ics", "bijeenkomsten-oefengroep.ics", "bijeenkomsten-wachttafel.ics", "bijeenkomsten.ics"]);
  const all = events("bijeenkomsten.ics").map((event) => event.uid).sort();
  const each = files.filter((name) => name !== "bijeenkomsten.ics").flatMap((name) => events(name).map((event) => event.uid));
  assert.deepEqual(each.sort(), all);
  assert.equal(new Set(all).size, all.length);
});

test("hours are those of the place, in winter and in summer", () => {
  const [january, april] = events("bijeenkomsten-havenraad.ics");
  assert.equal(january.startDate.toJSDate().toISOString(), "2023-01-26T13:00:00.000Z");
  assert.equal(january.endDate.toJSDate().toISOString(), "2023-01-26T15:00:00.000Z");
  assert.equal(april.startDate.toJSDate().toISOString(), "2023-04-20T12:00:00.000Z");
});

test("what an editor typed arrives letter by letter", () => {
  const [january] = events("bijeenkomsten-havenraad.ics");
  assert.equal(january.location, "Havenkantoor, zaal 2; ingang aan de kade");
  assert.equal(january.description.split("\n").length, 3);
  assert.match(january.description, /^1\. Opening\n2\. Wie rukt ’s nachts uit\? Zie Het rooster van de wacht\n/);
});

test("a day without hours, and a meeting that is off", () => {
  const [day] = events("bijeenkomsten-oefengroep.ics");
  assert.ok(day.startDate.isDate);
  assert.equal(day.endDate.toString(), "2023-05-14");
  const [off] = events("bijeenkomsten-wachttafel.ics");
  assert.equal(off.component.getFirstPropertyValue("status"), "CANCELLED");
});

test("every line is short enough and ends as it must", () => {
  for (const name of files) {
    const bytes = readFileSync(join(folder, "data", name));
    assert.ok(bytes.subarray(-2).equals(Buffer.from("\r\n")), name);
    for (const line of bytes.toString("utf8").split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), `${name}: ${line}`);
    }
  }
});
