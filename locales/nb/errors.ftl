usage-unknown-command = Det finnes ingen kommando «{ $command }».
usage-unknown-command-hint = { $suggestion ->
    [none] Se «{ $program } --help» for hva som finnes.
   *[other] Mente du «{ $suggestion }»? Se «{ $program } --help» for hva som finnes.
}
usage-two-commands = «{ $first }» og «{ $second }» er to kommandoer.
usage-two-commands-hint = Gi én kommando om gangen, den ene etter den andre.
usage-unknown-option = Det finnes ikke noe valg «{ $option }».
usage-unknown-option-hint = { $suggestion ->
    [none] Se «{ $program } --help» for hva som finnes.
   *[other] Mente du «{ $suggestion }»? Se «{ $program } --help» for hva som finnes.
}
usage-missing-value = Valget «{ $option }» trenger en verdi.
usage-missing-value-hint = Skriv verdien etter det: «{ $option } VERDI». Se «{ $program } --help».
usage-surplus-value = Valget «{ $option }» tar ingen verdi.
usage-surplus-value-hint = Skriv «{ $option }» alene. Se «{ $program } --help».
usage-bad-value = «{ $value }» gir ingen mening for «{ $option }».
usage-bad-value-hint = Se «{ $program } --help» for hva «{ $option }» forventer.
usage-twice = Valget «{ $option }» ble gitt to ganger.
usage-twice-hint = Gi det én gang.
usage-conflict = «{ $option }» og «{ $other }» kan ikke brukes sammen.
usage-conflict-hint = Utelat ett av dem.
usage-misplaced-option = Valget «{ $option }» gjør ingenting med denne kommandoen.
usage-misplaced-option-hint = Det hører til: { $commands }
usage-bad-profile = Programprofilen { $path } kan ikke brukes.
usage-bad-profile-hint = Mappen må inneholde en lesbar profile.toml og root.json. Be den som ga deg mappen, om en ny kopi.
usage-bad-certificates = { $path } inneholder ingen sertifikater som kan brukes.
usage-bad-certificates-hint = Oppgi en fil med sertifikater i PEM-format med --ca.
usage-no-certificates = Filen { $path } med sertifikatutstedere kan ikke leses.
usage-no-certificates-hint = Kontroller navnet etter --ca: det må være en fil du har lov til å lese, med sertifikater i PEM-format.
usage-bad-proxy = { $host } kan ikke brukes som proxy.
usage-bad-proxy-hint = Kontroller verdien av --proxy.
usage-no-home = Denne kontoen har ingen hjemmemappe.
usage-no-home-hint = Sett HOME, eller kjør det med en konto som har en hjemmemappe.
usage-no-such-data = { $path } er ikke en mappe med data fra dette programmet.
usage-no-such-data-hint = { $folders ->
    [none] Dette programmet oppgir ingen datamappe, eller så finnes det ingen.
   *[other] Oppgi en av disse nøyaktig slik den står her: { $folders }
}
usage-no-consent = Å fjerne et program krever et svar, og det er ingen å spørre her.
usage-no-consent-hint = Kjør igjen med --yes hvis programmet skal fjernes.
usage-no-face = Vinduet kunne ikke åpnes, og her er det ingen terminal å spørre i.
usage-no-face-hint = Start det i en terminal: { $command }

repository-unreachable = { $place } kunne ikke nås, eller svarte ikke riktig (ved forespørsel om { $file }).
repository-unreachable-hint = Kontroller internettforbindelsen og proxyinnstillingene, og prøv igjen. Ingenting er endret.
repository-not-there = Det er ingen utgivelser på { $place }: { $file } mangler.
repository-not-there-hint = Kontroller adressen. Hvis den er riktig, gi beskjed til utgiveren av programmet.
repository-too-long = { $place } sendte mer enn de { BYTES($limit) } som { $file } kan ha.
repository-too-long-hint = Noe på veien, eller selve tjeneren, er ikke til å stole på. Prøv et annet nettverk, og gi beskjed til utgiveren hvis det skjer igjen.
repository-offline = Utgivelsene er på { $place }, og --offline forbyr å se etter der.
repository-offline-hint = Kjør uten --offline, eller oppgi en mappe med utgivelser med --repository.

