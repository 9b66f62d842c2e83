#!/usr/bin/env bash
ip=$1; shift
lxd init --preseed <<YML
config: { core.https_address: "$ip:8443" }
storage_pools:
  - { name: zona, driver: dir }
networks:
  - name: malla
    type: bridge
    config: { ipv4.address: none, ipv6.address: none, tunnel.m.protocol: vxlan, tunnel.m.id: "33", tunnel.m.interface: eth1 }
profiles:
  - name: default
    devices:
      root: { path: /, pool: zona, type: disk }
      eth0: { name: eth0, network: malla, type: nic }
cluster: { server_name: lb, enabled: true }
YML
for n in "$@"; do lxc cluster add "$n" | tail -1 > "/vagrant/cluster/$n.token"; done
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias imagen
