// The screen of who is away: two minutes' warning, then nothing of it is left to read.
// The page itself waits in memory, for the same person; anyone else gets a new one.
// A page that answers the event "retire" has a text to save first: it waits for that too.

const WARNED = 120;
const TOLD_EVERY = 60;
const part = document.querySelector("[data-lock]");
const channel = new BroadcastChannel("session");
const live = document.querySelector("#live");
const start = Date.now();
let locksAt = start + 1000 * part.dataset.locksIn;
let endsAt = start + 1000 * part.dataset.endsIn;
let usedAt = start;
let kept = null;
let isRetired = false;
let isLeaving = false;

const warning = part.querySelector("[data-lock-warning]");
const panel = part.querySelector("[data-lock-panel]");
const waiting = part.querySelector("[data-lock-waiting]");
const looks = document.querySelectorAll("[data-lock-look]");

function renew(life) {
  usedAt = Date.now();
  locksAt = usedAt + 1000 * life.locksIn;
  endsAt = usedAt + 1000 * life.endsIn;
  warning.hidden = true;
}

function tellOthers(life) {
  channel.postMessage({ who: part.dataset.who, life });
}

// Whatever this page was, the server says what it may be now.
function leave() {
  if (isLeaving) return;
  isLeaving = true;
  kept = null;
  document.body.replaceChildren();
  location.replace(location.pathname + location.search);
}

// Her time is over; only a text that no server has yet keeps the page.
function retire() {
  isRetired = true;
  if (dispatchEvent(new Event("retire", { cancelable: true }))) return leave();
  cover(waiting);
}

async function stay() {
  usedAt = Date.now();
  const form = part.querySelector("[data-lock-stay]");
  const answer = await post(form).catch(() => null);
  if (!answer) return;
  if (!answer.ok || answer.redirected) return retire();
  const life = await answer.json();
  renew(life);
  tellOthers(life);
}

function post(form) {
  const body = new URLSearchParams(new FormData(form));
  const headers = { Accept: "application/json" };
  return fetch(form.action, { method: "POST", body, headers });
}

// Typing and clicking are told once a minute, as pages are.
function notice() {
  if (!kept && Date.now() - usedAt > 1000 * TOLD_EVERY) stay();
}

function warn(words) {
  if (!warning.hidden) return;
  warning.hidden = false;
  warning.querySelector("[data-lock-words]").textContent = words;
  live.textContent = words;
}

function cover(words) {
  if (kept?.cover === words) return;
  const { title, body, activeElement: focused } = document;
  kept ??= { title, classes: body.className, nodes: [...body.childNodes], focused };
  kept.cover = words;
  body.replaceChildren(words.content.cloneNode(true));
  body.className = "plain";
  document.title = part.dataset.title;
  dress(true);
}

// Where the page has a look of its own, as the admin, the lock comes with ours.
function dress(isCovered) {
  if (!looks.length) return;
  for (const link of document.querySelectorAll("[rel=stylesheet]"))
    link.media = link.matches("[data-lock-look]") === isCovered ? "all" : "not all";
}

function lock() {
  cover(panel);
  const { body } = document;
  body.querySelector("[data-lock-form]").addEventListener("submit", unlock);
  body.querySelector("[type=password]").focus();
}

async function unlock(event) {
  event.preventDefault();
  const form = event.target;
  const error = form.querySelector("[role=alert]");
  const answer = await post(form).catch(() => null);
  if (!answer) return void (error.textContent = error.dataset.failed);
  if (answer.redirected || answer.status === 403) return retire();
  const told = await answer.json();
  if (answer.ok) return restore(told);
  error.textContent = told.error;
  form.password.value = "";
  form.password.focus();
}

function restore(life) {
  if (!kept) return;
  const { title, classes, nodes, focused } = kept;
  kept = null;
  document.body.replaceChildren(...nodes);
  document.body.className = classes;
  document.title = title;
  dress(false);
  focused?.focus();
  renew(life);
  tellOthers(life);
}

function tick() {
  const now = Date.now();
  if (isLeaving) return;
  const wipedAt = locksAt + 1000 * part.dataset.wipedAfter;
  if (isRetired || now >= endsAt || now >= wipedAt) return retire();
  if (kept) return;
  if (now >= locksAt) return lock();
  if (now >= endsAt - 1000 * WARNED) return warn(part.dataset.ends);
  if (now >= locksAt - 1000 * WARNED) return warn(part.dataset.locks);
}

channel.addEventListener("message", ({ data }) => {
  if (data.who !== part.dataset.who) return leave();
  if (!kept) renew(data.life);
});
part.querySelector("[data-lock-stay]").addEventListener("submit", (event) => {
  event.preventDefault();
  stay();
});
for (const sign of ["keydown", "pointerdown", "input"]) addEventListener(sign, notice);
document.addEventListener("visibilitychange", tick);
addEventListener("pageshow", tick);
setInterval(tick, 1000);
tellOthers({ locksIn: part.dataset.locksIn, endsIn: part.dataset.endsIn });