trust-expired = Utgiverens signatur for «{ $role }» utløp { $expires }; klokken på denne datamaskinen viser { $now }.
trust-expired-hint = Kontroller dato og klokkeslett på denne datamaskinen. Hvis de er riktige, må utgiveren fornye signaturen: gi beskjed, og prøv igjen senere.
trust-clock-behind = Utgiverens signatur for «{ $role }» utløp { $expires }. Klokken på denne datamaskinen viser { $now }, men den var { $known } da dette programmet ble laget eller sist kjørte.
trust-clock-behind-hint = Kontroller dato og klokkeslett på denne datamaskinen. Hvis klokken gikk feil før og går riktig nå, fjern programmet og installer det igjen.
trust-threshold = «{ $role }» er signert med { COUNT($have) } av de { COUNT($need) } nøklene som kreves.
trust-threshold-hint = Ikke installer fra denne kilden. Utgivelsen er endret, eller for få av utgiverne har signert den. Gi beskjed til utgiveren.
trust-rollback = Tjeneren tilbyr versjon { $offered } av «{ $role }», som er eldre enn versjon { $trusted } som er sett før.
trust-rollback-hint = Tjeneren, eller noe på veien, viser en gammel tilstand. Prøv et annet nettverk eller speil; hvis det vedvarer, gi beskjed til utgiveren.
trust-malformed = { $file } ser ikke ut slik en utgivers fil skal.
trust-malformed-hint = En påloggingsside for nettverket kan ha svart i stedet for tjeneren: åpne en hvilken som helst nettside, logg på og prøv igjen. Hvis det vedvarer, gi beskjed til utgiveren.
trust-web-page = { $file } er en nettside i stedet for utgiverens fil.
trust-web-page-hint = Dette nettverket vil sannsynligvis at du logger på: åpne en hvilken som helst nettside, logg på og prøv igjen.
trust-inconsistent = Utgiverens filer passer ikke sammen, ved { $file }.
trust-inconsistent-hint = En ny utgivelse kan være på vei til tjeneren akkurat nå: prøv igjen om noen minutter. Hvis det vedvarer, gi beskjed til utgiveren.
trust-many-roots = Utgiverens nøkler er endret mer enn { COUNT($limit) } ganger siden denne datamaskinen sist så etter.
trust-many-roots-hint = Start igjen: det fortsetter herfra.
trust-other-application = Dette er en utgivelse av { $found }, ikke av { $expected }.
trust-other-application-hint = Kontroller adressen til utgivelsene. Hvis den er riktig, gi beskjed til utgiveren.
trust-unsupported = { $file } bruker noe som dette programmet ikke støtter: { $feature }.
trust-unsupported-hint = Hent det nyeste installasjonsprogrammet fra utgiveren.
trust-mismatch = { $file } er ikke filen som utgiveren har signert.
trust-mismatch-hint = Filen er endret eller skadet, og ble ikke brukt. Prøv igjen, eller prøv et annet nettverk; hvis det vedvarer, gi beskjed til utgiveren.
trust-too-long = { $file } er lengre enn de tillatte { BYTES($limit) }.
trust-too-long-hint = Filen ble ikke brukt. Gi beskjed til utgiveren.
trust-floor = Tjeneren tilbyr { $offered }, men dette installasjonsprogrammet godtar ingenting under { $floor }.
trust-floor-hint = Tjeneren, eller noe på veien, viser en gammel tilstand. Prøv et annet nettverk eller speil; hvis det vedvarer, gi beskjed til utgiveren.
trust-newer-format = { $file } har format { $format }; dette programmet leser opp til { $supported }.
trust-newer-format-hint = Hent det nyeste installasjonsprogrammet fra utgiveren.

