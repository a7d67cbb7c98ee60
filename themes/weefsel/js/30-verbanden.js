/* Relations of a drawing: pointing at or focusing a box or a line lights what belongs to it. Buttons filter by level and show
   the drawing on the whole screen; a level and a layer together. What is chosen stands in the address, so that a colleague who gets it
   sees the same. Without this script the drawing is the same, only still. */
for (const figure of document.querySelectorAll(".infographic")) {
  const drawings = figure.querySelectorAll(".infographic-drawing");
  const lines = [...figure.querySelectorAll(".ig-lijn[data-van]")];
  const nodes = [...figure.querySelectorAll(".ig-knoop[data-knoop]")];
  if (!drawings.length) continue;
  let level = "", lane = "";
  const asked = new URLSearchParams(location.search);
  const remember = (key, value) => {
    const address = new URL(location.href);
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
    history.replaceState(history.state, "", address);
  };
  const laneOf = new Map(nodes.map((node) => [node.dataset.knoop, node.closest(".ig-baan")?.getAttribute("aria-label") ?? ""]));

  const show = (target) => {
    const line = target?.closest?.(".ig-lijn[data-van]");
    const node = target?.closest?.(".ig-knoop[data-knoop]")?.dataset.knoop;
    const fits = ({ van, naar, niveau }) => (!level || niveau === level) && (!lane || laneOf.get(van) === lane || laneOf.get(naar) === lane);
    const lit = lines.filter(({ dataset: d }) => fits(d) &&
      (line ? d.van === line.dataset.van && d.naar === line.dataset.naar : !node || d.van === node || d.naar === node));
    const near = new Set(lit.flatMap(({ dataset: d }) => [d.van, d.naar]));
    if (node) near.add(node);
    for (const one of lines) {
      one.classList.toggle("ig-weg", !fits(one.dataset));
      one.classList.toggle("ig-ver", fits(one.dataset) && !lit.includes(one));
    }
    for (const one of nodes) one.classList.toggle("ig-ver", Boolean(node || line || level || lane) && !near.has(one.dataset.knoop));
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
        remember("niveau", name);
        for (const one of buttons) one.setAttribute("aria-pressed", one === self);
        show(null);
      }, name === ""));
      const wanted = levels.includes(asked.get("niveau")) ? buttons[levels.indexOf(asked.get("niveau")) + 1] : null;
      const lanes = [...new Set(laneOf.values())].filter(Boolean);
      if (lanes.length > 1) {
        const choice = document.createElement("select");
        choice.setAttribute("aria-label", "Laag");
        choice.add(new Option("Alle lagen", ""));
        for (const name of lanes) choice.add(new Option(name, name));
        choice.addEventListener("change", () => {
          lane = choice.value;
          remember("laag", lane);
          show(null);
        });
        bar.append(choice);
        if (lanes.includes(asked.get("laag"))) {
          choice.value = lane = asked.get("laag");
          show(null);
        }
      }
      wanted?.click();
    }
    for (const state of figure.querySelectorAll(".ig-toestand input")) {
      if (asked.get("kaart") === state.value) state.checked = true;
      state.addEventListener("change", () => remember("kaart", state.value === "nu" ? "" : state.value));
    }
  }
  const corner = figure.querySelector(".ig-knoppen-scherm");
  if (corner && document.fullscreenEnabled) {
    const whole = button(corner, "Volledig scherm", () =>
      document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen());
    let size = 1;
    const scale = (to) => {
      size = Math.min(4, Math.max(1, to));
      figure.style.setProperty("--ig-maat", size);
    };
    for (const [words, name, act] of [["+", "Groter", () => scale(size * 1.4)], ["−", "Kleiner", () => scale(size / 1.4)], ["Passend", "Passend", () => scale(1)]]) {
      const made = button(corner, words, act);
      made.setAttribute("aria-label", name);
      made.classList.add("ig-maat");
    }
    whole.classList.add("ig-knoppen-groot");
    figure.addEventListener("fullscreenchange", () => {
      scale(1);
      whole.textContent = document.fullscreenElement ? "Sluit volledig scherm" : "Volledig scherm";
    });
  }
}
