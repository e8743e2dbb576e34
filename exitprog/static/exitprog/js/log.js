// Logging is quicker with script: phrases at the cursor, keys, and taking back a choice.

const form = document.querySelector("form[data-log]");

function insertAtCursor(box, text) {
  const before = box.value.slice(0, box.selectionStart);
  const gap = before && !/\s$/.test(before) ? " " : "";
  box.setRangeText(`${gap}${text} `, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

for (const phrases of form.querySelectorAll("[data-phrases]")) {
  const box = document.getElementById(phrases.dataset.phrases);
  phrases.hidden = false;
  phrases.addEventListener("click", (event) => {
    const phrase = event.target.closest("button");
    if (phrase) insertAtCursor(box, phrase.textContent);
  });
}

// What changed may stay unsaid, so a second click on the chosen one takes it back.
let chosen = null;
form.addEventListener("pointerdown", (event) => {
  const option = event.target.closest(".changes .segments__option")?.querySelector("input");
  chosen = option?.checked ? option : null;
});
form.addEventListener("click", (event) => {
  if (chosen && event.target === chosen) chosen.checked = false;
  chosen = null;
});

function nowChips() {
  const rows = form.querySelectorAll(".touches__row:has([data-lane=now])");
  return [...rows].map((row) => row.querySelector("input[type=checkbox]"));
}

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector(".button--primary"));
  }
  if (event.altKey && /^Digit[123]$/.test(event.code)) {
    const chip = nowChips()[Number(event.code.at(-1)) - 1];
    if (!chip) return;
    event.preventDefault();
    chip.click();
  }
});
