#!/bin/bash
cat <<FIN | lxd init --preseed
cluster: {enabled: true, server_address: "192.168.104.53:8443", cluster_token: "$(cat /vagrant/mv3.tok)", member_config: []}
FIN
rm /vagrant/mv3.tok
bash /vagrant/provision/web.sh web2 mv3 10.4.0.12
bash /vagrant/provision/web.sh respaldo2 mv3 10.4.0.22

# el balanceador va en mv1
lxc init debian haproxy --target mv1 < /dev/null
printf 'auto eth0\niface eth0 inet static\naddress 10.4.0.10/24\n' > /tmp/i
lxc file push /tmp/i haproxy/etc/network/interfaces
lxc start haproxy
sleep 6
lxc file push /vagrant/haproxy.cfg haproxy/etc/haproxy/haproxy.cfg
lxc file push /vagrant/paginas/503.http haproxy/etc/haproxy/errors/503.http
lxc exec haproxy -- systemctl enable haproxy < /dev/null
lxc exec haproxy -- systemctl restart haproxy < /dev/null
