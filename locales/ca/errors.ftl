usage-unknown-command = No existeix l’ordre «{ $command }».
usage-unknown-command-hint = { $suggestion ->
    [none] «{ $program } --help» mostra què hi ha.
   *[other] Volíeu dir «{ $suggestion }»? «{ $program } --help» mostra què hi ha.
}
usage-two-commands = «{ $first }» i «{ $second }» són dues ordres.
usage-two-commands-hint = Indiqueu una sola ordre cada vegada, una execució rere l’altra.
usage-unknown-option = No existeix l’opció «{ $option }».
usage-unknown-option-hint = { $suggestion ->
    [none] «{ $program } --help» mostra què hi ha.
   *[other] Volíeu dir «{ $suggestion }»? «{ $program } --help» mostra què hi ha.
}
usage-missing-value = L’opció «{ $option }» necessita un valor.
usage-missing-value-hint = Escriviu el valor a continuació: «{ $option } VALUE». Vegeu «{ $program } --help».
usage-surplus-value = L’opció «{ $option }» no admet cap valor.
usage-surplus-value-hint = Escriviu només «{ $option }». Vegeu «{ $program } --help».
usage-bad-value = «{ $value }» no té sentit per a «{ $option }».
usage-bad-value-hint = «{ $program } --help» indica què espera «{ $option }».
usage-twice = L’opció «{ $option }» s’ha indicat dues vegades.
usage-twice-hint = Indiqueu-la una sola vegada.
usage-conflict = «{ $option }» i «{ $other }» no es poden usar alhora.
usage-conflict-hint = Traieu-ne una de les dues.
usage-misplaced-option = L’opció «{ $option }» no té cap efecte amb aquesta ordre.
usage-misplaced-option-hint = Correspon a: { $commands }
usage-bad-profile = El perfil d’aplicació { $path } no es pot usar.
usage-bad-profile-hint = La carpeta ha de contenir un profile.toml i un root.json llegibles. Demaneu-ne una còpia nova a qui us l’hagi donada.
usage-bad-certificates = { $path } no conté cap certificat que es pugui usar.
usage-bad-certificates-hint = Indiqueu amb --ca un fitxer de certificats en format PEM.
usage-no-certificates = No es pot llegir el fitxer { $path } d’autoritats de certificació.
usage-no-certificates-hint = Comproveu el nom després de --ca: ha de ser un fitxer que pugueu llegir, amb certificats en format PEM.
usage-bad-proxy = { $host } no es pot usar com a servidor intermediari.
usage-bad-proxy-hint = Comproveu el valor de --proxy.
usage-no-home = Aquest compte no té carpeta personal.
usage-no-home-hint = Definiu HOME, o useu un compte que tingui carpeta personal.
usage-no-such-data = { $path } no és una carpeta amb dades d’aquesta aplicació.
usage-no-such-data-hint = { $folders ->
    [none] Aquesta aplicació no indica cap carpeta de dades, o no n’hi ha cap.
   *[other] Indiqueu-ne una d’aquestes, exactament com apareix aquí: { $folders }
}
usage-no-consent = Per desinstal·lar una aplicació cal una confirmació, i aquí no es pot preguntar a ningú.
usage-no-consent-hint = Torneu-ho a executar amb --yes si voleu desinstal·lar l’aplicació.
usage-no-face = No s’ha pogut obrir la finestra, i aquí no hi ha cap terminal on preguntar.
usage-no-face-hint = Inicieu-lo en un terminal: { $command }

repository-unreachable = No s’ha pogut accedir a { $place }, o no ha respost correctament (en demanar { $file }).
repository-unreachable-hint = Comproveu la connexió a Internet i els paràmetres del servidor intermediari, i torneu-ho a provar. No s’ha canviat res.
repository-not-there = No hi ha versions publicades a { $place }: falta { $file }.
repository-not-there-hint = Comproveu l’adreça. Si és correcta, aviseu l’editor de l’aplicació.
repository-too-long = { $place } ha enviat més dels { BYTES($limit) } que pot tenir { $file }.
repository-too-long-hint = El servidor, o alguna cosa pel camí, no és de fiar. Proveu una altra xarxa i aviseu l’editor si torna a passar.
repository-offline = Les versions són a { $place }, i --offline prohibeix cercar-hi.
repository-offline-hint = Executeu-ho sense --offline, o indiqueu amb --repository una carpeta amb les versions.

