#!/bin/bash
# Los contenedores de la tienda, cada uno en su máquina y con dirección fija
set -e

crear() { # crear NOMBRE MÁQUINA IP
  if lxc info "$1" > /dev/null 2>&1; then return; fi
  lxc init base "$1" --target "$2" -c boot.autostart=true < /dev/null
  printf 'auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet static\naddress %s\nnetmask 255.255.255.0\n' "$3" |
    lxc file push - "$1/etc/network/interfaces" --mode 0644
  lxc start "$1"
  until lxc exec "$1" -- test -S /run/dbus/system_bus_socket < /dev/null || lxc exec "$1" -- systemctl list-units < /dev/null > /dev/null 2>&1; do
    sleep 1
  done
}

vitrina() { # vitrina NOMBRE MÁQUINA IP
  crear "$@"
  sed "s/@NOMBRE@/$1/g" /vagrant/sitio/index.html | lxc file push - "$1/var/www/html/index.html" --mode 0644
  printf 'vivo\n' | lxc file push - "$1/var/www/html/salud.txt" --mode 0644
  lxc exec "$1" -- systemctl enable --now apache2 < /dev/null
}

vitrina vitrina1 plata  172.30.9.11
vitrina vitrina2 bronce 172.30.9.12
vitrina bodega1  bronce 172.30.9.21
vitrina bodega2  plata  172.30.9.22

crear portero oro 172.30.9.2
# La clave de las estadísticas no se guarda en el repositorio: nace aquí y queda en /root/estadisticas.txt del portero
clave=$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')
sed "s/@CLAVE@/$clave/" /vagrant/balanceador/haproxy.cfg | lxc file push - portero/etc/haproxy/haproxy.cfg --mode 0640
lxc file push /vagrant/balanceador/disculpa.http portero/etc/haproxy/disculpa.http --mode 0644
printf 'portero:%s\n' "$clave" | lxc exec portero -- tee /root/estadisticas.txt > /dev/null
lxc exec portero -- systemctl enable haproxy < /dev/null
lxc exec portero -- systemctl restart haproxy < /dev/null
lxc config device add portero publico proxy listen=tcp:0.0.0.0:8085 connect=tcp:127.0.0.1:8085
lxc config device add portero tablero proxy listen=tcp:0.0.0.0:9191 connect=tcp:127.0.0.1:9191
