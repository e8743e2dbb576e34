"""The provider of the environment, as allauth looks for it in each app."""

from urllib.parse import urlsplit

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import (
    OpenIDConnectProvider,
)
from allauth.socialaccount.providers.openid_connect.views import (
    OpenIDConnectOAuth2Adapter,
)
from django.conf import settings

KEY = "provider"
DISCOVERY = "/.well-known/openid-configuration"
ADDRESSES = ["authorization_endpoint", "token_endpoint", "jwks_uri"]


class ProviderAdapter(DefaultSocialAccountAdapter):
    def list_apps(self, request, provider=None, client_id=None):
        """The one of the environment, if any; rows of the database make none."""
        chosen = settings.OPEN_ID
        if chosen is None:
            return []
        asks = {
            "server_url": chosen.issuer.rstrip("/") + DISCOVERY,
            "oauth_pkce_enabled": True,
            "scope": ["openid", "email"],
        }
        return [
            SocialApp(
                provider=OpenIdProvider.id,
                provider_id=KEY,
                name=chosen.name,
                client_id=chosen.client_id,
                secret=chosen.secret,
                settings=asks,
            )
        ]


class OpenIdAdapter(OpenIDConnectOAuth2Adapter):
    @property
    def openid_config(self):
        """What the provider says of itself: under its own name, and not in the open."""
        config = super().openid_config
        asked = settings.OPEN_ID.issuer
        said = {urlsplit(config[name]).scheme for name in ADDRESSES}
        if config["issuer"] != asked or said != {urlsplit(asked).scheme}:
            raise OAuth2Error("It is not the provider that it should be.")
        return config


class OpenIdProvider(OpenIDConnectProvider):
    oauth2_adapter_class = OpenIdAdapter


provider_classes = [OpenIdProvider]
