usage-unknown-command = No existe la orden «{ $command }».
usage-unknown-command-hint = { $suggestion ->
    [none] «{ $program } --help» muestra lo que hay.
   *[other] ¿Quería decir «{ $suggestion }»? «{ $program } --help» muestra lo que hay.
}
usage-two-commands = «{ $first }» y «{ $second }» son dos órdenes.
usage-two-commands-hint = Indique una sola orden cada vez, una ejecución tras otra.
usage-unknown-option = No existe la opción «{ $option }».
usage-unknown-option-hint = { $suggestion ->
    [none] «{ $program } --help» muestra lo que hay.
   *[other] ¿Quería decir «{ $suggestion }»? «{ $program } --help» muestra lo que hay.
}
usage-missing-value = La opción «{ $option }» necesita un valor.
usage-missing-value-hint = Escriba el valor a continuación: «{ $option } VALUE». Véase «{ $program } --help».
usage-surplus-value = La opción «{ $option }» no admite ningún valor.
usage-surplus-value-hint = Escriba solo «{ $option }». Véase «{ $program } --help».
usage-bad-value = «{ $value }» no tiene sentido para «{ $option }».
usage-bad-value-hint = «{ $program } --help» indica lo que espera «{ $option }».
usage-twice = La opción «{ $option }» se ha indicado dos veces.
usage-twice-hint = Indíquela una sola vez.
usage-conflict = «{ $option }» y «{ $other }» no se pueden usar a la vez.
usage-conflict-hint = Omita una de las dos.
usage-misplaced-option = La opción «{ $option }» no tiene efecto con esta orden.
usage-misplaced-option-hint = Corresponde a: { $commands }
usage-bad-profile = No se puede usar el perfil de aplicación { $path }.
usage-bad-profile-hint = La carpeta debe contener un profile.toml y un root.json legibles. Pida una copia nueva a quien se lo haya dado.
usage-bad-certificates = { $path } no contiene ningún certificado que se pueda usar.
usage-bad-certificates-hint = Indique con --ca un archivo de certificados en formato PEM.
usage-no-certificates = No se puede leer el archivo { $path } de autoridades de certificación.
usage-no-certificates-hint = Compruebe el nombre después de --ca: debe ser un archivo que usted pueda leer, con certificados en formato PEM.
usage-bad-proxy = { $host } no se puede usar como proxy.
usage-bad-proxy-hint = Compruebe el valor de --proxy.
usage-no-home = Esta cuenta no tiene carpeta personal.
usage-no-home-hint = Defina HOME, o use una cuenta que tenga carpeta personal.
usage-no-such-data = { $path } no es una carpeta con datos de esta aplicación.
usage-no-such-data-hint = { $folders ->
    [none] Esta aplicación no indica ninguna carpeta de datos, o no hay ninguna.
   *[other] Indique una de estas, exactamente como aparece aquí: { $folders }
}
usage-no-consent = Para desinstalar una aplicación hace falta una confirmación, y aquí no se puede preguntar a nadie.
usage-no-consent-hint = Vuelva a ejecutarlo con --yes si quiere desinstalar la aplicación.
usage-no-face = No se ha podido abrir la ventana, y aquí no hay ningún terminal en el que preguntar.
usage-no-face-hint = Inícielo en un terminal: { $command }

repository-unreachable = No se ha podido acceder a { $place }, o no ha respondido correctamente (al pedir { $file }).
repository-unreachable-hint = Compruebe la conexión a Internet y la configuración del proxy, y vuelva a intentarlo. No se ha cambiado nada.
repository-not-there = No hay versiones publicadas en { $place }: falta { $file }.
repository-not-there-hint = Compruebe la dirección. Si es correcta, avise al editor de la aplicación.
repository-too-long = { $place } ha enviado más de los { BYTES($limit) } que puede tener { $file }.
repository-too-long-hint = El servidor, o algo en el camino, no es de fiar. Pruebe con otra red y avise al editor si vuelve a ocurrir.
repository-offline = Las versiones están en { $place }, y --offline prohíbe buscar ahí.
repository-offline-hint = Ejecútelo sin --offline, o indique con --repository una carpeta con las versiones.

