/* From a question to the entries that answer it. Files of the index are asked for once, when they are needed. */

const folder = new URL("zoek/", import.meta.url);
const asked = new Map();
/** So many entries are looked at by name. */
const LIKELY = 13;
/** The same for a question of one word. */
const LIKELY_OF_ONE = 17;
/** So many of them for what single words say, whatever the rest of the question is: so many of each word. */
const OF_WORDS = 3;
const OF_A_WORD = 2;
/** So many of one kind that score alike, within this part of their score, are not meant by what they are. */
const MANY = 4;
const ALIKE = 0.06;
/** The same for the kind that most entries are of, the questions: many are alike, and each asks something else. */
const MANY_OF_MOST = 8;
/** What is left of the score of such a one. */
const AMONG_MANY = 0.1;
/** So many of one kind before the others. */
const OF_A_KIND = 3;
/** How alike a name and the question are when it is its answer. */
const SURE = 0.5;
/** How much of the question such a name covers: “what is the difference between” is said of much. */
const COVERED = 0.55;
const COVERED_BY_NAME = 0.8;
/** So many are shown however good the best one is: who asks in few words may mean another. */
const ALWAYS = 8;
/** So much of a name must be said for what is asked to be asked of it, or so much of the question by the name and a wording. */
const NAMED = 0.5;
const ALL_BUT = 0.9;
/** What a word is worth, beside the rarest, that names a thing by half of its name. */
const RARE = 0.75;
/** A question that scores less than this part of the page that it leads to asks something else of it. */
const AS_GOOD = 0.3;
/** What scores less than this part of the best is no answer. */
const CUT = 0.05;
/**
 * What an agreement between a question and a likely entry is worth. Fitted to the wordings of the site's own questions, each asked of an
 * index that did not have it, so that they hold for wordings that nobody wrote down.
 */
const WORTH = { letters: 8.9, spelled: 4.6, words: 0.95, names: 1.8, phrase: 2.8, told: 0.85, manner: 0.25, answers: 1.2, named: 1.7, exact: 1.2, drawn: 3.5, placed: 2, same: 3 };
/** How much more it steers that why is asked than that who or when is. */
const STEERS = 3;
/** So many of its wordings tell what a question is about: one may be like another question by chance. */
const CLOSEST = 3;
/** How often a question is asked in a way that none of its wordings has, and how often a thing is asked for by its name. */
const ANY_WAY = 0.12;
const BY_NAME = 0.5;
/** How many wordings the two above weigh as much as. */
const EXPECTED = 1.5;
/** What a word of the site's own name is worth, beside other words. */
const COMMON = 0.3;
/** What a word is worth that says little of any subject, such as “uiteindelijk” or “huidige”. */
const FAINT = 0.35;
/** What a word is worth that names a body, an organisation or the like: what is asked is asked of it. */
const SUBJECT = 1.6;
/** How well a word must be meant for that. */
const MEANT = 0.8;
/** Shorter parts of a compound are found by chance. */
const SHORTEST_PART = 4;
const SHORTEST_LAST = 3;
/** A slip in a word this long is seen to be one: a compound that is so like another word is rare. */
const LONG = 8;
const VERY_LONG = 12;
/** A compound in so few entries is looked for by its parts as well. */
const SELDOM = 4;
/** What the parts of such a compound are worth, beside the compound itself. */
const AS_PARTS = 0.5;

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

/** Where words and entries are, with what readers' words stand for by word. */
async function contents() {
  const index = await load("index.json");
  if (!index.everyday) {
    index.everyday = Object.create(null);
    index.plain = plainer(index);
    index.faint = new Set(index.faint.split(" ").map(stem));
    index.subjects = new Set(index.subjects.split(" "));
    const often = new Map();
    for (const kind of index.kind) often.set(kind, (often.get(kind) ?? 0) + 1);
    index.most = [...often].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    for (const [readers, site] of index.also) for (const word of readers.split(" ")) (index.everyday[word] ??= []).push(...site.split(" "));
  }
  return index;
}

