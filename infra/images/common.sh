# Shared by the image builders; sourced, not run. Needs `images` (this directory) and, for bootstrap, `work` (a scratch one).
# shellcheck shell=bash disable=SC2034,SC2154
release=${RELEVO_RELEASE:-bookworm}
cache=${RELEVO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/relevo}

say()  { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail() { say "$*"; exit 1; }

# hash_of FILE_OR_DIRECTORY...: what the image is made from, in 12 hexadecimal digits; file modes count, file times do not.
hash_of() {
    { printf '%s %s\n' "$release" "$(dpkg --print-architecture)"
      (cd "$images" && find "$@" -type f -printf '%m %p\n' | LC_ALL=C sort
       find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
    } | sha256sum | cut -c1-12
}

# Where this host gets Debian from: the mirror of LABEL (Debian or Debian-Security), empty on a host that is not Debian.
mirror() { apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' "Label: $1" 2>/dev/null | head -n 1 || true; }

# The sources for mmdebstrap; none means its own choice, Debian's public mirror.
sources() {
    local key='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]' debian security
    debian=${RELEVO_MIRROR:-$(mirror Debian)}
    security=$(mirror Debian-Security)
    [ -z "$debian" ] || printf 'deb %s %s %s main\n' "$key" "$debian" "$release" "$key" "$debian" "$release-updates"
    # Incus came to Debian with the release after.
    if [ "$release-${manager:-}" = bookworm-incus ]; then
        [ -n "$debian" ] || fail "Incus is in the backports of $release: set RELEVO_MIRROR to a Debian mirror"
        printf 'deb %s %s bookworm-backports main\n' "$key" "$debian"
    fi
    [ -z "$security" ] || printf 'deb %s %s %s main\n' "$key" "$security" "$release-security"
}

# bootstrap OUTPUT.tar PACKAGES [mmdebstrap options]: a minimal Debian without documentation, translations and package lists.
# Merged /usr from the beginning, or usrmerge, and with it all of Perl, would have to merge it.
# The host's apt transport settings (proxy, expiry of lists) hold for the build and are not left in the image.
bootstrap() {
    local output=$1 packages=$2 transport
    shift 2
    command -v mmdebstrap >/dev/null || fail "mmdebstrap is missing; run: sudo infra/setup"
    # Whoever is not root builds as root of a namespace, with a range of identifiers that newuidmap gives.
    [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null || fail "newuidmap is missing; run: sudo infra/setup"
    transport=$work/transport.conf
    apt-config dump | grep -E '^Acquire::(http|https|Check-)' >"$transport" || true
    local list=$work/sources.list arguments=("$release" "$output")
    sources >"$list"
    [ ! -s "$list" ] || arguments+=("$list")
    mmdebstrap --quiet --variant=minbase --include="usr-is-merged,$packages" --aptopt="$transport" \
        --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/i18n/*' --dpkgopt='path-exclude=/usr/share/zoneinfo/*' \
        "$@" \
        --customize-hook='rm -f "$1"/etc/apt/apt.conf.d/99mmdebstrap "$1"/etc/hostname "$1"/etc/resolv.conf' \
        --customize-hook='rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/* "$1"/var/log/*.log "$1"/var/log/apt' \
        --customize-hook=': >"$1"/etc/machine-id; echo "127.0.0.1 localhost" >"$1"/etc/hosts' \
        "${arguments[@]}" >&2
}

# of_root DIRECTORY ARCHIVE: its files as root's, readable by all, whoever has checked them out, and without the directory itself, which would
# become the root directory's owner and mode.
of_root() {
    find "$1" -mindepth 1 -maxdepth 1 -printf '%P\0' |
        tar -C "$1" --owner=root:0 --group=root:0 --mode=u+rwX,go=rX --null --files-from=- -cf "$2"
}

# logged LOG COMMAND...: keeps what a build says to itself, and shows it when the build fails.
logged() {
    local log=$1
    shift
    "$@" >"$log" 2>&1 || { cat "$log" >&2; fail "$* failed: its output is above"; }
}

# as_root COMMAND...: owners and modes of a system's files are root's to give; fakeroot remembers them for anybody else.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; return; fi
    [ -e "$work/owners" ] || : >"$work/owners"
    fakeroot -i "$work/owners" -s "$work/owners" -- "$@"
}
