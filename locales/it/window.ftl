window-caption = Installazione di { $name }

window-install = Installa
window-upgrade = Aggiorna
window-repair = Ripara
window-go-back = Torna indietro
window-uninstall = Disinstalla
window-cancel = Annulla
window-language = Lingua
window-close = Chiudi
window-later = Alla chiusura
window-open = Apri
window-back = Indietro
window-continue = Continua
window-try-again = Riprova
window-copy = Copia
window-copy-details = Copia i dettagli
window-stop = Interrompi
window-stop-close = Interrompi e chiudi
window-go-on = Prosegui

window-step = { $step }…
window-nothing-changed = Per ora non viene modificato nulla.
window-going-on = Si riprende da dove si era interrotto…
window-stopping = Interruzione in corso…

window-offer-install = Installa { $name }
window-offer-upgrade = Aggiorna { $name }
window-offer-repair = Ripara { $name }
window-offer-go-back = Tornare al { $name } precedente?
window-offer-uninstall = Disinstallare { $name }?
window-consequence-upgrade = La versione installata resta finché quella nuova non si è avviata correttamente, poi viene conservata per poterci tornare.
window-consequence-repair = Ciò che è danneggiato o manca viene ripristinato. I dati personali non vengono toccati.
window-consequence-go-back = Si torna a usare la versione { $version }, che potrebbe non aprire i dati modificati da quella più recente: chiedere all’editore.
window-consequence-uninstall = L’applicazione e tutto ciò che è stato installato con essa vengono rimossi da questo computer.

window-version = Versione { $version }
window-version-size = Versione { $version } · { BYTES($size) } da scaricare
window-verified = Editore verificato: { $publisher }
window-fact-signed = Firme
window-signed = { $signed ->
    [one] { COUNT($signed) } chiave su { COUNT($keys) } (minimo: { COUNT($threshold) })
   *[other] { COUNT($signed) } chiavi su { COUNT($keys) } (minimo: { COUNT($threshold) })
}
window-fact-download = Da scaricare
window-download = { $packages ->
    [one] { BYTES($size) } in { COUNT($packages) } pacchetto
   *[other] { BYTES($size) } in { COUNT($packages) } pacchetti
}
window-download-none = Nulla, c’è già tutto
window-fact-disk = Sul disco
window-disk = circa { BYTES($size) }
window-fact-folder = Cartella

window-options = Opzioni
window-folder = Cartella di installazione
window-switch-start = Avvia { $name } al termine
window-switch-menu = Aggiungi al menu
window-switch-desktop = Aggiungi un’icona al desktop
window-switch-path = Rendi disponibili i comandi nei terminali (aggiungili al PATH)

window-now-install = Installazione di { $name }
window-now-upgrade = Aggiornamento di { $name }
window-now-repair = Riparazione di { $name }
window-now-go-back = Ritorno al { $name } precedente
window-now-uninstall = Disinstallazione di { $name }

window-speed = { BYTES($speed) }/s
window-left = ancora { DURATION($left) } circa
window-speed-left = { BYTES($speed) }/s · ancora { DURATION($left) } circa
window-waiting = In attesa della rete. Poi si prosegue automaticamente.

window-details = Dettagli
window-arrived = { $artifact } è arrivato, { BYTES($size) }
window-building = Compilazione di { $package }
window-installed = { $package } è installato

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = La versione { $version } è installata
window-news-none = L’applicazione è aggiornata.
window-news-upgrade = È disponibile la versione { $version }, { BYTES($size) } da scaricare.
window-news-left-aside = L’applicazione funziona. La versione { $version } è più recente, ma è stata abbandonata.
window-news-broken = Qualcosa è danneggiato o manca, ma si può riparare.
window-news-unknown = Non è stato possibile sapere se c’è una versione più recente.
window-about-repair = Ripristina ciò che è danneggiato o manca.
window-about-go-back = Torna a usare la versione { $version }, che è ancora qui.
window-about-uninstall = I dati personali restano, salvo scelta diversa.
window-running = In esecuzione: { $programs }. Continua con la versione con cui è stato avviato finché non viene chiuso.

window-goes-size = Viene rimosso ({ BYTES($size) }):
window-data = Resta, a meno che non venga selezionato qui:
window-data-remove = Elimina anche i dati personali in { $folder } ({ BYTES($size) })
window-downloads-remove = Elimina i file scaricati che non servono ad altro ({ BYTES($size) })

window-ready = { $name } è pronto
window-removed = { $name } è stato disinstallato
window-removed-kept = I dati personali non sono stati toccati.
window-removed-data = Anche i dati selezionati sono stati eliminati.
window-done-install = Tutto è stato controllato e funziona.
window-done-upgrade = La nuova versione è stata controllata e funziona. Quella precedente viene conservata per poterci tornare.
window-done-repair = Tutto è stato controllato e funziona di nuovo.
window-done-go-back = Si usa di nuovo la versione precedente.
window-done-nothing = Nulla era danneggiato e non c’era nulla da fare.
window-done-later = La versione { $version } è pronta. Sarà attivata al prossimo avvio di questo programma.
window-still-running = Ancora in esecuzione con la versione precedente: { $programs }. Riavviare per usare quella nuova.
window-type-this = Per l’avvio, digitare questo in un terminale:
window-copied = Copiato
window-where = I comandi si trovano in { $folder }.
window-not-on-path = I comandi si trovano in { $folder }, che non è nel PATH: nel frattempo, nei terminali serve il percorso completo.
window-stopped = Interrotto
window-stopped-kept = Nulla è stato modificato. Ciò che è stato scaricato viene conservato, e la prossima volta si riprende da lì.

window-failed = Impossibile installare { $name }
window-failed-network = Nessuna connessione
window-failed-refused = Non installato, per sicurezza
window-failed-older = La versione precedente è stata rifiutata
window-failed-python = Manca un Python adatto
window-failed-package = Manca un pacchetto per questo computer
window-failed-disk = Problema con il disco o la cartella
window-failed-busy = È in corso un’altra installazione
window-failed-removal = Impossibile disinstallare { $name }
window-failed-repair = Impossibile riparare { $name }
window-failed-go-back = Impossibile tornare al { $name } precedente
window-code = Dettagli ({ $code })
window-tries-in = Nuovo tentativo tra { DURATION($left) }
window-kept = Ciò che è stato scaricato viene conservato.
window-support = Aiuto: { $support }

window-proxy-name = Nome per il proxy
window-proxy-password = Password

window-ask-cancel = Interrompere qui?
window-ask-close = Interrompere e chiudere la finestra?
window-ask-kept = Ciò che è stato scaricato viene conservato, e la prossima volta si riprende da lì.
window-ask-undone = Ciò che è stato iniziato viene annullato. Ciò che era già installato resta com’era.