/** The words of the site between `from` and `to`, in the files that hold them. */
async function between(index, from, to) {
  const wanted = index.words.filter(([first], i) => first <= to && (index.words[i + 1]?.[0] ?? "\uffff") >= from);
  return Promise.all(wanted.map(([, name]) => load(name)));
}

/** All words of the site, brought back: a small list beside the files that tell where they are. */
const stems = async (index) => (index.all ??= (await load(index.stems)).split(" "));

/** Is it, brought back, a word of the site or one that readers use for it? */
async function isKnown(index, word) {
  const term = stem(word);
  return term in index.everyday || (await stems(index)).includes(term);
}

/** The two words of a compound that the site does not have, the longest last one first; none when it is no such compound. */
async function apart(index, word) {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_LAST; cut += 1) {
    const last = word.slice(cut);
    // A short last part is one only behind a long first one: “regiegroeplid”.
    if (last.length < SHORTEST_PART && cut < 2 * SHORTEST_PART) continue;
    const firsts = ["", "s", "en"].filter((joint) => word.slice(0, cut).endsWith(joint)).map((joint) => word.slice(0, cut - joint.length));
    for (const first of firsts) if (first.length >= SHORTEST_PART && (await isKnown(index, first)) && (await isKnown(index, last))) return [first, last];
  }
  return [];
}

/**
 * The words of a question as the site writes them: “werk groep” is its “werkgroep”, “bodembeleid” its “bodem” and “beleid”. Two words that
 * are one of the site's may be meant as two: “regiegroep leden” is answered by what has “regiegroepleden”, and by what has both.
 */
async function spelled(index, said) {
  const all = [];
  for (let i = 0; i < said.length; i += 1) {
    const joined = said[i] + (said[i + 1] ?? "");
    if (i + 1 < said.length && joined.length > 2 * SHORTEST_PART - 1 && !/\d/.test(joined) && (await isKnown(index, joined))) {
      const both = (await isKnown(index, said[i])) && (await isKnown(index, said[i + 1]));
      all.push(...(both ? [said[i], said[i + 1]].map((word) => ({ word, joined })) : [{ word: joined }]));
      i += 1;
    } else {
      // A slip in an everyday word is no compound, nor is one in a long word of the site: “kernroep” is no “kern” and “roep”.
      const slip = everyday(index.everyday, stem(said[i]), new Map()).length > 0 || (await slips(index, said[i]));
      const parts = slip || index.stop.includes(said[i]) || (await isKnown(index, said[i])) || (await begins(index, said[i])) ? [] : await apart(index, said[i]);
      all.push(...(parts.length > 0 ? parts : [said[i]]).map((word) => ({ word })));
    }
  }
  return all;
}

/** Is it a long word of the site but for a letter, a very long one but for two? */
async function slips(index, word) {
  const asked = stem(word);
  const most = asked.length < VERY_LONG ? 1 : 2;
  return asked.length >= LONG && (await stems(index)).some((term) => term.length >= LONG && distance(asked, term, most) <= most);
}

/** Does a word of the site begin so? Then it is still being typed. */
const begins = async (index, word) => (await stems(index)).some((term) => term.startsWith(word));

/** Words of the site that a word of the question stands for, each with how well. */
async function meant(index, word, whole) {
  const asked = stem(word);
  const all = await stems(index);
  // A question of small words only is answered by what is called so; what they begin by chance is not meant.
  // A number is no part of another: “opgave 2” is not of 2024.
  if ((index.stop.includes(word) || whole || /^\d+$/.test(word)) && all.includes(asked)) return found(index, [asked], () => 1);
  if (index.stop.includes(word)) return new Map();
  const begun = (term) => {
    if (term === asked) return 1;
    // A short stem begins too much: “bel” of “bellen” begins “beleid”.
    return (asked.length > 3 && term.startsWith(asked)) || term.startsWith(word) ? (whole ? 0.3 : 0.5) + 0.4 * (asked.length / term.length) : 0;
  };
  const longer = all.filter((term) => begun(term) > 0);
  if (longer.length > 0) return found(index, longer, begun);
  // An everyday word is no slip of another.
  return asked in index.everyday ? new Map() : nearly(index, word, asked, all);
}

