#!/bin/sh
# What the browser tests need beside Python: Chromium and fonts with Thai letters.
# Installs them on Debian and Ubuntu, says elsewhere what to install.
set -eu

has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_thai_font() { command -v fc-list && [ -n "$(fc-list :lang=th 2>/dev/null | head -1)" ]; }

if has_browser >/dev/null && has_thai_font >/dev/null; then
    exit 0
fi
if command -v apt-get >/dev/null; then
    as_root=""
    if [ "$(id -u)" != 0 ]; then
        as_root="sudo"
    fi
    $as_root apt-get update -q
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends \
        chromium fontconfig fonts-thai-tlwg
    exit 0
fi
echo "The browser tests need Chromium (or Chrome) and a Thai font." >&2
echo "Install both, for example on macOS: brew install --cask chromium; its Thai fonts will do." >&2
exit 1
