#!/bin/bash
cat <<FIN | lxd init --preseed
config: {core.https_address: "192.168.104.51:8443"}
networks:
- name: fan
  type: bridge
  config: {ipv4.address: none, ipv6.address: none, tunnel.x.protocol: vxlan, tunnel.x.id: "104", tunnel.x.interface: eth1}
storage_pools: [{name: local, driver: dir}]
profiles:
- name: default
  devices:
    eth0: {name: eth0, network: fan, type: nic}
    root: {path: /, pool: local, type: disk}
cluster: {server_name: mv1, enabled: true}
FIN
for i in 2 3; do lxc cluster add mv$i | tail -n 1 > /vagrant/mv$i.tok; done
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian
