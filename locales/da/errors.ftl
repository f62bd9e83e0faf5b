usage-unknown-command = Der er ingen kommando “{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] Se “{ $program } --help” for, hvad der findes.
   *[other] Mente du “{ $suggestion }”? Se “{ $program } --help” for, hvad der findes.
}
usage-two-commands = “{ $first }” og “{ $second }” er to kommandoer.
usage-two-commands-hint = Giv én kommando ad gangen, den ene efter den anden.
usage-unknown-option = Der er intet tilvalg “{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] Se “{ $program } --help” for, hvad der findes.
   *[other] Mente du “{ $suggestion }”? Se “{ $program } --help” for, hvad der findes.
}
usage-missing-value = Tilvalget “{ $option }” skal have en værdi.
usage-missing-value-hint = Skriv værdien efter det: “{ $option } VÆRDI”. Se “{ $program } --help”.
usage-surplus-value = Tilvalget “{ $option }” tager ingen værdi.
usage-surplus-value-hint = Skriv “{ $option }” alene. Se “{ $program } --help”.
usage-bad-value = “{ $value }” giver ikke mening for “{ $option }”.
usage-bad-value-hint = Se “{ $program } --help” for, hvad “{ $option }” forventer.
usage-twice = Tilvalget “{ $option }” blev angivet to gange.
usage-twice-hint = Angiv det én gang.
usage-conflict = “{ $option }” og “{ $other }” kan ikke bruges sammen.
usage-conflict-hint = Udelad et af dem.
usage-misplaced-option = Tilvalget “{ $option }” gør intet ved denne kommando.
usage-misplaced-option-hint = Det hører til: { $commands }
usage-bad-profile = Programprofilen { $path } kan ikke bruges.
usage-bad-profile-hint = Mappen skal indeholde en læsbar profile.toml og root.json. Bed den, der gav dig mappen, om en ny kopi.
usage-bad-certificates = { $path } indeholder ingen brugbare certifikater.
usage-bad-certificates-hint = Angiv en fil med certifikater i PEM-format med --ca.
usage-no-certificates = Filen { $path } med certifikatudstedere kan ikke læses.
usage-no-certificates-hint = Kontrollér navnet efter --ca: det skal være en fil, som du må læse, med certifikater i PEM-format.
usage-bad-proxy = { $host } kan ikke bruges som proxyserver.
usage-bad-proxy-hint = Kontrollér værdien af --proxy.
usage-no-home = Denne konto har ingen hjemmemappe.
usage-no-home-hint = Angiv HOME, eller kør det med en konto, der har en hjemmemappe.
usage-no-such-data = { $path } er ikke en mappe med data fra dette program.
usage-no-such-data-hint = { $folders ->
    [none] Dette program angiver ingen datamappe, eller også findes der ingen.
   *[other] Angiv en af disse, præcis som den står her: { $folders }
}
usage-no-consent = At fjerne et program kræver et svar, og der er ingen at spørge her.
usage-no-consent-hint = Kør igen med --yes, hvis programmet skal fjernes.
usage-no-face = Vinduet kunne ikke åbnes, og her er ingen terminal at spørge i.
usage-no-face-hint = Start det i en terminal: { $command }

repository-unreachable = { $place } kunne ikke nås eller svarede ikke rigtigt (ved forespørgsel om { $file }).
repository-unreachable-hint = Kontrollér internetforbindelsen og proxyindstillingerne, og prøv igen. Intet er ændret.
repository-not-there = Der er ingen udgivelser på { $place }: { $file } mangler.
repository-not-there-hint = Kontrollér adressen. Hvis den er rigtig, så giv programmets udgiver besked.
repository-too-long = { $place } sendte mere end de { BYTES($limit) }, som { $file } må fylde.
repository-too-long-hint = Noget på vejen, eller selve serveren, er ikke til at stole på. Prøv et andet netværk, og giv udgiveren besked, hvis det sker igen.
repository-offline = Udgivelserne er på { $place }, og --offline forbyder at se efter der.
repository-offline-hint = Kør uden --offline, eller angiv en mappe med udgivelser med --repository.

