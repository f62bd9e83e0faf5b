plan-publisher = {"  "}Utgiver: { $publisher }; signert med { COUNT($signed) } av { COUNT($keys) } nøkler ({ COUNT($threshold) } kreves)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pakker: { COUNT($packages) } ({ BYTES($size) }, hvorav { BYTES($fetch) } å laste ned)
plan-builds = {"  "}Bygges på denne datamaskinen: { $packages }
plan-running = {"  "}Kjører nå: { $programs }. Versjonen som ble startet, kjører videre, og ingenting den trenger, blir fjernet.
plan-go-back-data = {"  "}Dine egne data forblir som de er. Det den nyere versjonen har skrevet, forstår kanskje ikke den eldre: ta en kopi først hvis det er viktig.
plan-folder = {"  "}Mappe: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Versjon { $version } er installert.
outcome-upgrade = Versjon { $version } er installert; den forrige er her fortsatt: «{ $command }» går tilbake til den.
outcome-upgrade-later = Versjon { $version } kjører fortsatt; { $pending } er klar, og neste gang dette installasjonsprogrammet startes, bytter det til den.
outcome-go-back = Versjon { $version } er installert igjen. Versjonen du forlot, beholdes: «{ $command }» går tilbake til den.
outcome-repair = Versjon { $version } er installert på nytt.
outcome-mend = Versjon { $version } er igjen som den skal være.
outcome-verify = Ingenting er skadet: versjon { $version } er slik den ble installert.
outcome-up-to-date = Versjon { $version } er installert og oppdatert.
outcome-left-aside = Versjon { $version } er installert. Du gikk tilbake fra { $newer }, så den installeres ikke av seg selv: det gjør «{ $command }».
outcome-running = Kjører fortsatt med den forrige versjonen: { $programs }. Start på nytt for å bruke denne.
outcome-uninstall = Fjernet.
outcome-commands = Start med: { $commands }
outcome-not-on-path = { $folder } er ikke i PATH. Legg den til der for å kunne utelate mappen.
outcome-path-line = For å starte med bare navnet, legg til denne linjen i { $file }, eller start dette igjen med --add-to-path:
outcome-path-added = Mappen med kommandoene ble lagt til i PATH i { $file }. Åpne en ny terminal for å bruke den.
failure-message = Feil: { $message } [{ $code }]
failure-hint = Hva du kan gjøre: { $hint }
failure-details = Detaljer:

findings-compared = Versjon { $version }: { COUNT($files) } filer sammenlignet ({ BYTES($size) }); { COUNT($signed) } av { COUNT($packages) } pakker med det utgiveren har signert, de andre med oversikten fra installasjonen
findings-mended = Utbedret ({ COUNT($count) }):
findings-more = {"  "}og { COUNT($count) } til; --json viser alle

check-up-to-date = { $name } { $installed } er oppdatert.
check-upgrade = { $name } { $offered } kan installeres; { $installed } er installert.
check-upgrade-size = { $name } { $offered } kan installeres ({ BYTES($size) } å laste ned); { $installed } er installert.
check-security = Versjon { $installed } har kjente sikkerhetsproblemer.
check-obstacle = {"  "}Den kan ikke installeres på denne datamaskinen slik den er nå [{ $code }].

