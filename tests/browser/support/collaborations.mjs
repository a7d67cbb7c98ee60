// Collaborations at the extremes, made up by a few numbers: one body, no ties, very many, very long names. The same on every machine.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const dyes = ["indigo", "weide", "wouw", "meekrap", "walnoot", "inkt-zacht"];
const forms = ["draad", "strengen", "vlecht", "koord"];
const longNames = [
  "Portefeuillehoudersoverleg Vergunningverlening, Toezicht en Omgevingsveiligheid Midden en Rivierenland",
  "Gemeenschappelijkeregelingsbestuursvergadering",
  "Ambtelijk opdrachtgeversoverleg Meerjarenuitvoeringsprogramma Klimaatadaptatie",
];

/** What each is: how many of what. `hubs` gives ties to those that have many already, as real networks do. */
export const collaborations = {
  one: { layers: 1, levels: 1, bodies: 1, ties: 0, members: 1, tasks: 1, years: 1 },
  untied: { layers: 2, levels: 3, bodies: 6, ties: 0, members: 2, tasks: 0, years: 1 },
  tie: { layers: 1, levels: 3, bodies: 2, ties: 1, members: 1, tasks: 1, years: 1 },
  many: { layers: 5, levels: 4, bodies: 45, ties: 90, members: 4, tasks: 30, years: 6 },
  layers: { layers: 8, levels: 6, bodies: 24, ties: 30, members: 3, tasks: 12, years: 3 },
  long: { layers: 4, levels: 4, bodies: 12, ties: 16, members: 4, tasks: 8, years: 3, long: true },
  members: { layers: 2, levels: 3, bodies: 4, ties: 3, members: 60, tasks: 0, years: 1 },
  families: { layers: 3, levels: 3, bodies: 15, ties: 20, members: 0, tasks: 0, years: 1, hubs: true },
  club: { layers: 3, levels: 3, bodies: 34, ties: 78, members: 0, tasks: 0, years: 1, hubs: true },
  novel: { layers: 3, levels: 3, bodies: 77, ties: 254, members: 0, tasks: 0, years: 1, hubs: true },
};

