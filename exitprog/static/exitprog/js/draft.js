// What is typed is kept on the server: every five seconds while typing, and on leaving.
// Nothing stays in the browser. The ticket in the form also works after log-in ended.
// Saving goes once the server answers: before that the text stays where it is.

const EVERY = 5000;
const SLOW = 1000;
const PATIENCE = 10000;
const OUTLIVES = 60000; // bytes that a browser still sends when its page is gone

const state = document.querySelector("[data-draft]");
const form = state.closest("form");
const ended = form.querySelector("[data-draft-ended]");
const words = state.dataset;
const CALM = [words.saving, words.saved];
let isDirty = false;
let isSent = false;
let hasFailed = false;
let isOver = false;
let held = null;
let timer = null;
let sending = null;
let keptAt = "";

function say(text) {
  const told = text.replace("{time}", keptAt);
  if (state.textContent !== told) state.textContent = told;
  state.classList.toggle("kept-state__warning", !CALM.includes(text));
}

function plan() {
  timer ??= setTimeout(keep, EVERY);
}

function ask(address, options = {}) {
  const signal = AbortSignal.timeout(PATIENCE);
  const slow = setTimeout(() => say(words.saving), SLOW);
  return fetch(address, { ...options, signal }).finally(() => clearTimeout(slow));
}

function send() {
  const body = new URLSearchParams(new FormData(form));
  const keepalive = String(body).length < OUTLIVES;
  return ask(words.draft, { method: "POST", body, keepalive });
}

function keep(isLeaving = false) {
  clearTimeout(timer);
  timer = null;
  if (isSent || (sending && !isLeaving)) return;
  if (!isDirty) return void (isLeaving || go());
  isDirty = false;
  sending = send()
    .then(hear)
    .catch(() => fail(words.offline))
    .finally(() => {
      sending = null;
      if (isDirty) plan();
      go();
    });
}

async function hear(response) {
  if (response.status === 403) return wipe();
  ended.hidden = response.status !== 401;
  isOver = response.status === 409;
  if (response.status === 409) return lose();
  if (response.status >= 500) return fail(words.failed);
  hasFailed = false;
  if (!response.ok && response.status !== 401) return say(words.failed);
  keptAt = (await response.json()).saved;
  say(response.ok ? words.saved : words.ended);
}

function fail(text) {
  isDirty = hasFailed = true;
  say(text);
}

// The dossier is no longer theirs: only this page still has the text.
function lose() {
  if (held) show();
  held = null;
  fail(words.over);
}

// The buttons may stand at the foot of the window, and these words below it.
function show() {
  state.scrollIntoView({ block: "center" });
}

// Someone else logged in here: what stands on this page is not theirs.
function wipe() {
  const told = document.createElement("p");
  told.textContent = words.other;
  told.setAttribute("role", "alert");
  isSent = true;
  document.body.replaceChildren(told);
}

function change() {
  isDirty = true;
  isSent = false;
  if (held?.isTold) letGo();
  plan();
}

// Who types on after Save was held presses it again.
function letGo() {
  held = null;
  say(words.failed);
}

// The browser's own page about an error never takes the place of a text. What has a
// draft is kept once more; what was typed in one go begins none.
function submit(event) {
  if (event.target !== form) {
    isSent ||= event.target.matches("[data-throw-away]");
  } else if (!isSent) {
    event.preventDefault();
    held = { button: event.submitter, isTold: false };
    if (!sending) (hasFailed || keptAt ? keep : go)();
  }
}

async function go() {
  const press = held;
  if (!press) return;
  if (hasFailed || !(await answers())) return wait();
  if (held !== press) return;
  isSent = true;
  form.requestSubmit(press.button);
}

function answers() {
  return ask(words.alive).then(
    (response) => response.ok,
    () => false,
  );
}

function wait() {
  if (!held) return;
  if (!held.isTold) show();
  held.isTold = true;
  say(words.held);
  plan();
}

function leave() {
  if (document.visibilityState === "hidden") keep(true);
}

// The session ends: the text is kept first, as long as its dossier takes it.
function hold(event) {
  if (isSent || isOver || !(isDirty || sending)) return;
  event.preventDefault();
  if (!hasFailed) keep();
}

form.addEventListener("input", change);
form.addEventListener("change", change);
document.addEventListener("submit", submit);
document.addEventListener("visibilitychange", leave);
addEventListener("pagehide", () => keep(true));
addEventListener("online", () => keep());
addEventListener("retire", hold);
if (form.querySelector("[data-error-summary]")) change();
