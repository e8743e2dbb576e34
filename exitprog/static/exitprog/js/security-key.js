// A security key or passkey: the browser asks for it, the form carries its answer.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
const listed = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));

function toShow(options) {
  const allowCredentials = listed(options.allowCredentials);
  return { ...options, challenge: bytes(options.challenge), allowCredentials };
}

function toAdd(options) {
  const user = { ...options.user, id: bytes(options.user.id) };
  const excludeCredentials = listed(options.excludeCredentials);
  return { ...options, challenge: bytes(options.challenge), user, excludeCredentials };
}

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

function told(credential) {
  const response = {};
  for (const part of PARTS) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  const { id, type } = credential;
  const clientExtensionResults = credential.getClientExtensionResults();
  return { id, rawId: text(credential.rawId), type, response, clientExtensionResults };
}

function ask(options) {
  return options.user
    ? navigator.credentials.create({ publicKey: toAdd(options) })
    : navigator.credentials.get({ publicKey: toShow(options) });
}

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const error = form.querySelector("[data-key-error]");
  error.textContent = "";
  try {
    const credential = await ask(JSON.parse(form.dataset.keyOptions).publicKey);
    form.querySelector("[data-key-credential]").value = JSON.stringify(told(credential));
    form.submit();
  } catch {
    error.textContent = error.dataset.failed;
  }
}

for (const form of document.querySelectorAll("[data-key-options]")) {
  if (!window.PublicKeyCredential) break;
  form.hidden = false;
  form.addEventListener("submit", submit);
}
