// Text boxes grow with what is typed, where the browser does not do so itself.

function grow(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}

if (!CSS.supports("field-sizing", "content")) {
  for (const box of document.querySelectorAll("textarea[data-grow]")) {
    box.addEventListener("input", () => grow(box));
  }
}
