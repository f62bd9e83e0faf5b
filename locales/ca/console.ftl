plan-publisher = {"  "}Editor: { $publisher }; signat amb { COUNT($signed) } de { COUNT($keys) } claus (mínim: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Paquets: { COUNT($packages) } ({ BYTES($size) }, dels quals { BYTES($fetch) } per baixar)
plan-builds = {"  "}Es compilen en aquest ordinador: { $packages }
plan-running = {"  "}En execució: { $programs }. Continua amb la versió amb què es va iniciar, i no es treu res del que necessita.
plan-go-back-data = {"  "}Les vostres dades es queden com estan. És possible que la versió anterior no entengui el que ha escrit la més nova: si és important, feu-ne abans una còpia.
plan-folder = {"  "}Carpeta: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = La versió { $version } està instal·lada.
outcome-upgrade = La versió { $version } està instal·lada; l’anterior es conserva: «{ $command }» hi torna.
outcome-upgrade-later = La versió { $version } encara s’executa; la { $pending } està a punt i s’activarà la pròxima vegada que s’iniciï aquest programa.
outcome-go-back = La versió { $version } torna a estar instal·lada. La que heu deixat es conserva: «{ $command }» hi torna.
outcome-repair = La versió { $version } s’ha instal·lat de nou.
outcome-mend = La versió { $version } torna a estar en ordre.
outcome-verify = No hi ha res malmès: la versió { $version } està tal com es va instal·lar.
outcome-up-to-date = La versió { $version } està instal·lada i actualitzada.
outcome-left-aside = La versió { $version } està instal·lada. Heu tornat enrere des de la { $newer }, per això no s’instal·la automàticament: per fer-ho, useu «{ $command }».
outcome-running = Encara s’executa amb la versió anterior: { $programs }. Reinicieu per usar la nova.
outcome-uninstall = Desinstal·lació completada.
outcome-commands = Per iniciar: { $commands }
outcome-not-on-path = { $folder } no és al PATH. Afegiu-l’hi per no haver d’indicar la carpeta.
outcome-path-line = Perquè n’hi hagi prou amb el nom, afegiu aquesta línia a { $file }, o torneu a executar això amb --add-to-path:
outcome-path-added = La carpeta de les ordres s’ha afegit al PATH a { $file }. Obriu un terminal nou per usar-la.
failure-message = Error: { $message } [{ $code }]
failure-hint = Què podeu fer: { $hint }
failure-details = Detalls:

findings-compared = Versió { $version }: { $files ->
    [one] { COUNT($files) } fitxer comparat
   *[other] { COUNT($files) } fitxers comparats
} ({ BYTES($size) }); paquets comparats amb el que va signar l’editor: { COUNT($signed) } de { COUNT($packages) }, els altres amb el registre de la instal·lació
findings-mended = Reparat ({ COUNT($count) }):
findings-more = {"  "}i { COUNT($count) } més; --json els mostra tots

check-up-to-date = { $name } { $installed } està al dia.
check-upgrade = Es pot instal·lar { $name } { $offered }; versió instal·lada: { $installed }.
check-upgrade-size = Es pot instal·lar { $name } { $offered } ({ BYTES($size) } per baixar); versió instal·lada: { $installed }.
check-security = La versió { $installed } té problemes de seguretat coneguts.
check-obstacle = {"  "}No es pot instal·lar en aquest ordinador tal com està ara [{ $code }].

removal-goes = Es desinstal·la { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Es conserva:
removal-data = {"  "}les vostres dades a { $path } ({ BYTES($size) }); --remove-data { $path } també les elimina
removal-data-goes = {"  "}les vostres dades a { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, que s’ha modificat des d’aleshores o no és d’aquest programa
removal-downloads = {"  "}les baixades que res més no necessita ({ BYTES($size) }); --remove-downloads també les elimina
removal-downloads-goes = {"  "}les baixades que res més no necessita ({ BYTES($size) })

status-nothing = No hi ha res instal·lat.
status-installed = { $name } { $version }, data d’instal·lació: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Paquets: { COUNT($packages) }
status-previous = {"  "}Versió conservada per tornar-hi: { $version }
status-file = {"  "}Fora de la seva carpeta: { $path }
shell-line = la línia de { $path } que posa les ordres al PATH

note-locale = No hi ha textos en «{ $asked }». Llengües disponibles: { $known }
note-log = Registre d’aquesta execució: { $path }
note-anothers = Pertany a un altre compte, { $owner }, i només es consulta.
note-no-desktop = Aquí no hi ha cap carpeta d’escriptori, per això --desktop-shortcut no té cap efecte.

ask-uninstall = Voleu desinstal·lar { $name } de { $folder }?
ask-remove-data = Voleu eliminar també les vostres dades a { $path } ({ BYTES($size) })? No es podran recuperar.
ask-remove-downloads = Voleu eliminar també les baixades que res més no necessita ({ BYTES($size) })?
answer-choices = [s/N]
answer-yes = s sí si y yes

help-about = Instal·la una aplicació de Python a partir de versions signades i la manté al dia.
help-usage = Ús: { $program } [ORDRE] [OPCIONS]
help-commands = Ordres:
help-command-none = sense ordre: instal·la, actualitza o acaba, segons calgui
help-command-install = instal·la l’aplicació
help-command-upgrade = instal·la una versió més nova, si n’hi ha
help-command-repair = repara el que està malmès de la versió instal·lada
help-command-go-back = torna a la versió anterior; no necessita la xarxa
help-command-verify = compara cada fitxer instal·lat amb el que es va publicar
help-command-check = diu si hi ha una versió més nova
help-command-status = diu què hi ha instal·lat
help-command-uninstall = desinstal·la l’aplicació; les vostres dades es conserven
help-options = Opcions:
help-prefix = instal·la en aquesta carpeta
help-python = usa aquest Python, o un Python d’aquesta versió
help-repository = obté les versions d’aquí
help-profile = instal·la una altra aplicació: una carpeta amb profile.toml i root.json
help-index-url = baixa els paquets només d’aquest índex
help-mirror = prova primer aquesta rèplica de files.pythonhosted.org; es pot repetir
help-find-links = cerca els paquets primer en aquesta carpeta; es pot repetir
help-offline = no usa la xarxa
help-proxy = usa aquest servidor intermediari, http://NAME:PASSWORD@HOST:PORT
help-ca = confia també en les autoritats de certificació d’aquest fitxer
help-later = mentre l’aplicació s’executa, només prepara la versió nova: s’activarà en el pròxim inici
help-wait = quant s’ha d’esperar una altra instal·lació en curs; si no s’indica, deu minuts, o gens amb --silent o --json
help-face = mostra una finestra («window») o usa el terminal («terminal»)
help-menu = una entrada al menú d’aplicacions (es crea llevat que s’usi --no-menu)
help-desktop-shortcut = una icona a l’escriptori (només si es demana)
help-add-to-path = fa que l’intèrpret d’ordres trobi les ordres: n’afegeix la carpeta al PATH; es recorda en actualitzar
help-silent = mostra només els errors, no pregunta res
help-json = ho mostra tot com a línies de JSON
help-yes = respon que sí a la pregunta abans de desinstal·lar
help-anew = amb repair: ho instal·la tot de nou
help-remove-data = amb uninstall: elimina també aquesta carpeta de les vostres dades; es pot repetir
help-remove-downloads = amb uninstall: elimina també les baixades
help-locale = usa aquesta llengua, per exemple fr
help-log = escriu un registre
help-replay = mostra en una finestra el que va enregistrar --json; no s’instal·la res
help-version = mostra la versió d’aquest programa
help-help = mostra aquesta pàgina
help-exit =
    Estat de sortida: 0 fet o res a fer, 2 ús, 10 xarxa, 11 refusat per seguretat,
    12 versió anterior refusada, 13 cap Python adequat, 14 sense wheel o compilador,
    15 disc o permisos, 16 entorn, 17 ocupat, 18 no instal·lat, 19 malmès,
    100 «check» ha trobat una actualització, 70 error intern, 130 cancel·lat.