trust-expired = La firma del editor para «{ $role }» caducó el { $expires }; el reloj de este equipo indica { $now }.
trust-expired-hint = Compruebe la fecha y la hora de este equipo. Si son correctas, el editor tiene que renovar la firma: avísele y vuelva a intentarlo más tarde.
trust-clock-behind = La firma del editor para «{ $role }» caducó el { $expires }. El reloj de este equipo indica { $now }, pero ya era { $known } cuando este programa se creó o se ejecutó por última vez.
trust-clock-behind-hint = Compruebe la fecha y la hora de este equipo. Si el reloj estaba mal antes y ahora está bien, desinstale la aplicación y vuelva a instalarla.
trust-threshold = «{ $role }» está firmado solo con { COUNT($have) } de las { COUNT($need) } claves necesarias.
trust-threshold-hint = No instale nada de esta fuente. La versión se ha modificado, o no la han firmado suficientes de sus editores. Avise al editor.
trust-rollback = El servidor ofrece la versión { $offered } de «{ $role }», más antigua que la versión { $trusted } ya conocida.
trust-rollback-hint = El servidor, o algo en el camino, muestra un estado antiguo. Pruebe con otra red u otro servidor réplica; si sigue igual, avise al editor.
trust-malformed = { $file } no tiene el aspecto que debería tener un archivo del editor.
trust-malformed-hint = Es posible que haya respondido una página de inicio de sesión de la red en lugar del servidor: abra cualquier página web, inicie sesión y vuelva a intentarlo. Si sigue igual, avise al editor.
trust-web-page = { $file } es una página web en lugar del archivo del editor.
trust-web-page-hint = Probablemente esta red le pide que inicie sesión: abra cualquier página web, inicie sesión y vuelva a intentarlo.
trust-inconsistent = Los archivos del editor no concuerdan entre sí, en { $file }.
trust-inconsistent-hint = Quizá se esté publicando una nueva versión en este momento: vuelva a intentarlo dentro de unos minutos. Si sigue igual, avise al editor.
trust-many-roots = Las claves del editor han cambiado más de { COUNT($limit) } veces desde la última comprobación de este equipo.
trust-many-roots-hint = Vuelva a ejecutarlo: continuará desde aquí.
trust-other-application = Esta es una versión de { $found }, no de { $expected }.
trust-other-application-hint = Compruebe la dirección del repositorio. Si es correcta, avise al editor.
trust-unsupported = { $file } usa algo que este programa no admite: { $feature }.
trust-unsupported-hint = Consiga el instalador más reciente del editor.
trust-mismatch = { $file } no es el archivo que firmó el editor.
trust-mismatch-hint = El archivo se ha modificado o dañado, y no se ha usado. Vuelva a intentarlo o pruebe con otra red; si sigue igual, avise al editor.
trust-too-long = { $file } supera los { BYTES($limit) } permitidos.
trust-too-long-hint = El archivo no se ha usado. Avise al editor.
trust-floor = El servidor ofrece { $offered }, pero este instalador no acepta nada anterior a { $floor }.
trust-floor-hint = El servidor, o algo en el camino, muestra un estado antiguo. Pruebe con otra red u otro servidor réplica; si sigue igual, avise al editor.
trust-newer-format = { $file } tiene el formato { $format }; este programa lee hasta el { $supported }.
trust-newer-format-hint = Consiga el instalador más reciente del editor.

plan-older = La versión { $installed } está instalada; no se sustituye por la versión anterior { $offered }.
plan-older-hint = Si quiere la versión anterior, desinstale primero la que está instalada. Sus datos se conservan.
plan-replaced = La versión { $version } se publicó de nuevo, y el servidor ofrece la primera de las dos.
plan-replaced-hint = El servidor, o algo en el camino, muestra un estado antiguo. Pruebe con otra red u otro servidor réplica; si sigue igual, avise al editor.
plan-below-floor = La versión { $offered } tiene problemas de seguridad conocidos; el editor ya no acepta nada anterior a { $floor }.
plan-below-floor-hint = Use una versión más reciente. Si no hay ninguna, avise al editor.
plan-not-installed = La aplicación no está instalada aquí.
plan-not-installed-hint = Instálela primero, o indique su carpeta con --prefix.
    .window = Instálela primero.
plan-no-previous = No hay ninguna versión anterior a la que volver.
plan-no-previous-hint = Después de cada actualización se conserva una sola versión anterior. Lo que está instalado se queda como está.
plan-other-application = La carpeta contiene { $installed }; ahí no se puede instalar { $offered }.
plan-other-application-hint = Elija otra carpeta con --prefix.
    .window = Elija otra carpeta.
