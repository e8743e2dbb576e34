// Nobody is logged in here any more: other windows of this browser let go too.

new BroadcastChannel("session").postMessage({ who: "" });
