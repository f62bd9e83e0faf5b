usage-unknown-command = Il comando «{ $command }» non esiste.
usage-unknown-command-hint = { $suggestion ->
    [none] «{ $program } --help» mostra ciò che è disponibile.
   *[other] Forse si intendeva «{ $suggestion }»? «{ $program } --help» mostra ciò che è disponibile.
}
usage-two-commands = «{ $first }» e «{ $second }» sono due comandi.
usage-two-commands-hint = Indicare un solo comando alla volta, un’esecuzione dopo l’altra.
usage-unknown-option = L’opzione «{ $option }» non esiste.
usage-unknown-option-hint = { $suggestion ->
    [none] «{ $program } --help» mostra ciò che è disponibile.
   *[other] Forse si intendeva «{ $suggestion }»? «{ $program } --help» mostra ciò che è disponibile.
}
usage-missing-value = L’opzione «{ $option }» richiede un valore.
usage-missing-value-hint = Scrivere il valore subito dopo: «{ $option } VALUE». Vedere «{ $program } --help».
usage-surplus-value = L’opzione «{ $option }» non accetta valori.
usage-surplus-value-hint = Scrivere solo «{ $option }». Vedere «{ $program } --help».
usage-bad-value = «{ $value }» non ha senso per «{ $option }».
usage-bad-value-hint = «{ $program } --help» spiega che cosa richiede «{ $option }».
usage-twice = L’opzione «{ $option }» è stata indicata due volte.
usage-twice-hint = Indicarla una sola volta.
usage-conflict = «{ $option }» e «{ $other }» non si possono usare insieme.
usage-conflict-hint = Togliere una delle due.
usage-misplaced-option = L’opzione «{ $option }» non ha effetto con questo comando.
usage-misplaced-option-hint = Va usata con: { $commands }
usage-bad-profile = Il profilo di applicazione { $path } non è utilizzabile.
usage-bad-profile-hint = La cartella deve contenere un profile.toml e un root.json leggibili. Chiedere una nuova copia a chi l’ha fornita.
usage-bad-certificates = { $path } non contiene certificati utilizzabili.
usage-bad-certificates-hint = Indicare con --ca un file di certificati in formato PEM.
usage-no-certificates = Impossibile leggere il file { $path } con le autorità di certificazione.
usage-no-certificates-hint = Controllare il nome dopo --ca: deve essere un file leggibile, con certificati in formato PEM.
usage-bad-proxy = { $host } non può essere usato come proxy.
usage-bad-proxy-hint = Controllare il valore di --proxy.
usage-no-home = Questo account non ha una cartella personale.
usage-no-home-hint = Impostare HOME, oppure usare un account che ha una cartella personale.
usage-no-such-data = { $path } non è una cartella con dati di questa applicazione.
usage-no-such-data-hint = { $folders ->
    [none] Questa applicazione non indica cartelle di dati, oppure non ce ne sono.
   *[other] Indicare una di queste, esattamente com’è scritta qui: { $folders }
}
usage-no-consent = Per disinstallare un’applicazione serve una conferma, e qui non si può chiedere a nessuno.
usage-no-consent-hint = Eseguire di nuovo con --yes se l’applicazione va disinstallata.
usage-no-face = Non è stato possibile aprire la finestra, e qui non c’è un terminale in cui chiedere.
usage-no-face-hint = Avviarlo in un terminale: { $command }

repository-unreachable = { $place } non è raggiungibile o non ha risposto correttamente (alla richiesta di { $file }).
repository-unreachable-hint = Controllare la connessione a Internet e le impostazioni del proxy, poi riprovare. Nulla è stato modificato.
repository-not-there = Non ci sono versioni pubblicate in { $place }: manca { $file }.
repository-not-there-hint = Controllare l’indirizzo. Se è corretto, avvisare l’editore dell’applicazione.
repository-too-long = { $place } ha inviato più dei { BYTES($limit) } consentiti per { $file }.
repository-too-long-hint = Il server, o qualcosa lungo il percorso, non è affidabile. Provare un’altra rete e, se succede di nuovo, avvisare l’editore.
repository-offline = Le versioni si trovano in { $place }, e --offline vieta di cercare lì.
repository-offline-hint = Eseguire senza --offline, oppure indicare con --repository una cartella con le versioni.

trust-expired = La firma dell’editore per «{ $role }» è scaduta il { $expires }; l’orologio di questo computer segna { $now }.
trust-expired-hint = Controllare la data e l’ora di questo computer. Se sono corrette, l’editore deve rinnovare la firma: avvisarlo e riprovare più tardi.
trust-clock-behind = La firma dell’editore per «{ $role }» è scaduta il { $expires }. L’orologio di questo computer segna { $now }, ma era già { $known } quando questo programma è stato creato o eseguito l’ultima volta.
trust-clock-behind-hint = Controllare la data e l’ora di questo computer. Se prima l’orologio era sbagliato e ora è corretto, disinstallare l’applicazione e installarla di nuovo.
trust-threshold = «{ $role }» è firmato solo con { COUNT($have) } delle { COUNT($need) } chiavi necessarie.
trust-threshold-hint = Non installare nulla da questa fonte. La versione è stata modificata, oppure non l’ha firmata un numero sufficiente dei suoi editori. Avvisare l’editore.
trust-rollback = Il server offre la versione { $offered } di «{ $role }», più vecchia della versione { $trusted } già nota.
trust-rollback-hint = Il server, o qualcosa lungo il percorso, mostra uno stato vecchio. Provare un’altra rete o un altro mirror; se il problema resta, avvisare l’editore.
trust-malformed = { $file } non ha l’aspetto che dovrebbe avere un file dell’editore.
trust-malformed-hint = Forse al posto del server ha risposto una pagina di accesso della rete: aprire una qualsiasi pagina web, effettuare l’accesso e riprovare. Se il problema resta, avvisare l’editore.
trust-web-page = { $file } è una pagina web invece del file dell’editore.
trust-web-page-hint = Probabilmente questa rete richiede un accesso: aprire una qualsiasi pagina web, effettuare l’accesso e riprovare.
trust-inconsistent = I file dell’editore non sono coerenti tra loro, in { $file }.
trust-inconsistent-hint = Forse in questo momento si sta pubblicando una nuova versione: riprovare tra qualche minuto. Se il problema resta, avvisare l’editore.
trust-many-roots = Le chiavi dell’editore sono cambiate più di { COUNT($limit) } volte dall’ultimo controllo di questo computer.
trust-many-roots-hint = Eseguire di nuovo: si riprende da qui.
trust-other-application = Questa è una versione di { $found }, non di { $expected }.
trust-other-application-hint = Controllare l’indirizzo del repository. Se è corretto, avvisare l’editore.
trust-unsupported = { $file } usa qualcosa che questo programma non supporta: { $feature }.
trust-unsupported-hint = Procurarsi il programma di installazione più recente dall’editore.
trust-mismatch = { $file } non è il file che l’editore ha firmato.
trust-mismatch-hint = Il file è stato modificato o danneggiato, e non è stato usato. Riprovare, anche con un’altra rete; se il problema resta, avvisare l’editore.
trust-too-long = { $file } supera i { BYTES($limit) } consentiti.
trust-too-long-hint = Il file non è stato usato. Avvisare l’editore.
trust-floor = Il server offre { $offered }, ma questo programma di installazione non accetta nulla di precedente a { $floor }.
trust-floor-hint = Il server, o qualcosa lungo il percorso, mostra uno stato vecchio. Provare un’altra rete o un altro mirror; se il problema resta, avvisare l’editore.
trust-newer-format = { $file } è nel formato { $format }; questo programma legge fino al { $supported }.
trust-newer-format-hint = Procurarsi il programma di installazione più recente dall’editore.

plan-older = La versione { $installed } è installata; non viene sostituita con la versione precedente { $offered }.
plan-older-hint = Se si vuole la versione precedente, disinstallare prima quella installata. I dati personali restano.
plan-replaced = La versione { $version } è stata pubblicata di nuovo, e il server offre la prima delle due.
plan-replaced-hint = Il server, o qualcosa lungo il percorso, mostra uno stato vecchio. Provare un’altra rete o un altro mirror; se il problema resta, avvisare l’editore.
plan-below-floor = La versione { $offered } ha problemi di sicurezza noti; l’editore non accetta più nulla di precedente a { $floor }.
plan-below-floor-hint = Usare una versione più recente. Se non c’è, avvisare l’editore.
plan-not-installed = L’applicazione non è installata qui.
plan-not-installed-hint = Installarla prima, oppure indicare la sua cartella con --prefix.
    .window = Installarla prima.
plan-no-previous = Non c’è una versione precedente a cui tornare.
plan-no-previous-hint = Dopo ogni aggiornamento viene conservata una sola versione precedente. Ciò che è installato resta com’è.
plan-other-application = La cartella contiene { $installed }; lì non si può installare { $offered }.
plan-other-application-hint = Scegliere un’altra cartella con --prefix.
    .window = Scegliere un’altra cartella.
plan-no-python = Non è stato trovato un Python adatto. Richiesto: { $needed }.
plan-no-python-hint = Installare un Python adatto da python.org o con il gestore dei pacchetti del sistema, oppure indicarne uno con --python.
    .window = Installare un Python adatto da python.org o con il gestore dei pacchetti del sistema.
plan-other-python = È stato richiesto { $asked }, che però non si può usare. Richiesto: { $needed }.
plan-other-python-hint = Indicare un altro Python con --python, oppure togliere l’opzione: in tal caso se ne cerca uno adatto. I dettagli dicono che cosa è stato trovato.
plan-no-wheel = Non c’è un pacchetto pronto per questo computer ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Provare un altro Python con --python. Altrimenti chiedere all’editore di supportare questo computer.
    .window = Installare un’altra versione di Python. Altrimenti chiedere all’editore di supportare questo computer.
plan-no-compiler = Questi pacchetti vanno compilati su questo computer, ma non è stato trovato un compilatore C funzionante con gli header di Python: { $packages }.
plan-no-compiler-hint = Installare un compilatore C e i file di sviluppo di Python (su Debian: build-essential e python3-dev), oppure provare un altro Python con --python.
    .window = Installare un compilatore C e i file di sviluppo di Python (su Debian: build-essential e python3-dev).
plan-bad-lock = La versione pubblicata si contraddice sul pacchetto { $package }.
plan-bad-lock-hint = È un errore dell’editore: avvisarlo. Nulla è stato modificato.

fetch-unreachable = Impossibile scaricare { $artifact }: { $host } non è raggiungibile.
fetch-unreachable-hint = Controllare la connessione a Internet e le impostazioni del proxy, poi eseguire di nuovo: ciò che è già qui viene conservato.
fetch-server = Impossibile scaricare { $artifact }: { $host } ha risposto con l’errore { $status }.
fetch-server-hint = Riprovare più tardi: ciò che è già qui viene conservato.
fetch-not-found = { $artifact } non si trova in nessuno dei posti in cui dovrebbe essere.
fetch-not-found-hint = Se è stato indicato un indice, un mirror o una cartella, verificare che il file sia lì. Altrimenti avvisare l’editore.
fetch-cut = La connessione si è interrotta durante lo scaricamento di { $artifact }: sono arrivati { BYTES($have) } di { BYTES($size) }.
fetch-cut-hint = Eseguire di nuovo: lo scaricamento riprende da dove si era interrotto.
fetch-short = { $artifact } è finito troppo presto: { BYTES($have) } invece di { BYTES($size) }.
fetch-short-hint = Il server o un proxy invia un file incompleto. Eseguire di nuovo, oppure usare un’altra rete o un altro mirror.
fetch-too-long = { $artifact } supera i { BYTES($size) } che l’editore ha firmato.
fetch-too-long-hint = Il file non è stato usato. Provare un’altra rete o un altro mirror; se il problema resta, avvisare l’editore.
fetch-wrong-hash = { $artifact }, da { $host }, non è il file che l’editore ha firmato.
fetch-wrong-hash-hint = Il file è stato modificato o danneggiato lungo il percorso, e non è stato usato. Provare un’altra rete o un altro mirror; se il problema resta, avvisare l’editore.
fetch-login-page = { $host } ha risposto con una pagina web invece del file.
fetch-login-page-hint = Probabilmente questa rete richiede un accesso: aprire una qualsiasi pagina web, effettuare l’accesso ed eseguire di nuovo.
fetch-slow = { $host } invia { $artifact } troppo lentamente.
fetch-slow-hint = Eseguire di nuovo più tardi o con un’altra rete: lo scaricamento riprende da dove si era interrotto.
fetch-redirect = { $host } fa girare in tondo lo scaricamento di { $artifact }, o lo manda in un posto non sicuro.
fetch-redirect-hint = Provare un’altra rete o un altro mirror; se il problema resta, avvisare l’editore.
fetch-confused = { $host } dà una risposta senza senso per { $artifact }.
fetch-confused-hint = Riprovare più tardi, oppure con un altro mirror o un altro indice.
fetch-tls = { $issuer ->
    [unknown] La connessione a { $host } non è sicura: questo computer non si fida del suo certificato.
   *[other] La connessione a { $host } non è sicura: il suo certificato è stato emesso da { $issuer }, di cui questo computer non si fida.
}
fetch-tls-hint = In un’azienda la rete può ispezionare le connessioni: chiedere la sua autorità di certificazione e indicare il file con --ca. Altrove, usare un’altra rete.
    .window = In un’azienda la rete può ispezionare le connessioni: chiedere a chi si occupa di questo computer di fargli accettare l’autorità di certificazione dell’azienda. Altrove, usare un’altra rete.
fetch-proxy = { $proxy ->
    [unknown] Il proxy verso { $host } richiede un nome e una password, o rifiuta quelli che ha ricevuto.
   *[other] Il proxy { $proxy } richiede un nome e una password, o rifiuta quelli che ha ricevuto.
}
fetch-proxy-hint = Indicarli con --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Il proxy { $proxy } non è raggiungibile, quindi non è stato possibile interrogare { $host }.
fetch-proxy-unreachable-hint = Controllare il nome e la porta del proxy: dopo --proxy, nelle variabili http_proxy e https_proxy, o nelle impostazioni del sistema. Ciò che è già qui viene conservato.
    .window = Controllare il nome e la porta del proxy: nelle variabili http_proxy e https_proxy, o nelle impostazioni del sistema. Ciò che è già qui viene conservato.
fetch-login = { $host } richiede un nome e una password, o rifiuta quelli che ha ricevuto.
fetch-login-hint = Indicarli nell’indirizzo, https://NAME:PASSWORD@HOST/…, dove è stato dato: --index-url, --mirror o --repository. Se non è stato dato alcun indirizzo, avvisare l’editore.
    .window = Indicarli nell’indirizzo, https://NAME:PASSWORD@HOST/…, dove è stato dato. Se non è stato dato alcun indirizzo, avvisare l’editore.
fetch-offline = { $count ->
    [one] Manca un file, e --offline vieta di scaricarlo: { $artifacts }
   *[other] Mancano { COUNT($count) } file, e --offline vieta di scaricarli: { $artifacts }
}
fetch-offline-hint = Mettere i file in una cartella e indicarla con --find-links, oppure eseguire senza --offline.

disk-full = Non c’è abbastanza spazio in { $folder }.
disk-full-hint = Liberare spazio, oppure scegliere un’altra cartella: con --prefix per l’applicazione, con la variabile XDG_CACHE_HOME per i file scaricati. Ciò che è già scaricato viene conservato.
    .window = Liberare spazio. Ciò che è già scaricato viene conservato.
