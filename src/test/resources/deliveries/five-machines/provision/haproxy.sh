#!/usr/bin/env bash
set -e
lxc init debian proxy --target loadbalancer < /dev/null
printf 'auto eth0\niface eth0 inet static\naddress 10.220.0.200/24\n' | lxc file push - proxy/etc/network/interfaces --mode 0644
lxc start proxy
sleep 8
lxc file push /vagrant/haproxy.cfg proxy/etc/haproxy/haproxy.cfg --mode 0644
lxc file push /vagrant/pages/sorry.http proxy/etc/haproxy/sorry.http --mode 0644
lxc exec proxy -- systemctl enable haproxy < /dev/null
lxc exec proxy -- systemctl restart haproxy < /dev/null
lxc config device add proxy www proxy listen=tcp:192.168.220.100:8080 connect=tcp:127.0.0.1:8080
