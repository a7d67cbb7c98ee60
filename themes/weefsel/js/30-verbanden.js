/* Relations of a drawing: pointing at or focusing a box or a line lights what belongs to it. Buttons filter by level and show
   the drawing on the whole screen. Without this script the drawing is the same, only still. */
for (const figure of document.querySelectorAll(".infographic")) {
  const drawings = figure.querySelectorAll(".infographic-drawing");
  const lines = [...figure.querySelectorAll(".ig-lijn[data-van]")];
  const nodes = [...figure.querySelectorAll(".ig-knoop[data-knoop]")];
  if (!drawings.length) continue;
  let level = "";

  const show = (target) => {
    const line = target?.closest?.(".ig-lijn[data-van]");
    const node = target?.closest?.(".ig-knoop[data-knoop]")?.dataset.knoop;
    const fits = ({ van, naar, niveau }) => !level || niveau === level;
    const lit = lines.filter(({ dataset: d }) => fits(d) &&
      (line ? d.van === line.dataset.van && d.naar === line.dataset.naar : !node || d.van === node || d.naar === node));
    const near = new Set(lit.flatMap(({ dataset: d }) => [d.van, d.naar]));
    if (node) near.add(node);
    for (const one of lines) {
      one.classList.toggle("ig-weg", !fits(one.dataset));
      one.classList.toggle("ig-ver", fits(one.dataset) && !lit.includes(one));
    }
    for (const one of nodes) one.classList.toggle("ig-ver", Boolean(node || line || level) && !near.has(one.dataset.knoop));
  };

  // The places of the buttons are kept by the page, so that nothing moves when they come.
  const button = (place, words, act, pressed) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    if (pressed !== undefined) made.setAttribute("aria-pressed", pressed);
    made.addEventListener("click", () => act(made));
    place.append(made);
    return made;
  };

  if (lines.length) {
    for (const drawing of drawings) {
      drawing.classList.add("ig-stil");
      for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
        drawing.addEventListener(on, (event) => show(event.target));
        drawing.addEventListener(off, () => show(document.activeElement));
      }
    }
    /* In the order of the legend. */
    const known = [...figure.querySelectorAll(".infographic-legend strong")].map((name) => name.textContent);
    const levels = [...new Set(lines.map((line) => line.dataset.niveau))].sort((a, b) => known.indexOf(a) - known.indexOf(b));
    const bar = figure.querySelector(".ig-knoppen-niveaus");
    if (bar && levels.length > 1) {
      bar.setAttribute("role", "group");
      bar.setAttribute("aria-label", "Toon alleen");
      const all = [["Alles", ""], ...levels.map((name) => [name, name])];
      const buttons = all.map(([words, name]) => button(bar, words, (self) => {
        level = name;
        for (const one of buttons) one.setAttribute("aria-pressed", one === self);
        show(null);
      }, name === ""));
    }
  }
  const corner = figure.querySelector(".ig-knoppen-scherm");
  if (corner && document.fullscreenEnabled) {
    const whole = button(corner, "Volledig scherm", () =>
      document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen());
    whole.classList.add("ig-knoppen-groot");
    figure.addEventListener("fullscreenchange", () => {
      whole.textContent = document.fullscreenElement ? "Sluit volledig scherm" : "Volledig scherm";
    });
  }
}
