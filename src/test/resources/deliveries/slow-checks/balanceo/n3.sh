#!/usr/bin/env bash
source /vagrant/cluster/funciones.sh
# los dos respaldos estan en la misma maquina: apache por el 8080 para que no choquen con los otros
for r in 1 2
do
  crear res$r 10.99.2.$r
  pagina res$r "Respaldo $r"
  lxc exec res$r -- sed -i 's/Listen 80$/Listen 8080/' /etc/apache2/ports.conf </dev/null
  lxc exec res$r -- sed -i 's/:80>/:8080>/' /etc/apache2/sites-available/000-default.conf </dev/null
  encender res$r apache2
done
