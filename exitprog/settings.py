"""Settings of Koers, read from the environment.

Without EXITPROG_MODE this is production: it refuses to start when a setting is
missing. The modes demo, dev and test fall back on the embedded cluster and on
keys that are made once beside it.
"""

from pathlib import Path

import environ
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy

from exitprog import embedded_postgres, open_id
from exitprog.log_lines import LOGGING  # noqa: F401  a setting
from exitprog.sealing import parse_keys

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")

# Mode and secrets

MODE = env.str("EXITPROG_MODE", "production")
if MODE not in {"production", "demo", "dev", "test"}:
    raise ImproperlyConfigured(f"EXITPROG_MODE is {MODE}: choose demo, dev or test.")
IS_PRODUCTION = MODE == "production"
REQUIRED = ["SECRET_KEY", "DATABASE_URL", "EXITPROG_FIELD_KEYS", "ALLOWED_HOSTS"]
missing = [name for name in REQUIRED if not env.str(name, "")]
if IS_PRODUCTION and missing:
    raise ImproperlyConfigured(
        f"Koers can't start: set {', '.join(missing)} (see .env.example), "
        "or try it out with: ./run manage.py demo"
    )
made = {} if IS_PRODUCTION else embedded_postgres.demo_secrets()
SECRET_KEY = env.str("SECRET_KEY", made.get("secret_key"))
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
FIELD_KEYS = parse_keys(env.str("EXITPROG_FIELD_KEYS", made.get("field_keys")))
DEBUG = MODE == "dev" and env.bool("DEBUG", True)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Product

PRODUCT_NAME = env.str("PRODUCT_NAME", "Koers")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")

# Applications

INSTALLED_APPS = [
    "exitprog.apps.ExitprogConfig",
    "participants",
    "counsellors",
    "agencies",
    "exitprog.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_htmx",
    "import_export",
    "pghistory",
    "pgtrigger",
]
MIDDLEWARE = [
    "exitprog.middleware.RequestMomentMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "exitprog.middleware.HeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "exitprog.middleware.TransactionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "exitprog.middleware.ActingMiddleware",
    "counsellors.middleware.LanguageMiddleware",
    "participants.middleware.KeepTypedMiddleware",
    "exitprog.middleware.WrongMethodMiddleware",
    "counsellors.middleware.SessionLifeMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "counsellors.middleware.SecondFactorMiddleware",
    "counsellors.middleware.RefusalMiddleware",
    "counsellors.middleware.ExportMiddleware",
]
ROOT_URLCONF = "exitprog.urls"
WSGI_APPLICATION = "exitprog.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "exitprog.context.product",
                "counsellors.context.session_life",
                "participants.context.navigation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "exitprog"
CRISPY_TEMPLATE_PACK = "exitprog"
CRISPY_FAIL_SILENTLY = False

# Storage

DATABASE_URL = env.str("DATABASE_URL", "")
if DATABASE_URL:
    database = env.db_url_config(DATABASE_URL)
else:
    database = embedded_postgres.database(env.str("EXITPROG_DB_ROLE", "web"))
if database["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL names another database than PostgreSQL.")
DATABASES = {
    "default": database
    | {
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", 60),
        "CONN_HEALTH_CHECKS": True,
    }
}
WEB_ROLE = "koers_web"
# A change is written at the moment of its request, as rights and lines are.
PGHISTORY_CREATED_AT_FUNCTION = "koers_moment()"
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_index=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "exitprog_cache",
        # Full, it would forget counted tries, whoever's; remove_old_counts empties it.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

# Who logs in

AUTH_USER_MODEL = "counsellors.User"
# An e-mail address is unique by a constraint that ignores capitals.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
validators = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "counsellors.passwords.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10 if MODE == "demo" else 12},
    },
    {"NAME": f"{validators}.CommonPasswordValidator"},
    {"NAME": f"{validators}.UserAttributeSimilarityValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = reverse_lazy("participants:home")
ACCOUNT_ADAPTER = "counsellors.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "counsellors.forms.account.LoginForm",
    "reset_password": "counsellors.forms.account.ResetPasswordForm",
    "reset_password_from_key": "counsellors.forms.account.NewPasswordForm",
    "change_password": "counsellors.forms.account.ChangePasswordForm",
}
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "counsellors.invitation.LinkTokens"  # noqa: S105
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    # Guessing waits ever longer: five minutes, twenty, an hour; never for good.
    "login_failed": "20/m/ip,5/5m/key,10/20m/key,15/h/key",
    "reset_password": "20/m/ip,3/5m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
}
# How many proxies of our own a request passes: each adds its client's address.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 1 if IS_PRODUCTION else 0)
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGOUT_REDIRECT_URL = reverse_lazy("account_login")
ACCOUNT_SESSION_REMEMBER = False
# The organisation's own log-in: with the environment's settings alone.
OPEN_ID = open_id.from_environment(env)
SOCIALACCOUNT_ADAPTER = "counsellors.provider.ProviderAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
# More than a password from everyone, except where all is invented.
SECOND_FACTOR = MODE != "demo"
MFA_ADAPTER = "counsellors.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "counsellors.forms.second_factor.CodeForm",
    "activate_totp": "counsellors.forms.second_factor.AddAppForm",
    "authenticate_webauthn": "counsellors.forms.second_factor.KeyForm",
    "add_webauthn": "counsellors.forms.second_factor.AddKeyForm",
}
# Our own pages ask for a fresh factor; a password alone is not enough for them.
MFA_REAUTHENTICATION_REQUIRED = False
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_PRODUCTION
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
MESSAGE_STORAGE = "exitprog.messages.SealedCookieStorage"
SESSION_ENGINE = "counsellors.session_store"
SESSION_LOCKS_AFTER = 15 * 60
SESSION_ENDS_IDLE_AFTER = 30 * 60
SESSION_COOKIE_AGE = 10 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# Language and time

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "exitprog" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
hashed = "exitprog.static_files.CollectedFiles"
plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": plain if MODE in {"dev", "test"} else hashed},
}
WHITENOISE_USE_FINDERS = MODE in {"dev", "test"}
WHITENOISE_AUTOREFRESH = MODE in {"dev", "test"}

# Mail: no participant is ever named in one

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "koers@localhost")
EMAIL_TIMEOUT = 10

# Doors and headers

ONLY_HTTPS = IS_PRODUCTION
SECURE_SSL_REDIRECT = ONLY_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if ONLY_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ONLY_HTTPS
SECURE_HSTS_PRELOAD = ONLY_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Not "no-referrer": forms would then post with "Origin: null", which CSRF refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "__Host-session" if ONLY_HTTPS else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ONLY_HTTPS
CSRF_COOKIE_NAME = "__Host-csrf" if ONLY_HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "exitprog.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A log line never holds a path, a query or a person: exitprog/log_lines.py

DEFAULT_EXCEPTION_REPORTER_FILTER = "exitprog.logs.SilentReporterFilter"
ADMINS = []
