#!/bin/bash
# uso: unirse.sh <nombre> <ip>
echo "*** uniendo $1 al cluster ***"
cat <<PRESEED | lxd init --preseed
cluster:
  enabled: true
  server_address: $2:8443
  cluster_token: $(cat "/vagrant/token-$1")
  member_config: []
PRESEED
rm "/vagrant/token-$1"
