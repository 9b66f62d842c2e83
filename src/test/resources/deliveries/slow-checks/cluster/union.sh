#!/usr/bin/env bash
lxd init --preseed <<YML
cluster:
  enabled: true
  server_address: $2:8443
  cluster_token: $(cat "/vagrant/cluster/$1.token")
  member_config: []
YML
rm "/vagrant/cluster/$1.token"
