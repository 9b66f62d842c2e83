#!/usr/bin/env bash
# container.sh index member: one web container on this node
set -e
name=site$1
lxc init debian "$name" --target "$2" < /dev/null
printf 'auto eth0\niface eth0 inet static\naddress 10.220.0.%s/24\n' "$1" | lxc file push - "$name/etc/network/interfaces" --mode 0644
lxc start "$name"
sleep 8
sed "s/NAME/$name/;s/MEMBER/$2/" /vagrant/pages/index.html | lxc file push - "$name/var/www/html/index.html" --mode 0644
lxc exec "$name" -- systemctl enable --now apache2 < /dev/null
