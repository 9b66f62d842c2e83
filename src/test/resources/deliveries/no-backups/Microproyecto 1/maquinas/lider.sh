#!/bin/bash
# El nodo que empieza el cluster. Los demas se unen con la clave.

cat > /root/preseed.yml <<PRESEED
config:
  core.https_address: 192.168.200.2:8443
  core.trust_password: lxd
networks:
- name: lxdfan0
  type: bridge
  config:
    ipv4.address: none
    ipv6.address: none
    tunnel.fan.protocol: vxlan
    tunnel.fan.id: "200"
    tunnel.fan.interface: eth1
storage_pools:
- name: local
  driver: dir
profiles:
- name: default
  devices:
    eth0:
      name: eth0
      network: lxdfan0
      type: nic
    root:
      path: /
      pool: local
      type: disk
cluster:
  server_name: vmBalanceador
  enabled: true
PRESEED
lxd init --preseed < /root/preseed.yml

# el certificado, con cada linea indentada para meterlo en el yaml de los otros
sed 's/^/    /' /var/lib/lxd/cluster.crt > /vagrant/certificado.txt
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian
