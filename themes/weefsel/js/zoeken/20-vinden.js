/* From a question to the entries that answer it. Files of the index are asked for once, when they are needed. */

const folder = new URL("zoek/", import.meta.url);
const asked = new Map();

function load(name) {
  if (!asked.has(name)) {
    // What the index is called never changes, so it must be asked anew; the other files are called after what is in them.
    const answer = fetch(new URL(name, folder), name === "index.json" ? { cache: "no-cache" } : {}).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      return response.json();
    });
    answer.catch(() => asked.delete(name));
    asked.set(name, answer);
  }
  return asked.get(name);
}

/** The words of the site between `from` and `to`, in the files that hold them. */
async function between(index, from, to) {
  const wanted = index.words.filter(([first], i) => first <= to && (index.words[i + 1]?.[0] ?? "\uffff") >= from);
  return Promise.all(wanted.map(([, name]) => load(name)));
}

/** Words of the site that a word of the question stands for, each with how well. */
async function meant(index, word, whole) {
  const asked = stem(word);
  const found = new Map();
  const add = (files, fit) => {
    for (const file of files) {
      for (const term of Object.keys(file)) {
        const well = fit(term);
        if (well > (found.get(term)?.well ?? 0)) found.set(term, { well, entries: file[term] });
      }
    }
  };
  const start = word.length < asked.length ? word : asked;
  add(await between(index, start, `${start}\uffff`), (term) => {
    if (term === asked) return 1;
    return term.startsWith(asked) || term.startsWith(word) ? (whole ? 0.3 : 0.5) + 0.4 * (asked.length / term.length) : 0;
  });
  if (found.has(asked) && whole) return new Map([[asked, found.get(asked)]]);
  if (found.size > 0) return found;
  // Not there: perhaps a compound that the site does not have, perhaps a slip.
  const most = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2;
  const near = (term) => {
    if (term.length > 3 && asked.startsWith(term)) return 0.7 * (term.length / asked.length);
    if (term.length > 4 && asked.endsWith(term)) return 0.6 * (term.length / asked.length);
    const far = most && !/\d/.test(term) ? distance(asked, term, most) : 9;
    return far <= most ? 0.8 - 0.2 * far : 0;
  };
  add(await between(index, asked[0], `${asked[0]}\uffff`), near);
  // The slip may be in the first letter, or the end may be a word: then every file is needed.
  if (found.size === 0) add(await between(index, "", "\uffff"), near);
  const best = Math.max(...[...found.values()].map(({ well }) => well));
  return new Map([...found].filter(([, { well }]) => well >= best - 0.15));
}

/** The entries that answer a question, best first: `{ total, hits, terms }`. */
export async function find(question, most = 12) {
  const index = await load("index.json");
  const all = [...new Set(words(question))];
  const telling = all.filter((word) => !index.stop.includes(word));
  const asked = telling.length > 0 ? telling : all;
  const busy = /[\p{L}\p{N}]$/u.test(question) ? words(question).at(-1) : undefined;
  const lists = await Promise.all(asked.map((word) => meant(index, word, word !== busy)));
  const scores = new Map();
  for (const list of lists) {
    const best = new Map();
    for (const { well, entries } of list.values()) {
      for (let i = 0, entry = 0; i < entries.length; i += 2) {
        entry += entries[i];
        best.set(entry, Math.max(best.get(entry) ?? 0, entries[i + 1] * well));
      }
    }
    // A word that few entries have says more, but never so much that the other words count for nothing.
    const rare = Math.sqrt(Math.log(1 + index.kind.length / best.size));
    for (const [entry, weight] of best) {
      const sum = scores.get(entry) ?? { score: 0, words: 0 };
      scores.set(entry, { score: sum.score + weight * rare, words: sum.words + 1 });
    }
  }
  // "Wanneer" asks for a moment.
  const kind = all.map((word) => index.asks[word]).find((kind) => kind !== undefined);
  const ranked = [...scores].map(([entry, { score, words }]) => {
    const fits = index.kind.charCodeAt(entry) - 65 === kind ? 1.5 : 1;
    return [entry, score * fits * Math.sqrt(words / asked.length)];
  });
  ranked.sort(([a, x], [b, y]) => y - x || a - b);
  const hits = await Promise.all(ranked.slice(0, most).map(([entry]) => shown(index, entry)));
  return { total: ranked.length, hits, terms: lists.flatMap((list) => [...list.keys()]) };
}

async function shown(index, entry) {
  const [first, name] = index.entries.findLast(([first]) => first <= entry);
  const [title, url, text, also] = (await load(name))[entry - first];
  return { title, url, text, also, kind: index.kinds[index.kind.charCodeAt(entry) - 65] };
}
