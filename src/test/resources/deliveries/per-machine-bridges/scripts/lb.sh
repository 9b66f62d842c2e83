#!/bin/bash
echo "[lb] balanceador"
lxc launch mi-debian lb < /dev/null
until lxc exec lb -- systemctl is-system-running --wait < /dev/null | grep -qE "running|degraded"; do sleep 1; done
lxc file push /vagrant/haproxy.cfg lb/etc/haproxy/haproxy.cfg
lxc file push /vagrant/html/sinservicio.http lb/etc/haproxy/errors/503.http
lxc exec lb -- systemctl enable haproxy < /dev/null
lxc exec lb -- systemctl restart haproxy < /dev/null
lxc config device add lb entrada proxy listen=tcp:192.168.150.20:1080 connect=tcp:127.0.0.1:80