plan-older = Versjon { $installed } er installert; den eldre versjonen { $offered } legges ikke over den.
plan-older-hint = Hvis du vil ha den eldre versjonen, fjern først den installerte. Dataene dine blir værende.
plan-replaced = Versjon { $version } ble utgitt på nytt, og tjeneren tilbyr den tidligste av de to.
plan-replaced-hint = Tjeneren, eller noe på veien, viser en gammel tilstand. Prøv et annet nettverk eller speil; hvis det vedvarer, gi beskjed til utgiveren.
plan-below-floor = Versjon { $offered } har kjente sikkerhetsproblemer; utgiveren godtar ikke lenger noe under { $floor }.
plan-below-floor-hint = Bruk en nyere versjon. Hvis det ikke finnes noen, gi beskjed til utgiveren.
plan-not-installed = Programmet er ikke installert her.
plan-not-installed-hint = Installer det først, eller oppgi mappen med --prefix.
    .window = Installer det først.
plan-no-previous = Det finnes ingen tidligere versjon å gå tilbake til.
plan-no-previous-hint = En tidligere versjon beholdes etter hver oppdatering, og bare én. Det som er installert, forblir som det er.
plan-other-application = Mappen inneholder { $installed }; { $offered } kan ikke installeres der.
plan-other-application-hint = Velg en annen mappe med --prefix.
    .window = Velg en annen mappe.
plan-no-python = Fant ingen egnet Python. Nødvendig: { $needed }.
plan-no-python-hint = Installer en slik Python fra python.org eller med systemets pakkebehandler, eller oppgi en med --python.
    .window = Installer en slik Python fra python.org eller med systemets pakkebehandler.
plan-other-python = { $asked } ble ønsket, og kan ikke brukes. Nødvendig: { $needed }.
plan-other-python-hint = Oppgi en annen Python med --python, eller utelat valget: da letes det etter en egnet. Detaljene viser hva som ble funnet.
plan-no-wheel = Det finnes ingen ferdig pakke for denne datamaskinen ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Prøv en annen Python med --python. Be ellers utgiveren om å støtte denne datamaskinen.
    .window = Installer en annen versjon av Python. Be ellers utgiveren om å støtte denne datamaskinen.
plan-no-compiler = Disse pakkene må bygges på denne datamaskinen, men det ble ikke funnet noen fungerende C-kompilator med Pythons headerfiler: { $packages }.
plan-no-compiler-hint = Installer en C-kompilator og utviklingsfilene for Python (på Debian: build-essential og python3-dev), eller prøv en annen Python med --python.
    .window = Installer en C-kompilator og utviklingsfilene for Python (på Debian: build-essential og python3-dev).
plan-bad-lock = Utgivelsen motsier seg selv om pakken { $package }.
plan-bad-lock-hint = Dette er utgiverens feil: gi beskjed til utgiveren. Ingenting er endret.

