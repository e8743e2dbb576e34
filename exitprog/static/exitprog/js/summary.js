// A form that came back with errors: start reading at the summary.

document.querySelector("[data-error-summary]")?.focus();