trust-expired = La signatura de l’editor per a «{ $role }» va caducar el { $expires }; el rellotge d’aquest ordinador indica { $now }.
trust-expired-hint = Comproveu la data i l’hora d’aquest ordinador. Si són correctes, l’editor ha de renovar la signatura: aviseu-lo i torneu-ho a provar més tard.
trust-clock-behind = La signatura de l’editor per a «{ $role }» va caducar el { $expires }. El rellotge d’aquest ordinador indica { $now }, però ja era { $known } quan aquest programa es va crear o es va executar per última vegada.
trust-clock-behind-hint = Comproveu la data i l’hora d’aquest ordinador. Si el rellotge anava malament abans i ara va bé, desinstal·leu l’aplicació i torneu-la a instal·lar.
trust-threshold = «{ $role }» està signat només amb { COUNT($have) } de les { COUNT($need) } claus necessàries.
trust-threshold-hint = No instal·leu res d’aquesta font. La versió s’ha modificat, o no l’han signada prou dels seus editors. Aviseu l’editor.
trust-rollback = El servidor ofereix la versió { $offered } de «{ $role }», més antiga que la versió { $trusted } ja coneguda.
trust-rollback-hint = El servidor, o alguna cosa pel camí, mostra un estat antic. Proveu una altra xarxa o una altra rèplica; si continua igual, aviseu l’editor.
trust-malformed = { $file } no té l’aspecte que hauria de tenir un fitxer de l’editor.
trust-malformed-hint = Potser ha respost una pàgina d’inici de sessió de la xarxa en lloc del servidor: obriu qualsevol pàgina web, inicieu la sessió i torneu-ho a provar. Si continua igual, aviseu l’editor.
trust-web-page = { $file } és una pàgina web en lloc del fitxer de l’editor.
trust-web-page-hint = Probablement aquesta xarxa us demana que inicieu la sessió: obriu qualsevol pàgina web, inicieu la sessió i torneu-ho a provar.
trust-inconsistent = Els fitxers de l’editor no concorden entre si, a { $file }.
trust-inconsistent-hint = Potser s’està publicant una versió nova en aquest moment: torneu-ho a provar d’aquí a uns minuts. Si continua igual, aviseu l’editor.
trust-many-roots = Les claus de l’editor han canviat més de { COUNT($limit) } vegades des de l’última comprovació d’aquest ordinador.
trust-many-roots-hint = Torneu-ho a executar: continuarà des d’aquí.
trust-other-application = Aquesta és una versió de { $found }, no de { $expected }.
trust-other-application-hint = Comproveu l’adreça del repositori. Si és correcta, aviseu l’editor.
trust-unsupported = { $file } usa alguna cosa que aquest programa no admet: { $feature }.
trust-unsupported-hint = Obteniu l’instal·lador més nou de l’editor.
trust-mismatch = { $file } no és el fitxer que va signar l’editor.
trust-mismatch-hint = El fitxer s’ha modificat o malmès, i no s’ha usat. Torneu-ho a provar, o proveu una altra xarxa; si continua igual, aviseu l’editor.
trust-too-long = { $file } supera els { BYTES($limit) } permesos.
trust-too-long-hint = El fitxer no s’ha usat. Aviseu l’editor.
trust-floor = El servidor ofereix { $offered }, però aquest instal·lador no accepta res anterior a { $floor }.
trust-floor-hint = El servidor, o alguna cosa pel camí, mostra un estat antic. Proveu una altra xarxa o una altra rèplica; si continua igual, aviseu l’editor.
trust-newer-format = { $file } té el format { $format }; aquest programa llegeix fins al { $supported }.
trust-newer-format-hint = Obteniu l’instal·lador més nou de l’editor.

