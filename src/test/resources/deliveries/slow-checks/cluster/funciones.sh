# se incluye desde los demas scripts

function crear {   # crear contenedor ip (en esta maquina)
  lxc init imagen "$1" --target "$(hostname)" </dev/null
  echo -e "auto eth0\niface eth0 inet static\naddress $2/16" >"/root/$1.red"
  lxc file push "/root/$1.red" "$1/etc/network/interfaces"
  lxc start "$1"
  sleep 7
}

function pagina {  # pagina contenedor texto
  sed "s/TEXTO/$2/" /vagrant/html/plantilla.html >"/root/$1.html"
  lxc file push "/root/$1.html" "$1/var/www/html/index.html"
}

function encender { lxc exec "$1" -- systemctl enable --now "$2" </dev/null; }
