"""What is logged, and where to: by Django and by gunicorn."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "exitprog.logs.WordlessFormatter",
            "format": "{levelname} {name} {message}",
            "style": "{",
        }
    },
    "filters": {"no_paths": {"()": "exitprog.logs.NoPaths"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["no_paths"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}

# Gunicorn's own lines, by the same rules, before Django is asked anything.
GUNICORN = LOGGING | {
    "filters": {"no_paths": {"()": "exitprog.logs.NoRequests"}},
    "loggers": {
        "gunicorn.error": {"handlers": ["console"], "propagate": False},
        "gunicorn.access": {"handlers": [], "propagate": False},
    },
}
