#!/bin/bash
# Un solo script con todos los pasos. Uso: instalar.sh PASO

function cluster() {
  lxd init --preseed << FIN
config:
  core.https_address: 192.168.70.11:8443
storage_pools:
- name: local
  driver: dir
networks:
- name: lxdbr0
  type: bridge
  config:
    ipv4.address: 10.20.30.1/24
    ipv4.nat: "true"
    ipv6.address: none
profiles:
- name: default
  devices:
    root: { path: /, pool: local, type: disk }
    eth0: { name: eth0, network: lxdbr0, type: nic }
cluster:
  server_name: nodo1
  enabled: true
FIN
  lxc cluster add nodo2 | tail -n 1 > /vagrant/.token
  lxc image import /opt/images/debian.tar.gz /opt/images/debian.squashfs --alias debian
}

function unirse() {
  lxd init --preseed << FIN
cluster:
  enabled: true
  server_address: 192.168.70.12:8443
  cluster_token: $(cat /vagrant/.token)
  member_config: []
FIN
  rm /vagrant/.token
}

# nuevo NOMBRE NODO IP: el bridge de cada nodo es suyo, por eso las IP se repiten en los dos
function nuevo() {
  lxc launch debian "$1" --target "$2" < /dev/null
  sleep 5
  printf "auto eth0\niface eth0 inet static\n  address %s/24\n  gateway 10.20.30.1\n" "$3" | lxc exec "$1" -- tee /etc/network/interfaces > /dev/null
  lxc restart "$1"
  sleep 5
}

function apache() {
  nuevo "$1" "$2" "$3"
  sed "s/SERVIDOR/$1/g" /vagrant/paginas/index.html | lxc exec "$1" -- tee /var/www/html/index.html > /dev/null
  lxc exec "$1" -- systemctl enable --now apache2 < /dev/null
}

function contenedores() {
  apache web1    nodo1 10.20.30.11
  apache backup1 nodo1 10.20.30.12
  apache web2    nodo2 10.20.30.11
  apache backup2 nodo2 10.20.30.12
  # desde nodo1 no se llega al bridge de nodo2: los de alla salen por un puerto del nodo
  lxc config device add web2    http proxy listen=tcp:192.168.70.12:8081 connect=tcp:127.0.0.1:80
  lxc config device add backup2 http proxy listen=tcp:192.168.70.12:8082 connect=tcp:127.0.0.1:80
}

function balanceador() {
  nuevo haproxy nodo1 10.20.30.10
  lxc exec haproxy -- tee /etc/haproxy/haproxy.cfg < /vagrant/haproxy.cfg > /dev/null
  lxc exec haproxy -- tee /etc/haproxy/errors/503.http < /vagrant/paginas/disculpas.http > /dev/null
  lxc exec haproxy -- systemctl enable haproxy < /dev/null
  lxc exec haproxy -- systemctl restart haproxy < /dev/null
  lxc config device add haproxy http proxy listen=tcp:192.168.70.11:80 connect=tcp:127.0.0.1:80
}

# por si se dania alguno, una copia apagada de cada uno
function respaldos() {
  lxc copy web1 respaldo-web1 --instance-only --target nodo1
  lxc copy web2 respaldo-web2 --instance-only --target nodo2
  lxc copy haproxy respaldo-haproxy --instance-only --target nodo1
  lxc list
}

$1
