#!/usr/bin/env bash
source /vagrant/cluster/funciones.sh
crear srv2 10.99.1.2
pagina srv2 "Servidor 2"
encender srv2 apache2
