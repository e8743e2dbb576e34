"""A small OpenID Connect provider, in a thread: as strict as a real one, and as wrong
as a test wants it to be.
"""

import base64
import functools
import hashlib
import json
import secrets
import threading
import time
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from exitprog.open_id import OpenId

PAGE = '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,">'
CLIENT, SECRET = "koers", "a-secret-between-two"


@functools.cache
def key(name="own"):
    """Made once; a second one signs what must be refused."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """Who logs in there is in `claims`; what a test changes lasts until `reset`."""

    def __init__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.provider = self
        self.issuer = f"http://127.0.0.1:{self.server.server_port}/tenant"
        self.reset()
        threading.Thread(target=self.server.serve_forever, args=[0.01]).start()

    def reset(self):
        self.claims = {"sub": "subject-1", "email": "anouk@koers.example"}
        self.claims["email_verified"] = True
        self.userinfo, self.discovery = {}, {}
        self.signing, self.algorithm = key(), "RS256"
        self.granted, self.asked = {}, []

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    @property
    def settings(self):
        return OpenId("Waterveen", self.issuer, CLIENT, SECRET)

    def grant(self, address):
        """The visitor agrees: where the browser goes from `address`, with a code."""
        asked = dict(parse_qsl(urlsplit(address).query))
        code = secrets.token_urlsafe(8)
        self.granted[code] = asked
        words = urlencode({"code": code, "state": asked["state"]})
        return f"{asked['redirect_uri']}?{words}"

    def tokens(self, sent):
        """For a code that was granted to the same visitor and not used before."""
        asked = self.granted.pop(sent.get("code"), None)
        if asked is None or not self.is_same(asked, sent):
            return None
        signed = jwt.encode(
            self.said(asked["nonce"]),
            self.signing,
            algorithm=self.algorithm,
            headers={"kid": "1"},
        )
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": signed}

    def is_same(self, asked, sent):
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return (challenge, sent.get("redirect_uri"), CLIENT, SECRET) == (
            asked["code_challenge"],
            asked["redirect_uri"],
            sent.get("client_id"),
            sent.get("client_secret"),
        )

    def said(self, nonce):
        now = int(time.time())
        known = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}
        claims = known | {"nonce": nonce} | self.claims
        return {name: value for name, value in claims.items() if value is not None}

    def page(self, path):
        """What a GET answers."""
        if path.endswith("/openid-configuration"):
            places = {
                "authorization_endpoint": "authorize",
                "token_endpoint": "token",
                "jwks_uri": "keys",
                "userinfo_endpoint": "userinfo",
            }
            known = {name: f"{self.issuer}/{at}" for name, at in places.items()}
            return {"issuer": self.issuer} | known | self.discovery
        if path.endswith("/keys"):
            public = jwt.algorithms.RSAAlgorithm.to_jwk(key().public_key(), True)
            return {"keys": [public | {"kid": "1", "use": "sig"}]}
        return {"sub": self.claims["sub"]} | self.userinfo


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path, provider = urlsplit(self.path).path, self.server.provider
        provider.asked.append(path)
        if path.endswith("/authorize"):
            back = escape(provider.grant(self.path))
            html = f'{PAGE}<a href="{back}">I agree</a>'
            return self.answer(html.encode(), "text/html")
        return self.answer(json.dumps(provider.page(path)).encode())

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: value[0] for name, value in parse_qs(sent).items()}
        found = self.server.provider.tokens(form)
        status = 200 if found else 400
        self.answer(json.dumps(found or {}).encode(), status=status)

    def answer(self, body, kind="application/json", status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """A test prints nothing."""