/** A word that is not there: perhaps a compound that the site does not have, perhaps a slip. */
async function nearly(index, word, asked, all) {
  const most = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2;
  const near = (term) => {
    // What is left of a compound is a word too: “mandaat” is no “maand” with something behind it.
    const compound = asked.length - term.length > 2;
    if (compound && term.length > 3 && asked.startsWith(term)) return 0.7 * (term.length / asked.length);
    if (compound && term.length > 4 && asked.endsWith(term)) return 0.6 * (term.length / asked.length);
    const far = most && !/\d/.test(term) ? distance(asked, term, most) : 9;
    return far <= most ? 0.95 - 0.15 * far : 0;
  };
  let close = all.filter((term) => term[0] === asked[0] && near(term) > 0);
  // A slip in a word that says nothing of a subject, such as “hoevel”, says nothing either.
  if (close.length === 0 && most && index.stop.some((stop) => stop.length > 4 && distance(word, stop, 1) <= 1)) return new Map();
  // The slip may be in the first letter, or the end may be a word.
  if (close.length === 0) close = all.filter((term) => near(term) > 0);
  const nearest = Math.max(...close.map(near));
  return found(index, close.filter((term) => near(term) >= nearest - 0.15), near);
}

/** Words of the site with their entries, and how well each is meant. */
async function found(index, terms, well) {
  const files = await Promise.all(terms.map((term) => between(index, term, term)));
  return new Map(terms.map((term, i) => [term, { well: well(term), entries: files[i].find((file) => term in file)[term] }]));
}

/** What the words of a question may ask for, and the words of the site for everyday ones. */
function read(index, question) {
  const all = words(question);
  const telling = [...new Set(all.filter((word) => !index.stop.includes(word)))];
  const busy = /[\p{L}\p{N}]$/u.test(question) ? all.at(-1) : undefined;
  return { asked: telling.length > 0 ? telling : [...new Set(all)], asks: all.flatMap((word) => index.asks[word] ?? []), busy, all };
}

/** Ways of asking by their place in the table of words: what tells two things apart is heard anywhere in a question, of the others the first word. */
const APART = 0;
const WHAT = 1;
const WHY = 7;
const MUST = 9;

function wayOf(index, all) {
  const ways = all.map((word) => index.ways.findIndex((way) => way.split(" ").includes(word))).filter((way) => way >= 0);
  return ways.includes(APART) ? APART : ways[0];
}

/** How likely it is that an entry is asked for in this way: by the wordings that it has of its question. */
function mannerOf(index, hit, said, asks, bare) {
  const wordings = bare ?? [hit.title, ...hit.asked].filter((name) => name.endsWith("?"));
  const named = said === undefined || said === WHAT ? BY_NAME : asks.includes(index.kinds.indexOf(hit.kind)) ? 0.8 * BY_NAME : ANY_WAY;
  const usual = wordings.length === 0 ? named : ANY_WAY;
  const same = wordings.filter((name) => wayOf(index, words(name)) === said).length;
  return (same + EXPECTED * usual) / (wordings.length + EXPECTED);
}

/** How much of the question's words, small ones too, is in the same question, or of its telling words in a name. */
const shared = (index, name, all) => {
  const own = index.plain(words(name));
  return own.filter((word) => all.includes(word)).length / Math.max(own.length, all.length);
};

/** How much of the question an entry speaks of at all, in its names or in what is shown of it. */
function toldOf({ text }, names, weights) {
  const own = new Set([text, ...names].flatMap(words).map(stem));
  const total = weights.reduce((sum, { value }) => sum + value, 0) || 1;
  const best = ({ value, terms }) => value * Math.max(0, ...[...terms].map(([term, well]) => (own.has(term) ? well : 0)));
  return weights.reduce((sum, weight) => sum + best(weight), 0) / total;
}