removal-goes = Dette fjerner { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Dette blir værende:
removal-data = {"  "}dataene dine i { $path } ({ BYTES($size) }); --remove-data { $path } fjerner dem også
removal-data-goes = {"  "}dataene dine i { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, som er endret siden, eller ikke hører til dette programmet
removal-downloads = {"  "}nedlastinger som ikke brukes av noe annet ({ BYTES($size) }); --remove-downloads fjerner dem også
removal-downloads-goes = {"  "}nedlastinger som ikke brukes av noe annet ({ BYTES($size) })

status-nothing = Ingenting er installert.
status-installed = { $name } { $version }, installert { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pakker: { COUNT($packages) }
status-previous = {"  "}Beholdt for å gå tilbake til: { $version }
status-file = {"  "}Utenfor programmets mappe: { $path }
shell-line = linjen i { $path } som legger kommandoene i PATH

note-locale = Det finnes ingen tekster på «{ $asked }». Det finnes: { $known }
note-log = Loggen for denne kjøringen: { $path }
note-anothers = Den tilhører en annen konto, { $owner }, og blir bare sett på.
note-no-desktop = Det er ingen skrivebordsmappe her, så --desktop-shortcut gjør ingenting.

ask-uninstall = Fjerne { $name } fra { $folder }?
ask-remove-data = Fjerne også dataene dine i { $path } ({ BYTES($size) })? Det kan ikke angres.
ask-remove-downloads = Fjerne også nedlastingene som ikke brukes av noe annet ({ BYTES($size) })?
answer-choices = [j/N]
answer-yes = j ja y yes

help-about = Installerer et program for Python fra signerte utgivelser og holder det oppdatert.
help-usage = Bruk: { $program } [KOMMANDO] [VALG]
help-commands = Kommandoer:
help-command-none = uten kommando: installer, oppdater eller fullfør, det som trengs
help-command-install = installer programmet
help-command-upgrade = installer en nyere utgivelse, hvis det finnes en
help-command-repair = utbedre det som er skadet i den installerte utgivelsen
help-command-go-back = gå tilbake til forrige versjon; trenger ikke nettverk
help-command-verify = sammenlign hver installerte fil med det som ble utgitt
help-command-check = fortell om det finnes en nyere utgivelse
help-command-status = fortell hva som er installert
help-command-uninstall = fjern programmet; dine egne data blir værende
help-options = Valg:
help-prefix = installer i denne mappen
help-python = bruk denne Python, eller en Python av denne versjonen
help-repository = hent utgivelser herfra
help-profile = installer et annet program: en mappe med profile.toml og root.json
help-index-url = last bare ned pakker fra denne indeksen
help-mirror = prøv dette speilet av files.pythonhosted.org først; kan gjentas
help-find-links = let etter pakker i denne mappen først; kan gjentas
help-offline = ikke bruk nettverket
help-proxy = bruk denne proxyen, http://NAVN:PASSORD@VERT:PORT
help-ca = stol også på sertifikatutstederne i denne filen
help-later = mens programmet kjører, klargjør bare den nye versjonen: neste start bytter til den
help-wait = vent så lenge på en annen installasjon; ellers ti minutter, eller ikke i det hele tatt med --silent eller --json
help-face = vis et vindu («window») eller bruk terminalen («terminal»)
help-menu = en oppføring i programmenyen (lages med mindre --no-menu)
help-desktop-shortcut = et ikon på skrivebordet (bare hvis du ber om det)
help-add-to-path = la skallet finne kommandoene: legg til mappen deres i PATH; gjelder også ved oppdateringer
help-silent = vis bare feil, ikke spør om noe
help-json = fortell alt som linjer med JSON
help-yes = svar ja på spørsmålet før fjerning
help-anew = med repair: installer alt på nytt
help-remove-data = med uninstall: fjern også denne mappen med dataene dine; kan gjentas
help-remove-downloads = med uninstall: fjern også nedlastingene
help-locale = bruk dette språket, for eksempel de
help-log = skriv en logg
help-replay = vis i et vindu hva --json tok opp; ingenting installeres
help-version = vis versjonen av dette programmet
help-help = vis denne siden
help-exit =
    Avslutningsstatus: 0 ferdig eller ingenting å gjøre, 2 bruk, 10 nettverk, 11 avvist av
    sikkerhetshensyn, 12 eldre utgivelse avvist, 13 ingen egnet Python, 14 ingen wheel eller
    kompilator, 15 disk eller rettigheter, 16 miljø, 17 opptatt, 18 ikke installert, 19
    skadet, 100 «check» fant en oppdatering, 70 intern feil, 130 avbrutt.
