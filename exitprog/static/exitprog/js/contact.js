// The chosen agency decides who can be picked there, how long it takes, and whether
// a name may be said. The server checks all of it again.

const agencies = document.querySelector("#id_agency");
const persons = document.querySelector("#id_contact_person");
const named = document.querySelector("#id_is_named");
const gate = document.querySelector("[data-gate]");
const wait = document.querySelector("[data-wait-hint]");
const groups = [...persons.querySelectorAll("optgroup")];

function show() {
  const option = agencies.selectedOptions[0];
  const isGated = option.dataset.shares === "no";
  gate.hidden = !isGated;
  gate.querySelector("[data-gate-agency]").textContent = option.textContent;
  named.disabled = isGated;
  if (isGated) named.checked = false;
  wait.textContent = option.dataset.wait ?? "";
  showPersons(option);
}

function showPersons(option) {
  const shown = groups.filter((group) => group.label === option.textContent);
  for (const group of groups) group.remove();
  persons.append(...(agencies.value ? shown : groups));
  persons.closest(".field").hidden = Boolean(agencies.value) && !shown.length;
}

agencies.addEventListener("change", show);
show();
