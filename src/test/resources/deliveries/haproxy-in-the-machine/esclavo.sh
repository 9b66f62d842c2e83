#!/bin/bash
lxd init --preseed <<PRESEED
cluster:
  enabled: true
  server_address: 192.168.60.1$1:8443
  cluster_token: $(cat "/vagrant/esclavo$1.txt")
  member_config: []
PRESEED
rm "/vagrant/esclavo$1.txt"

lxc launch debian "servidor$1" --target "esclavo$1" < /dev/null
sleep 8
lxc file push "/vagrant/paginas/servidor$1.html" "servidor$1/var/www/html/index.html"
lxc exec "servidor$1" -- systemctl enable --now apache2 < /dev/null
lxc config device add "servidor$1" puerto80 proxy "listen=tcp:192.168.60.1$1:80" connect=tcp:127.0.0.1:80
