phase-verifying = S’està comparant cada fitxer amb el que es va instal·lar
phase-mending = S’està cercant i reparant el que està malmès
phase-judging = S’estan comprovant les signatures
phase-planning = S’està cercant un Python adequat
phase-fetching = S’està baixant
phase-building = S’estan compilant els paquets
phase-installing = S’estan instal·lant els paquets
phase-checking = S’està comprovant la instal·lació
phase-activating = S’està activant la versió nova
phase-removing = S’està desinstal·lant l’aplicació

action-install = Instal·la { $name } { $version }
action-upgrade = Actualitza { $name } de { $installed } a { $version }
action-upgrade-later = Prepara { $name } { $version } al costat de la versió en execució
action-go-back = Torna a { $name } { $version }
action-repair = Repara { $name } { $version }
action-mend = Repara { $name } { $version }
action-verify = Compara { $name } { $version }
action-up-to-date = { $name } { $version } està al dia
action-uninstall = Desinstal·la { $name } { $version }

waiting = Hi ha una altra instal·lació d’aquesta aplicació en curs; s’espera que acabi, com a màxim { DURATION($left) }
running-process = { $program } (procés { $pid })
removal-running = En execució: { $programs }. Tanqueu primer l’aplicació: sense els seus fitxers, el que s’executa pot fallar.

progress-bytes = { BYTES($have) } de { BYTES($size) }
progress-bytes-speed = { BYTES($have) } de { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } de { BYTES($size) }, { BYTES($speed) }/s, queden aprox. { DURATION($left) }
progress-packages = { COUNT($done) } de { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } de { COUNT($total) }: { $package }, queden aprox. { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: intent { COUNT($attempt) } d’aquí a { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } de { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: intent { COUNT($attempt) }
waiting-network = s’està esperant la xarxa
waiting-network-next = s’està esperant la xarxa; pròxim intent d’aquí a { DURATION($wait) }

menu-manage = Actualitza o desinstal·la

finding-changed = { $path }: no està com es va instal·lar
finding-missing = { $path }: falta
finding-foreign = { $path }: no pertany a l’aplicació
finding-rights = { $path }: els permisos han canviat des de la instal·lació
finding-launcher = { $path }: no inicia l’aplicació
finding-pointer = { $path }: no porta a la versió instal·lada
finding-python = { $path }: aquest Python ja no hi és o ara és d’una altra versió
finding-record = { $path }: el registre del que es va instal·lar falta o s’ha modificat