fetch-unreachable = { $artifact } kunne ikke lastes ned: { $host } kunne ikke nås.
fetch-unreachable-hint = Kontroller internettforbindelsen og proxyinnstillingene, og start igjen: det som allerede er her, beholdes.
fetch-server = { $artifact } kunne ikke lastes ned: { $host } svarte med feil { $status }.
fetch-server-hint = Prøv igjen senere: det som allerede er her, beholdes.
fetch-not-found = { $artifact } finnes ikke på noen av stedene der den skal være.
fetch-not-found-hint = Hvis du oppga en indeks, et speil eller en mappe, sørg for at filen er der. Gi ellers beskjed til utgiveren.
fetch-cut = Forbindelsen ble brutt mens { $artifact } ble lastet ned: { BYTES($have) } av { BYTES($size) } er her.
fetch-cut-hint = Start igjen: nedlastingen fortsetter der den stoppet.
fetch-short = { $artifact } sluttet for tidlig: { BYTES($have) } i stedet for { BYTES($size) }.
fetch-short-hint = Tjeneren eller en proxy sender en ufullstendig fil. Start igjen, eller bruk et annet nettverk eller speil.
fetch-too-long = { $artifact } er lengre enn de { BYTES($size) } som utgiveren har signert.
fetch-too-long-hint = Filen ble ikke brukt. Prøv et annet nettverk eller speil; hvis det vedvarer, gi beskjed til utgiveren.
fetch-wrong-hash = { $artifact } fra { $host } er ikke filen som utgiveren har signert.
fetch-wrong-hash-hint = Filen er endret eller skadet på veien og ble ikke brukt. Prøv et annet nettverk eller speil; hvis det vedvarer, gi beskjed til utgiveren.
fetch-login-page = { $host } svarte med en nettside i stedet for filen.
fetch-login-page-hint = Dette nettverket vil sannsynligvis at du logger på: åpne en hvilken som helst nettside, logg på og start igjen.
fetch-slow = { $host } sender { $artifact } for sakte.
fetch-slow-hint = Start igjen senere eller på et annet nettverk: nedlastingen fortsetter der den stoppet.
fetch-redirect = { $host } sender nedlastingen av { $artifact } rundt i ring eller til et usikkert sted.
fetch-redirect-hint = Prøv et annet nettverk eller speil; hvis det vedvarer, gi beskjed til utgiveren.
fetch-confused = { $host } svarer på en måte som ikke gir mening, for { $artifact }.
fetch-confused-hint = Prøv igjen senere, eller prøv et annet speil eller en annen indeks.
fetch-tls = { $issuer ->
    [unknown] Forbindelsen til { $host } er ikke sikker: denne datamaskinen stoler ikke på sertifikatet.
   *[other] Forbindelsen til { $host } er ikke sikker: sertifikatet er utstedt av { $issuer }, som denne datamaskinen ikke stoler på.
}
fetch-tls-hint = I en bedrift kan nettverket granske forbindelser: spør etter sertifikatutstederen, og oppgi filen med --ca. Bruk ellers et annet nettverk.
    .window = I en bedrift kan nettverket granske forbindelser: be den som tar seg av denne datamaskinen, om å la den stole på bedriftens sertifikatutsteder. Bruk ellers et annet nettverk.
fetch-proxy = { $proxy ->
    [unknown] Proxyen på veien til { $host } vil ha navn og passord, eller avviser dem som ble oppgitt.
   *[other] Proxyen { $proxy } vil ha navn og passord, eller avviser dem som ble oppgitt.
}
fetch-proxy-hint = Oppgi dem med --proxy http://NAVN:PASSORD@VERT:PORT.
fetch-proxy-unreachable = Proxyen { $proxy } kunne ikke nås, så { $host } kunne ikke spørres.
fetch-proxy-unreachable-hint = Kontroller navnet og porten til proxyen: etter --proxy, i variablene http_proxy og https_proxy, eller i systeminnstillingene. Det som allerede er her, beholdes.
    .window = Kontroller navnet og porten til proxyen: i variablene http_proxy og https_proxy, eller i systeminnstillingene. Det som allerede er her, beholdes.
fetch-login = { $host } vil ha navn og passord, eller avviser dem som ble oppgitt.
fetch-login-hint = Oppgi dem i adressen, https://NAVN:PASSORD@VERT/…, der du oppga den: --index-url, --mirror eller --repository. Hvis du ikke oppga noen adresse, gi beskjed til utgiveren.
    .window = Oppgi dem i adressen, https://NAVN:PASSORD@VERT/…, der du oppga den. Hvis du ikke oppga noen adresse, gi beskjed til utgiveren.
fetch-offline = { $count ->
    [one] Én fil mangler, og --offline forbyr å laste den ned: { $artifacts }
   *[other] { COUNT($count) } filer mangler, og --offline forbyr å laste dem ned: { $artifacts }
}
fetch-offline-hint = Legg filene i en mappe og oppgi den med --find-links, eller kjør uten --offline.

