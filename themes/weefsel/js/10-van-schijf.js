/* Opened from disk there is no server to find index.html in a folder: name it in the links. */
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
}
