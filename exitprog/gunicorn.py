"""How gunicorn serves Koers: a few workers, and no line that holds an address.

Start it with: gunicorn -c python:exitprog.gunicorn exitprog.wsgi
"""

import os

from exitprog.log_lines import GUNICORN

bind = os.environ.get("EXITPROG_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("EXITPROG_WORKERS", "2"))
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 2000
max_requests_jitter = 200
limit_request_line = 2048
accesslog = None
logconfig_dict = GUNICORN
loglevel = "warning"
