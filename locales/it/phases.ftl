phase-verifying = Confronto di ogni file con ciò che è stato installato
phase-mending = Ricerca e riparazione di ciò che è danneggiato
phase-judging = Controllo delle firme
phase-planning = Ricerca di un Python adatto
phase-fetching = Scaricamento
phase-building = Compilazione dei pacchetti
phase-installing = Installazione dei pacchetti
phase-checking = Controllo dell’installazione
phase-activating = Attivazione della nuova versione
phase-removing = Disinstallazione dell’applicazione

action-install = Installa { $name } { $version }
action-upgrade = Aggiorna { $name } da { $installed } a { $version }
action-upgrade-later = Prepara { $name } { $version } accanto alla versione in esecuzione
action-go-back = Torna a { $name } { $version }
action-repair = Ripara { $name } { $version }
action-mend = Ripara { $name } { $version }
action-verify = Confronta { $name } { $version }
action-up-to-date = { $name } { $version } è aggiornato
action-uninstall = Disinstalla { $name } { $version }

waiting = È in corso un’altra installazione di questa applicazione; si attende che finisca, al massimo { DURATION($left) }
running-process = { $program } (processo { $pid })
removal-running = In esecuzione: { $programs }. Chiudere prima l’applicazione: senza i suoi file, ciò che è in esecuzione può bloccarsi.

progress-bytes = { BYTES($have) } di { BYTES($size) }
progress-bytes-speed = { BYTES($have) } di { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } di { BYTES($size) }, { BYTES($speed) }/s, ancora { DURATION($left) } circa
progress-packages = { COUNT($done) } di { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } di { COUNT($total) }: { $package }, ancora { DURATION($left) } circa
progress-building = { $package }
retrying = { $artifact }: tentativo { COUNT($attempt) } tra { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } di { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: tentativo { COUNT($attempt) }
waiting-network = in attesa della rete
waiting-network-next = in attesa della rete; prossimo tentativo tra { DURATION($wait) }

menu-manage = Aggiorna o disinstalla

finding-changed = { $path }: non è come è stato installato
finding-missing = { $path }: manca
finding-foreign = { $path }: non appartiene all’applicazione
finding-rights = { $path }: i permessi sono cambiati dopo l’installazione
finding-launcher = { $path }: non avvia l’applicazione
finding-pointer = { $path }: non porta alla versione installata
finding-python = { $path }: questo Python non c’è più o ora è di un’altra versione
finding-record = { $path }: il registro di ciò che è stato installato manca o è stato modificato