plan-no-python = No se ha encontrado ningún Python adecuado. Se necesita: { $needed }.
plan-no-python-hint = Instale un Python así desde python.org o con el gestor de paquetes del sistema, o indique uno con --python.
    .window = Instale un Python así desde python.org o con el gestor de paquetes del sistema.
plan-other-python = Se ha pedido { $asked }, pero no se puede usar. Se necesita: { $needed }.
plan-other-python-hint = Indique otro Python con --python, u omita la opción: entonces se buscará uno adecuado. Los detalles indican lo que se ha encontrado.
plan-no-wheel = No hay ningún paquete ya preparado para este equipo ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Pruebe con otro Python mediante --python. Si no, pida al editor que sea compatible con este equipo.
    .window = Instale otra versión de Python. Si no, pida al editor que sea compatible con este equipo.
plan-no-compiler = Estos paquetes se tienen que compilar en este equipo, pero no se ha encontrado ningún compilador de C que funcione con las cabeceras de Python: { $packages }.
plan-no-compiler-hint = Instale un compilador de C y los archivos de desarrollo de Python (en Debian: build-essential y python3-dev), o pruebe con otro Python mediante --python.
    .window = Instale un compilador de C y los archivos de desarrollo de Python (en Debian: build-essential y python3-dev).
plan-bad-lock = La versión publicada se contradice sobre el paquete { $package }.
plan-bad-lock-hint = Es un error del editor: avísele. No se ha cambiado nada.

fetch-unreachable = No se ha podido descargar { $artifact }: no se ha podido acceder a { $host }.
fetch-unreachable-hint = Compruebe la conexión a Internet y la configuración del proxy, y vuelva a ejecutarlo: lo que ya está aquí se conserva.
fetch-server = No se ha podido descargar { $artifact }: { $host } ha respondido con el error { $status }.
fetch-server-hint = Vuelva a intentarlo más tarde: lo que ya está aquí se conserva.
fetch-not-found = { $artifact } no está en ninguno de los lugares donde debería.
fetch-not-found-hint = Si ha indicado un índice, un servidor réplica o una carpeta, asegúrese de que el archivo esté ahí. Si no, avise al editor.
fetch-cut = La conexión se ha interrumpido mientras llegaba { $artifact }: han llegado { BYTES($have) } de { BYTES($size) }.
fetch-cut-hint = Vuelva a ejecutarlo: la descarga continuará donde se detuvo.
fetch-short = { $artifact } ha terminado demasiado pronto: { BYTES($have) } en lugar de { BYTES($size) }.
fetch-short-hint = El servidor o un proxy envía un archivo incompleto. Vuelva a ejecutarlo, o use otra red u otro servidor réplica.
fetch-too-long = { $artifact } supera los { BYTES($size) } que firmó el editor.
fetch-too-long-hint = El archivo no se ha usado. Pruebe con otra red u otro servidor réplica; si sigue igual, avise al editor.
fetch-wrong-hash = { $artifact }, de { $host }, no es el archivo que firmó el editor.
fetch-wrong-hash-hint = El archivo se ha modificado o dañado en el camino, y no se ha usado. Pruebe con otra red u otro servidor réplica; si sigue igual, avise al editor.
fetch-login-page = { $host } ha respondido con una página web en lugar del archivo.
fetch-login-page-hint = Probablemente esta red le pide que inicie sesión: abra cualquier página web, inicie sesión y vuelva a ejecutarlo.
fetch-slow = { $host } envía { $artifact } demasiado despacio.
fetch-slow-hint = Vuelva a ejecutarlo más tarde o en otra red: la descarga continuará donde se detuvo.
fetch-redirect = { $host } redirige la descarga de { $artifact } en círculos o a un lugar que no es seguro.
fetch-redirect-hint = Pruebe con otra red u otro servidor réplica; si sigue igual, avise al editor.
fetch-confused = { $host } da una respuesta sin sentido para { $artifact }.
fetch-confused-hint = Vuelva a intentarlo más tarde, o pruebe con otro servidor réplica u otro índice.
fetch-tls = { $issuer ->
    [unknown] La conexión con { $host } no es segura: este equipo no confía en su certificado.
   *[other] La conexión con { $host } no es segura: su certificado lo emitió { $issuer }, en quien este equipo no confía.
}
fetch-tls-hint = En una empresa, es posible que la red inspeccione las conexiones: pida su autoridad de certificación e indique el archivo con --ca. En otro caso, use otra red.
    .window = En una empresa, es posible que la red inspeccione las conexiones: pida a quien se encarga de este equipo que lo haga confiar en la autoridad de certificación de la empresa. En otro caso, use otra red.