disk-no-room = Servono { BYTES($needed) } in { $folder }, e sono liberi { BYTES($free) }.
disk-no-room-hint = Liberare spazio, oppure scegliere un’altra cartella: con --prefix per l’applicazione, con la variabile XDG_CACHE_HOME per i file scaricati. Ciò che è già scaricato viene conservato.
    .window = Liberare spazio. Ciò che è già scaricato viene conservato.
disk-rights = Non è permesso scrivere in { $path }.
disk-rights-hint = Modificare i permessi, oppure scegliere un’altra cartella con --prefix. Non servono diritti di amministratore.
    .window = Modificare i permessi. Non servono diritti di amministratore.
disk-foreign-home = La cartella personale { $path } appartiene a un account diverso da quello che esegue questo programma. Non vi è stato scritto nulla.
disk-foreign-home-hint = Avviare senza sudo; non servono diritti di amministratore. Per installare per questo stesso account, usare sudo -H.
disk-name = Impossibile creare { $path }: il nome è troppo lungo o contiene caratteri che lì non sono ammessi.
disk-name-hint = Scegliere con --prefix una cartella dal nome più corto, vicina alla radice del disco.
    .window = Scegliere una cartella dal nome più corto, vicina alla radice del disco.
disk-no-rename = Impossibile rinominare i file in { $folder }.
disk-no-rename-hint = Scegliere una cartella su un altro disco: con --prefix per l’applicazione, con la variabile XDG_CACHE_HOME per i file scaricati.
    .window = Scegliere una cartella su un altro disco (con la variabile XDG_CACHE_HOME per i file scaricati).
disk-no-links = { $folder } non può contenere collegamenti simbolici, e l’applicazione ne ha bisogno.
disk-no-links-hint = Scegliere con --prefix una cartella su un altro disco; spesso le chiavette e le unità di rete non ammettono collegamenti.
    .window = Scegliere una cartella su un altro disco; spesso le chiavette e le unità di rete non ammettono collegamenti.
disk-no-locks = I file in { $folder } non si possono bloccare, quindi due installazioni potrebbero intralciarsi.
disk-no-locks-hint = Scegliere una cartella su un disco di questo computer: con --prefix per l’applicazione, con la variabile XDG_CACHE_HOME per i file scaricati.
    .window = Scegliere una cartella su un disco di questo computer (con la variabile XDG_CACHE_HOME per i file scaricati).
disk-no-execution = I programmi in { $folder } non si possono avviare, quindi l’applicazione non potrebbe funzionare lì.
disk-no-execution-hint = Scegliere con --prefix una cartella in cui i programmi si possono eseguire.
    .window = Scegliere una cartella in cui i programmi si possono eseguire.
disk-no-room-for-files = Vanno creati circa { COUNT($needed) } file in { $folder }. Numero di file per cui c’è ancora posto sul disco: { COUNT($free) }.
disk-no-room-for-files-hint = Eliminare dei file da lì, oppure scegliere con --prefix una cartella su un altro disco.
    .window = Eliminare dei file da lì, oppure scegliere una cartella su un altro disco.
disk-path-too-long = Il percorso { $folder } è troppo lungo: può avere { COUNT($most) } caratteri, perché si possano dare nomi ai file che contiene.
disk-path-too-long-hint = Scegliere con --prefix una cartella con un percorso più corto.
    .window = Scegliere una cartella con un percorso più corto.
disk-names-too-short = I nomi dei file in { $folder } possono avere solo { COUNT($most) } caratteri; ne servono { COUNT($needed) }. Succede spesso con le cartelle cifrate.
disk-names-too-short-hint = Scegliere un’altra cartella per i file scaricati con la variabile XDG_CACHE_HOME.
disk-other = Impossibile leggere o scrivere { $path }.
disk-other-hint = I dettagli riportano la risposta del sistema. Controllare se lì c’è qualcos’altro o se qualcosa lo sta usando, poi riprovare; su Windows, un antivirus potrebbe trattenere il file.