trust-expired = Udgiverens signatur for “{ $role }” udløb { $expires }; denne computers ur siger { $now }.
trust-expired-hint = Kontrollér computerens dato og klokkeslæt. Hvis de er rigtige, skal udgiveren forny signaturen: giv besked, og prøv igen senere.
trust-clock-behind = Udgiverens signatur for “{ $role }” udløb { $expires }. Denne computers ur siger { $now }, men det var { $known }, da dette program blev lavet eller sidst kørte.
trust-clock-behind-hint = Kontrollér computerens dato og klokkeslæt. Hvis uret gik forkert før og går rigtigt nu, så fjern programmet, og installér det igen.
trust-threshold = “{ $role }” er signeret med { COUNT($have) } af de { COUNT($need) } nøgler, der kræves.
trust-threshold-hint = Installér ikke fra denne kilde. Udgivelsen er ændret, eller for få af dens udgivere har signeret den. Giv udgiveren besked.
trust-rollback = Serveren tilbyder version { $offered } af “{ $role }”, som er ældre end version { $trusted }, der er set tidligere.
trust-rollback-hint = Serveren, eller noget på vejen, viser en gammel tilstand. Prøv et andet netværk eller spejl; hvis det bliver ved, så giv udgiveren besked.
trust-malformed = { $file } ser ikke ud, som en udgivers fil skal.
trust-malformed-hint = En loginside for netværket kan have svaret i stedet for serveren: åbn en vilkårlig webside, log ind, og prøv igen. Hvis det bliver ved, så giv udgiveren besked.
trust-web-page = { $file } er en webside i stedet for udgiverens fil.
trust-web-page-hint = Dette netværk vil sandsynligvis have, at du logger ind: åbn en vilkårlig webside, log ind, og prøv igen.
trust-inconsistent = Udgiverens filer passer ikke sammen, ved { $file }.
trust-inconsistent-hint = En ny udgivelse kan være på vej til serveren lige nu: prøv igen om nogle minutter. Hvis det bliver ved, så giv udgiveren besked.
trust-many-roots = Udgiverens nøgler er ændret mere end { COUNT($limit) } gange, siden denne computer sidst så efter.
trust-many-roots-hint = Start igen: det fortsætter herfra.
trust-other-application = Dette er en udgivelse af { $found }, ikke af { $expected }.
trust-other-application-hint = Kontrollér adressen på udgivelserne. Hvis den er rigtig, så giv udgiveren besked.
trust-unsupported = { $file } bruger noget, som dette program ikke understøtter: { $feature }.
trust-unsupported-hint = Hent det nyeste installationsprogram fra udgiveren.
trust-mismatch = { $file } er ikke den fil, som udgiveren har signeret.
trust-mismatch-hint = Filen er ændret eller beskadiget og blev ikke brugt. Prøv igen, eller prøv et andet netværk; hvis det bliver ved, så giv udgiveren besked.
trust-too-long = { $file } er længere end de tilladte { BYTES($limit) }.
trust-too-long-hint = Filen blev ikke brugt. Giv udgiveren besked.
trust-floor = Serveren tilbyder { $offered }, men dette installationsprogram accepterer intet under { $floor }.
trust-floor-hint = Serveren, eller noget på vejen, viser en gammel tilstand. Prøv et andet netværk eller spejl; hvis det bliver ved, så giv udgiveren besked.
trust-newer-format = { $file } har format { $format }; dette program læser op til { $supported }.
trust-newer-format-hint = Hent det nyeste installationsprogram fra udgiveren.

plan-older = Version { $installed } er installeret; den ældre version { $offered } lægges ikke oven på den.
plan-older-hint = Hvis du vil have den ældre version, så fjern først den installerede. Dine data bliver.
plan-replaced = Version { $version } blev udgivet på ny, og serveren tilbyder den tidligste af de to.
plan-replaced-hint = Serveren, eller noget på vejen, viser en gammel tilstand. Prøv et andet netværk eller spejl; hvis det bliver ved, så giv udgiveren besked.
plan-below-floor = Version { $offered } har kendte sikkerhedsproblemer; udgiveren accepterer ikke længere noget under { $floor }.
plan-below-floor-hint = Brug en nyere version. Hvis der ikke er nogen, så giv udgiveren besked.
plan-not-installed = Programmet er ikke installeret her.
plan-not-installed-hint = Installér det først, eller angiv dets mappe med --prefix.
    .window = Installér det først.
plan-no-previous = Der er ingen tidligere version at gå tilbage til.
plan-no-previous-hint = En tidligere version gemmes efter hver opdatering, og kun én. Det installerede forbliver, som det er.
plan-other-application = Mappen indeholder { $installed }; { $offered } kan ikke installeres der.
plan-other-application-hint = Vælg en anden mappe med --prefix.
    .window = Vælg en anden mappe.
