/* Words of a question, brought back exactly as the build did with the words of the pages (src/search/stem.rs). */

export const words = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\p{M}'’\u00ad]/gu, "").replace(/\b0\.(?=\d)/g, "0,").replace(/(\d)\.(?=\d)/g, "$1").match(/[\p{L}\p{N}]+(?:(?:&|(?<=\d),(?=\d))[\p{L}\p{N}]+)*/gu) ?? [];

/**
 * Brings a question back to what makes it another one: without the small words that it does without, and with one word for those that say
 * the same (“dit plan” is “het plan”), as lists of the site's language; all of its words when nothing else is left.
 */
export function plainer({ fillers, alikes }) {
  const small = new Set(fillers.split(" "));
  const same = new Map(alikes.split("; ").flatMap((list) => list.split(" ").map((word, _, [first]) => [word, first])));
  return (all) => {
    const telling = all.filter((word) => !small.has(word));
    return (telling.length > 0 ? telling : all).map((word) => same.get(word) ?? word);
  };
}

const irregular = [["leden", "lid"], ["adviezen", "advies"], ["steden", "stad"], ["gremia", "gremium"], ["criteria", "criterium"], ["cycli", "cyclus"]];
const consonant = (letter) => !/[aeiouy]/.test(letter);

/** A participle: what stands before its `ge`, and its verb. */
const participle = /^(|aan|af|bij|door|in|mee|na|op|over|samen|toe|uit|vast|voor)ge(.*[^aeiouy])[dt]$/;
const isVerb = (before, root) => root.length >= (before ? 3 : 4) && /[aeiouy]/.test(root);
/** Verbs on -eren that come from Latin. */
const latin = /^(.{4,})(?<=is|u|in|ul|ol|ic|ig|it|on|ent|anc|ens|ach|egr|istr|ip|orm|ort|erv|ess|act|ect)er$/;

export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  // Hours are asked for as “uur” and “uren”; a planning is no plan.
  if (word === "uren") return "uur";
  if (word.endsWith("planning")) return word;
  word = word.replace(participle, (all, before, root) => (isVerb(before, root) ? before + root : all));
  const strip = (ending, rest, before = () => true) => {
    const kept = word.slice(0, -ending.length);
    const right = word.endsWith(ending) && kept.length >= rest && before(kept.at(-1)) && /[aeiouy]/.test(kept);
    if (right) word = kept;
    return right;
  };
  for (const [plural, single] of irregular) if (word.endsWith(plural)) word = word.slice(0, -plural.length) + single;
  word = word.replace(/heden$/, "heid");
  if (/s$/.test(word) && (/aus$/.test(word) || (/[^istkpu]s$/.test(word) && word.length >= (word.endsWith("ns") ? 6 : 4)))) word = word.slice(0, -1);
  const ideas = word.endsWith("eeen");
  if (ideas) word = word.slice(0, -2);
  if (ideas || !strip("en", 3, consonant)) strip("e", 3, consonant);
  if (!strip("ing", 4)) strip("t", 3, consonant);
  strip("atie", 3);
  word = word.replace(/([aeou])\1+/g, "$1");
  if (word.length > 3 && word.at(-1) === word.at(-2) && consonant(word.at(-1))) word = word.slice(0, -1);
  return word.replace(/z$/, "s").replace(/v$/, "f").replace(latin, "$1");
}

const parts = ["aan", "af", "bij", "deel", "door", "in", "mee", "na", "op", "over", "samen", "toe", "uit", "vast", "voor"];

/** The verbs that a word may be of when its first part stands further on: “neemt” in “wie neemt de secretaris aan” is of “aannemen”. */
export const verbs = (word, question) => question.slice(question.indexOf(word) + 1).filter((part) => parts.includes(part)).map((part) => part + word);

/** How many letters differ, swapped neighbours counted as one; anything over `most` is the same to us. */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[b.length];
}