limit-open-files = Questo account può tenere aperti solo { COUNT($limit) } file alla volta; ne servono { COUNT($needed) }.
limit-open-files-hint = Aumentare il limite («ulimit -n»), oppure rivolgersi a chi si occupa di questo computer.
limit-file-size = Questo account può scrivere solo file di { BYTES($limit) }; servono { BYTES($needed) }.
limit-file-size-hint = Aumentare il limite («ulimit -f»), oppure rivolgersi a chi si occupa di questo computer.

environment-runtime = Impossibile estrarre il Python fornito con la versione, oppure non funziona.
environment-runtime-hint = Installare Python da python.org e indicarlo con --python, e avvisare l’editore.
    .window = Installare Python da python.org, e avvisare l’editore.
environment-create = Python non è riuscito a creare un ambiente per l’applicazione.
environment-create-hint = I dettagli dicono perché. Provare un altro Python con --python, o un’altra cartella con --prefix.
    .window = I dettagli dicono perché. Scegliere un’altra cartella, oppure installare un’altra versione di Python.
environment-start = Impossibile avviare { $program }.
environment-start-hint = I dettagli dicono perché. Forse i programmi sono vietati in quella cartella: sceglierne un’altra con --prefix.
    .window = I dettagli dicono perché. Forse i programmi sono vietati in quella cartella: sceglierne un’altra.
environment-wheel-refused = { $wheel } contiene qualcosa che nessun pacchetto dovrebbe contenere, e non è stato installato.
environment-wheel-refused-hint = I dettagli dicono che cosa. Avvisare l’editore. Nulla è stato modificato.
environment-pip = Impossibile installare i pacchetti.
environment-pip-hint = I dettagli riportano la risposta di pip. Nulla è stato modificato; se succede di nuovo, avvisare l’editore.
environment-pip-python = Il pip della versione ({ $pip }) non funziona con Python { $python }.
environment-pip-python-hint = Indicare un altro Python con --python, e avvisare l’editore.
    .window = Installare un’altra versione di Python, e avvisare l’editore.
environment-hash = Un pacchetto non è quello che l’editore ha firmato; pip lo ha rifiutato.
environment-hash-hint = Il disco, o un altro programma, modifica i file. La nuova versione non è stata attivata; riprovare.
environment-build = Impossibile compilare { $package } su questo computer.
environment-build-hint = I dettagli riportano i messaggi della compilazione; spesso mancano i file di sviluppo di una libreria. Per un altro Python potrebbe esserci un pacchetto pronto: provare --python.
    .window = I dettagli riportano i messaggi della compilazione; spesso mancano i file di sviluppo di una libreria. Per un altro Python potrebbe esserci un pacchetto pronto.
environment-no-headers = { $package } va compilato su questo computer, ma { $python } non ha gli header C.
environment-no-headers-hint = Installare i file di sviluppo di Python (su Debian: python3-dev), oppure provare un altro Python con --python.
    .window = Installare i file di sviluppo di Python (su Debian: python3-dev).
environment-no-command = La versione non ha il comando «{ $command }», anche se lo dichiara.
environment-no-command-hint = È un errore dell’editore: avvisarlo. La nuova versione non è stata attivata.
environment-changed = Dopo l’installazione { $path } non era come dovrebbe essere.
environment-changed-hint = Il disco, o un altro programma (un antivirus?), modifica i file. La nuova versione non è stata attivata; riprovare.
environment-check = I pacchetti installati non sono compatibili tra loro.
environment-check-hint = È un errore della versione: avvisare l’editore. La nuova versione non è stata attivata.
environment-smoke-test = L’applicazione appena installata non si avvia.
environment-smoke-test-hint = I dettagli riportano la sua risposta. La nuova versione non è stata attivata; avvisare l’editore.
environment-time = Un passaggio dell’installazione ha richiesto troppo tempo ed è stato interrotto.
environment-time-hint = Riprovare quando il computer è meno occupato. La nuova versione non è stata attivata.

