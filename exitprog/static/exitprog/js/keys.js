// Single keys: / finds, L logs, ? lists them. They stand down while someone types,
// with a modifier held, behind the veil, and when switched off in the account.

const isTyping = (element) =>
  element.isContentEditable ||
  element.matches("input:not([type=radio], [type=checkbox]), textarea, select");

const targets = {
  "/": () => document.querySelector("#find-input"),
  l: () => document.querySelector("[data-key-log]"),
  "?": () => document.querySelector("[data-key-help]"),
};

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || document.querySelector("[data-veil]:not([hidden])")) return;
  const target = targets[event.key.toLowerCase()]?.();
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
}

if (document.documentElement.dataset.shortcuts !== "off") {
  addEventListener("keydown", press);
}