plan-older = La versió { $installed } està instal·lada; no se substitueix per la versió anterior { $offered }.
plan-older-hint = Si voleu la versió anterior, desinstal·leu primer la que hi ha. Les vostres dades es conserven.
plan-replaced = La versió { $version } es va publicar de nou, i el servidor ofereix la primera de les dues.
plan-replaced-hint = El servidor, o alguna cosa pel camí, mostra un estat antic. Proveu una altra xarxa o una altra rèplica; si continua igual, aviseu l’editor.
plan-below-floor = La versió { $offered } té problemes de seguretat coneguts; l’editor ja no accepta res anterior a { $floor }.
plan-below-floor-hint = Useu una versió més nova. Si no n’hi ha cap, aviseu l’editor.
plan-not-installed = L’aplicació no està instal·lada aquí.
plan-not-installed-hint = Instal·leu-la primer, o indiqueu-ne la carpeta amb --prefix.
    .window = Instal·leu-la primer.
plan-no-previous = No hi ha cap versió anterior a la qual tornar.
plan-no-previous-hint = Després de cada actualització es conserva una sola versió anterior. El que està instal·lat es queda com està.
plan-other-application = La carpeta conté { $installed }; no s’hi pot instal·lar { $offered }.
plan-other-application-hint = Trieu una altra carpeta amb --prefix.
    .window = Trieu una altra carpeta.
plan-no-python = No s’ha trobat cap Python adequat. Es necessita: { $needed }.
plan-no-python-hint = Instal·leu un Python així des de python.org o amb el gestor de paquets del sistema, o indiqueu-ne un amb --python.
    .window = Instal·leu un Python així des de python.org o amb el gestor de paquets del sistema.
plan-other-python = S’ha demanat { $asked }, però no es pot usar. Es necessita: { $needed }.
plan-other-python-hint = Indiqueu un altre Python amb --python, o traieu l’opció: aleshores se’n cercarà un d’adequat. Els detalls indiquen què s’ha trobat.
plan-no-wheel = No hi ha cap paquet ja preparat per a aquest ordinador ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Proveu un altre Python amb --python. Si no, demaneu a l’editor que admeti aquest ordinador.
    .window = Instal·leu una altra versió de Python. Si no, demaneu a l’editor que admeti aquest ordinador.
plan-no-compiler = Aquests paquets s’han de compilar en aquest ordinador, però no s’ha trobat cap compilador de C que funcioni amb les capçaleres de Python: { $packages }.
plan-no-compiler-hint = Instal·leu un compilador de C i els fitxers de desenvolupament de Python (a Debian: build-essential i python3-dev), o proveu un altre Python amb --python.
    .window = Instal·leu un compilador de C i els fitxers de desenvolupament de Python (a Debian: build-essential i python3-dev).
plan-bad-lock = La versió publicada es contradiu sobre el paquet { $package }.
plan-bad-lock-hint = És un error de l’editor: aviseu-lo. No s’ha canviat res.

fetch-unreachable = No s’ha pogut baixar { $artifact }: no s’ha pogut accedir a { $host }.
fetch-unreachable-hint = Comproveu la connexió a Internet i els paràmetres del servidor intermediari, i torneu-ho a executar: el que ja és aquí es conserva.
fetch-server = No s’ha pogut baixar { $artifact }: { $host } ha respost amb l’error { $status }.
fetch-server-hint = Torneu-ho a provar més tard: el que ja és aquí es conserva.
fetch-not-found = { $artifact } no és en cap dels llocs on hauria de ser.
fetch-not-found-hint = Si heu indicat un índex, una rèplica o una carpeta, assegureu-vos que el fitxer hi sigui. Si no, aviseu l’editor.
fetch-cut = La connexió s’ha tallat mentre arribava { $artifact }: han arribat { BYTES($have) } de { BYTES($size) }.
fetch-cut-hint = Torneu-ho a executar: la baixada continuarà on s’havia aturat.
fetch-short = { $artifact } ha acabat massa aviat: { BYTES($have) } en lloc de { BYTES($size) }.
fetch-short-hint = El servidor o un servidor intermediari envia un fitxer incomplet. Torneu-ho a executar, o useu una altra xarxa o una altra rèplica.
fetch-too-long = { $artifact } supera els { BYTES($size) } que va signar l’editor.
fetch-too-long-hint = El fitxer no s’ha usat. Proveu una altra xarxa o una altra rèplica; si continua igual, aviseu l’editor.
fetch-wrong-hash = { $artifact }, de { $host }, no és el fitxer que va signar l’editor.
fetch-wrong-hash-hint = El fitxer s’ha modificat o malmès pel camí, i no s’ha usat. Proveu una altra xarxa o una altra rèplica; si continua igual, aviseu l’editor.
fetch-login-page = { $host } ha respost amb una pàgina web en lloc del fitxer.
fetch-login-page-hint = Probablement aquesta xarxa us demana que inicieu la sessió: obriu qualsevol pàgina web, inicieu la sessió i torneu-ho a executar.
fetch-slow = { $host } envia { $artifact } massa a poc a poc.
fetch-slow-hint = Torneu-ho a executar més tard o en una altra xarxa: la baixada continuarà on s’havia aturat.
fetch-redirect = { $host } fa donar voltes a la baixada de { $artifact } o l’envia a un lloc que no és segur.
fetch-redirect-hint = Proveu una altra xarxa o una altra rèplica; si continua igual, aviseu l’editor.
fetch-confused = { $host } dona una resposta sense sentit per a { $artifact }.
fetch-confused-hint = Torneu-ho a provar més tard, o useu una altra rèplica o un altre índex.
fetch-tls = { $issuer ->
    [unknown] La connexió amb { $host } no és segura: aquest ordinador no confia en el seu certificat.
   *[other] La connexió amb { $host } no és segura: el seu certificat l’ha emès { $issuer }, en qui aquest ordinador no confia.
}
fetch-tls-hint = En una empresa, és possible que la xarxa inspeccioni les connexions: demaneu-ne l’autoritat de certificació i indiqueu el fitxer amb --ca. Altrament, useu una altra xarxa.
    .window = En una empresa, és possible que la xarxa inspeccioni les connexions: demaneu a qui s’encarrega d’aquest ordinador que el faci confiar en l’autoritat de certificació de l’empresa. Altrament, useu una altra xarxa.
fetch-proxy = { $proxy ->
    [unknown] El servidor intermediari que porta a { $host } demana un nom i una contrasenya, o refusa els que ha rebut.
   *[other] El servidor intermediari { $proxy } demana un nom i una contrasenya, o refusa els que ha rebut.
}
fetch-proxy-hint = Indiqueu-los amb --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = No s’ha pogut accedir al servidor intermediari { $proxy }, de manera que no s’ha pogut consultar { $host }.
fetch-proxy-unreachable-hint = Comproveu el nom i el port del servidor intermediari: després de --proxy, a les variables http_proxy i https_proxy, o als paràmetres del sistema. El que ja és aquí es conserva.
    .window = Comproveu el nom i el port del servidor intermediari: a les variables http_proxy i https_proxy, o als paràmetres del sistema. El que ja és aquí es conserva.
fetch-login = { $host } demana un nom i una contrasenya, o refusa els que ha rebut.
fetch-login-hint = Indiqueu-los a l’adreça, https://NAME:PASSWORD@HOST/…, on l’hàgiu donada: --index-url, --mirror o --repository. Si no heu donat cap adreça, aviseu l’editor.
    .window = Indiqueu-los a l’adreça, https://NAME:PASSWORD@HOST/…, on l’hàgiu donada. Si no heu donat cap adreça, aviseu l’editor.
fetch-offline = { $count ->
    [one] Falta un fitxer, i --offline prohibeix baixar-lo: { $artifacts }
   *[other] Falten { COUNT($count) } fitxers, i --offline prohibeix baixar-los: { $artifacts }
}
fetch-offline-hint = Poseu els fitxers en una carpeta i indiqueu-la amb --find-links, o executeu-ho sense --offline.

disk-full = No hi ha prou espai a { $folder }.
disk-full-hint = Allibereu espai o trieu una altra carpeta: amb --prefix per a l’aplicació, amb la variable XDG_CACHE_HOME per a les baixades. El que ja s’ha baixat es conserva.
    .window = Allibereu espai. El que ja s’ha baixat es conserva.
disk-no-room = Es necessiten { BYTES($needed) } a { $folder }, i n’hi ha { BYTES($free) } de lliures.
disk-no-room-hint = Allibereu espai o trieu una altra carpeta: amb --prefix per a l’aplicació, amb la variable XDG_CACHE_HOME per a les baixades. El que ja s’ha baixat es conserva.
    .window = Allibereu espai. El que ja s’ha baixat es conserva.
disk-rights = No es permet escriure a { $path }.
disk-rights-hint = Canvieu-ne els permisos, o trieu una altra carpeta amb --prefix. No calen permisos d’administrador.
    .window = Canvieu-ne els permisos. No calen permisos d’administrador.
disk-foreign-home = La carpeta personal { $path } pertany a un compte diferent del que executa això. No s’hi ha escrit res.
disk-foreign-home-hint = Inicieu-ho sense sudo; no calen permisos d’administrador. Per instal·lar-ho per a aquest mateix compte, useu sudo -H.
disk-name = No es pot crear { $path }: el nom és massa llarg o té caràcters que allà no es permeten.
disk-name-hint = Trieu amb --prefix una carpeta amb un nom més curt, a prop de l’arrel del disc.
    .window = Trieu una carpeta amb un nom més curt, a prop de l’arrel del disc.
disk-no-rename = No es pot canviar el nom dels fitxers de { $folder }.
disk-no-rename-hint = Trieu una carpeta en un altre disc: amb --prefix per a l’aplicació, amb la variable XDG_CACHE_HOME per a les baixades.
    .window = Trieu una carpeta en un altre disc (amb la variable XDG_CACHE_HOME per a les baixades).
disk-no-links = { $folder } no pot contenir enllaços simbòlics, i l’aplicació els necessita.
disk-no-links-hint = Trieu amb --prefix una carpeta en un altre disc; les memòries USB i les unitats de xarxa sovint no admeten enllaços.
    .window = Trieu una carpeta en un altre disc; les memòries USB i les unitats de xarxa sovint no admeten enllaços.
disk-no-locks = Els fitxers de { $folder } no es poden blocar, de manera que dues instal·lacions es podrien fer nosa.
disk-no-locks-hint = Trieu una carpeta en un disc d’aquest ordinador: amb --prefix per a l’aplicació, amb la variable XDG_CACHE_HOME per a les baixades.
    .window = Trieu una carpeta en un disc d’aquest ordinador (amb la variable XDG_CACHE_HOME per a les baixades).
disk-no-execution = Els programes de { $folder } no es poden iniciar, de manera que l’aplicació no hi podria funcionar.
disk-no-execution-hint = Trieu amb --prefix una carpeta on es puguin executar programes.
    .window = Trieu una carpeta on es puguin executar programes.
disk-no-room-for-files = Cal crear uns { COUNT($needed) } fitxers a { $folder }. Nombre de fitxers que encara caben al disc: { COUNT($free) }.
disk-no-room-for-files-hint = Elimineu fitxers d’allà, o trieu amb --prefix una carpeta en un altre disc.
    .window = Elimineu fitxers d’allà, o trieu una carpeta en un altre disc.
disk-path-too-long = El camí { $folder } és massa llarg: pot tenir { COUNT($most) } caràcters, perquè s’hi puguin anomenar els fitxers.
disk-path-too-long-hint = Trieu amb --prefix una carpeta amb un camí més curt.
    .window = Trieu una carpeta amb un camí més curt.
disk-names-too-short = Els noms de fitxer a { $folder } només poden tenir { COUNT($most) } caràcters; se’n necessiten { COUNT($needed) }. És habitual en les carpetes xifrades.
disk-names-too-short-hint = Trieu una altra carpeta per a les baixades amb la variable XDG_CACHE_HOME.
disk-other = No s’ha pogut llegir o escriure { $path }.
disk-other-hint = Els detalls indiquen què ha respost el sistema. Comproveu si hi ha una altra cosa en aquest lloc o si alguna cosa l’està usant, i torneu-ho a provar; al Windows, potser un antivirus reté el fitxer.