plan-no-python = Ingen egnet Python blev fundet. Påkrævet: { $needed }.
plan-no-python-hint = Installér sådan en Python fra python.org eller med systemets pakkehåndtering, eller angiv en med --python.
    .window = Installér sådan en Python fra python.org eller med systemets pakkehåndtering.
plan-other-python = { $asked } blev ønsket og kan ikke bruges. Påkrævet: { $needed }.
plan-other-python-hint = Angiv en anden Python med --python, eller udelad tilvalget: så ledes der efter en egnet. Detaljerne viser, hvad der blev fundet.
plan-no-wheel = Der er ingen færdig pakke til denne computer ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Prøv en anden Python med --python. Bed ellers udgiveren om at understøtte denne computer.
    .window = Installér en anden version af Python. Bed ellers udgiveren om at understøtte denne computer.
plan-no-compiler = Disse pakker skal bygges på denne computer, men der blev ikke fundet nogen fungerende C-compiler med Pythons headerfiler: { $packages }.
plan-no-compiler-hint = Installér en C-compiler og Pythons udviklingsfiler (på Debian: build-essential og python3-dev), eller prøv en anden Python med --python.
    .window = Installér en C-compiler og Pythons udviklingsfiler (på Debian: build-essential og python3-dev).
plan-bad-lock = Udgivelsen modsiger sig selv om pakken { $package }.
plan-bad-lock-hint = Dette er udgiverens fejl: giv udgiveren besked. Intet er ændret.

fetch-unreachable = { $artifact } kunne ikke hentes: { $host } kunne ikke nås.
fetch-unreachable-hint = Kontrollér internetforbindelsen og proxyindstillingerne, og start igen: det, der allerede er her, gemmes.
fetch-server = { $artifact } kunne ikke hentes: { $host } svarede med fejl { $status }.
fetch-server-hint = Prøv igen senere: det, der allerede er her, gemmes.
fetch-not-found = { $artifact } findes ikke nogen af de steder, hvor den burde være.
fetch-not-found-hint = Hvis du har angivet et indeks, et spejl eller en mappe, så sørg for, at filen er der. Giv ellers udgiveren besked.
fetch-cut = Forbindelsen blev afbrudt, mens { $artifact } blev hentet: { BYTES($have) } af { BYTES($size) } er her.
fetch-cut-hint = Start igen: hentningen fortsætter, hvor den slap.
fetch-short = { $artifact } sluttede for tidligt: { BYTES($have) } i stedet for { BYTES($size) }.
fetch-short-hint = Serveren eller en proxyserver sender en ufuldstændig fil. Start igen, eller brug et andet netværk eller spejl.
fetch-too-long = { $artifact } er længere end de { BYTES($size) }, som udgiveren har signeret.
fetch-too-long-hint = Filen blev ikke brugt. Prøv et andet netværk eller spejl; hvis det bliver ved, så giv udgiveren besked.
fetch-wrong-hash = { $artifact } fra { $host } er ikke den fil, som udgiveren har signeret.
fetch-wrong-hash-hint = Filen er ændret eller beskadiget på vejen og blev ikke brugt. Prøv et andet netværk eller spejl; hvis det bliver ved, så giv udgiveren besked.
fetch-login-page = { $host } svarede med en webside i stedet for filen.
fetch-login-page-hint = Dette netværk vil sandsynligvis have, at du logger ind: åbn en vilkårlig webside, log ind, og start igen.
fetch-slow = { $host } sender { $artifact } for langsomt.
fetch-slow-hint = Start igen senere eller på et andet netværk: hentningen fortsætter, hvor den slap.
fetch-redirect = { $host } sender hentningen af { $artifact } rundt i ring eller til et usikkert sted.
fetch-redirect-hint = Prøv et andet netværk eller spejl; hvis det bliver ved, så giv udgiveren besked.
fetch-confused = { $host } svarer på en måde, der ikke giver mening, for { $artifact }.
fetch-confused-hint = Prøv igen senere, eller prøv et andet spejl eller indeks.
fetch-tls = { $issuer ->
    [unknown] Forbindelsen til { $host } er ikke sikker: denne computer stoler ikke på dens certifikat.
   *[other] Forbindelsen til { $host } er ikke sikker: dens certifikat er udstedt af { $issuer }, som denne computer ikke stoler på.
}
fetch-tls-hint = I en virksomhed kan netværket inspicere forbindelser: spørg efter dets certifikatudsteder, og angiv filen med --ca. Brug andre steder et andet netværk.
    .window = I en virksomhed kan netværket inspicere forbindelser: bed den, der passer denne computer, om at lade den stole på virksomhedens certifikatudsteder. Brug andre steder et andet netværk.