/** What speaks for an entry as the answer to the question; `rough` is what the index says of it, as a part of the best. */
function signs(index, { hit, rough, likeness, names, letters, bare }, weights, asks, all) {
  const isQuestion = hit.title.endsWith("?");
  const said = wayOf(index, all);
  const bared = index.plain(all);
  const byName = !isQuestion && (said === undefined || said === WHAT) && !asksElse(index, hit.title, all, weights);
  const both = likeness.map((one) => one.both).sort((a, b) => b - a);
  const closest = isQuestion ? both.slice(0, CLOSEST) : both.slice(0, 1);
  return {
    words: Math.log(rough),
    names: closest.reduce((sum, one) => sum + one, 0) / closest.length,
    phrase: Math.max(...names.map((name, i) => (name.endsWith("?") ? shared(index, name, bared) : likeness[i].both))),
    same: all.length > 2 && names.some((name) => name.endsWith("?") && shared(index, name, bared) === 1) ? 1 : 0,
    letters: isQuestion ? letters : 0,
    spelled: isQuestion ? 0 : letters,
    told: toldOf(hit, names, weights),
    manner: Math.log(mannerOf(index, hit, said, asks, bare?.filter((wording) => wording.endsWith("?")))) * (said === WHY ? STEERS : 1),
    answers: isQuestion ? 1 : 0,
    named: byName && said === WHAT ? Math.max(...likeness.map((one) => one.both)) : 0,
    exact: byName && likeness.some((one) => one.both > 0.99) ? 1 : 0,
    placed: hit.kind === index.kinds[index.places] && (said === undefined || said === WHAT) && likeness[0].whole ? 1 : 0,
    drawn: hit.picture && asks.includes(index.kinds.indexOf(hit.kind)) ? 1 : 0,
  };
}

/** How well an entry answers the question. */
const fit = (...all) => Math.exp(Object.entries(signs(...all)).reduce((sum, [name, sign]) => sum + WORTH[name] * sign, 0));

/** What a record that the question names answers of what is asked of its kind: each as if it were a question of its own. */
function answersOf(index, { rough, hit }, weights, question) {
  const said = wayOf(index, question);
  const named = [hit.title, ...hit.also].map((name) => ({ name, asked: alike(name, weights, index.stop).asked, said: saidOf(index, name, weights) }));
  const [{ name, said: part }] = named.sort((a, b) => b.asked - a.asked || b.said - a.said);
  if (part === 0) return [];
  const whole = part >= NAMED;
  const own = words(name).map(stem);
  const rest = weights.filter(({ terms }) => !own.some((word) => terms.has(word)));
  return hit.answers.flatMap(([way, text]) => {
    const wordings = index.asking[way].split("; ");
    const bare = wordings.map((wording) => wording.replace("*", ""));
    const meant = bare.some((wording) => wayOf(index, words(wording)) === said);
    const asked = alike(bare.join(" "), rest, index.stop).asked;
    const all = alike(`${bare.join(" ")} ${name}`, weights, index.stop).asked;
    // “Taken” says little of a subject, but here it is what is asked.
    const inShort = words(bare.filter((wording) => !wording.endsWith("?")).join(" ")).filter((word) => word.length >= SHORTEST_PART);
    // Of what is not told only its own words ask: who a thing is, is not who leads it.
    const isAsked = rest.length === 0 ? (text && said !== undefined && meant) || question.some((word) => inShort.includes(word)) : asked >= SURE;
    // Who names a thing and asks who, when or why means something of it, in whatever words.
    const mayBe = !isAsked && whole && said > WHAT && said < index.ways.length - 2 && wayOf(index, words(bare[0])) === said;
    // “Hoe zit het met” a thing does not ask who sits in it.
    const otherwise = said !== undefined && said > WHAT && said < index.ways.length - 3 && !meant;
    if (!mayBe && (otherwise || !(isAsked && (whole || all >= ALL_BUT)))) return [];
    const title = wordings[0].replace("*", hit.title);
    return [{ rough, way: way + 1, bare, mayBe, hit: { ...hit, title, text: text || index.not_told, also: [], asked: wordings.map((wording) => wording.replace("*", name)), answers: [], picture: "" } }];
  });
}