limit-open-files = Aquest compte només pot tenir { COUNT($limit) } fitxers oberts alhora; se’n necessiten { COUNT($needed) }.
limit-open-files-hint = Augmenteu el límit («ulimit -n»), o demaneu-ho a qui s’encarregui d’aquest ordinador.
limit-file-size = Aquest compte només pot escriure fitxers de { BYTES($limit) }; es necessiten { BYTES($needed) }.
limit-file-size-hint = Augmenteu el límit («ulimit -f»), o demaneu-ho a qui s’encarregui d’aquest ordinador.

environment-runtime = El Python que porta la versió no s’ha pogut descomprimir o no funciona.
environment-runtime-hint = Instal·leu Python des de python.org i indiqueu-lo amb --python, i aviseu l’editor.
    .window = Instal·leu Python des de python.org, i aviseu l’editor.
environment-create = Python no ha pogut crear un entorn per a l’aplicació.
environment-create-hint = Els detalls indiquen per què. Proveu un altre Python amb --python, o una altra carpeta amb --prefix.
    .window = Els detalls indiquen per què. Trieu una altra carpeta, o instal·leu una altra versió de Python.
environment-start = No s’ha pogut iniciar { $program }.
environment-start-hint = Els detalls indiquen per què. Potser no es permeten programes en aquella carpeta: trieu-ne una altra amb --prefix.
    .window = Els detalls indiquen per què. Potser no es permeten programes en aquella carpeta: trieu-ne una altra.
environment-wheel-refused = { $wheel } conté alguna cosa que cap paquet no hauria de contenir, i no s’ha instal·lat.
environment-wheel-refused-hint = Els detalls indiquen què és. Aviseu l’editor. No s’ha canviat res.
environment-pip = No s’han pogut instal·lar els paquets.
environment-pip-hint = Els detalls contenen el que ha dit pip. No s’ha canviat res; aviseu l’editor si torna a passar.
environment-pip-python = El pip de la versió ({ $pip }) no funciona amb Python { $python }.
environment-pip-python-hint = Indiqueu un altre Python amb --python, i aviseu l’editor.
    .window = Instal·leu una altra versió de Python, i aviseu l’editor.
environment-hash = Un paquet no és el que va signar l’editor; pip l’ha refusat.
environment-hash-hint = El disc, o un altre programa, modifica fitxers. La versió nova no s’ha activat; torneu-ho a provar.
environment-build = No s’ha pogut compilar { $package } en aquest ordinador.
environment-build-hint = Els detalls contenen els missatges de la compilació; sovint falten els fitxers de desenvolupament d’una biblioteca. Potser hi ha un paquet ja preparat per a un altre Python: proveu --python.
    .window = Els detalls contenen els missatges de la compilació; sovint falten els fitxers de desenvolupament d’una biblioteca. Potser hi ha un paquet ja preparat per a un altre Python.
environment-no-headers = { $package } s’ha de compilar en aquest ordinador, però { $python } no té capçaleres de C.
environment-no-headers-hint = Instal·leu els fitxers de desenvolupament de Python (a Debian: python3-dev), o proveu un altre Python amb --python.
    .window = Instal·leu els fitxers de desenvolupament de Python (a Debian: python3-dev).
environment-no-command = La versió no té l’ordre «{ $command }», encara que ho diu.
environment-no-command-hint = És un error de l’editor: aviseu-lo. La versió nova no s’ha activat.
environment-changed = Després de la instal·lació, { $path } no era el que hauria de ser.
environment-changed-hint = El disc, o un altre programa (un antivirus?), modifica fitxers. La versió nova no s’ha activat; torneu-ho a provar.
environment-check = Els paquets instal·lats no són compatibles entre si.
environment-check-hint = És un error de la versió: aviseu l’editor. La versió nova no s’ha activat.
environment-smoke-test = L’aplicació acabada d’instal·lar no s’inicia.
environment-smoke-test-hint = Els detalls contenen el que ha dit. La versió nova no s’ha activat; aviseu l’editor.
environment-time = Un pas de la instal·lació ha tardat massa i s’ha aturat.
environment-time-hint = Torneu-ho a provar quan l’ordinador estigui menys ocupat. La versió nova no s’ha activat.

