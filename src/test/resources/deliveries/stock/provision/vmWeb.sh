#!/bin/bash
n=$1
lxd init --preseed <<FIN
cluster:
  enabled: true
  server_address: 192.168.90.1$n:8443
  cluster_token: $(cat "/vagrant/vmWeb$n.token")
  member_config: []
FIN
rm "/vagrant/vmWeb$n.token"

for c in "web$n:1" "backup$n:2"
do
  nombre=${c%:*}
  lxc init debian "$nombre" --target "vmWeb$n" < /dev/null
  printf 'auto eth0\niface eth0 inet static\naddress 10.90.0.%s/24\n' "${c#*:}$n" > /root/interfaces
  lxc file push /root/interfaces "$nombre/etc/network/interfaces"
  lxc start "$nombre"
  sleep 6
  lxc file push "/vagrant/web/$nombre.html" "$nombre/var/www/html/index.html"
  lxc exec "$nombre" -- systemctl enable --now apache2 < /dev/null
done
