#!/bin/bash
# apache.sh contenedor puerto titulo
echo "[apache] $1 por el puerto $2"
lxc launch mi-debian "$1" < /dev/null
until lxc exec "$1" -- systemctl is-system-running --wait < /dev/null | grep -qE "running|degraded"; do sleep 1; done
lxc exec "$1" -- systemctl enable --now apache2 < /dev/null
sed "s/TITULO/$3/" /vagrant/html/index.html | lxc file push - "$1/var/www/html/index.html" --mode 0644
# el contenedor se ve por el puerto de la maquina
lxc config device add "$1" web proxy "listen=tcp:0.0.0.0:$2" connect=tcp:127.0.0.1:80
