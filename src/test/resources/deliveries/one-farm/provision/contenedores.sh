#!/bin/bash
# contenedor <nombre> <maquina> <ip>
contenedor() {
  echo "*** contenedor $1 en $2 ***"
  lxc init debian "$1" --target "$2" < /dev/null
  printf 'auto eth0\niface eth0 inet static\n  address %s/8\n' "$3" > "/tmp/interfaces-$1"
  lxc file push "/tmp/interfaces-$1" "$1/etc/network/interfaces"
  lxc start "$1"
}

# web <nombre> <maquina> <ip>
web() {
  contenedor "$1" "$2" "$3"
  sleep 5
  lxc file push "/vagrant/paginas/$1.html" "$1/var/www/html/index.html"
  lxc exec "$1" -- systemctl enable --now apache2 < /dev/null
}

web web1       vm2 240.6.0.11
web web2       vm3 240.7.0.12
web web1backup vm2 240.6.0.21
web web2backup vm3 240.7.0.22

contenedor haproxy vm1 240.5.0.10
sleep 5
lxc file push /vagrant/config/haproxy.cfg haproxy/etc/haproxy/haproxy.cfg
lxc file push /vagrant/config/503.http haproxy/etc/haproxy/errors/503.http
lxc exec haproxy -- systemctl enable haproxy < /dev/null
lxc exec haproxy -- systemctl restart haproxy < /dev/null
lxc config device add haproxy puerto5080 proxy listen=tcp:192.168.100.5:5080 connect=tcp:127.0.0.1:80

lxc list
