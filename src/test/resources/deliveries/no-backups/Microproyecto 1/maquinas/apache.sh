#!/bin/bash
# apache.sh contenedor nodo ip color
CONTENEDOR=$1
NODO=$2
IP=$3
COLOR=$4

lxc init debian "$CONTENEDOR" --target "$NODO" < /dev/null
cat > interfaces <<RED
auto eth0
iface eth0 inet static
address $IP
netmask 255.255.255.0
RED
lxc file push interfaces "$CONTENEDOR/etc/network/interfaces"
lxc start "$CONTENEDOR"
sleep 8

sed -e "s/{{nombre}}/$CONTENEDOR/" -e "s/{{color}}/$COLOR/" /home/vagrant/index.html > pagina.html
lxc file push pagina.html "$CONTENEDOR/var/www/html/index.html"
lxc exec "$CONTENEDOR" -- systemctl enable apache2 < /dev/null
lxc exec "$CONTENEDOR" -- systemctl start apache2 < /dev/null
rm interfaces pagina.html
