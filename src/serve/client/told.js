// --- What is wrong, over the page ---
//
// Errors open of themselves. Warnings wait behind a small button with their number: the page goes on as it is.

const host = document.createElement("verbeeld-melding");
const root = host.attachShadow({ mode: "open" });
// A constructed stylesheet is allowed where a content security policy forbids inline styles.
const sheet = new CSSStyleSheet();
sheet.replaceSync(START.style);
root.adoptedStyleSheets = [sheet];

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const list = make("div", {});
const close = make("button", { type: "button" }, WORDS.close);
const heading = make("h1", { id: "heading", tabindex: "-1", autofocus: "" });
const intro = make("p", { id: "intro" });
const dialog = make(
  "dialog",
  { "aria-labelledby": "heading", "aria-describedby": "intro", lang: "nl" },
  make("header", {}, make("div", {}, heading, intro), close),
  list,
);
const show = make("button", { type: "button", class: "notice", lang: "nl", hidden: "" });
const notice = make("p", { class: "notice", role: "status", lang: "nl", hidden: "" });
root.append(dialog, show, notice);

let problems = null;
let warnings = null;
// Which of the two lists the dialog shows.
let shown = null;

function present(kind) {
  const errors = kind === "errors";
  const html = errors ? problems : warnings.html;
  const stays = shown === kind && dialog.open;
  shown = kind;
  dialog.setAttribute("role", errors ? "alertdialog" : "dialog");
  dialog.className = kind;
  heading.textContent = errors ? WORDS.heading : warnings.label;
  intro.textContent = errors ? WORDS.intro : WORDS.warningsIntro;
  list.innerHTML = html;
  if (!dialog.open) dialog.showModal();
  if (!stays) dialog.scrollTop = 0;
}

/** Takes in what the server says now. */
function tell(nextProblems, nextWarnings) {
  const newProblems = nextProblems !== problems;
  const newWarnings = nextWarnings?.html !== warnings?.html;
  [problems, warnings] = [nextProblems, nextWarnings];
  const gone = shown === "errors" ? problems === null : shown === "warnings" && warnings === null;
  if (gone) {
    shown = null;
    dialog.close();
    list.replaceChildren();
  }
  if (problems !== null && newProblems) present("errors");
  else if (shown === "warnings" && newWarnings) present("warnings");
  else if (problems === null && warnings !== null && restoring?.warnings) present("warnings");
  restoring = restoring && { ...restoring, warnings: false };
  offer();
}

/** The button that brings a list back: that of the errors when there are any. */
function offer() {
  const errors = problems !== null;
  show.hidden = dialog.open || (!errors && warnings === null);
  show.classList.toggle("warnings", !errors);
  show.textContent = errors ? WORDS.show : (warnings?.label ?? "");
}

// Escape closes a dialog of itself.
dialog.addEventListener("close", () => {
  shown = null;
  const had = document.activeElement === host || document.activeElement === document.body;
  offer();
  // Who closed the list goes on where it was opened.
  if (had && !show.hidden) show.focus({ preventScroll: true });
});
close.addEventListener("click", () => dialog.close());
show.addEventListener("click", () => {
  present(problems !== null ? "errors" : "warnings");
  offer();
});

function showGone(gone) {
  notice.hidden = !gone;
  notice.textContent = gone ? WORDS.gone : "";
}
