#!/bin/bash
# siguiente.sh NOMBRE IP
set -e
if lxc cluster list > /dev/null 2>&1; then echo "$1 ya está en el clúster"; exit 0; fi
lxd init --preseed <<YAML
cluster:
  enabled: true
  server_address: $2:8443
  cluster_token: $(cat "/vagrant/.tokens/$1")
  member_config: []
YAML
rm "/vagrant/.tokens/$1"
