# Shared by the node scripts; sourced, not run.
# shellcheck shell=bash disable=SC2034  # what is set here is used by those who source it
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
step=${0##*/}

say()  { printf '%s: %s\n' "$step" "$*"; }
fail() { printf '%s: %s\n' "$step" "$*" >&2; exit 1; }

# topology QUESTION...: answers from cluster.yaml, as lines.
topology() { "$here/topology" "$@"; }

node=${RELEVO_NODE:?$step: RELEVO_NODE must name this node, as in cluster.yaml}
: "${RELEVO_SUBNET:?$step: RELEVO_SUBNET must be the subnet of the nodes, such as 10.88.57.0/24}"

# limit SECONDS: that long where the processor is real, longer where it is emulated.
limit() { echo $(($1 * ${RELEVO_SLOWNESS:-1})); }

# eventually SECONDS COMMAND...: runs it five times a second until it succeeds; 1 when the time is over.
eventually() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.2
    done
}

# quietly COMMAND...: runs it, and shows what it printed only when it fails.
quietly() {
    local output
    output=$("$@" 2>&1) || fail "$(printf '%q ' "$@")failed: $output"
}

clustered() { [ "$(lxc query /1.0/cluster | jq -r .enabled)" = true ]; }

# members: the names of the cluster's members, also of those that are down.
members() { lxc query /1.0/cluster/members | jq -r '.[] | split("/") | last'; }