fetch-proxy = { $proxy ->
    [unknown] Proxyserveren på vejen til { $host } vil have navn og adgangskode eller afviser de angivne.
   *[other] Proxyserveren { $proxy } vil have navn og adgangskode eller afviser de angivne.
}
fetch-proxy-hint = Angiv dem med --proxy http://NAVN:ADGANGSKODE@VÆRT:PORT.
fetch-proxy-unreachable = Proxyserveren { $proxy } kunne ikke nås, så { $host } kunne ikke spørges.
fetch-proxy-unreachable-hint = Kontrollér proxyserverens navn og port: efter --proxy, i variablerne http_proxy og https_proxy eller i systemets indstillinger. Det, der allerede er her, gemmes.
    .window = Kontrollér proxyserverens navn og port: i variablerne http_proxy og https_proxy eller i systemets indstillinger. Det, der allerede er her, gemmes.
fetch-login = { $host } vil have navn og adgangskode eller afviser de angivne.
fetch-login-hint = Angiv dem i adressen, https://NAVN:ADGANGSKODE@VÆRT/…, hvor du angav den: --index-url, --mirror eller --repository. Hvis du ikke angav nogen adresse, så giv udgiveren besked.
    .window = Angiv dem i adressen, https://NAVN:ADGANGSKODE@VÆRT/…, hvor du angav den. Hvis du ikke angav nogen adresse, så giv udgiveren besked.
fetch-offline = { $count ->
    [one] Én fil mangler, og --offline forbyder at hente den: { $artifacts }
   *[other] { COUNT($count) } filer mangler, og --offline forbyder at hente dem: { $artifacts }
}
fetch-offline-hint = Læg filerne i en mappe, og angiv den med --find-links, eller kør uden --offline.

disk-full = Der er ikke plads nok i { $folder }.
disk-full-hint = Skaf plads, eller vælg en anden mappe: med --prefix for programmet, med variablen XDG_CACHE_HOME for de hentede filer. Det, der allerede er hentet, gemmes.
    .window = Skaf plads. Det, der allerede er hentet, gemmes.
disk-no-room = Der skal bruges { BYTES($needed) } i { $folder }, og { BYTES($free) } er ledig.
disk-no-room-hint = Skaf plads, eller vælg en anden mappe: med --prefix for programmet, med variablen XDG_CACHE_HOME for de hentede filer. Det, der allerede er hentet, gemmes.
    .window = Skaf plads. Det, der allerede er hentet, gemmes.
disk-rights = { $path } må ikke skrives.
disk-rights-hint = Ret rettighederne, eller vælg en anden mappe med --prefix. Administratorrettigheder er ikke nødvendige.
    .window = Ret rettighederne. Administratorrettigheder er ikke nødvendige.
disk-foreign-home = Hjemmemappen { $path } tilhører en anden konto end den, der kører dette. Intet blev skrevet der.
disk-foreign-home-hint = Start det uden sudo; administratorrettigheder er ikke nødvendige. Brug sudo -H for at installere til denne konto selv.
disk-name = { $path } kan ikke oprettes: navnet er for langt eller har tegn, der ikke er tilladt der.
disk-name-hint = Vælg en mappe med et kortere navn tæt på diskens øverste niveau med --prefix.
    .window = Vælg en mappe med et kortere navn tæt på diskens øverste niveau.
disk-no-rename = Filer i { $folder } kan ikke omdøbes.
disk-no-rename-hint = Vælg en mappe på en anden disk: med --prefix for programmet, med variablen XDG_CACHE_HOME for de hentede filer.
    .window = Vælg en mappe på en anden disk (med variablen XDG_CACHE_HOME for de hentede filer).
disk-no-links = { $folder } kan ikke indeholde symbolske links, og programmet har brug for dem.
disk-no-links-hint = Vælg en mappe på en anden disk med --prefix; USB-nøgler og netværksdrev mangler ofte links.
    .window = Vælg en mappe på en anden disk; USB-nøgler og netværksdrev mangler ofte links.
disk-no-locks = Filer i { $folder } kan ikke låses, så to installationer kunne komme i vejen for hinanden.
disk-no-locks-hint = Vælg en mappe på computerens egen disk: med --prefix for programmet, med variablen XDG_CACHE_HOME for de hentede filer.
    .window = Vælg en mappe på computerens egen disk (med variablen XDG_CACHE_HOME for de hentede filer).
