/* A drawing of bodies and ties is one stop for Tab; arrows go from one to the next, first the bodies, then the ties. Space opens the
   card, Enter goes to the page. Without this script every one is a stop, and a link before the drawing leads past them. */
for (const figure of document.querySelectorAll(".infographic")) {
  const past = figure.querySelector(".ig-voorbij");
  if (!past) continue;
  past.hidden = true;
  for (const drawing of figure.querySelectorAll(".infographic-drawing > svg")) {
    const links = [...drawing.querySelectorAll("a[href]")];
    const stop = (link) => { for (const one of links) one.setAttribute("tabindex", one === link ? 0 : -1); };
    stop(links[0]);
    drawing.addEventListener("focusin", ({ target }) => links.includes(target) && stop(target));
    drawing.addEventListener("keydown", (event) => {
      const at = links.indexOf(event.target);
      if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " ") {
        event.preventDefault();
        event.target.dispatchEvent(new CustomEvent("ig-kies", { bubbles: true }));
        return;
      }
      /* What a filter leaves out is passed over. */
      const shown = links.filter((link) => !link.matches(".ig-weg"));
      const here = shown.indexOf(event.target);
      const next = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: shown.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      shown[Math.max(0, Math.min(shown.length - 1, next))]?.focus();
    });
  }
}
