#!/usr/bin/env bash
# cluster.sh index name ip: the first node starts the cluster, the others join it
set -e
if [ "$1" -gt 0 ]; then
  lxd init --preseed <<YAML
cluster:
  enabled: true
  server_address: $3:8443
  cluster_token: $(cat "/vagrant/join-$2")
  member_config: []
YAML
  rm "/vagrant/join-$2"
  exit
fi
lxd init --preseed <<YAML
config: {core.https_address: "$3:8443"}
networks:
- name: overlay
  type: bridge
  config: {ipv4.address: none, ipv6.address: none, tunnel.o.protocol: vxlan, tunnel.o.id: "220", tunnel.o.interface: eth1}
storage_pools:
- {name: local, driver: dir}
profiles:
- name: default
  devices:
    eth0: {name: eth0, network: overlay, type: nic}
    root: {path: /, pool: local, type: disk}
cluster: {server_name: $2, enabled: true}
YAML
for other in apache1 apache2 spare1 spare2; do
  lxc cluster add "$other" | tail -n 1 > "/vagrant/join-$other"
done
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian
