/* How alike a question and the names of an entry are. */

/** So many of its wordings tell by their letters what a question is about; what is no question is called one thing. */
const CLOSEST_IN_LETTERS = 5;

/** How often each run of three letters is in the words. */
function triplesOf(all) {
  const count = new Map();
  for (const word of all) {
    const whole = ` ${word} `;
    for (let i = 0; i + 3 <= whole.length; i += 1) count.set(whole.slice(i, i + 3), (count.get(whole.slice(i, i + 3)) ?? 0) + 1);
  }
  return count;
}

/** How alike the question and the names of each entry are in their letters: other forms, compounds and slips share most of them. */
function inLetters(likely, all, plain) {
  const named = likely.map(({ names }) => names.map((name) => triplesOf(plain(words(name)))));
  const having = new Map();
  // What a record answers is many times the same name.
  const own = named.filter((_, i) => !likely[i].way);
  for (const one of own) for (const triple of new Set(one.flatMap((triples) => [...triples.keys()]))) having.set(triple, (having.get(triple) ?? 0) + 1);
  const weighed = (triples) => [...triples].map(([triple, often]) => [triple, often * Math.log(1 + own.length / (having.get(triple) ?? 0.5))]);
  const length = (all) => Math.hypot(...all.map(([, weight]) => weight)) || 1;
  const asked = weighed(triplesOf(plain(all)));
  return named.map((one, i) => {
    const close = one.map((triples) => {
      const own = weighed(triples);
      const weights = new Map(own);
      return asked.reduce((sum, [triple, weight]) => sum + weight * (weights.get(triple) ?? 0), 0) / (length(asked) * length(own));
    });
    const closest = close.sort((a, b) => b - a).slice(0, likely[i].hit.title.endsWith("?") ? CLOSEST_IN_LETTERS : 1);
    return closest.reduce((sum, well) => sum + well, 0) / closest.length;
  });
}

/**
 * How well a name and a question cover each other, from 0 to 1, how much of the question the name covers, and whether a name of more
 * words is said but for one at most; `weights` has what each word of the question is worth.
 */
function alike(name, weights, stop) {
  const all = words(name);
  const telling = all.filter((word) => !stop.includes(word));
  const own = (telling.length > 0 ? telling : all).map(stem);
  if (own.length === 0) return { both: 0, asked: 0, whole: false };
  let met = 0;
  let worth = 0;
  let total = 0;
  const used = new Set();
  for (const { value, terms } of weights) {
    total += value;
    let at = own.findIndex((word, i) => !used.has(i) && terms.has(word));
    let well = terms.get(own[at]);
    if (at < 0) {
      // A compound is one of what its last part names: a “gemeentesecretaris” is a “secretaris”.
      at = own.findIndex((word, i) => !used.has(i) && [...terms.keys()].some((term) => term.length > 5 && word.endsWith(term)));
      well = 0.4;
    }
    if (at < 0) continue;
    used.add(at);
    met += 1;
    worth += value * well;
  }
  const asked = worth / (total || 1);
  // A question about one word asks something of it that the word alone does not: “wethouder” is not “Hoe heet de wethouder?”.
  const length = name.endsWith("?") ? Math.max(own.length, 2) : own.length;
  return { both: Math.sqrt(asked * (met / length)), asked, whole: met > 1 && met >= own.length - 1 };
}