disk-no-execution = Programmer i { $folder } må ikke startes, så programmet kunne ikke køre der.
disk-no-execution-hint = Vælg en mappe, hvor programmer må køre, med --prefix.
    .window = Vælg en mappe, hvor programmer må køre.
disk-no-room-for-files = Cirka { COUNT($needed) } filer skal oprettes i { $folder }, og disken har plads til { COUNT($free) } mere.
disk-no-room-for-files-hint = Fjern filer der, eller vælg en mappe på en anden disk med --prefix.
    .window = Fjern filer der, eller vælg en mappe på en anden disk.
disk-path-too-long = Stien { $folder } er for lang: den må have { COUNT($most) } tegn, så filerne i den kan få navne.
disk-path-too-long-hint = Vælg en mappe med en kortere sti med --prefix.
    .window = Vælg en mappe med en kortere sti.
disk-names-too-short = Filnavne i { $folder } må kun have { COUNT($most) } tegn; { COUNT($needed) } er nødvendige. Krypterede mapper er ofte sådan.
disk-names-too-short-hint = Vælg en anden mappe til de hentede filer med variablen XDG_CACHE_HOME.
disk-other = { $path } kunne ikke læses eller skrives.
disk-other-hint = Se i detaljerne, hvad systemet sagde. Undersøg, om noget andet er der eller bruger den, og prøv igen; på Windows kan et antivirusprogram holde filen.

limit-open-files = Denne konto må kun have { COUNT($limit) } filer åbne på én gang; { COUNT($needed) } er nødvendige.
limit-open-files-hint = Hæv grænsen (“ulimit -n”), eller spørg den, der passer denne computer.
limit-file-size = Denne konto må kun skrive filer på { BYTES($limit) }; { BYTES($needed) } er nødvendige.
limit-file-size-hint = Hæv grænsen (“ulimit -f”), eller spørg den, der passer denne computer.

environment-runtime = Den Python, som udgivelsen medbringer, kunne ikke pakkes ud eller virker ikke.
environment-runtime-hint = Installér Python fra python.org, angiv den med --python, og giv udgiveren besked.
    .window = Installér Python fra python.org, og giv udgiveren besked.
environment-create = Python kunne ikke oprette et miljø til programmet.
environment-create-hint = Detaljerne viser hvorfor. Prøv en anden Python med --python eller en anden mappe med --prefix.
    .window = Detaljerne viser hvorfor. Vælg en anden mappe, eller installér en anden version af Python.
environment-start = { $program } kunne ikke startes.
environment-start-hint = Detaljerne viser hvorfor. Programmer kan være forbudt i den mappe: vælg en anden med --prefix.
    .window = Detaljerne viser hvorfor. Programmer kan være forbudt i den mappe: vælg en anden.
environment-wheel-refused = { $wheel } indeholder noget, som ingen pakke bør indeholde, og blev ikke installeret.
environment-wheel-refused-hint = Detaljerne viser hvad. Giv udgiveren besked. Intet er ændret.
environment-pip = Pakkerne kunne ikke installeres.
environment-pip-hint = Detaljerne viser, hvad pip sagde. Intet er ændret; giv udgiveren besked, hvis det sker igen.
environment-pip-python = Udgivelsens pip ({ $pip }) virker ikke med Python { $python }.
environment-pip-python-hint = Angiv en anden Python med --python, og giv udgiveren besked.
    .window = Installér en anden version af Python, og giv udgiveren besked.
environment-hash = En pakke er ikke den, som udgiveren har signeret; pip afviste den.
environment-hash-hint = Disken eller et andet program ændrer filer. Der blev ikke skiftet version; prøv igen.
environment-build = { $package } kunne ikke bygges på denne computer.
environment-build-hint = Detaljerne viser, hvad bygningen sagde; ofte mangler et biblioteks udviklingsfiler. En anden Python har måske en færdig pakke: prøv --python.
    .window = Detaljerne viser, hvad bygningen sagde; ofte mangler et biblioteks udviklingsfiler. En anden Python har måske en færdig pakke.
environment-no-headers = { $package } skal bygges på denne computer, men { $python } har ingen C-headerfiler.
environment-no-headers-hint = Installér Pythons udviklingsfiler (på Debian: python3-dev), eller prøv en anden Python med --python.
    .window = Installér Pythons udviklingsfiler (på Debian: python3-dev).
