#!/bin/bash
# Cada maquina con su LXD y su lxdbr0
echo "[lxd] $(hostname)"
lxd init --preseed <<YAML
networks:
- name: lxdbr0
  type: bridge
  config:
    ipv4.address: 10.10.10.1/24
    ipv4.nat: "true"
    ipv6.address: none
storage_pools:
- name: default
  driver: dir
profiles:
- name: default
  devices:
    root:
      path: /
      pool: default
      type: disk
    eth0:
      name: eth0
      network: lxdbr0
      type: nic
YAML
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias mi-debian
