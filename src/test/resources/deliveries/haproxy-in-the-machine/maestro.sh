#!/bin/bash
lxd init --preseed <<PRESEED
config:
  core.https_address: 192.168.60.10:8443
networks:
- name: lxdbr0
  type: bridge
  config:
    ipv4.address: 10.33.0.1/24
    ipv4.nat: "true"
    ipv6.address: none
storage_pools:
- name: local
  driver: dir
profiles:
- name: default
  devices:
    root: {path: /, pool: local, type: disk}
    eth0: {name: eth0, network: lxdbr0, type: nic}
cluster:
  server_name: maestro
  enabled: true
PRESEED
lxc cluster add esclavo1 | tail -n 1 > /vagrant/esclavo1.txt
lxc cluster add esclavo2 | tail -n 1 > /vagrant/esclavo2.txt
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian

for b in 1 2; do
  lxc launch debian "backup$b" --target maestro < /dev/null
  sleep 8
  lxc file push "/vagrant/paginas/backup$b.html" "backup$b/var/www/html/index.html"
  lxc exec "backup$b" -- systemctl enable --now apache2 < /dev/null
  lxc config device add "backup$b" puerto80 proxy "listen=tcp:192.168.60.10:809$b" connect=tcp:127.0.0.1:80
done

# el balanceador
cp /vagrant/haproxy.cfg /etc/haproxy/haproxy.cfg
cp /vagrant/503.http /etc/haproxy/errors/503.http
systemctl enable haproxy
systemctl restart haproxy
