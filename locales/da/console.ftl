plan-publisher = {"  "}Udgiver: { $publisher }; signeret med { COUNT($signed) } af { COUNT($keys) } nøgler ({ COUNT($threshold) } kræves)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pakker: { COUNT($packages) } ({ BYTES($size) }, heraf { BYTES($fetch) } at hente)
plan-builds = {"  "}Bygges på denne computer: { $packages }
plan-running = {"  "}Kører nu: { $programs }. Den startede version kører videre, og intet, den har brug for, bliver fjernet.
plan-go-back-data = {"  "}Dine egne data forbliver, som de er. Hvad den nyere version har skrevet, forstår den ældre måske ikke: tag en kopi først, hvis det er vigtigt.
plan-folder = {"  "}Mappe: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Version { $version } er installeret.
outcome-upgrade = Version { $version } er installeret; den forrige er her stadig: “{ $command }” vender tilbage til den.
outcome-upgrade-later = Version { $version } kører stadig; { $pending } er klar, og næste gang dette installationsprogram startes, skifter det til den.
outcome-go-back = Version { $version } er installeret igen. Den version, du forlod, gemmes: “{ $command }” vender tilbage til den.
outcome-repair = Version { $version } er installeret på ny.
outcome-mend = Version { $version } er igen, som den skal være.
outcome-verify = Intet er beskadiget: version { $version } er, som da den blev installeret.
outcome-up-to-date = Version { $version } er installeret og opdateret.
outcome-left-aside = Version { $version } er installeret. Du gik tilbage fra { $newer }, så den installeres ikke af sig selv: det gør “{ $command }”.
outcome-running = Kører stadig med den forrige version: { $programs }. Genstart for at bruge denne.
outcome-uninstall = Fjernet.
outcome-commands = Start med: { $commands }
outcome-not-on-path = { $folder } er ikke i PATH. Tilføj den der for at kunne udelade mappen.
outcome-path-line = For at starte med navnet alene skal du føje denne linje til { $file } eller starte dette igen med --add-to-path:
outcome-path-added = Mappen med kommandoerne er føjet til PATH i { $file }. Åbn en ny terminal for at bruge den.
failure-message = Fejl: { $message } [{ $code }]
failure-hint = Hvad du kan gøre: { $hint }
failure-details = Detaljer:

findings-compared = Version { $version }: { COUNT($files) } filer sammenlignet ({ BYTES($size) }); { COUNT($signed) } af { COUNT($packages) } pakker med det, udgiveren har signeret, de øvrige med installationens fortegnelse
findings-mended = Udbedret ({ COUNT($count) }):
findings-more = {"  "}og { COUNT($count) } mere; --json viser dem alle

check-up-to-date = { $name } { $installed } er opdateret.
check-upgrade = { $name } { $offered } kan installeres; { $installed } er installeret.
check-upgrade-size = { $name } { $offered } kan installeres ({ BYTES($size) } skal hentes); { $installed } er installeret.
check-security = Version { $installed } har kendte sikkerhedsproblemer.
check-obstacle = {"  "}Den kan ikke installeres på denne computer, som den er nu [{ $code }].

removal-goes = Dette fjerner { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Dette bliver:
removal-data = {"  "}dine data i { $path } ({ BYTES($size) }); --remove-data { $path } fjerner dem også
removal-data-goes = {"  "}dine data i { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, som er ændret siden eller ikke hører til dette program
removal-downloads = {"  "}hentede filer, som intet andet bruger ({ BYTES($size) }); --remove-downloads fjerner dem også
removal-downloads-goes = {"  "}hentede filer, som intet andet bruger ({ BYTES($size) })

status-nothing = Intet er installeret.
status-installed = { $name } { $version }, installeret { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pakker: { COUNT($packages) }
status-previous = {"  "}Gemt til at gå tilbage til: { $version }
status-file = {"  "}Uden for programmets mappe: { $path }
shell-line = linjen i { $path }, der føjer kommandoerne til PATH

note-locale = Der er ingen tekster på “{ $asked }”. Der er: { $known }
note-log = Loggen for denne kørsel: { $path }
note-anothers = Den tilhører en anden konto, { $owner }, og bliver kun set på.
note-no-desktop = Der er ingen skrivebordsmappe her, så --desktop-shortcut gør intet.

ask-uninstall = Fjern { $name } fra { $folder }?
ask-remove-data = Fjern også dine data i { $path } ({ BYTES($size) })? Det kan ikke fortrydes.
ask-remove-downloads = Fjern også de hentede filer, som intet andet bruger ({ BYTES($size) })?
answer-choices = [j/N]
answer-yes = j ja y yes

help-about = Installerer et program til Python fra signerede udgivelser og holder det opdateret.
help-usage = Brug: { $program } [KOMMANDO] [TILVALG]
help-commands = Kommandoer:
help-command-none = uden kommando: installér, opdatér eller gør færdig, hvad der end er brug for
help-command-install = installér programmet
help-command-upgrade = installér en nyere udgivelse, hvis der er en
help-command-repair = udbedr det, der er beskadiget i den installerede udgivelse
help-command-go-back = vend tilbage til den forrige version; kræver ikke netværk
help-command-verify = sammenlign hver installeret fil med det udgivne
help-command-check = fortæl, om der er en nyere udgivelse
help-command-status = fortæl, hvad der er installeret
help-command-uninstall = fjern programmet; dine egne data bliver
help-options = Tilvalg:
help-prefix = installér i denne mappe
help-python = brug denne Python eller en Python af denne version
help-repository = hent udgivelser herfra
help-profile = installér et andet program: en mappe med profile.toml og root.json
help-index-url = hent kun pakker fra dette indeks
help-mirror = prøv dette spejl af files.pythonhosted.org først; kan gentages
help-find-links = led efter pakker i denne mappe først; kan gentages
help-offline = brug ikke netværket
help-proxy = brug denne proxyserver, http://NAVN:ADGANGSKODE@VÆRT:PORT
help-ca = stol også på certifikatudstederne i denne fil
help-later = mens programmet kører, klargør kun den nye version: næste start skifter til den
help-wait = vent så længe på en anden installation; ellers ti minutter, eller slet ikke med --silent eller --json
help-face = vis et vindue (“window”) eller brug terminalen (“terminal”)
help-menu = et punkt i programmenuen (laves medmindre --no-menu)
help-desktop-shortcut = et ikon på skrivebordet (kun efter ønske)
help-add-to-path = lad skallen finde kommandoerne: føj deres mappe til PATH; gælder også ved opdateringer
help-silent = vis kun fejl, spørg ikke om noget
help-json = fortæl alt som linjer af JSON
help-yes = svar ja på spørgsmålet før fjernelse
help-anew = med repair: installér alt på ny
help-remove-data = med uninstall: fjern også denne mappe med dine data; kan gentages
help-remove-downloads = med uninstall: fjern også de hentede filer
help-locale = tal dette sprog, for eksempel de
help-log = skriv en log
help-replay = vis i et vindue, hvad --json optog; intet installeres
help-version = vis programmets version
help-help = vis denne side
help-exit =
    Slutstatus: 0 færdig eller intet at gøre, 2 brug, 10 netværk, 11 afvist af
    sikkerhedshensyn, 12 ældre udgivelse afvist, 13 ingen egnet Python, 14 ingen wheel eller
    compiler, 15 disk eller rettigheder, 16 miljø, 17 optaget, 18 ikke installeret, 19
    beskadiget, 100 “check” fandt en opdatering, 70 intern fejl, 130 annulleret.