/** Chance without chance: the next number below a bound. */
function dice(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const value = (of) => (Array.isArray(of) ? `[${of.map(value).join(", ")}]` : JSON.stringify(of));
const keys = (record) => Object.entries(record).filter(([, of]) => !(Array.isArray(of) && typeof of[0] === "object"));
const parts = (record) => Object.entries(record).filter(([, of]) => Array.isArray(of) && typeof of[0] === "object");

/** Records of one kind as an editor writes them. */
function toml(kind, records) {
  const block = (head, record) => [head, ...keys(record).map(([key, of]) => `${key} = ${value(of)}`)].join("\n");
  return records
    .map((record) => [block(`[[${kind}]]`, record), ...parts(record).flatMap(([key, all]) => all.map((one) => block(`[[${kind}.${key}]]`, one)))].join("\n"))
    .join("\n\n");
}

const upTo = (count, make) => Array.from({ length: count }, (_, at) => make(at + 1));

/** Pairs of bodies that have a tie, each once. */
function pairs({ bodies, ties, hubs }) {
  const below = dice(bodies * 1000 + ties);
  const found = new Map();
  // Who stands here twice is drawn twice as often.
  const drawn = upTo(bodies, (n) => n);
  while (found.size < ties) {
    const [a, b] = [drawn[below(drawn.length)], 1 + below(bodies)];
    if (a === b || found.has(`${Math.min(a, b)}-${Math.max(a, b)}`)) continue;
    found.set(`${Math.min(a, b)}-${Math.max(a, b)}`, [a, b]);
    if (hubs) drawn.push(a, a, b);
  }
  return [...found.values()];
}

/** Writes the collaboration as a site into a folder of its own, until `after`; gives that folder. */
export function write(after, name) {
  const it = collaborations[name];
  const folder = mkdtempSync(join(tmpdir(), `verbeeld-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "data"));
  mkdirSync(join(folder, "content"));
  const known = { status: "voorstel", bron: ["plan"] };
  const below = dice(it.bodies);
  const data = (kind, file, records) => records.length > 0 && writeFileSync(join(folder, "data", `${file}.toml`), `${toml(kind, records)}\n`);
  const called = (n) => (it.long ? `${longNames[n % 3]} ${n}` : `Groep ${n}`);
  data("bron", "bronnen", [{ id: "plan", naam: "Plan", soort: "plan", datum: "2025" }]);
  data("laag", "lagen", upTo(it.layers, (n) => ({ id: `l${n}`, naam: it.long ? `Besluitvormingslaag ${n} van de regeling` : `Laag ${n}`, omschrijving: "Wat hier gebeurt.", kleur: dyes[n % 6], volgorde: n })));
  data("niveau", "niveaus", upTo(it.levels, (n) => ({ id: `n${n}`, naam: it.long ? `gezamenlijke verantwoordelijkheid ${n}` : `trede ${n}`, betekenis: `Trede ${n}.`, vorm: forms[(n - 1) % 4], kleur: dyes[n % 6], rang: n, ...known })));
  const seats = upTo(it.members, (n) => ({ organisatie: `o${n}`, functie: "lid" }));
  data("gremium", "gremia", upTo(it.bodies, (n) => ({ id: `g${n}`, naam: called(n), laag: `l${(n % it.layers) + 1}`, omschrijving: "Een groep.", besluit: n === 1, ...known, ...(seats.length > 0 ? { lid: seats } : {}) })));
  data("organisatie", "organisaties", upTo(it.members, (n) => ({ id: `o${n}`, naam: it.long ? `Gemeente Nissewaard-Hellevoetsluis-Westvoorne ${n}` : `Gemeente ${n}`, soort: "gemeente", deelname: "deelnemer", "tegel.rij": Math.ceil(n / 10), "tegel.kolom": ((n - 1) % 10) + 1, ...known })));
  data("relatie", "relaties", pairs(it).map(([a, b]) => ({ id: `g${a}--g${b}`, van: `g${a}`, naar: `g${b}`, soort: "afstemming", onderwerp: "Over het werk.", ...known, niveau: [{ niveau: `n${1 + below(it.levels)}`, ...known }] })));
  if (it.tasks > 0) {
    data("spoor", "sporen", upTo(Math.min(it.tasks, 5), (n) => ({ id: `s${n}`, naam: `Lijn ${n}`, nummer: n, omschrijving: "Waarover.", kleur: dyes[n % 6], ...known })));
    data("opgave", "opgaven", upTo(it.tasks, (n) => ({ id: `t${n}`, naam: it.long ? `Meerjarenuitvoeringsprogramma omgevingsveiligheid ${n}` : `Opdracht ${n}`, nummer: n, spoor: `s${((n - 1) % Math.min(it.tasks, 5)) + 1}`, doel: "Doel.", eigenaar: "g1", resultaat: ["Iets."], ...known })));
    const quarter = (n) => `${2025 + Math.floor(n / 4)}-Q${(n % 4) + 1}`;
    const all = it.years * 4;
    data("actie", "acties", upTo(it.tasks, (n) => ({ id: `a${n}`, naam: it.long ? `Vaststellen van het regionale uitvoeringsprogramma door alle colleges ${n}` : `Actie ${n}`, opgave: `t${n}`, van: quarter((n * 3) % all), tot: quarter(Math.min(all - 1, ((n * 3) % all) + (n % 5))), wie: ["g1"], ...known })));
    data("keuze", "keuzes", upTo(Math.min(it.tasks, 20), (n) => ({ id: `k${n}`, vraag: `Wat kiezen we bij vraag ${n}?`, opgave: `t${n}`, opties: ["Ja", "Nee"], wie: "g1", status: "open", bron: ["plan"] })));
  }
  data("besluitstap", "besluitstappen", upTo(Math.min(it.bodies, 6), (n) => ({ id: `st${n}`, naam: `Stap ${n}`, volgorde: n, omschrijving: "Wat gebeurt er.", wie: [`g${n}`], ...known })));
  const kinds = ["relatiekaart", "organogram", "besluitroute", "relatiematrix", "weefsel", ...(it.members > 0 ? ["tegelkaart"] : []), ...(it.tasks > 0 ? ["planning", "boom", "keuzebord"] : [])];
  const block = (lines) => `\n\`\`\`infographic\n${lines}\n\`\`\`\n`;
  const ladder = it.ties > 0 ? block(`soort = "ladder"\nrond = "g${pairs(it)[0][0]}"`) : "";
  const facing = it.bodies > 1 ? block('soort = "tegenover"\nlinks = "g1"\nrechts = "g2"') : "";
  writeFileSync(join(folder, "content/index.md"), `+++\ntitel = "Proef"\n+++\n\nEen proef.\n${kinds.map((kind) => block(`soort = "${kind}"`)).join("")}${ladder}${facing}`);
  writeFileSync(join(folder, "portal.toml"), 'naam = "Proef"\nomschrijving = "Proef."\ntaal = "nl"\nbasis_url = "https://proef.example/"\neigenaar = "Redactie"\nstand = 2026-01-15\n');
  return folder;
}