disk-full = Det er ikke nok plass i { $folder }.
disk-full-hint = Frigjør plass, eller velg en annen mappe: med --prefix for programmet, med variabelen XDG_CACHE_HOME for nedlastingene. Det som allerede er lastet ned, beholdes.
    .window = Frigjør plass. Det som allerede er lastet ned, beholdes.
disk-no-room = { BYTES($needed) } trengs i { $folder }, og { BYTES($free) } er ledig.
disk-no-room-hint = Frigjør plass, eller velg en annen mappe: med --prefix for programmet, med variabelen XDG_CACHE_HOME for nedlastingene. Det som allerede er lastet ned, beholdes.
    .window = Frigjør plass. Det som allerede er lastet ned, beholdes.
disk-rights = { $path } kan ikke skrives.
disk-rights-hint = Endre rettighetene, eller velg en annen mappe med --prefix. Administratorrettigheter trengs ikke.
    .window = Endre rettighetene. Administratorrettigheter trengs ikke.
disk-foreign-home = Hjemmemappen { $path } tilhører en annen konto enn den som kjører dette. Ingenting ble skrevet der.
disk-foreign-home-hint = Start det uten sudo; administratorrettigheter trengs ikke. Bruk sudo -H for å installere for denne kontoen selv.
disk-name = { $path } kan ikke opprettes: navnet er for langt, eller har tegn som ikke er tillatt der.
disk-name-hint = Velg en mappe med kortere navn, nær toppen av disken, med --prefix.
    .window = Velg en mappe med kortere navn, nær toppen av disken.
disk-no-rename = Filer i { $folder } kan ikke gis nytt navn.
disk-no-rename-hint = Velg en mappe på en annen disk: med --prefix for programmet, med variabelen XDG_CACHE_HOME for nedlastingene.
    .window = Velg en mappe på en annen disk (med variabelen XDG_CACHE_HOME for nedlastingene).
disk-no-links = { $folder } kan ikke inneholde symbolske lenker, og programmet trenger dem.
disk-no-links-hint = Velg en mappe på en annen disk med --prefix; minnepinner og nettverksstasjoner mangler ofte lenker.
    .window = Velg en mappe på en annen disk; minnepinner og nettverksstasjoner mangler ofte lenker.
disk-no-locks = Filer i { $folder } kan ikke låses, så to installasjoner kunne komme i veien for hverandre.
disk-no-locks-hint = Velg en mappe på datamaskinens egen disk: med --prefix for programmet, med variabelen XDG_CACHE_HOME for nedlastingene.
    .window = Velg en mappe på datamaskinens egen disk (med variabelen XDG_CACHE_HOME for nedlastingene).
disk-no-execution = Programmer i { $folder } kan ikke startes, så programmet kunne ikke kjøre der.
disk-no-execution-hint = Velg en mappe der programmer kan kjøre, med --prefix.
    .window = Velg en mappe der programmer kan kjøre.
disk-no-room-for-files = Omtrent { COUNT($needed) } filer skal lages i { $folder }, og disken har plass til { COUNT($free) } til.
disk-no-room-for-files-hint = Fjern filer der, eller velg en mappe på en annen disk med --prefix.
    .window = Fjern filer der, eller velg en mappe på en annen disk.
disk-path-too-long = Stien { $folder } er for lang: den kan ha { COUNT($most) } tegn, slik at filene i den kan få navn.
disk-path-too-long-hint = Velg en mappe med kortere sti med --prefix.
    .window = Velg en mappe med kortere sti.
disk-names-too-short = Filnavn i { $folder } kan bare ha { COUNT($most) } tegn; { COUNT($needed) } trengs. Krypterte mapper er ofte slik.
disk-names-too-short-hint = Velg en annen mappe for nedlastingene med variabelen XDG_CACHE_HOME.
disk-other = { $path } kunne ikke leses eller skrives.
disk-other-hint = Se i detaljene hva systemet sa. Undersøk om noe annet ligger der eller bruker den, og prøv igjen; på Windows kan et antivirusprogram holde filen.

