// Hide the screen: Shift three times within a second and a half, or the button.
// The cover comes first, then the neutral title; nothing is sent.

const veil = document.querySelector("[data-veil]");
const title = document.title;
let presses = [];
let focused = null;

function hide() {
  if (!veil.hidden || !veil.isConnected) return;
  focused = document.activeElement;
  veil.hidden = false;
  document.title = veil.dataset.title;
  document.body.classList.add("veil-open");
  for (const part of document.body.children) part.inert = part !== veil;
  veil.querySelector("[data-show]").focus();
}

function show() {
  for (const part of document.body.children) part.inert = false;
  veil.hidden = true;
  document.title = title;
  document.body.classList.remove("veil-open");
  focused?.focus();
}

function countPresses(event) {
  if (event.key !== "Shift") {
    presses = [];
  } else if (!event.repeat) {
    presses = [...presses.filter((at) => event.timeStamp - at < 1500), event.timeStamp];
    if (presses.length >= 3) {
      presses = [];
      hide();
    }
  }
}

if (veil) {
  addEventListener("keydown", countPresses);
  veil.querySelector("[data-show]").addEventListener("click", show);
  for (const button of document.querySelectorAll("[data-hide]")) {
    button.hidden = false;
    button.addEventListener("click", hide);
  }
}
