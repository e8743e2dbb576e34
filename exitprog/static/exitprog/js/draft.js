// What is typed is kept on the server: every five seconds while typing, and on leaving.
// Nothing stays in the browser. The ticket in the form also works after log-in ended.

const EVERY = 5000;
const SLOW = 1000;
const PATIENCE = 10000;
const OUTLIVES = 60000; // bytes that a browser still sends when its page is gone

const state = document.querySelector("[data-draft]");
const form = state.closest("form");
const ended = form.querySelector("[data-draft-ended]");
const words = state.dataset;
let isDirty = false;
let isSent = false;
let timer = null;
let sending = null;
let keptAt = "";

function say(text) {
  const told = text.replace("{time}", keptAt);
  if (state.textContent !== told) state.textContent = told;
}

function plan() {
  timer ??= setTimeout(keep, EVERY);
}

function send() {
  const body = new URLSearchParams(new FormData(form));
  const keepalive = String(body).length < OUTLIVES;
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(words.draft, { method: "POST", body, keepalive, signal });
}

function keep(isLeaving = false) {
  clearTimeout(timer);
  timer = null;
  if (isSent || !isDirty || (sending && !isLeaving)) return;
  isDirty = false;
  const slow = setTimeout(() => say(words.saving), SLOW);
  sending = send()
    .then(hear, () => fail(words.offline))
    .finally(() => {
      clearTimeout(slow);
      sending = null;
      if (isDirty) plan();
    });
}

async function hear(response) {
  if (response.status === 403) return wipe();
  ended.hidden = response.status !== 401;
  if (response.status >= 500) return fail(words.failed);
  if (!response.ok && response.status !== 401) return say(words.failed);
  keptAt = (await response.json()).saved;
  say(response.ok ? words.saved : words.ended);
}

function fail(text) {
  isDirty = true;
  say(text);
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
  plan();
}

// Saving waits for a draft that is still on its way, which would outlive the form.
function submit(event) {
  if (event.target === form && !navigator.onLine) {
    event.preventDefault();
    return fail(words.offline);
  }
  isSent ||= event.target === form || event.target.matches("[data-throw-away]");
  if (event.target !== form || !sending) return;
  event.preventDefault();
  say(words.saving);
  sending.finally(() => form.requestSubmit(event.submitter));
}

function leave() {
  if (document.visibilityState === "hidden") keep(true);
}

form.addEventListener("input", change);
form.addEventListener("change", change);
document.addEventListener("submit", submit);
document.addEventListener("visibilitychange", leave);
addEventListener("pagehide", () => keep(true));
addEventListener("online", () => keep());
if (form.querySelector("[data-error-summary]")) change();
