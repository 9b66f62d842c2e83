#!/bin/bash
lxc init debian balanceador --target vmBalanceador < /dev/null
cat > interfaces <<RED
auto eth0
iface eth0 inet static
address 10.150.0.2
netmask 255.255.255.0
RED
lxc file push interfaces balanceador/etc/network/interfaces
lxc start balanceador
sleep 8
lxc file push /home/vagrant/haproxy.cfg balanceador/etc/haproxy/haproxy.cfg
lxc file push /home/vagrant/503.http balanceador/etc/haproxy/errors/503.http
lxc exec balanceador -- systemctl enable haproxy < /dev/null
lxc exec balanceador -- systemctl restart haproxy < /dev/null
lxc config device add balanceador puerto proxy listen=tcp:192.168.200.2:2580 connect=tcp:127.0.0.1:80
