#!/bin/bash
cat <<FIN | lxd init --preseed
cluster: {enabled: true, server_address: "192.168.104.52:8443", cluster_token: "$(cat /vagrant/mv2.tok)", member_config: []}
FIN
rm /vagrant/mv2.tok
bash /vagrant/provision/web.sh web1 mv2 10.4.0.11
bash /vagrant/provision/web.sh respaldo1 mv2 10.4.0.21
