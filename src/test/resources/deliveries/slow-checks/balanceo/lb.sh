#!/usr/bin/env bash
source /vagrant/cluster/funciones.sh
crear proxy 10.99.0.1
lxc file push /vagrant/balanceo/haproxy.cfg proxy/etc/haproxy/haproxy.cfg
lxc file push /vagrant/html/nohay.http proxy/etc/haproxy/nohay.http
lxc exec proxy -- systemctl enable haproxy </dev/null
lxc exec proxy -- systemctl restart haproxy </dev/null
lxc config device add proxy web80 proxy listen=tcp:0.0.0.0:80 connect=tcp:127.0.0.1:80
lxc config device add proxy stats9000 proxy listen=tcp:0.0.0.0:9000 connect=tcp:127.0.0.1:9000
