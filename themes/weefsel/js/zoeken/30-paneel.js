/* The panel: a combobox whose options are links, so that they also open in a new tab. */

const LONGEST = 200;
const LONGEST_ANSWER = 360;
/** So many words are a question. */
const QUESTION = 3;
/** So many hits are shown at first. */
const FEW = 8;

/** Wires the panel, once, and answers what was typed while this script was on its way. */
export function start(panel) {
  const input = panel.querySelector("input");
  if (!("started" in panel.dataset)) {
    panel.dataset.started = "";
    wire(panel, input);
  }
  input.dispatchEvent(new Event("input"));
}

function wire(panel, input) {
  const results = panel.querySelector("[role=listbox]");
  const count = panel.querySelector("[role=status]");
  const elsewhere = panel.querySelector(".search-elsewhere");
  const more = panel.querySelector(".search-more");
  const { many, one, none, unsure, broken } = panel.dataset;
  let turn = 0;
  let last = "";
  let inHaste = false;
  let rest = [];

  const options = () => [...results.querySelectorAll("[role=option]")];
  const choose = (option) => {
    results.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (question, links, said, hint) => {
    choose(undefined);
    results.replaceChildren(...links.slice(0, FEW));
    rest = links.slice(FEW);
    more.hidden = rest.length === 0;
    // Tells which question is answered, to who tests and to who styles.
    results.dataset.question = question.trim();
    input.setAttribute("aria-expanded", String(links.length > 0));
    count.textContent = said;
    elsewhere.hidden = !hint;
    elsewhere.firstElementChild.textContent = hint;
    if (inHaste) options()[0]?.click();
    inHaste = false;
  };

  input.addEventListener("input", async () => {
    const question = input.value;
    // The panel may have been closed and opened again.
    if (question.trim() === last) return input.setAttribute("aria-expanded", String(options().length > 0));
    last = question.trim();
    const mine = (turn += 1);
    if (words(question).length === 0) return show(question, [], "", "");
    try {
      const found = await find(question);
      // A later key was quicker.
      if (mine !== turn) return;
      if (found.total === 0) return show(question, [], many.replace("#", 0), none);
      const said = `${isUnsure(found, question) ? `${unsure}: ` : ""}${found.total === 1 ? one : many.replace("#", found.total)}`;
      show(question, listed(found, panel.dataset), said, "");
    } catch {
      last = "";
      if (mine === turn) show(question, [], "", broken);
    }
  });

  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === "true");
    const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 };
    if (event.key in steps && all.length > 0) {
      event.preventDefault();
      choose(all[steps[event.key]]);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      // Who is quicker than the answer waits for it.
      inHaste = results.dataset.question !== input.value.trim();
      if (!inHaste) (all[at] ?? all[0])?.click();
    }
  });

  more.addEventListener("click", () => {
    const [next] = rest;
    results.append(...rest);
    rest = [];
    more.hidden = true;
    input.focus();
    choose(next);
  });

  // The page may be the one that is open already.
  results.addEventListener("click", (event) => {
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    const link = event.target.closest("a");
    if (!link || !plain) return;
    remember(link);
    panel.close();
  });
  panel.addEventListener("close", () => input.setAttribute("aria-expanded", "false"));
}

/** Is it a question that nothing found answers for certain? A word or two only look for something. */
const isUnsure = ({ sure }, question) => !sure && words(question).length >= QUESTION;

/** Takes an answer along to the page that it leads to (31-antwoord.js). */
function remember({ href, dataset: { question, answer } }) {
  if (!answer) return;
  try {
    sessionStorage.setItem("verbeeld-antwoord", JSON.stringify({ url: href, question, answer }));
  } catch {
    // A browser that keeps nothing: the page alone answers.
  }
}

/** The hits as options, the answer first when one is sure enough to be called that. */
function listed({ hits, terms, sure }, { root, also, answer, source }) {
  const known = new Set(terms);
  return hits.map((hit, i) => {
    const isAnswer = sure && i === 0;
    const link = make("a", { id: `v-gevonden-${i + 1}`, role: "option", ariaSelected: "false", tabIndex: -1, href: root + hit.url });
    if (isAnswer) link.classList.add("search-answer");
    if (hit.title.endsWith("?")) Object.assign(link.dataset, { question: hit.title, answer: first(hit.text) });
    if (hit.picture) {
      link.classList.add("search-drawn");
      link.append(make("img", { src: root + hit.picture, alt: "", loading: "lazy", width: 96, height: 64 }));
    }
    link.append(make("span", { className: "search-kind" }, isAnswer ? answer : hit.kind), " ");
    link.append(make("span", { className: "search-title" }, ...marked(hit.title, known)), " ");
    // What the title says already needs no saying again.
    const unsaid = new Set(terms.filter((term) => !words(hit.title).map(stem).includes(term)));
    const names = hit.also.filter((name) => !hit.title.includes(name) && words(name).map(stem).some((word) => unsaid.has(word)));
    if (names.length > 0 && !isAnswer) link.append(make("span", { className: "search-also" }, `${also}: `, ...marked(names.slice(0, 2).join(" · "), known)), " ");
    const text = isAnswer ? first(hit.text) : opening(hit.text, unsaid);
    link.append(make("span", { className: "search-text" }, ...(isAnswer ? [text] : marked(text, known))));
    if (isAnswer && hit.source) link.append(" ", make("span", { className: "search-source" }, `${source}: ${hit.source}`));
    return link;
  });
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const isHit = (piece, known) =>
  words(piece).some((word) => {
    const own = stem(word);
    return known.has(own) || [...known].some((term) => term.length > 3 && own.length > term.length && (own.endsWith(term) || own.startsWith(term)));
  });

/** The text in pieces, those that were looked for marked. */
function marked(text, known) {
  return text.split(/([\p{L}\p{N}&’']+)/u).map((piece, i) => (i % 2 === 1 && isHit(piece, known) ? make("mark", {}, piece) : piece));
}

/** The first sentences of an answer. */
const first = (text) => shortened(text, LONGEST_ANSWER);

/** The part of the text to show: from the sentence with most of what was looked for and the title does not say. */
function opening(text, unsaid) {
  const sentences = text.split(/(?<=[.?!…·]) /u);
  const hits = sentences.map((sentence) => new Set(words(sentence).map(stem).filter((word) => unsaid.has(word))).size);
  const best = hits.indexOf(Math.max(...hits));
  return shortened(sentences.slice(best).join(" "), LONGEST);
}

function shortened(text, most) {
  const whole = text.replace(/ ·$/, "");
  if (whole.length <= most) return whole;
  return `${whole.slice(0, whole.lastIndexOf(" ", most)).replace(/[,;:.· ]+$/, "")}…`;
}
