#!/bin/bash
lxd init --preseed <<FIN
cluster:
  enabled: true
  server_address: 192.168.130.3:8443
  cluster_token: $(cat /vagrant/token.txt)
  member_config: []
FIN
rm -f /vagrant/token.txt

n=10
for c in web1:MAQUINA1 web2:MAQUINA2 bk1:MAQUINA2 bk2:MAQUINA1 HAPROXY:MAQUINA1
do
  nombre=${c%:*}
  n=$((n + 1))
  lxc init debian12 "$nombre" --target "${c#*:}" < /dev/null
  cat > /tmp/interfaces <<FIN
auto eth0
iface eth0 inet static
address 10.55.0.$n
netmask 255.255.255.0
FIN
  lxc file push /tmp/interfaces "$nombre/etc/network/interfaces"
  lxc start "$nombre"
done
sleep 10

for w in web1 web2 bk1 bk2
do
  lxc file push "/vagrant/www/$w.html" "$w/var/www/html/index.html"
  lxc exec "$w" -- systemctl enable apache2 < /dev/null
  lxc exec "$w" -- systemctl start apache2 < /dev/null
done

# nombres de los servidores para el balanceador
cat > /tmp/hosts <<'FIN'
127.0.0.1 localhost
10.55.0.11 web1.lxd web1
10.55.0.12 web2.lxd web2
10.55.0.13 bk1.lxd bk1
10.55.0.14 bk2.lxd bk2
FIN
lxc file push /tmp/hosts HAPROXY/etc/hosts
lxc file push /vagrant/haproxy.cfg HAPROXY/etc/haproxy/haproxy.cfg
lxc file push /vagrant/error.http HAPROXY/etc/haproxy/errors/503.http
lxc exec HAPROXY -- systemctl enable haproxy < /dev/null
lxc exec HAPROXY -- systemctl restart haproxy < /dev/null
lxc config device add HAPROXY http proxy listen=tcp:0.0.0.0:80 connect=tcp:127.0.0.1:80