limit-open-files = Denne kontoen kan bare ha { COUNT($limit) } filer åpne samtidig; { COUNT($needed) } trengs.
limit-open-files-hint = Øk grensen («ulimit -n»), eller spør den som har ansvar for denne datamaskinen.
limit-file-size = Denne kontoen kan bare skrive filer på { BYTES($limit) }; { BYTES($needed) } trengs.
limit-file-size-hint = Øk grensen («ulimit -f»), eller spør den som har ansvar for denne datamaskinen.

environment-runtime = Python som følger med utgivelsen, kunne ikke pakkes ut eller virker ikke.
environment-runtime-hint = Installer Python fra python.org, oppgi den med --python, og gi beskjed til utgiveren.
    .window = Installer Python fra python.org, og gi beskjed til utgiveren.
environment-create = Python kunne ikke lage et miljø for programmet.
environment-create-hint = Detaljene viser hvorfor. Prøv en annen Python med --python, eller en annen mappe med --prefix.
    .window = Detaljene viser hvorfor. Velg en annen mappe, eller installer en annen versjon av Python.
environment-start = { $program } kunne ikke startes.
environment-start-hint = Detaljene viser hvorfor. Programmer kan være forbudt i den mappen: velg en annen med --prefix.
    .window = Detaljene viser hvorfor. Programmer kan være forbudt i den mappen: velg en annen.
environment-wheel-refused = { $wheel } inneholder noe som ingen pakke skal inneholde, og ble ikke installert.
environment-wheel-refused-hint = Detaljene viser hva. Gi beskjed til utgiveren. Ingenting er endret.
environment-pip = Pakkene kunne ikke installeres.
environment-pip-hint = Detaljene viser hva pip sa. Ingenting er endret; gi beskjed til utgiveren hvis det skjer igjen.
environment-pip-python = Utgivelsens pip ({ $pip }) virker ikke med Python { $python }.
environment-pip-python-hint = Oppgi en annen Python med --python, og gi beskjed til utgiveren.
    .window = Installer en annen versjon av Python, og gi beskjed til utgiveren.
environment-hash = En pakke er ikke den som utgiveren har signert; pip avviste den.
environment-hash-hint = Disken, eller et annet program, endrer filer. Det ble ikke byttet versjon; prøv igjen.
environment-build = { $package } kunne ikke bygges på denne datamaskinen.
environment-build-hint = Detaljene viser hva byggingen sa; ofte mangler utviklingsfilene til et bibliotek. En annen Python kan ha en ferdig pakke: prøv --python.
    .window = Detaljene viser hva byggingen sa; ofte mangler utviklingsfilene til et bibliotek. En annen Python kan ha en ferdig pakke.
environment-no-headers = { $package } må bygges på denne datamaskinen, men { $python } har ingen headerfiler for C.
environment-no-headers-hint = Installer utviklingsfilene for Python (på Debian: python3-dev), eller prøv en annen Python med --python.
    .window = Installer utviklingsfilene for Python (på Debian: python3-dev).
environment-no-command = Utgivelsen har ingen kommando «{ $command }», selv om den sier det.
environment-no-command-hint = Dette er utgiverens feil: gi beskjed til utgiveren. Det ble ikke byttet versjon.
environment-changed = Etter installasjonen var { $path } ikke det den skulle være.
environment-changed-hint = Disken, eller et annet program (et antivirusprogram?), endrer filer. Det ble ikke byttet versjon; prøv igjen.
environment-check = De installerte pakkene passer ikke sammen.
environment-check-hint = Dette er en feil i utgivelsen: gi beskjed til utgiveren. Det ble ikke byttet versjon.
environment-smoke-test = Det nylig installerte programmet starter ikke.
environment-smoke-test-hint = Detaljene viser hva det sa. Det ble ikke byttet versjon; gi beskjed til utgiveren.
environment-time = Et trinn i installasjonen tok for lang tid og ble stoppet.
environment-time-hint = Prøv igjen når datamaskinen har mindre å gjøre. Det ble ikke byttet versjon.

