"""Notes everything about a page that no page may ever do."""

import re
from urllib.parse import unquote_plus, urlsplit

TELL = """
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`${event.violatedDirective} forbids ${event.blockedURI}`));
  const tell = () => console.debug(`title: ${document.title}`);
  addEventListener("DOMContentLoaded", () => {
    tell();
    // A page that was cut off as it came has none.
    const title = document.querySelector("title");
    if (title) new MutationObserver(tell).observe(title, { childList: true });
  });
"""
# Said by Chromium and by htmx of an answer that is judged by its status already.
OF_A_STATUS = re.compile("Failed to load resource|Response Status Error Code")


class Watch:
    """Watches a browser context; `problems` grows with what goes wrong.

    No title holds one of `secrets`; no address and no name of a file holds one of
    `names`. Answers of 400 and higher are problems too, those in `allowed` excepted.
    """

    def __init__(self, context, home, secrets, names):
        self.home, self.secrets, self.names = home, secrets, names
        self.forget()
        context.add_init_script(TELL)
        context.on("request", self._on_request)
        context.on("response", self._on_response)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.problems.append(str(error.error)))

    def forget(self, allowed=()):
        """Start anew, for another screen in the same context."""
        self.problems, self.titles, self.allowed = [], set(), set(allowed)

    def _on_request(self, request):
        if not request.url.startswith(f"{self.home}/"):
            self.problems.append(f"a request leaves the house: {request.url}")
        self._check_names(request.url)

    def _on_response(self, response):
        if response.status >= 400 and response.status not in self.allowed:
            path = urlsplit(response.url).path
            self.problems.append(f"{response.status} from {path}")
        self._check_names(response.headers.get("content-disposition", ""))

    def _check_names(self, address):
        """An address or a file name, also when it is written with per cents."""
        read = unquote_plus(address)
        self.problems += [f"{name} is in {read}" for name in self.names if name in read]

    def _on_console(self, message):
        if message.text.startswith("title: "):
            self._check_title(message.text)
        elif message.type in {"error", "warning"} and not OF_A_STATUS.match(
            message.text
        ):
            self.problems.append(f"console: {message.text}")

    def _check_title(self, title):
        self.titles.add(title)
        for secret in self.secrets:
            if secret in title:
                self.problems.append(f"{secret} stands in the {title}")
