phase-verifying = Comparando cada archivo con lo que se instaló
phase-mending = Buscando y reparando lo que esté dañado
phase-judging = Comprobando las firmas
phase-planning = Buscando un Python adecuado
phase-fetching = Descargando
phase-building = Compilando paquetes
phase-installing = Instalando paquetes
phase-checking = Comprobando la instalación
phase-activating = Activando la nueva versión
phase-removing = Desinstalando la aplicación

action-install = Instalar { $name } { $version }
action-upgrade = Actualizar { $name } de { $installed } a { $version }
action-upgrade-later = Preparar { $name } { $version } junto a la versión en ejecución
action-go-back = Volver a { $name } { $version }
action-repair = Reparar { $name } { $version }
action-mend = Reparar { $name } { $version }
action-verify = Comparar { $name } { $version }
action-up-to-date = { $name } { $version } está al día
action-uninstall = Desinstalar { $name } { $version }

waiting = Hay otra instalación de esta aplicación en curso; se espera a que termine, como mucho { DURATION($left) }
running-process = { $program } (proceso { $pid })
removal-running = En ejecución: { $programs }. Cierre primero la aplicación: sin sus archivos, lo que se ejecuta puede fallar.

progress-bytes = { BYTES($have) } de { BYTES($size) }
progress-bytes-speed = { BYTES($have) } de { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } de { BYTES($size) }, { BYTES($speed) }/s, quedan aprox. { DURATION($left) }
progress-packages = { COUNT($done) } de { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } de { COUNT($total) }: { $package }, quedan aprox. { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: intento { COUNT($attempt) } en { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } de { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: intento { COUNT($attempt) }
waiting-network = esperando la red
waiting-network-next = esperando la red; próximo intento en { DURATION($wait) }

menu-manage = Actualizar o desinstalar

finding-changed = { $path }: no está como se instaló
finding-missing = { $path }: falta
finding-foreign = { $path }: no pertenece a la aplicación
finding-rights = { $path }: los permisos han cambiado desde la instalación
finding-launcher = { $path }: no inicia la aplicación
finding-pointer = { $path }: no lleva a la versión instalada
finding-python = { $path }: este Python ya no está o ahora es de otra versión
finding-record = { $path }: el registro de lo que se instaló falta o se ha modificado