fetch-proxy = { $proxy ->
    [unknown] El proxy que lleva a { $host } pide un nombre y una contraseña, o rechaza los que ha recibido.
   *[other] El proxy { $proxy } pide un nombre y una contraseña, o rechaza los que ha recibido.
}
fetch-proxy-hint = Indíquelos con --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = No se ha podido acceder al proxy { $proxy }, así que no se ha podido consultar a { $host }.
fetch-proxy-unreachable-hint = Compruebe el nombre y el puerto del proxy: después de --proxy, en las variables http_proxy y https_proxy, o en la configuración del sistema. Lo que ya está aquí se conserva.
    .window = Compruebe el nombre y el puerto del proxy: en las variables http_proxy y https_proxy, o en la configuración del sistema. Lo que ya está aquí se conserva.
fetch-login = { $host } pide un nombre y una contraseña, o rechaza los que ha recibido.
fetch-login-hint = Indíquelos en la dirección, https://NAME:PASSWORD@HOST/…, donde la haya dado: --index-url, --mirror o --repository. Si no ha dado ninguna dirección, avise al editor.
    .window = Indíquelos en la dirección, https://NAME:PASSWORD@HOST/…, donde la haya dado. Si no ha dado ninguna dirección, avise al editor.
fetch-offline = { $count ->
    [one] Falta un archivo, y --offline prohíbe descargarlo: { $artifacts }
   *[other] Faltan { COUNT($count) } archivos, y --offline prohíbe descargarlos: { $artifacts }
}
fetch-offline-hint = Ponga los archivos en una carpeta e indíquela con --find-links, o ejecútelo sin --offline.

disk-full = No hay suficiente espacio en { $folder }.
disk-full-hint = Libere espacio o elija otra carpeta: con --prefix para la aplicación, con la variable XDG_CACHE_HOME para las descargas. Lo que ya está descargado se conserva.
    .window = Libere espacio. Lo que ya está descargado se conserva.
disk-no-room = Se necesitan { BYTES($needed) } en { $folder }, y hay { BYTES($free) } libres.
disk-no-room-hint = Libere espacio o elija otra carpeta: con --prefix para la aplicación, con la variable XDG_CACHE_HOME para las descargas. Lo que ya está descargado se conserva.
    .window = Libere espacio. Lo que ya está descargado se conserva.
disk-rights = No se permite escribir en { $path }.
disk-rights-hint = Cambie sus permisos, o elija otra carpeta con --prefix. No hacen falta permisos de administrador.
    .window = Cambie sus permisos. No hacen falta permisos de administrador.
disk-foreign-home = La carpeta personal { $path } pertenece a otra cuenta, no a la que ejecuta esto. No se ha escrito nada en ella.
disk-foreign-home-hint = Inícielo sin sudo; no hacen falta permisos de administrador. Para instalar para esta misma cuenta, use sudo -H.
disk-name = No se puede crear { $path }: el nombre es demasiado largo o tiene caracteres que ahí no se permiten.
disk-name-hint = Elija con --prefix una carpeta con un nombre más corto, cerca de la raíz del disco.
    .window = Elija una carpeta con un nombre más corto, cerca de la raíz del disco.
disk-no-rename = No se puede cambiar el nombre de los archivos de { $folder }.
disk-no-rename-hint = Elija una carpeta en otro disco: con --prefix para la aplicación, con la variable XDG_CACHE_HOME para las descargas.
    .window = Elija una carpeta en otro disco (con la variable XDG_CACHE_HOME para las descargas).
disk-no-links = { $folder } no puede contener enlaces simbólicos, y la aplicación los necesita.
disk-no-links-hint = Elija con --prefix una carpeta en otro disco; las memorias USB y las unidades de red a menudo no admiten enlaces.
    .window = Elija una carpeta en otro disco; las memorias USB y las unidades de red a menudo no admiten enlaces.
disk-no-locks = Los archivos de { $folder } no se pueden bloquear, así que dos instalaciones podrían estorbarse.
disk-no-locks-hint = Elija una carpeta en un disco de este equipo: con --prefix para la aplicación, con la variable XDG_CACHE_HOME para las descargas.
    .window = Elija una carpeta en un disco de este equipo (con la variable XDG_CACHE_HOME para las descargas).
disk-no-execution = Los programas de { $folder } no se pueden iniciar, así que la aplicación no podría funcionar ahí.
disk-no-execution-hint = Elija con --prefix una carpeta donde se puedan ejecutar programas.
    .window = Elija una carpeta donde se puedan ejecutar programas.