activate-launcher-taken = { $path } appartiene ad altro e non è stato sovrascritto.
activate-launcher-taken-hint = Spostarlo o eliminarlo, poi eseguire di nuovo.
activate-unsafe = { $path } è un collegamento, appartiene a qualcun altro o può essere modificato da altri. Non è stato usato.
activate-unsafe-hint = Togliere agli altri il permesso di scrittura (chmod go-w), eliminarlo, oppure scegliere un’altra cartella: con --prefix per l’applicazione, con la variabile XDG_CACHE_HOME per i file scaricati.
    .window = Togliere agli altri il permesso di scrittura (chmod go-w), eliminarlo, oppure scegliere un’altra cartella (con la variabile XDG_CACHE_HOME per i file scaricati).
activate-anothers = L’installazione in { $folder } appartiene a un altro account: { $owner }.
activate-anothers-hint = Solo quell’account può modificarla o rimuoverla. Scegliere un’altra cartella con --prefix.
    .window = Solo quell’account può modificarla o rimuoverla. Scegliere un’altra cartella.
activate-damaged-receipt = { $path } è danneggiato, quindi non indica che cosa fa parte dell’installazione.
activate-damaged-receipt-hint = Eseguire questo programma senza comando: installa di nuovo l’applicazione e riscrive il file. Poi disinstallarla.
activate-foreign = { $path } esisteva già e non fa parte di un’installazione; non è stato toccato.
activate-foreign-hint = Scegliere un’altra cartella con --prefix, oppure spostarlo ed eseguire di nuovo.
    .window = Scegliere un’altra cartella, oppure spostarlo ed eseguire di nuovo.
activate-previous-gone = La versione { $version }, conservata per poterci tornare, non può più avviarsi: i suoi file o il suo Python non ci sono più.
activate-previous-gone-hint = Continuare con la versione installata, che non è stata toccata.
activate-newer-receipt = { $path } è stato scritto da un programma di installazione più recente.
activate-newer-receipt-hint = Usare quel programma di installazione, oppure procurarsi il più recente dall’editore.

verify-damaged = Ciò che è installato non è come dovrebbe essere, in { $count ->
    [one] un punto
   *[other] { COUNT($count) } punti
}.
verify-damaged-hint = Eseguire «{ $command }»: ripara ciò che è danneggiato e non tocca i dati personali.
    .window = Eseguire «{ window-repair }»: ripara ciò che è danneggiato e non tocca i dati personali.
verify-damaged-anothers = Ciò che è installato non è come dovrebbe essere, in { $count ->
    [one] un punto
   *[other] { COUNT($count) } punti
}.
verify-damaged-anothers-hint = Solo l’account a cui appartiene può ripararla: { $owner }.
uninstall-declined = Nulla è stato rimosso.
uninstall-declined-hint = L’applicazione resta com’era. Per disinstallarla, eseguire di nuovo e rispondere sì.
uninstall-mounted = In { $path } è montata un’altra unità, quindi la cartella di dati che la contiene non è stata rimossa.
uninstall-mounted-hint = Smontare prima l’unità, oppure disinstallare l’applicazione senza questa cartella.

busy = È in corso un’altra installazione in { $folder }.
busy-hint = Attendere che finisca, poi eseguire di nuovo; --wait SECONDS attende automaticamente.
    .window = Attendere che finisca, poi eseguire di nuovo.
cancelled = Annullato. Ciò che era già installato resta com’era.
cancelled-hint = Si può eseguire di nuovo in qualsiasi momento: ciò che è già scaricato viene conservato.
internal = Qualcosa è andato storto in questo programma.
internal-hint = È un errore nostro. Segnalarlo insieme ai dettagli.

log-unwritable = Impossibile scrivere il registro { $path }.
log-unwritable-hint = Indicare un file in una cartella in cui si può scrivere, oppure togliere --log.