activate-launcher-taken = { $path } pertany a una altra cosa i no s’ha sobreescrit.
activate-launcher-taken-hint = Moveu-lo o elimineu-lo, i torneu-ho a executar.
activate-unsafe = { $path } és un enllaç, pertany a algú altre o altres el poden modificar. No s’ha usat.
activate-unsafe-hint = Traieu als altres el permís d’escriptura (chmod go-w), elimineu-lo, o trieu una altra carpeta: amb --prefix per a l’aplicació, amb la variable XDG_CACHE_HOME per a les baixades.
    .window = Traieu als altres el permís d’escriptura (chmod go-w), elimineu-lo, o trieu una altra carpeta (amb la variable XDG_CACHE_HOME per a les baixades).
activate-anothers = La instal·lació a { $folder } pertany a un altre compte: { $owner }.
activate-anothers-hint = Només aquell compte la pot canviar o suprimir. Trieu una altra carpeta amb --prefix.
    .window = Només aquell compte la pot canviar o suprimir. Trieu una altra carpeta.
activate-damaged-receipt = { $path } està malmès, de manera que no indica què pertany a la instal·lació.
activate-damaged-receipt-hint = Executeu aquest programa sense cap ordre: instal·la l’aplicació de nou i torna a escriure el fitxer. Després, desinstal·leu-la.
activate-foreign = { $path } ja existia i no forma part de cap instal·lació; no s’ha tocat.
activate-foreign-hint = Trieu una altra carpeta amb --prefix, o moveu-lo i torneu-ho a executar.
    .window = Trieu una altra carpeta, o moveu-lo i torneu-ho a executar.
activate-previous-gone = La versió { $version }, que es conservava per tornar-hi, ja no es pot iniciar: els seus fitxers o el seu Python ja no hi són.
activate-previous-gone-hint = Continueu amb la versió instal·lada; no s’ha tocat.
activate-newer-receipt = Un instal·lador més nou ha escrit { $path }.
activate-newer-receipt-hint = Useu aquell instal·lador, o obteniu el més nou de l’editor.

verify-damaged = El que hi ha instal·lat no està com hauria d’estar, en { $count ->
    [one] un lloc
   *[other] { COUNT($count) } llocs
}.
verify-damaged-hint = Executeu «{ $command }»: repara el que està malmès i no toca les vostres dades.
    .window = Executeu «{ window-repair }»: repara el que està malmès i no toca les vostres dades.
verify-damaged-anothers = El que hi ha instal·lat no està com hauria d’estar, en { $count ->
    [one] un lloc
   *[other] { COUNT($count) } llocs
}.
verify-damaged-anothers-hint = Només la pot reparar el compte al qual pertany: { $owner }.
uninstall-declined = No s’ha eliminat res.
uninstall-declined-hint = L’aplicació es queda com estava. Per desinstal·lar-la, torneu-ho a executar i responeu que sí.
uninstall-mounted = Hi ha una altra unitat muntada a { $path }, per això no s’ha eliminat la carpeta de dades que la conté.
uninstall-mounted-hint = Desmunteu primer la unitat, o desinstal·leu l’aplicació sense aquesta carpeta.

busy = Hi ha una altra instal·lació en curs a { $folder }.
busy-hint = Espereu que acabi i torneu-ho a executar; --wait SECONDS espera automàticament.
    .window = Espereu que acabi i torneu-ho a executar.
cancelled = Cancel·lat. El que ja estava instal·lat es queda com estava.
cancelled-hint = Podeu tornar-ho a executar en qualsevol moment: el que ja s’ha baixat es conserva.
internal = Alguna cosa ha fallat dins d’aquest programa.
internal-hint = És un error nostre. Informeu-nos-en i incloeu-hi els detalls.

log-unwritable = No es pot escriure el registre { $path }.
log-unwritable-hint = Indiqueu un fitxer en una carpeta on pugueu escriure, o traieu --log.
