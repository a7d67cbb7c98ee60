/* A reader is told that the day has passed before which somebody would look at the page again. By the reader's own clock: the page
   is made long before. Without script the day stands at the foot of the page. */
for (const day of document.querySelectorAll("time[data-herzien]")) {
  if (new Date(day.dateTime) > new Date()) continue;
  const note = document.createElement("p");
  note.className = "review-due";
  note.textContent = `${day.dataset.herzien} ${day.textContent}.`;
  document.querySelector("main h1")?.after(note);
}
