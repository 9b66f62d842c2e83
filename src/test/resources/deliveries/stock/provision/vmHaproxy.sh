#!/bin/bash
lxd init --preseed <<FIN
config:
  core.https_address: 192.168.90.10:8443
storage_pools:
- name: default
  driver: dir
networks:
- name: lxdfan0
  type: bridge
  config: {ipv4.address: none, ipv6.address: none, tunnel.f.protocol: vxlan, tunnel.f.id: "90", tunnel.f.interface: eth1}
profiles:
- name: default
  devices:
    eth0: {name: eth0, network: lxdfan0, type: nic}
    root: {path: /, pool: default, type: disk}
cluster: {server_name: vmHaproxy, enabled: true}
FIN
lxc cluster add vmWeb1 | tail -n1 > /vagrant/vmWeb1.token
lxc cluster add vmWeb2 | tail -n1 > /vagrant/vmWeb2.token

lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian
lxc init debian haproxy --target vmHaproxy < /dev/null
printf 'auto eth0\niface eth0 inet static\naddress 10.90.0.10/24\n' > /root/interfaces
lxc file push /root/interfaces haproxy/etc/network/interfaces
lxc start haproxy
sleep 10
lxc exec haproxy -- systemctl enable haproxy < /dev/null
# la configuracion del balanceador
lxc file push /vagrant/haproxy.cfg /etc/haproxy/haproxy.cfg
lxc exec haproxy -- systemctl restart haproxy < /dev/null
lxc file push /vagrant/503.http /etc/haproxy/errors/503.http
