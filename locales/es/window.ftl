window-caption = Instalación de { $name }

window-install = Instalar
window-upgrade = Actualizar
window-repair = Reparar
window-go-back = Volver
window-uninstall = Desinstalar
window-cancel = Cancelar
window-language = Idioma
window-close = Cerrar
window-later = Al cerrarse
window-open = Abrir
window-back = Atrás
window-continue = Continuar
window-try-again = Reintentar
window-copy = Copiar
window-copy-details = Copiar detalles
window-stop = Detener
window-stop-close = Detener y cerrar
window-go-on = Seguir

window-step = { $step }…
window-nothing-changed = Todavía no se cambia nada.
window-going-on = Continuando donde se detuvo…
window-stopping = Deteniendo…

window-offer-install = Instalar { $name }
window-offer-upgrade = Actualizar { $name }
window-offer-repair = Reparar { $name }
window-offer-go-back = ¿Volver al { $name } anterior?
window-offer-uninstall = ¿Desinstalar { $name }?
window-consequence-upgrade = La versión instalada se queda hasta que la nueva se haya iniciado bien, y se conserva para poder volver a ella.
window-consequence-repair = Se restablece lo que esté dañado o falte. Sus datos no se tocan.
window-consequence-go-back = Se vuelve a usar la versión { $version }. Es posible que no pueda abrir los datos que haya modificado la versión más reciente: consulte al editor.
window-consequence-uninstall = La aplicación y todo lo que se instaló con ella se eliminarán de este equipo.

window-version = Versión { $version }
window-version-size = Versión { $version } · { BYTES($size) } por descargar
window-verified = Editor verificado: { $publisher }
window-fact-signed = Firmas
window-signed = { $signed ->
    [one] { COUNT($signed) } clave de { COUNT($keys) } (mínimo: { COUNT($threshold) })
   *[other] { COUNT($signed) } claves de { COUNT($keys) } (mínimo: { COUNT($threshold) })
}
window-fact-download = Descarga
window-download = { $packages ->
    [one] { BYTES($size) } en { COUNT($packages) } paquete
   *[other] { BYTES($size) } en { COUNT($packages) } paquetes
}
window-download-none = Nada, ya está todo aquí
window-fact-disk = En el disco
window-disk = unos { BYTES($size) }
window-fact-folder = Carpeta

window-options = Opciones
window-folder = Carpeta de instalación
window-switch-start = Iniciar { $name } al terminar
window-switch-menu = Añadir al menú
window-switch-desktop = Añadir un icono al escritorio
window-switch-path = Permitir usar sus órdenes en los terminales (añadirlas al PATH)

window-now-install = Instalando { $name }
window-now-upgrade = Actualizando { $name }
window-now-repair = Reparando { $name }
window-now-go-back = Volviendo al { $name } anterior
window-now-uninstall = Desinstalando { $name }

window-speed = { BYTES($speed) }/s
window-left = quedan aprox. { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · quedan aprox. { DURATION($left) }
window-waiting = Esperando la red. Continuará automáticamente.

window-details = Detalles
window-arrived = { $artifact } ya está aquí, { BYTES($size) }
window-building = Compilando { $package }
window-installed = { $package } está instalado

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = La versión { $version } está instalada
window-news-none = La aplicación está al día.
window-news-upgrade = La versión { $version } está disponible, { BYTES($size) } por descargar.
window-news-left-aside = La aplicación funciona. La versión { $version } es más reciente; usted decidió dejarla.
window-news-broken = Hay algo dañado o que falta, y se puede reparar.
window-news-unknown = No se ha podido averiguar si hay una versión más reciente.
window-about-repair = Restablece lo que esté dañado o falte.
window-about-go-back = Vuelve a usar la versión { $version }, que sigue aquí.
window-about-uninstall = Sus datos se conservan, salvo que elija lo contrario.
window-running = En ejecución: { $programs }. Sigue con la versión con la que se inició hasta que se cierre.

window-goes-size = Se elimina ({ BYTES($size) }):
window-data = Se conserva, salvo que lo active aquí:
window-data-remove = Eliminar también sus datos en { $folder } ({ BYTES($size) })
window-downloads-remove = Eliminar las descargas que nada más necesita ({ BYTES($size) })

window-ready = Ya puede usar { $name }
window-removed = Se ha desinstalado { $name }
window-removed-kept = Sus datos no se han tocado.
window-removed-data = Los datos que eligió también se han eliminado.
window-done-install = Todo se ha comprobado y funciona.
window-done-upgrade = La nueva versión se ha comprobado y funciona. La anterior se conserva para poder volver a ella.
window-done-repair = Todo se ha comprobado y vuelve a funcionar.
window-done-go-back = Se vuelve a usar la versión anterior.
window-done-nothing = No había nada dañado ni nada que hacer.
window-done-later = La versión { $version } está lista. Se activará la próxima vez que se inicie este programa.
window-still-running = Todavía en ejecución con la versión anterior: { $programs }. Reinicie para usar la nueva.
window-type-this = Para iniciar, escriba esto en un terminal:
window-copied = Copiado
window-where = Sus órdenes están en { $folder }.
window-not-on-path = Sus órdenes están en { $folder }, que no está en el PATH: mientras tanto, hay que escribir la ruta completa en los terminales.
window-stopped = Detenido
window-stopped-kept = No se ha cambiado nada. Lo descargado se conserva, y la próxima vez se continúa desde ahí.

window-failed = No se ha podido instalar { $name }
window-failed-network = Sin conexión
window-failed-refused = No se ha instalado, por su seguridad
window-failed-older = Se ha rechazado la versión anterior
window-failed-python = Falta un Python adecuado
window-failed-package = No hay un paquete para este equipo
window-failed-disk = Hay un problema con el disco o la carpeta
window-failed-busy = Hay otra instalación en curso
window-failed-removal = No se ha podido desinstalar { $name }
window-failed-repair = No se ha podido reparar { $name }
window-failed-go-back = No se ha podido volver al { $name } anterior
window-code = Detalles ({ $code })
window-tries-in = Nuevo intento en { DURATION($left) }
window-kept = Lo descargado se conserva.
window-support = Ayuda: { $support }

window-proxy-name = Nombre para el proxy
window-proxy-password = Contraseña

window-ask-cancel = ¿Detener aquí?
window-ask-close = ¿Detener y cerrar la ventana?
window-ask-kept = Lo descargado se conserva, y la próxima vez se continúa desde ahí.
window-ask-undone = Lo que se había empezado se deshace. Lo que estaba instalado antes se queda como estaba.
