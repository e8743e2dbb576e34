// The order by keyboard and without reloading. Every move is the row's own form, sent
// by htmx, so the server does the same with and without script.

import { drawArcs } from "./arcs.js";

const usesKeys = document.documentElement.dataset.shortcuts !== "off";
const live = document.querySelector("#live");
const waiting = [];
let isBusy = false;
let current = null;
let pressed = null;

const rows = () => [...document.querySelectorAll("[data-row]")];
const rowOf = (element) => element?.closest?.("[data-row]");
const isTyping = (element) => element.matches("input, textarea, select");

function say(text) {
  live.textContent = "";
  setTimeout(() => (live.textContent = text), 40);
}

// One tab stop: only the current row and its controls can be tabbed to.
function setTabStop() {
  if (!usesKeys) return;
  const all = rows();
  const chosen = all.find((row) => row.dataset.row === current) ?? all[0];
  for (const row of all) {
    const stop = row === chosen ? 0 : -1;
    row.tabIndex = stop;
    for (const control of row.querySelectorAll("a, button, summary")) control.tabIndex = stop;
  }
}

function choose(row) {
  current = row.dataset.row;
  setTabStop();
}

function press(row, value) {
  const button = row.querySelector(`button[name=to][value=${value}]`);
  if (button) send(row, button);
}

function later(what) {
  if (waiting.length < 20) waiting.push(what);
}

function send(row, button) {
  if (isBusy) return later(button.value);
  current = row?.dataset.row ?? current;
  button.click();
}

function step(row, distance) {
  const all = rows();
  const next = all[all.indexOf(row) + distance];
  if (!next) return;
  choose(next);
  next.focus();
}

function undo() {
  if (isBusy) return later("undo");
  const button = document.querySelector("[data-undo]");
  if (button) button.click();
  else say(document.querySelector("[data-board]").dataset.nothing);
}

const lanes = { 1: "now", 2: "next", 3: "later" };

function onKey(event) {
  const row = rowOf(event.target);
  if (!row || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  const distance = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (distance && event.altKey) press(row, distance < 0 ? "up" : "down");
  else if (event.altKey || event.shiftKey) return;
  else if (event.key === "z") undo();
  else if (event.key === "c") row.querySelector("[data-contact]")?.click();
  else if (event.target !== row) return;
  else if (distance) step(row, distance);
  else if (event.key in lanes) press(row, lanes[event.key]);
  else if (event.key === "Enter") row.querySelector("[data-open]").click();
  else return;
  event.preventDefault();
}

// What the server says no to, or what leads elsewhere, is shown as a page of its own.
function sendPlainly({ requestConfig }) {
  const form = requestConfig.elt.closest("form");
  const button = requestConfig.triggeringEvent?.submitter;
  if (button?.name) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: button.name, value: button.value });
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
}

function restoreFocus() {
  const row = rows().find((one) => one.dataset.row === current);
  if (!row) return;
  const same = pressed && row.querySelector(`button[name=to][value=${pressed}]`);
  const isShown = same && !same.closest("details:not([open])");
  const target = row.querySelector("[aria-invalid]") ?? (isShown ? same : row);
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
}

// What the server says: the sentence after a move, or why a number is none.
function answer() {
  const wrong = document.querySelector("[data-row] .field__error");
  return (wrong ?? document.querySelector("[data-toast-text]")).textContent.trim();
}

function settle() {
  const keys = document.querySelector("[data-keys]");
  if (keys) keys.hidden = !usesKeys;
  setTabStop();
  drawArcs();
}

addEventListener("keydown", (event) => usesKeys && onKey(event));
addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (row && usesKeys && row.dataset.row !== current) choose(row);
});
addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
addEventListener("keyup", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.(".menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  isBusy = true;
  const button = detail.requestConfig.triggeringEvent?.submitter;
  const row = rowOf(detail.elt);
  if (row) current = row.dataset.row;
  pressed = document.activeElement === button ? button?.value : null;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  const hasBoard = detail.xhr.responseText.includes('id="board"');
  if (detail.xhr.status === 200 && hasBoard) return;
  detail.shouldSwap = false;
  if (detail.xhr.status === 200) location.reload();
  else sendPlainly(detail);
});
document.addEventListener("htmx:sendError", () => {
  say(document.querySelector("[data-board]").dataset.offline);
});
document.addEventListener("htmx:afterRequest", () => {
  isBusy = false;
});
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target.id !== "board") return;
  settle();
  restoreFocus();
  say(answer());
  const next = waiting.shift();
  const row = rows().find((one) => one.dataset.row === current);
  if (next === "undo") setTimeout(undo);
  else if (next && row) setTimeout(() => press(row, next));
});

addEventListener("resize", drawArcs);
document.fonts.ready.then(drawArcs);
settle();
