#!/bin/sh
# What the browser tests need beside Python: Chromium and fonts with Thai letters.
# Installs them on Debian and Ubuntu, says elsewhere what to install. LibreOffice, with
# which the old Word files and the workbooks are tried, is installed too where it can
# be had; without it those tests are skipped with a reason.
set -eu

has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_thai_font() { command -v fc-list && [ -n "$(fc-list :lang=th 2>/dev/null | head -1)" ]; }
has_office() { command -v soffice || command -v libreoffice; }
has_apt() { command -v apt-get >/dev/null; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@"
}

needs_browser=yes
if has_browser >/dev/null && has_thai_font >/dev/null; then
    needs_browser=no
fi
if has_apt && { [ $needs_browser = yes ] || ! has_office >/dev/null; }; then
    as_root apt-get update -q || [ $needs_browser = no ]
fi
if [ $needs_browser = yes ]; then
    if ! has_apt; then
        echo "The browser tests need Chromium (or Chrome) and a Thai font." >&2
        echo "Install both, for example on macOS: brew install --cask chromium; its Thai fonts will do." >&2
        exit 1
    fi
    install chromium fontconfig fonts-thai-tlwg
fi
if has_apt && ! has_office >/dev/null; then
    install libreoffice-writer libreoffice-calc ||
        echo "LibreOffice could not be installed; the tests with it are skipped." >&2
fi
exit 0
