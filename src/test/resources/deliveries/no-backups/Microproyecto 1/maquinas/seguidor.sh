#!/bin/bash
# seguidor.sh nombre ip
lxd init --preseed <<PRESEED
cluster:
  enabled: true
  server_name: $1
  server_address: $2:8443
  cluster_address: 192.168.200.2:8443
  cluster_certificate: |
$(cat /vagrant/certificado.txt)
  cluster_password: lxd
  member_config: []
PRESEED
lxc cluster list
