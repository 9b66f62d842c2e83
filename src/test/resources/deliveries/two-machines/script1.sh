#!/bin/bash
echo "preseed"
cat > /root/preseed.yaml <<'FIN'
config:
  core.https_address: 192.168.130.2:8443
storage_pools:
- config: {}
  description: ""
  name: local
  driver: dir
networks:
- name: red0
  type: bridge
  config:
    ipv4.address: none
    ipv6.address: none
    tunnel.t1.protocol: vxlan
    tunnel.t1.id: "130"
    tunnel.t1.interface: eth1
profiles:
- name: default
  devices:
    eth0: {name: eth0, network: red0, type: nic}
    root: {path: /, pool: local, type: disk}
cluster:
  server_name: MAQUINA1
  enabled: true
FIN
lxd init --preseed < /root/preseed.yaml
lxc cluster add MAQUINA2 | tail -1 > /vagrant/token.txt
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian12
