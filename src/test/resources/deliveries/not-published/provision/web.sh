#!/bin/bash
# web.sh nombre maquina ip
lxc init debian "$1" --target "$2" < /dev/null
printf 'auto eth0\niface eth0 inet static\naddress %s/24\n' "$3" > /tmp/i
lxc file push /tmp/i "$1/etc/network/interfaces"
lxc start "$1"
sleep 6
sed "s/NOMBRE/$1/" /vagrant/paginas/index.html > /tmp/p.html
lxc file push /tmp/p.html "$1/var/www/html/index.html"
lxc exec "$1" -- systemctl enable --now apache2 < /dev/null
