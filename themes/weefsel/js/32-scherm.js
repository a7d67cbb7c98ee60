/* A drawing on the whole screen: it fits, and enlarged it is moved under its frame, by dragging too. */
for (const figure of document.querySelectorAll(".infographic")) {
  const corner = figure.querySelector(".ig-knoppen-scherm");
  if (!corner) continue;
  corner.hidden = !document.fullscreenEnabled;
  const [whole, ...sizes] = corner.querySelectorAll("button");
  const words = [whole.textContent, corner.dataset.open];
  let size = 1;
  const scale = (to) => {
    size = Math.min(4, Math.max(1, to));
    figure.style.setProperty("--ig-maat", size);
  };
  whole.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen()));
  for (const button of sizes) button.addEventListener("click", () => scale(size * Number(button.dataset.maat || 1 / size)));
  figure.addEventListener("fullscreenchange", () => {
    scale(1);
    whole.textContent = words[document.fullscreenElement ? 1 : 0];
  });

  /* A finger moves the frame by itself; a mouse drags it. Who has dragged did not press. */
  for (const frame of figure.querySelectorAll(".infographic-drawing")) {
    let from = null, dragged = false;
    frame.addEventListener("pointerdown", (event) => {
      dragged = false;
      const room = frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1;
      if (event.pointerType === "mouse" && event.button === 0 && room) from = [event.clientX + frame.scrollLeft, event.clientY + frame.scrollTop];
    });
    addEventListener("pointermove", (event) => {
      if (!from) return;
      if (!dragged && Math.hypot(event.clientX + frame.scrollLeft - from[0], event.clientY + frame.scrollTop - from[1]) < 5) return;
      dragged = true;
      frame.classList.add("ig-sleept");
      frame.scrollTo(from[0] - event.clientX, from[1] - event.clientY);
    });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => {
      from = null;
      frame.classList.remove("ig-sleept");
    });
    frame.addEventListener("dragstart", (event) => from && event.preventDefault());
    frame.addEventListener("click", (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  }
}
