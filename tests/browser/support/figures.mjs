// What must hold of every drawing, as the browser draws its letters.

/** What is wrong with the drawings of the page that is open; runs in the page. */
export function faults() {
  const found = [];
  for (const figure of document.querySelectorAll("figure.infographic")) {
    const name = figure.querySelector(".infographic-title")?.textContent ?? "without a title";
    const say = (what) => found.push(`${name}: ${what}`);
    const shown = [...figure.querySelectorAll(".infographic-drawing, .infographic-narrow")].filter((part) => part.checkVisibility() && part.getBoundingClientRect().height > 20);
    if (shown.length !== 1) say(`${shown.length} forms show, not one`);
    for (const svg of figure.querySelectorAll(".infographic-drawing > svg")) {
      const place = svg.getBoundingClientRect();
      if (!svg.checkVisibility() || place.width === 0) continue;
      const room = figure.getBoundingClientRect();
      // What keeps its size and is moved under its frame says so, and the keyboard reaches it.
      const frame = svg.parentElement;
      const moves = frame.scrollWidth > frame.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(frame).overflowX);
      if (moves && !figure.querySelector(".infographic-cue")?.checkVisibility()) say("goes on beyond its frame without a word");
      if (moves && frame.tabIndex < 0 && frame.querySelector("a[href]") === null) say("goes on where no keyboard comes");
      if (!moves && (place.left < room.left - 0.5 || place.right > room.right + 0.5)) say(`the drawing is ${Math.round(place.width)} px wide in a frame of ${Math.round(room.width)} px`);
      const scale = svg.viewBox.baseVal ? place.width / svg.viewBox.baseVal.width : 1;
      // Turned text has a box on the screen as well: measure there.
      const texts = [...svg.querySelectorAll("text")]
        .filter((text) => text.checkVisibility() && text.textContent.trim() !== "")
        .map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const slack = (bottom - top) * 0.2;
          return { text, words: text.textContent.trim(), left, right, top: top + slack, bottom: bottom - slack };
        });
      for (const { text, words, left, right, top, bottom } of texts) {
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < 11.95) say(`letters of ${size.toFixed(1)} px: ${words}`);
        if (/(…|\.\.\.)$/.test(words)) say(`cut with an ellipsis: ${words}`);
        if (left < place.left - 0.5 || right > place.right + 0.5 || top < place.top - 0.5 || bottom > place.bottom + 0.5) say(`outside the drawing: ${words}`);
      }
      for (const [index, one] of texts.entries()) {
        for (const other of texts.slice(index + 1)) {
          const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (wide > 0.5 && high > 0.5) say(`overlap: ${one.words} and ${other.words}`);
        }
      }
    }
  }
  return found;
}
