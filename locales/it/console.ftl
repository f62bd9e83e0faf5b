plan-publisher = {"  "}Editore: { $publisher }; firmato con { COUNT($signed) } chiavi su { COUNT($keys) } (minimo: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pacchetti: { COUNT($packages) } ({ BYTES($size) }, di cui { BYTES($fetch) } da scaricare)
plan-builds = {"  "}Compilati su questo computer: { $packages }
plan-running = {"  "}In esecuzione: { $programs }. Continua con la versione con cui è stato avviato, e nulla di ciò che gli serve viene tolto.
plan-go-back-data = {"  "}I dati personali restano come sono. La versione precedente potrebbe non capire ciò che ha scritto quella più recente: se è importante, farne prima una copia.
plan-folder = {"  "}Cartella: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = La versione { $version } è installata.
outcome-upgrade = La versione { $version } è installata; la precedente viene conservata: con «{ $command }» ci si torna.
outcome-upgrade-later = La versione { $version } è ancora in esecuzione; la { $pending } è pronta e sarà attivata al prossimo avvio di questo programma.
outcome-go-back = La versione { $version } è di nuovo installata. Quella appena lasciata viene conservata: con «{ $command }» ci si torna.
outcome-repair = La versione { $version } è stata installata di nuovo.
outcome-mend = La versione { $version } è di nuovo a posto.
outcome-verify = Nulla è danneggiato: la versione { $version } è come è stata installata.
outcome-up-to-date = La versione { $version } è installata e aggiornata.
outcome-left-aside = La versione { $version } è installata. La { $newer } è stata abbandonata, quindi non viene installata automaticamente: per farlo, usare «{ $command }».
outcome-running = Ancora in esecuzione con la versione precedente: { $programs }. Riavviare per usare quella nuova.
outcome-uninstall = Disinstallazione completata.
outcome-commands = Per avviare: { $commands }
outcome-not-on-path = { $folder } non è nel PATH. Aggiungendola, non serve più indicare la cartella.
outcome-path-line = Perché basti il solo nome, aggiungere questa riga a { $file }, oppure eseguire di nuovo con --add-to-path:
outcome-path-added = La cartella dei comandi è stata aggiunta al PATH in { $file }. Aprire un nuovo terminale per usarla.
failure-message = Errore: { $message } [{ $code }]
failure-hint = Che cosa fare: { $hint }
failure-details = Dettagli:

findings-compared = Versione { $version }: { $files ->
    [one] { COUNT($files) } file confrontato
   *[other] { COUNT($files) } file confrontati
} ({ BYTES($size) }); pacchetti confrontati con ciò che l’editore ha firmato: { COUNT($signed) } su { COUNT($packages) }, gli altri con il registro dell’installazione
findings-mended = Riparato ({ COUNT($count) }):
findings-more = {"  "}e altri { COUNT($count) }; --json li elenca tutti

check-up-to-date = { $name } { $installed } è aggiornato.
check-upgrade = Si può installare { $name } { $offered }; versione installata: { $installed }.
check-upgrade-size = Si può installare { $name } { $offered } ({ BYTES($size) } da scaricare); versione installata: { $installed }.
check-security = La versione { $installed } ha problemi di sicurezza noti.
check-obstacle = {"  "}Non si può installare su questo computer così com’è ora [{ $code }].

removal-goes = Viene disinstallato { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Viene conservato:
removal-data = {"  "}i dati personali in { $path } ({ BYTES($size) }); --remove-data { $path } elimina anche questi
removal-data-goes = {"  "}i dati personali in { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, modificato nel frattempo o estraneo a questo programma
removal-downloads = {"  "}i file scaricati che non servono ad altro ({ BYTES($size) }); --remove-downloads elimina anche questi
removal-downloads-goes = {"  "}i file scaricati che non servono ad altro ({ BYTES($size) })

status-nothing = Nulla è installato.
status-installed = { $name } { $version }, data di installazione: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pacchetti: { COUNT($packages) }
status-previous = {"  "}Versione conservata per poterci tornare: { $version }
status-file = {"  "}Fuori dalla sua cartella: { $path }
shell-line = la riga in { $path } che mette i comandi nel PATH

note-locale = Non ci sono testi in «{ $asked }». Lingue disponibili: { $known }
note-log = Registro di questa esecuzione: { $path }
note-anothers = Appartiene a un altro account, { $owner }, e viene solo consultata.
note-no-desktop = Qui non c’è una cartella del desktop, quindi --desktop-shortcut non ha effetto.

ask-uninstall = Disinstallare { $name } da { $folder }?
ask-remove-data = Eliminare anche i dati personali in { $path } ({ BYTES($size) })? Non si potranno recuperare.
ask-remove-downloads = Eliminare anche i file scaricati che non servono ad altro ({ BYTES($size) })?
answer-choices = [s/N]
answer-yes = s sì si y yes

help-about = Installa un’applicazione Python da versioni firmate e la tiene aggiornata.
help-usage = Uso: { $program } [COMANDO] [OPZIONI]
help-commands = Comandi:
help-command-none = senza comando: installa, aggiorna o completa, secondo la necessità
help-command-install = installa l’applicazione
help-command-upgrade = installa una versione più recente, se c’è
help-command-repair = ripara ciò che è danneggiato nella versione installata
help-command-go-back = torna alla versione precedente; non serve la rete
help-command-verify = confronta ogni file installato con ciò che è stato pubblicato
help-command-check = dice se c’è una versione più recente
help-command-status = dice che cosa è installato
help-command-uninstall = disinstalla l’applicazione; i dati personali restano
help-options = Opzioni:
help-prefix = installa in questa cartella
help-python = usa questo Python, o un Python di questa versione
help-repository = prende le versioni da qui
help-profile = installa un’altra applicazione: una cartella con profile.toml e root.json
help-index-url = scarica i pacchetti solo da questo indice
help-mirror = prova prima questo mirror di files.pythonhosted.org; ripetibile
help-find-links = cerca i pacchetti prima in questa cartella; ripetibile
help-offline = non usa la rete
help-proxy = usa questo proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = si fida anche delle autorità di certificazione in questo file
help-later = se l’applicazione è in esecuzione, prepara soltanto la nuova versione: sarà attivata al prossimo avvio
help-wait = quanto attendere un’altra installazione in corso; se omesso, dieci minuti, o per nulla con --silent o --json
help-face = mostra una finestra («window») o usa il terminale («terminal»)
help-menu = una voce nel menu delle applicazioni (creata, salvo con --no-menu)
help-desktop-shortcut = un’icona sul desktop (solo se richiesta)
help-add-to-path = fa trovare i comandi alla shell: aggiunge la loro cartella al PATH; vale anche per gli aggiornamenti
help-silent = mostra solo gli errori, non chiede nulla
help-json = mostra tutto come righe JSON
help-yes = risponde sì alla domanda prima di una disinstallazione
help-anew = con repair: installa tutto di nuovo
help-remove-data = con uninstall: elimina anche questa cartella di dati personali; ripetibile
help-remove-downloads = con uninstall: elimina anche i file scaricati
help-locale = usa questa lingua, per esempio fr
help-log = scrive un registro
help-replay = mostra in una finestra ciò che --json ha registrato; non viene installato nulla
help-version = mostra la versione di questo programma
help-help = mostra questa pagina
help-exit =
    Stato di uscita: 0 fatto o nulla da fare, 2 uso, 10 rete, 11 rifiutato per sicurezza,
    12 versione precedente rifiutata, 13 nessun Python adatto, 14 nessun wheel o compilatore,
    15 disco o permessi, 16 ambiente, 17 occupato, 18 non installato, 19 danneggiato,
    100 «check» ha trovato un aggiornamento, 70 errore interno, 130 annullato.