disk-no-room-for-files = Hay que crear unos { COUNT($needed) } archivos en { $folder }. Número de archivos que todavía caben en el disco: { COUNT($free) }.
disk-no-room-for-files-hint = Elimine archivos de ahí, o elija con --prefix una carpeta en otro disco.
    .window = Elimine archivos de ahí, o elija una carpeta en otro disco.
disk-path-too-long = La ruta { $folder } es demasiado larga: puede tener { COUNT($most) } caracteres para que se puedan nombrar sus archivos.
disk-path-too-long-hint = Elija con --prefix una carpeta con una ruta más corta.
    .window = Elija una carpeta con una ruta más corta.
disk-names-too-short = Los nombres de archivo en { $folder } solo pueden tener { COUNT($most) } caracteres; se necesitan { COUNT($needed) }. Es habitual en las carpetas cifradas.
disk-names-too-short-hint = Elija otra carpeta para las descargas con la variable XDG_CACHE_HOME.
disk-other = No se ha podido leer o escribir { $path }.
disk-other-hint = Los detalles indican lo que ha respondido el sistema. Compruebe si hay otra cosa en ese lugar o si algo lo está usando, y vuelva a intentarlo; en Windows, puede que un antivirus esté reteniendo el archivo.

limit-open-files = Esta cuenta solo puede tener { COUNT($limit) } archivos abiertos a la vez; se necesitan { COUNT($needed) }.
limit-open-files-hint = Aumente el límite («ulimit -n»), o pregunte a quien se encargue de este equipo.
limit-file-size = Esta cuenta solo puede escribir archivos de { BYTES($limit) }; se necesitan { BYTES($needed) }.
limit-file-size-hint = Aumente el límite («ulimit -f»), o pregunte a quien se encargue de este equipo.

environment-runtime = El Python que trae la versión no se ha podido descomprimir o no funciona.
environment-runtime-hint = Instale Python desde python.org e indíquelo con --python, y avise al editor.
    .window = Instale Python desde python.org, y avise al editor.
environment-create = Python no ha podido crear un entorno para la aplicación.
environment-create-hint = Los detalles indican por qué. Pruebe con otro Python mediante --python, o con otra carpeta mediante --prefix.
    .window = Los detalles indican por qué. Elija otra carpeta, o instale otra versión de Python.
environment-start = No se ha podido iniciar { $program }.
environment-start-hint = Los detalles indican por qué. Puede que no se permitan programas en esa carpeta: elija otra con --prefix.
    .window = Los detalles indican por qué. Puede que no se permitan programas en esa carpeta: elija otra.
environment-wheel-refused = { $wheel } contiene algo que ningún paquete debería contener, y no se ha instalado.
environment-wheel-refused-hint = Los detalles indican qué es. Avise al editor. No se ha cambiado nada.
environment-pip = No se han podido instalar los paquetes.
environment-pip-hint = Los detalles contienen lo que ha dicho pip. No se ha cambiado nada; avise al editor si vuelve a ocurrir.
environment-pip-python = El pip de la versión ({ $pip }) no funciona con Python { $python }.
environment-pip-python-hint = Indique otro Python con --python, y avise al editor.
    .window = Instale otra versión de Python, y avise al editor.
environment-hash = Un paquete no es el que firmó el editor; pip lo ha rechazado.
environment-hash-hint = El disco u otro programa modifica archivos. La nueva versión no se ha activado; vuelva a intentarlo.
environment-build = No se ha podido compilar { $package } en este equipo.
environment-build-hint = Los detalles contienen los mensajes de la compilación; a menudo faltan los archivos de desarrollo de una biblioteca. Puede que haya un paquete ya preparado para otro Python: pruebe --python.
    .window = Los detalles contienen los mensajes de la compilación; a menudo faltan los archivos de desarrollo de una biblioteca. Puede que haya un paquete ya preparado para otro Python.
environment-no-headers = { $package } se tiene que compilar en este equipo, pero { $python } no tiene cabeceras de C.
environment-no-headers-hint = Instale los archivos de desarrollo de Python (en Debian: python3-dev), o pruebe con otro Python mediante --python.
    .window = Instale los archivos de desarrollo de Python (en Debian: python3-dev).
