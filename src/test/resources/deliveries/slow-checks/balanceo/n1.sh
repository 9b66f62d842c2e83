#!/usr/bin/env bash
source /vagrant/cluster/funciones.sh
crear srv1 10.99.1.1
pagina srv1 "Servidor 1"
encender srv1 apache2
