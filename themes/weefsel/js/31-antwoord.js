/* Who chose an answer in the search reads it once more where it leads: the page tells the same in other words, and more. It travels
   within this tab and is forgotten on arrival. */
{
  const KEY = "verbeeld-antwoord";
  const take = () => {
    try {
      const told = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
      return told;
    } catch {
      // A browser that keeps nothing: the page alone answers.
      return undefined;
    }
  };
  const arrive = () => {
    const told = take();
    document.querySelector(".told-answer")?.remove();
    if (told?.url !== location.href) return;
    const goal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    // A question that stands there itself need not be told twice.
    if (goal && goal.textContent.includes(told.question)) return;
    const box = document.createElement("p");
    box.className = "told-answer";
    box.append(Object.assign(document.createElement("strong"), { textContent: told.question }), ` ${told.answer}`);
    if (goal && /^H\d$/.test(goal.tagName)) goal.after(box);
    else if (goal) (goal.tagName === "TR" ? goal.cells[0] : goal).prepend(box);
    else document.querySelector("main h1")?.after(box);
  };
  arrive();
  addEventListener("hashchange", arrive);
}
