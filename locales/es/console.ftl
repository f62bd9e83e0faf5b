plan-publisher = {"  "}Editor: { $publisher }; firmado con { COUNT($signed) } de { COUNT($keys) } claves (mínimo: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Paquetes: { COUNT($packages) } ({ BYTES($size) }, de ellos { BYTES($fetch) } por descargar)
plan-builds = {"  "}Se compilan en este equipo: { $packages }
plan-running = {"  "}En ejecución: { $programs }. Sigue funcionando con la versión con la que se inició, y no se quita nada de lo que necesita.
plan-go-back-data = {"  "}Sus datos se quedan como están. Es posible que la versión anterior no entienda lo que ha escrito la más reciente: si es importante, haga antes una copia.
plan-folder = {"  "}Carpeta: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = La versión { $version } está instalada.
outcome-upgrade = La versión { $version } está instalada; la anterior se conserva: «{ $command }» vuelve a ella.
outcome-upgrade-later = La versión { $version } sigue en ejecución; la { $pending } está lista y se activará la próxima vez que se inicie este programa.
outcome-go-back = La versión { $version } vuelve a estar instalada. La que ha dejado se conserva: «{ $command }» vuelve a ella.
outcome-repair = La versión { $version } se ha instalado de nuevo.
outcome-mend = La versión { $version } vuelve a estar en orden.
outcome-verify = No hay nada dañado: la versión { $version } está tal como se instaló.
outcome-up-to-date = La versión { $version } está instalada y actualizada.
outcome-left-aside = La versión { $version } está instalada. Usted volvió desde la { $newer }, por eso no se instala automáticamente: para ello, use «{ $command }».
outcome-running = Todavía en ejecución con la versión anterior: { $programs }. Reinicie para usar la nueva.
outcome-uninstall = Desinstalación terminada.
outcome-commands = Para iniciar: { $commands }
outcome-not-on-path = { $folder } no está en el PATH. Añádala para no tener que indicar la carpeta.
outcome-path-line = Para que baste con el nombre, añada esta línea a { $file }, o vuelva a ejecutar esto con --add-to-path:
outcome-path-added = La carpeta de las órdenes se ha añadido al PATH en { $file }. Abra un terminal nuevo para usarla.
failure-message = Error: { $message } [{ $code }]
failure-hint = Qué hacer: { $hint }
failure-details = Detalles:

findings-compared = Versión { $version }: { $files ->
    [one] { COUNT($files) } archivo comparado
   *[other] { COUNT($files) } archivos comparados
} ({ BYTES($size) }); paquetes comparados con lo que firmó el editor: { COUNT($signed) } de { COUNT($packages) }, los demás con el registro de la instalación
findings-mended = Reparado ({ COUNT($count) }):
findings-more = {"  "}y { COUNT($count) } más; --json los muestra todos

check-up-to-date = { $name } { $installed } está al día.
check-upgrade = Se puede instalar { $name } { $offered }; versión instalada: { $installed }.
check-upgrade-size = Se puede instalar { $name } { $offered } ({ BYTES($size) } por descargar); versión instalada: { $installed }.
check-security = La versión { $installed } tiene problemas de seguridad conocidos.
check-obstacle = {"  "}No se puede instalar en este equipo tal como está ahora [{ $code }].

removal-goes = Se desinstala { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Se conserva:
removal-data = {"  "}sus datos en { $path } ({ BYTES($size) }); --remove-data { $path } los elimina también
removal-data-goes = {"  "}sus datos en { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, que se ha modificado desde entonces o no es de este programa
removal-downloads = {"  "}las descargas que nada más necesita ({ BYTES($size) }); --remove-downloads las elimina también
removal-downloads-goes = {"  "}las descargas que nada más necesita ({ BYTES($size) })

status-nothing = No hay nada instalado.
status-installed = { $name } { $version }, fecha de instalación: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Paquetes: { COUNT($packages) }
status-previous = {"  "}Versión conservada para volver a ella: { $version }
status-file = {"  "}Fuera de su carpeta: { $path }
shell-line = la línea de { $path } que pone las órdenes en el PATH

note-locale = No hay textos en «{ $asked }». Idiomas disponibles: { $known }
note-log = Registro de esta ejecución: { $path }
note-anothers = Pertenece a otra cuenta, { $owner }, y solo se consulta.
note-no-desktop = Aquí no hay carpeta de escritorio, por eso --desktop-shortcut no tiene efecto.

ask-uninstall = ¿Desinstalar { $name } de { $folder }?
ask-remove-data = ¿Eliminar también sus datos en { $path } ({ BYTES($size) })? No se podrán recuperar.
ask-remove-downloads = ¿Eliminar también las descargas que nada más necesita ({ BYTES($size) })?
answer-choices = [s/N]
answer-yes = s sí si y yes

help-about = Instala una aplicación de Python a partir de versiones firmadas y la mantiene actualizada.
help-usage = Uso: { $program } [ORDEN] [OPCIONES]
help-commands = Órdenes:
help-command-none = sin orden: instalar, actualizar o terminar, según haga falta
help-command-install = instalar la aplicación
help-command-upgrade = instalar una versión más reciente, si la hay
help-command-repair = reparar lo que esté dañado en la versión instalada
help-command-go-back = volver a la versión anterior; no necesita la red
help-command-verify = comparar cada archivo instalado con lo que se publicó
help-command-check = indicar si hay una versión más reciente
help-command-status = indicar qué está instalado
help-command-uninstall = desinstalar la aplicación; sus datos se conservan
help-options = Opciones:
help-prefix = instalar en esta carpeta
help-python = usar este Python, o un Python de esta versión
help-repository = obtener las versiones de aquí
help-profile = instalar otra aplicación: una carpeta con profile.toml y root.json
help-index-url = descargar los paquetes solo de este índice
help-mirror = probar primero este servidor réplica de files.pythonhosted.org; se puede repetir
help-find-links = buscar primero los paquetes en esta carpeta; se puede repetir
help-offline = no usar la red
help-proxy = usar este proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = confiar también en las autoridades de certificación de este archivo
help-later = si la aplicación está en ejecución, solo preparar la nueva versión: se activará en el próximo inicio
help-wait = cuánto esperar a otra instalación en curso; si no se indica, diez minutos, o nada con --silent o --json
help-face = mostrar una ventana («window») o usar el terminal («terminal»)
help-menu = una entrada en el menú de aplicaciones (se crea salvo con --no-menu)
help-desktop-shortcut = un icono en el escritorio (solo si se pide)
help-add-to-path = permitir que el shell encuentre las órdenes: añadir su carpeta al PATH; se recuerda al actualizar
help-silent = mostrar solo los errores, no preguntar nada
help-json = mostrarlo todo como líneas de JSON
help-yes = responder que sí a la pregunta antes de desinstalar
help-anew = con repair: instalarlo todo de nuevo
help-remove-data = con uninstall: eliminar también esta carpeta de sus datos; se puede repetir
help-remove-downloads = con uninstall: eliminar también las descargas
help-locale = usar este idioma, por ejemplo fr
help-log = escribir un registro
help-replay = mostrar en una ventana lo que grabó --json; no se instala nada
help-version = mostrar la versión de este programa
help-help = mostrar esta página
help-exit =
    Estado de salida: 0 hecho o nada que hacer, 2 uso, 10 red, 11 rechazado por seguridad,
    12 versión anterior rechazada, 13 ningún Python adecuado, 14 sin wheel o compilador,
    15 disco o permisos, 16 entorno, 17 ocupado, 18 no instalado, 19 dañado,
    100 «check» encontró una actualización, 70 error interno, 130 cancelado.
