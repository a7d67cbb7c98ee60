/* A drawing that is wider than its frame says so only where it is: the line keeps its place, so that nothing moves. */
for (const figure of document.querySelectorAll(".infographic")) {
  const cue = figure.querySelector(".infographic-cue");
  if (!cue) continue;
  const frames = [...figure.querySelectorAll(".infographic-drawing, .infographic-narrow")];
  const tell = () => cue.classList.toggle("is-needless", frames.every((frame) => frame.scrollWidth <= frame.clientWidth + 1));
  new ResizeObserver(tell).observe(figure);
}
