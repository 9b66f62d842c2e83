#!/bin/bash
# primero.sh IP OTRAS...: la máquina con la que empieza el clúster
set -e
ip=$1
shift
if lxc cluster list > /dev/null 2>&1; then echo "el clúster ya existe"; exit 0; fi

lxd init --preseed <<YAML
config:
  core.https_address: $ip:8443
networks:
  - name: tienda
    type: bridge
    config:
      ipv4.address: none
      ipv6.address: none
      tunnel.tienda.protocol: vxlan
      tunnel.tienda.id: "77"
      tunnel.tienda.interface: eth1
storage_pools:
  - name: disco
    driver: dir
profiles:
  - name: default
    devices:
      root: {type: disk, path: /, pool: disco}
      eth0: {type: nic, name: eth0, network: tienda}
cluster:
  server_name: $(hostname)
  enabled: true
YAML

mkdir -p /vagrant/.tokens
for maquina in "$@"; do
  lxc cluster add "$maquina" | tail -n 1 > "/vagrant/.tokens/$maquina"
done
lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias base