environment-no-command = Udgivelsen har ingen kommando “{ $command }”, selvom den siger det.
environment-no-command-hint = Dette er udgiverens fejl: giv udgiveren besked. Der blev ikke skiftet version.
environment-changed = Efter installationen var { $path } ikke, hvad den skulle være.
environment-changed-hint = Disken eller et andet program (et antivirusprogram?) ændrer filer. Der blev ikke skiftet version; prøv igen.
environment-check = De installerede pakker passer ikke sammen.
environment-check-hint = Dette er en fejl i udgivelsen: giv udgiveren besked. Der blev ikke skiftet version.
environment-smoke-test = Det nyligt installerede program starter ikke.
environment-smoke-test-hint = Detaljerne viser, hvad det sagde. Der blev ikke skiftet version; giv udgiveren besked.
environment-time = Et trin i installationen tog for lang tid og blev stoppet.
environment-time-hint = Prøv igen, når computeren har mindre at lave. Der blev ikke skiftet version.

activate-launcher-taken = { $path } hører til noget andet og blev ikke overskrevet.
activate-launcher-taken-hint = Flyt eller fjern den, og start igen.
activate-unsafe = { $path } er et link, tilhører en anden eller kan skrives af andre. Den blev ikke brugt.
activate-unsafe-hint = Fjern de andres skriverettighed (chmod go-w), fjern den, eller vælg en anden mappe: med --prefix til programmet, med variablen XDG_CACHE_HOME til de hentede filer.
    .window = Fjern de andres skriverettighed (chmod go-w), fjern den, eller vælg en anden mappe (med variablen XDG_CACHE_HOME til de hentede filer).
activate-anothers = Installationen i { $folder } tilhører en anden konto: { $owner }.
activate-anothers-hint = Kun den konto kan ændre eller fjerne den. Vælg en anden mappe med --prefix.
    .window = Kun den konto kan ændre eller fjerne den. Vælg en anden mappe.
activate-damaged-receipt = { $path } er beskadiget, så den viser ikke, hvad der hører til installationen.
activate-damaged-receipt-hint = Start dette installationsprogram uden kommando: det installerer programmet på ny og skriver filen igen. Fjern derefter programmet.
activate-foreign = { $path } var der i forvejen og er ikke del af en installation; den er ikke rørt.
activate-foreign-hint = Vælg en anden mappe med --prefix, eller flyt den, og start igen.
    .window = Vælg en anden mappe, eller flyt den, og start igen.
activate-previous-gone = Version { $version }, som blev gemt til at gå tilbage til, kan ikke starte længere: dens filer eller dens Python er væk.
activate-previous-gone-hint = Bliv ved den version, der er installeret; den er ikke rørt.
activate-newer-receipt = Et nyere installationsprogram har skrevet { $path }.
activate-newer-receipt-hint = Brug det installationsprogram, eller hent det nyeste fra udgiveren.

verify-damaged = Det installerede er ikke, som det skal være, { $count ->
    [one] ét sted
   *[other] { COUNT($count) } steder
}.
verify-damaged-hint = Start “{ $command }”: det udbedrer det beskadigede og lader dine data være i fred.
    .window = Start “{ window-repair }”: det udbedrer det beskadigede og lader dine data være i fred.
verify-damaged-anothers = Det installerede er ikke, som det skal være, { $count ->
    [one] ét sted
   *[other] { COUNT($count) } steder
}.
verify-damaged-anothers-hint = Kun den konto, den tilhører, kan udbedre den: { $owner }.
uninstall-declined = Intet blev fjernet.
uninstall-declined-hint = Programmet forbliver, som det var. Start dette igen og svar ja for at fjerne det.
uninstall-mounted = Et andet drev er tilsluttet ved { $path }, så mappen med data omkring det blev ikke fjernet.
uninstall-mounted-hint = Frakobl drevet først, eller fjern programmet uden denne mappe.

busy = En anden installation er i gang i { $folder }.
busy-hint = Vent, til den er færdig, og start så igen; --wait SEKUNDER venter af sig selv.
    .window = Vent, til den er færdig, og start så igen.
cancelled = Annulleret. Det, der var installeret i forvejen, forbliver, som det var.
cancelled-hint = Start igen når som helst: det, der allerede er hentet, gemmes.
internal = Noget gik galt inde i dette program.
internal-hint = Det er vores fejl. Rapportér den venligst sammen med detaljerne.

log-unwritable = Loggen { $path } kan ikke skrives.
log-unwritable-hint = Angiv en fil i en mappe, du må skrive i, eller udelad --log.