environment-no-command = La versión no tiene la orden «{ $command }», aunque lo indica.
environment-no-command-hint = Es un error del editor: avísele. La nueva versión no se ha activado.
environment-changed = Después de la instalación, { $path } no era lo que debería ser.
environment-changed-hint = El disco u otro programa (¿un antivirus?) modifica archivos. La nueva versión no se ha activado; vuelva a intentarlo.
environment-check = Los paquetes instalados no son compatibles entre sí.
environment-check-hint = Es un error de la versión: avise al editor. La nueva versión no se ha activado.
environment-smoke-test = La aplicación recién instalada no se inicia.
environment-smoke-test-hint = Los detalles contienen lo que ha dicho. La nueva versión no se ha activado; avise al editor.
environment-time = Un paso de la instalación ha tardado demasiado y se ha detenido.
environment-time-hint = Vuelva a intentarlo cuando el equipo esté menos ocupado. La nueva versión no se ha activado.

activate-launcher-taken = { $path } pertenece a otra cosa y no se ha sobrescrito.
activate-launcher-taken-hint = Muévalo o elimínelo, y vuelva a ejecutarlo.
activate-unsafe = { $path } es un enlace, pertenece a otra persona o puede ser modificado por otros. No se ha usado.
activate-unsafe-hint = Quite a los demás el permiso de escritura (chmod go-w), elimínelo, o elija otra carpeta: con --prefix para la aplicación, con la variable XDG_CACHE_HOME para las descargas.
    .window = Quite a los demás el permiso de escritura (chmod go-w), elimínelo, o elija otra carpeta (con la variable XDG_CACHE_HOME para las descargas).
activate-anothers = La instalación en { $folder } pertenece a otra cuenta: { $owner }.
activate-anothers-hint = Solo esa cuenta puede cambiarla o quitarla. Elija otra carpeta con --prefix.
    .window = Solo esa cuenta puede cambiarla o quitarla. Elija otra carpeta.
activate-damaged-receipt = { $path } está dañado, así que no indica qué pertenece a la instalación.
activate-damaged-receipt-hint = Ejecute este programa sin ninguna orden: instala la aplicación de nuevo y vuelve a escribir el archivo. Después, desinstálela.
activate-foreign = { $path } ya existía y no forma parte de ninguna instalación; no se ha tocado.
activate-foreign-hint = Elija otra carpeta con --prefix, o muévalo y vuelva a ejecutarlo.
    .window = Elija otra carpeta, o muévalo y vuelva a ejecutarlo.
activate-previous-gone = La versión { $version }, que se conservaba para volver a ella, ya no se puede iniciar: sus archivos o su Python han desaparecido.
activate-previous-gone-hint = Siga con la versión instalada; no se ha tocado.
activate-newer-receipt = Un instalador más reciente ha escrito { $path }.
activate-newer-receipt-hint = Use ese instalador, o consiga el más reciente del editor.

verify-damaged = Lo que está instalado no está como debería, en { $count ->
    [one] un lugar
   *[other] { COUNT($count) } lugares
}.
verify-damaged-hint = Ejecute «{ $command }»: repara lo que esté dañado y no toca sus datos.
    .window = Ejecute «{ window-repair }»: repara lo que esté dañado y no toca sus datos.
verify-damaged-anothers = Lo que está instalado no está como debería, en { $count ->
    [one] un lugar
   *[other] { COUNT($count) } lugares
}.
verify-damaged-anothers-hint = Solo puede repararla la cuenta a la que pertenece: { $owner }.
uninstall-declined = No se ha eliminado nada.
uninstall-declined-hint = La aplicación se queda como estaba. Para desinstalarla, vuelva a ejecutarlo y responda que sí.
uninstall-mounted = Hay otra unidad montada en { $path }, por eso no se ha eliminado la carpeta de datos que la contiene.
uninstall-mounted-hint = Desmonte primero la unidad, o desinstale la aplicación sin esta carpeta.

busy = Hay otra instalación en curso en { $folder }.
busy-hint = Espere a que termine y vuelva a ejecutarlo; --wait SECONDS espera automáticamente.
    .window = Espere a que termine y vuelva a ejecutarlo.
cancelled = Cancelado. Lo que estaba instalado antes se queda como estaba.
cancelled-hint = Puede volver a ejecutarlo en cualquier momento: lo que ya está descargado se conserva.
internal = Algo ha fallado dentro de este programa.
internal-hint = Es un error nuestro. Infórmenos de él e incluya los detalles.

log-unwritable = No se puede escribir el registro { $path }.
log-unwritable-hint = Indique un archivo en una carpeta en la que pueda escribir, u omita --log.
