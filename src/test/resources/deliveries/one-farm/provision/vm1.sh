#!/bin/bash
echo "*** creando el cluster en vm1 ***"
cat <<PRESEED | lxd init --preseed
config:
  core.https_address: 192.168.100.5:8443
networks:
- name: lxdfan0
  type: bridge
  config:
    ipv4.address: none
    ipv6.address: none
    tunnel.malla.protocol: vxlan
    tunnel.malla.id: "7"
    tunnel.malla.interface: eth1
storage_pools:
- name: local
  driver: dir
profiles:
- name: default
  devices:
    root:
      path: /
      pool: local
      type: disk
    eth0:
      name: eth0
      network: lxdfan0
      type: nic
cluster:
  server_name: vm1
  enabled: true
PRESEED

# un token para cada máquina que se va a unir
for vm in vm2 vm3
do
  lxc cluster add $vm | tail -n 1 > /vagrant/token-$vm
done

lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian
lxc cluster list