/** How much of a name is said in the question: of its telling words, those that say little left out; half of it counts when it is a rare word. */
function saidOf(index, name, weights) {
  const all = words(name).filter((word) => !index.stop.includes(word));
  const telling = all.filter((word) => !index.faint.has(stem(word)));
  const own = (telling.length > 0 ? telling : all).map(stem);
  const isOf = (word, terms) => terms.get(word) >= MEANT || [...terms.keys()].some((term) => term.length > 5 && word.endsWith(term));
  const said = own.map((word) => weights.find(({ terms }) => isOf(word, terms))).filter((weight) => weight);
  const isRare = said.some(({ value }) => value >= RARE * Math.log(1 + index.kind.length / 3));
  return own.length === 0 || (said.length / own.length === NAMED && !isRare) ? said.length / 100 : said.length / own.length;
}

/** Which words of the question are all of a name; none when some of it is not said. */
function heard(name, weights, stop) {
  const own = words(name).filter((word) => !stop.includes(word)).map(stem);
  const at = own.map((word) => weights.findIndex(({ terms }) => terms.get(word) >= MEANT));
  return at.length > 0 && at.every((i) => i >= 0) ? new Set(at) : undefined;
}

/** What sets two records apart that a question names: what each of them is. */
function apartOf(index, likely, weights, all) {
  if (wayOf(index, all) !== APART) return undefined;
  const records = likely.filter(({ hit, way }) => !way && !hit.picture && hit.text && !hit.title.endsWith("?"));
  const named = records.flatMap(({ hit }) => [hit.title, ...hit.also].map((name) => ({ hit, at: heard(name, weights, index.stop) })).filter(({ at }) => at));
  const value = (at) => [...at].reduce((sum, i) => sum + weights[i].value, 0);
  const pairs = named.flatMap((a, i) => named.slice(i + 1).map((b) => ({ a, b, both: new Set([...a.at, ...b.at]) })));
  const apart = pairs.filter(({ a, b, both }) => a.hit.url !== b.hit.url && both.size > a.at.size && both.size > b.at.size);
  const kin = ({ a, b, both }) => value(both) * (a.hit.kind === b.hit.kind ? 1.2 : 1);
  const [best] = apart.sort((a, b) => kin(b) - kin(a));
  if (!best || value(best.both) < COVERED_BY_NAME * value(weights.keys())) return undefined;
  const [a, b] = [best.a, best.b].sort((a, b) => Math.min(...a.at) - Math.min(...b.at) || Math.max(...a.at) - Math.max(...b.at)).map(({ hit }) => hit);
  const title = index.apart.replace("*", a.title).replace("*", b.title);
  const told = ({ title, text }) => `${title}: ${text.split(/(?<=[.?!…]) /u)[0]}`;
  return { ...a, title, text: `${told(a)} ${told(b)}`, also: [], asked: [], answers: [], ends: [a, b].map(({ url }) => url.split(/[/#]/).filter(Boolean).at(-1)) };
}

/** Does what was found tell the same two things apart? The tie between them has both in its address. */
function tellsApart(index, { hit, covered, likeness }, { ends }) {
  if (ends.every((end) => hit.url.split(/[/#]|--/).includes(end))) return true;
  return covered && wayOf(index, words(hit.title)) === APART && likeness.some(({ asked }) => asked >= COVERED_BY_NAME);
}

/**
 * The entries that answer a question, best first: `{ total, hits, sure, terms }`. What is much worse than the best is no answer and
 * is left out.
 */
export async function find(question) {
  const index = await contents();
  const said = read(index, question);
  const best = await answers(index, said);
  if (best.hits.length > 0) return best.sure ? best : besides(index, said, best);
  // The site has no word for what is asked: what was asked of it in small words is left, as in “wat gebeurt er in 2025”.
  const rest = await answers(index, { ...said, asked: said.all.filter((word) => index.stop.includes(word)), busy: undefined });
  return { ...rest, sure: false };
}

/**
 * An organisation that is named in a question that its page does not answer is often only the one who asks: what is asked of all of them
 * answers it, as in “does Borne pay more after 2026”.
 */
async function besides(index, said, best) {
  const [first] = best.hits;
  if (!/^organisaties\/[^#]+$/.test(first.url) || best.asked.includes(first.url)) return best;
  const named = [first.title, ...first.also].flatMap(words);
  const asked = said.asked.filter((word) => !named.includes(word));
  if (asked.length === said.asked.length || asked.filter((word) => !index.faint.has(stem(word))).length < 2) return best;
  const rest = await answers(index, { ...said, asked, busy: undefined });
  if (!rest.sure) return best;
  return { ...best, hits: [rest.hits[0], ...best.hits.filter(({ url }) => url !== rest.hits[0].url)], sure: true };
}

async function answers(index, { asked: telling, asks, busy, all }) {
  const lists = await Promise.all((await spelled(index, telling)).map(({ word, joined }) => meantAlso(index, word, word !== busy, [...verbs(word, all), ...(joined ? [joined] : [])])));
  const weights = [];
  const scores = new Map();
  const own = [];
  for (const list of lists) {
    const best = new Map();
    const closest = new Map();
    for (const { well, entries } of list.values()) {
      for (let i = 0, entry = 0; i < entries.length; i += 2) {
        entry += entries[i];
        best.set(entry, Math.max(best.get(entry) ?? 0, entries[i + 1] * well));
        closest.set(entry, Math.max(closest.get(entry) ?? 0, well));
      }
    }
    // A word that few entries have says more. One that no entry has says something too: it is not answered.
    // The words of the site's own name say little.
    const rare = Math.log(1 + index.kind.length / Math.max(best.size, 3));
    const value = rare * worthOf(index, list);
    weights.push({ value, terms: new Map([...list].map(([term, { well }]) => [term, well])) });
    own.push([...best].sort(([a, x], [b, y]) => y - x || a - b).slice(0, OF_A_WORD).map(([entry]) => entry));
    for (const [entry, weight] of best) {
      const sum = scores.get(entry) ?? { score: 0, met: 0 };
      scores.set(entry, { score: sum.score + (weight / 100) * value, met: sum.met + value * closest.get(entry) });
    }
  }
  const total = weights.reduce((sum, { value }) => sum + value, 0);
  const fits = (entry) => (asks.includes(index.kind.charCodeAt(entry) - 65) ? 1.3 : 1);
  const rough = [...scores].map(([entry, { score, met }]) => [entry, score * (met / total) * fits(entry)]);
  rough.sort(([a, x], [b, y]) => y - x || a - b);
  // The names of the likely ones tell which is meant.
  const highest = rough[0]?.[1];
  const likely = await Promise.all(pool(index, rough, own, asks).map(async ([entry, score]) => ({ rough: score / highest, hit: await shown(index, entry) })));
  const answered = likely.filter(({ hit }) => hit.answers.length > 0).flatMap((one) => answersOf(index, one, weights, all));
  likely.push(...answered.filter(({ mayBe }) => !mayBe));
  for (const one of likely) one.names = [one.hit.title, ...one.hit.also, ...one.hit.asked];
  const letters = inLetters(likely, all, index.plain);
  for (const [i, one] of likely.entries()) {
    one.letters = letters[i];
    // A question of small words only is compared with all of a name.
    one.likeness = one.names.map((name) => alike(name, weights, telling.every((word) => index.stop.includes(word)) ? [] : index.stop));
    // Who asks how much of a thing by its name is not answered by the name alone.
    const enough = one.hit.title.endsWith("?") || (wayOf(index, all) ?? WHAT) === WHAT ? COVERED : COVERED_BY_NAME;
    one.covered = one.likeness.some(({ both, asked }, at) => both >= SURE && asked >= enough && !asksElse(index, one.names[at], all, weights));
    one.score = fit(index, one, weights, asks, all);
  }
  // A question of the site in the very words that are asked says more than a field of the page that it leads to.
  for (const one of likely) if (one.way && likely.some(({ way, hit, likeness }) => !way && hit.url === one.hit.url && hit.title.endsWith("?") && likeness.some(({ both }) => both > 0.99) && wayOf(index, words(hit.title)) === wayOf(index, all))) one.score = 0;
  for (const one of likely) one.alike = likely.filter((other) => other.hit.kind === one.hit.kind && other.way === one.way && Math.abs(Math.log(other.score / one.score)) < ALIKE).length;
  // Many of a kind that are alike are not meant by what they are: a “gemeente” is not the first one in the list.
  for (const one of likely.filter(({ alike }) => alike >= MANY)) Object.assign(one, { score: one.score * AMONG_MANY, covered: false });
  for (const one of compared(likely)) one.score *= AMONG_MANY;
  likely.sort((a, b) => b.score - a.score);
  // A question and the page that answers it have one address: the better one stands for both.
  const isFirst = ({ hit }, i) => likely.findIndex((other) => other.hit.url === hit.url) === i;
  // A question that is met says more of it than the page's opening does; one that is not met says less.
  const told = (one) => {
    const alike = likely.filter(({ hit }) => hit.url === one.hit.url);
    const met = alike.filter(({ hit, covered }) => covered && hit.title.endsWith("?"));
    const best = met.find((other) => (isList(one) ? !isList(other) : other.score >= AS_GOOD * one.score));
    return best ?? answered.find(({ hit, mayBe }) => mayBe && hit.url === one.hit.url) ?? alike.find(({ hit }) => !hit.title.endsWith("?")) ?? one;
  };
  const good = likely.filter(isFirst).filter((one, i) => i < ALWAYS || one.score >= CUT * likely[0].score).map(told);
  const asked = likely.filter(({ hit }) => hit.title.endsWith("?")).map(({ hit }) => hit.url);
  const apart = apartOf(index, likely, weights, all);
  if (apart && !tellsApart(index, good[0], apart)) good.unshift({ hit: apart, covered: true });
  const [top] = good;
  const text = isList(top) ? sentences(top.hit.text) : top?.hit.text;
  if (text) top.hit.text = text;
  return { total: good.length, hits: mixed(good), asked, sure: Boolean(top?.covered && text), terms: lists.flatMap((list) => [...list.keys()]) };
}

/** Is it told by the names and values of its fields? What is asked of its kind is answered by such a list, nothing else is. */
const isList = (one) => one && !one.way && /^[^.?!…·:]*: [^.?!…·]*( ·|$)/u.test(one.hit.text);

/** An answer is a sentence: what one of the fields says in whole sentences, without the field's name; nothing when none does. */
const sentences = (text) => text.split(" · ").map((part) => /^[^.:]*: (.*[.?!])/u.exec(part)?.[1]).find(Boolean);

/**
 * Does a name leave out what is asked? Where one word of the question is all that is known of its subject, as in “for whom is the
 * communication meant” or “what must the council do”, the small words tell what is asked of it;
 * and who it is for (“voor wie”) is not who it is.
 */
function asksElse(index, name, all, weights) {
  const said = wayOf(index, all);
  if (weights.length > 1) return false;
  if (!name.endsWith("?")) return said === WHAT && all.some((word) => index.ways[MUST].split(" ").includes(word));
  const own = words(name);
  return said > WHAT && said <= WHY && (wayOf(index, own) !== said || isAimed(index, own) !== isAimed(index, all));
}

/** Is it asked for whom or for what something is? */
const isAimed = (index, all) => index.aimed.split("; ").some((words) => ` ${all.join(" ")} `.includes(` ${words} `));

/** What a word of the question is worth beside other words, by what it may mean: `list`. */
function worthOf(index, list) {
  if (index.common.some((term) => list.get(term)?.well === 1)) return COMMON;
  if (list.faint) return FAINT;
  return [...list].some(([term, { well }]) => well >= MEANT && index.subjects.has(term)) ? SUBJECT : 1;
}

/**
 * Entries of one kind that are called by different words of the question: “does A pay more than B” is not answered by either of
 * them. Drawings and parts of such a page go with it.
 */
function compared(likely) {
  const called = likely.filter(({ hit, likeness }) => !hit.title.endsWith("?") && !hit.url.includes("#") && words(hit.title).length === 1 && likeness[0].both > 0);
  const both = called.filter(({ hit }) => called.some((other) => other.hit.kind === hit.kind && other.hit.title !== hit.title));
  return likely.filter(({ hit }) => both.some((one) => hit.url.startsWith(one.hit.url)));
}

/** The entries to look at by name: those with the highest score, but of many of a kind that score alike only a few. */
function pool(index, rough, own, asks) {
  const kept = [];
  // One of the best is of the very kind that is asked for: fewer others may be meant.
  const spare = asks.length === 1 && rough.slice(0, 6).some(([entry]) => asks[0] === index.kind.charCodeAt(entry) - 65) ? 4 : 0;
  const seats = own.length > 1 ? LIKELY - OF_WORDS - spare : LIKELY_OF_ONE;
  for (const one of rough) {
    const [entry, score] = one;
    const alike = kept.filter(([other, near]) => index.kind[other] === index.kind[entry] && near - score < ALIKE * near);
    if (alike.length < (index.kind[entry] === index.most ? (own.length > 1 ? MANY_OF_MOST : LIKELY_OF_ONE) : MANY)) kept.push(one);
    if (kept.length === seats) break;
  }
  if (own.length === 1) return kept;
  const more = Array.from({ length: OF_A_WORD }, (_, i) => own.map((entries) => entries[i])).flat();
  const others = rough.filter((one) => more.includes(one[0]) && !kept.includes(one));
  return [...kept, ...others.slice(0, OF_WORDS)];
}

/** Of one kind a few first; the others of it come after all else, so that fourteen that are alike do not hide the rest. */
function mixed(good) {
  const seen = new Map();
  const few = ({ hit }) => {
    seen.set(hit.kind, (seen.get(hit.kind) ?? 0) + 1);
    return seen.get(hit.kind) <= OF_A_KIND;
  };
  const marked = good.map((one) => ({ hit: one.hit, soon: few(one) }));
  return [...marked.filter(({ soon }) => soon), ...marked.filter(({ soon }) => !soon)].map(({ hit }) => hit);
}

/** What an everyday word stands for; a slip in it is forgiven when the site does not have the word as it is. */
function everyday(also, word, found) {
  if (also[word] || found.has(word) || word.length < 5) return [...(also[word] ?? [])];
  const near = Object.keys(also).find((other) => other.length >= 5 && distance(word, other, 1) <= 1);
  return near ? [...also[near]] : [];
}

/** A word and what it stands for in everyday speech. */
async function meantAlso(index, word, whole, verbs) {
  const terms = await meant(index, word, whole);
  // A word that the site has means that word first.
  const also = terms.has(stem(word)) ? 0.6 : 0.8;
  const others = everyday(index.everyday, stem(word), terms);
  for (const verb of verbs) if (await isKnown(index, verb)) others.push(verb, ...(index.everyday[stem(verb)] ?? []));
  for (const other of new Set(others)) {
    for (const [term, { well, entries }] of await meant(index, other, true)) {
      if ((terms.get(term)?.well ?? 0) < also * well) terms.set(term, { well: also * well, entries });
    }
  }
  const own = terms.get(stem(word))?.entries;
  if (own && own.length <= 2 * SELDOM) {
    for (const part of await apart(index, word)) {
      for (const [term, { well, entries }] of await meant(index, part, true)) if (!terms.has(term)) terms.set(term, { well: AS_PARTS * well, entries });
    }
  }
  terms.faint = verbs.length === 0 && index.faint.has(stem(word));
  return terms;
}

async function shown(index, entry) {
  const [first, name] = index.entries.findLast(([first]) => first <= entry);
  const [title, url, text, also, asked, source, picture, answers] = (await load(name))[entry - first];
  return { title, url, text, also, asked, source, picture, answers, kind: index.kinds[index.kind.charCodeAt(entry) - 65] };
}