activate-launcher-taken = { $path } hører til noe annet og ble ikke overskrevet.
activate-launcher-taken-hint = Flytt eller fjern den, og start igjen.
activate-unsafe = { $path } er en lenke, tilhører noen andre, eller kan skrives av andre. Den ble ikke brukt.
activate-unsafe-hint = Ta skrivetilgangen fra de andre (chmod go-w), fjern den, eller velg en annen mappe: med --prefix for programmet, med variabelen XDG_CACHE_HOME for nedlastingene.
    .window = Ta skrivetilgangen fra de andre (chmod go-w), fjern den, eller velg en annen mappe (med variabelen XDG_CACHE_HOME for nedlastingene).
activate-anothers = Installasjonen i { $folder } tilhører en annen konto: { $owner }.
activate-anothers-hint = Bare den kontoen kan endre eller fjerne den. Velg en annen mappe med --prefix.
    .window = Bare den kontoen kan endre eller fjerne den. Velg en annen mappe.
activate-damaged-receipt = { $path } er skadet, så den viser ikke hva som hører til installasjonen.
activate-damaged-receipt-hint = Start dette installasjonsprogrammet uten kommando: det installerer programmet på nytt og skriver filen igjen. Fjern deretter programmet.
activate-foreign = { $path } var der fra før og er ikke del av en installasjon; den er ikke rørt.
activate-foreign-hint = Velg en annen mappe med --prefix, eller flytt den og start igjen.
    .window = Velg en annen mappe, eller flytt den og start igjen.
activate-previous-gone = Versjon { $version }, som ble beholdt for å gå tilbake til, kan ikke starte lenger: filene eller Python til den er borte.
activate-previous-gone-hint = Bli ved versjonen som er installert; den er ikke rørt.
activate-newer-receipt = Et nyere installasjonsprogram har skrevet { $path }.
activate-newer-receipt-hint = Bruk det installasjonsprogrammet, eller hent det nyeste fra utgiveren.

verify-damaged = Det som er installert, er ikke som det skal være, { $count ->
    [one] ett sted
   *[other] { COUNT($count) } steder
}.
verify-damaged-hint = Start «{ $command }»: det utbedrer det som er skadet, og lar dataene dine være i fred.
    .window = Start «{ window-repair }»: det utbedrer det som er skadet, og lar dataene dine være i fred.
verify-damaged-anothers = Det som er installert, er ikke som det skal være, { $count ->
    [one] ett sted
   *[other] { COUNT($count) } steder
}.
verify-damaged-anothers-hint = Bare kontoen den tilhører, kan utbedre den: { $owner }.
uninstall-declined = Ingenting ble fjernet.
uninstall-declined-hint = Programmet forblir som det var. Start dette igjen og svar ja for å fjerne det.
uninstall-mounted = En annen stasjon er koblet til ved { $path }, så datamappen rundt den ble ikke fjernet.
uninstall-mounted-hint = Koble fra stasjonen først, eller fjern programmet uten denne mappen.

busy = En annen installasjon pågår i { $folder }.
busy-hint = Vent til den er ferdig, og start så igjen; --wait SEKUNDER venter av seg selv.
    .window = Vent til den er ferdig, og start så igjen.
cancelled = Avbrutt. Det som var installert fra før, forblir som det var.
cancelled-hint = Start igjen når som helst: det som allerede er lastet ned, beholdes.
internal = Noe gikk galt inne i dette programmet.
internal-hint = Dette er vår feil. Rapporter den gjerne sammen med detaljene.

log-unwritable = Loggen { $path } kan ikke skrives.
log-unwritable-hint = Oppgi en fil i en mappe du har lov til å skrive i, eller utelat --log.
