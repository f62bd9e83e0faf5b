usage-unknown-command = Det finns inget kommando ”{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] Se ”{ $program } --help” för vad som finns.
   *[other] Menade du ”{ $suggestion }”? Se ”{ $program } --help” för vad som finns.
}
usage-two-commands = ”{ $first }” och ”{ $second }” är två kommandon.
usage-two-commands-hint = Ge ett kommando i taget, ett efter det andra.
usage-unknown-option = Det finns ingen flagga ”{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] Se ”{ $program } --help” för vad som finns.
   *[other] Menade du ”{ $suggestion }”? Se ”{ $program } --help” för vad som finns.
}
usage-missing-value = Flaggan ”{ $option }” behöver ett värde.
usage-missing-value-hint = Skriv värdet efter den: ”{ $option } VÄRDE”. Se ”{ $program } --help”.
usage-surplus-value = Flaggan ”{ $option }” tar inget värde.
usage-surplus-value-hint = Skriv bara ”{ $option }”. Se ”{ $program } --help”.
usage-bad-value = ”{ $value }” går inte att använda för ”{ $option }”.
usage-bad-value-hint = Se ”{ $program } --help” för vad ”{ $option }” förväntar sig.
usage-twice = Flaggan ”{ $option }” angavs två gånger.
usage-twice-hint = Ange den en gång.
usage-conflict = ”{ $option }” och ”{ $other }” kan inte användas tillsammans.
usage-conflict-hint = Utelämna en av dem.
usage-misplaced-option = Flaggan ”{ $option }” gör inget med det här kommandot.
usage-misplaced-option-hint = Den hör till: { $commands }
usage-bad-profile = Programprofilen { $path } går inte att använda.
usage-bad-profile-hint = Mappen måste innehålla en läsbar profile.toml och root.json. Be den som gav dig mappen om en ny kopia.
usage-bad-certificates = { $path } innehåller inga certifikat som går att använda.
usage-bad-certificates-hint = Ange en fil med certifikat i PEM-format med --ca.
usage-no-certificates = Filen { $path } med certifikatutfärdare går inte att läsa.
usage-no-certificates-hint = Kontrollera namnet efter --ca: det måste vara en fil som du får läsa, med certifikat i PEM-format.
usage-bad-proxy = { $host } går inte att använda som proxyserver.
usage-bad-proxy-hint = Kontrollera värdet för --proxy.
usage-no-home = Det här kontot har ingen hemmapp.
usage-no-home-hint = Ställ in HOME, eller kör med ett konto som har en hemmapp.
usage-no-such-data = { $path } är inte en mapp med data för det här programmet.
usage-no-such-data-hint = { $folders ->
    [none] Det här programmet anger ingen datamapp, eller så finns det ingen.
   *[other] Ange en av dessa precis som den står här: { $folders }
}
usage-no-consent = Att ta bort ett program kräver ett svar, och ingen kan tillfrågas här.
usage-no-consent-hint = Kör igen med --yes om programmet ska tas bort.
usage-no-face = Fönstret kunde inte öppnas, och här finns ingen terminal att fråga i.
usage-no-face-hint = Starta det i en terminal: { $command }

repository-unreachable = { $place } kunde inte nås eller svarade inte som det ska (vid begäran om { $file }).
repository-unreachable-hint = Kontrollera internetanslutningen och proxyinställningarna och försök igen. Inget har ändrats.
repository-not-there = Det finns inga utgåvor på { $place }: { $file } saknas.
repository-not-there-hint = Kontrollera adressen. Om den är rätt, meddela programmets utgivare.
repository-too-long = { $place } skickade mer än de { BYTES($limit) } som { $file } får ha.
repository-too-long-hint = Något på vägen, eller själva servern, går inte att lita på. Prova ett annat nätverk, och meddela utgivaren om det händer igen.
repository-offline = Utgåvorna finns på { $place }, och --offline förbjuder att leta där.
repository-offline-hint = Kör utan --offline, eller ange en mapp med utgåvor med --repository.

trust-expired = Utgivarens signatur för ”{ $role }” gick ut { $expires }; datorns klocka visar { $now }.
trust-expired-hint = Kontrollera datorns datum och tid. Om de stämmer måste utgivaren förnya signaturen: meddela utgivaren och försök igen senare.
trust-clock-behind = Utgivarens signatur för ”{ $role }” gick ut { $expires }. Datorns klocka visar { $now }, men den var { $known } när det här programmet skapades eller senast kördes.
trust-clock-behind-hint = Kontrollera datorns datum och tid. Om klockan gick fel tidigare och går rätt nu, ta bort programmet och installera det igen.
trust-threshold = ”{ $role }” är signerad med { COUNT($have) } av de { COUNT($need) } nycklar som krävs.
trust-threshold-hint = Installera inte från den här källan. Utgåvan har ändrats, eller så har för få av dess utgivare signerat den. Meddela utgivaren.
trust-rollback = Servern erbjuder version { $offered } av ”{ $role }”, som är äldre än version { $trusted } som setts tidigare.
trust-rollback-hint = Servern, eller något på vägen, visar ett gammalt läge. Prova ett annat nätverk eller en annan spegel; om det kvarstår, meddela utgivaren.
trust-malformed = { $file } ser inte ut som en utgivares fil ska göra.
trust-malformed-hint = En inloggningssida för nätverket kan ha svarat i stället för servern: öppna valfri webbsida, logga in och försök igen. Om det kvarstår, meddela utgivaren.
trust-web-page = { $file } är en webbsida i stället för utgivarens fil.
trust-web-page-hint = Nätverket vill förmodligen att du loggar in: öppna valfri webbsida, logga in och försök igen.
trust-inconsistent = Utgivarens filer passar inte ihop, vid { $file }.
trust-inconsistent-hint = En ny utgåva kan vara på väg till servern just nu: försök igen om några minuter. Om det kvarstår, meddela utgivaren.
trust-many-roots = Utgivarens nycklar har ändrats mer än { COUNT($limit) } gånger sedan den här datorn senast tittade.
trust-many-roots-hint = Starta igen: det fortsätter härifrån.
trust-other-application = Det här är en utgåva av { $found }, inte av { $expected }.
trust-other-application-hint = Kontrollera adressen till utgåvorna. Om den är rätt, meddela utgivaren.
trust-unsupported = { $file } använder något som det här programmet inte stöder: { $feature }.
trust-unsupported-hint = Hämta det senaste installationsprogrammet från utgivaren.
trust-mismatch = { $file } är inte den fil som utgivaren signerade.
trust-mismatch-hint = Filen har ändrats eller skadats och användes inte. Försök igen, eller med ett annat nätverk; om det kvarstår, meddela utgivaren.
trust-too-long = { $file } är längre än de tillåtna { BYTES($limit) }.
trust-too-long-hint = Filen användes inte. Meddela utgivaren.
trust-floor = Servern erbjuder { $offered }, men det här installationsprogrammet godtar inget under { $floor }.
trust-floor-hint = Servern, eller något på vägen, visar ett gammalt läge. Prova ett annat nätverk eller en annan spegel; om det kvarstår, meddela utgivaren.
trust-newer-format = { $file } har format { $format }; det här programmet läser upp till { $supported }.
trust-newer-format-hint = Hämta det senaste installationsprogrammet från utgivaren.

plan-older = Version { $installed } är installerad; den äldre versionen { $offered } läggs inte över den.
plan-older-hint = Om du vill ha den äldre versionen, ta först bort den installerade. Dina data är kvar.
plan-replaced = Version { $version } gavs ut på nytt, och servern erbjuder den tidigare av de två.
plan-replaced-hint = Servern, eller något på vägen, visar ett gammalt läge. Prova ett annat nätverk eller en annan spegel; om det kvarstår, meddela utgivaren.
plan-below-floor = Version { $offered } har kända säkerhetsproblem; utgivaren godtar inte längre något under { $floor }.
plan-below-floor-hint = Använd en nyare version. Om det inte finns någon, meddela utgivaren.
plan-not-installed = Programmet är inte installerat här.
plan-not-installed-hint = Installera det först, eller ange dess mapp med --prefix.
    .window = Installera det först.
plan-no-previous = Det finns ingen tidigare version att gå tillbaka till.
plan-no-previous-hint = En tidigare version sparas efter varje uppdatering, och bara en. Det som är installerat förblir som det är.
plan-other-application = Mappen innehåller { $installed }; { $offered } kan inte installeras där.
plan-other-application-hint = Välj en annan mapp med --prefix.
    .window = Välj en annan mapp.
plan-no-python = Ingen lämplig Python hittades. Krävs: { $needed }.
plan-no-python-hint = Installera en sådan Python från python.org eller med systemets pakethanterare, eller ange en med --python.
    .window = Installera en sådan Python från python.org eller med systemets pakethanterare.
plan-other-python = { $asked } begärdes och går inte att använda. Krävs: { $needed }.
plan-other-python-hint = Ange en annan Python med --python, eller utelämna flaggan: då söks en lämplig upp. Detaljerna visar vad som hittades.
plan-no-wheel = Det finns inget färdigt paket för den här datorn ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Prova en annan Python med --python. Be annars utgivaren att stödja den här datorn.
    .window = Installera en annan version av Python. Be annars utgivaren att stödja den här datorn.
plan-no-compiler = De här paketen måste byggas på den här datorn, men ingen fungerande C-kompilator med Pythons headerfiler hittades: { $packages }.
plan-no-compiler-hint = Installera en C-kompilator och Pythons utvecklingsfiler (på Debian: build-essential och python3-dev), eller prova en annan Python med --python.
    .window = Installera en C-kompilator och Pythons utvecklingsfiler (på Debian: build-essential och python3-dev).
plan-bad-lock = Utgåvan säger emot sig själv om paketet { $package }.
plan-bad-lock-hint = Det här är utgivarens misstag: meddela utgivaren. Inget har ändrats.

fetch-unreachable = { $artifact } kunde inte hämtas: { $host } kunde inte nås.
fetch-unreachable-hint = Kontrollera internetanslutningen och proxyinställningarna och starta igen: det som redan finns här sparas.
fetch-server = { $artifact } kunde inte hämtas: { $host } svarade med fel { $status }.
fetch-server-hint = Försök igen senare: det som redan finns här sparas.
fetch-not-found = { $artifact } finns inte på något av de ställen där den borde finnas.
fetch-not-found-hint = Om du angav ett index, en spegel eller en mapp, se till att filen finns där. Meddela annars utgivaren.
fetch-cut = Anslutningen bröts medan { $artifact } hämtades: { BYTES($have) } av { BYTES($size) } finns här.
fetch-cut-hint = Starta igen: hämtningen fortsätter där den slutade.
fetch-short = { $artifact } tog slut för tidigt: { BYTES($have) } i stället för { BYTES($size) }.
fetch-short-hint = Servern eller en proxyserver skickar en ofullständig fil. Starta igen, eller använd ett annat nätverk eller en annan spegel.
fetch-too-long = { $artifact } är längre än de { BYTES($size) } som utgivaren signerade.
fetch-too-long-hint = Filen användes inte. Prova ett annat nätverk eller en annan spegel; om det kvarstår, meddela utgivaren.
fetch-wrong-hash = { $artifact } från { $host } är inte den fil som utgivaren signerade.
fetch-wrong-hash-hint = Filen har ändrats eller skadats på vägen och användes inte. Prova ett annat nätverk eller en annan spegel; om det kvarstår, meddela utgivaren.
fetch-login-page = { $host } svarade med en webbsida i stället för filen.
fetch-login-page-hint = Nätverket vill förmodligen att du loggar in: öppna valfri webbsida, logga in och starta igen.
fetch-slow = { $host } skickar { $artifact } för långsamt.
fetch-slow-hint = Starta igen senare eller på ett annat nätverk: hämtningen fortsätter där den slutade.
fetch-redirect = { $host } skickar hämtningen av { $artifact } runt i cirklar eller till en osäker plats.
fetch-redirect-hint = Prova ett annat nätverk eller en annan spegel; om det kvarstår, meddela utgivaren.
fetch-confused = { $host } svarar på ett obegripligt sätt, för { $artifact }.
fetch-confused-hint = Försök igen senare, eller prova en annan spegel eller ett annat index.
fetch-tls = { $issuer ->
    [unknown] Anslutningen till { $host } är inte säker: den här datorn litar inte på dess certifikat.
   *[other] Anslutningen till { $host } är inte säker: dess certifikat utfärdades av { $issuer }, som den här datorn inte litar på.
}
fetch-tls-hint = På ett företag kan nätverket granska anslutningar: fråga efter dess certifikatutfärdare och ange filen med --ca. Använd annars ett annat nätverk.
    .window = På ett företag kan nätverket granska anslutningar: be den som sköter datorn att låta den lita på företagets certifikatutfärdare. Använd annars ett annat nätverk.
fetch-proxy = { $proxy ->
    [unknown] Proxyservern på vägen till { $host } vill ha namn och lösenord, eller godtar inte dem som angavs.
   *[other] Proxyservern { $proxy } vill ha namn och lösenord, eller godtar inte dem som angavs.
}
fetch-proxy-hint = Ange dem med --proxy http://NAMN:LÖSENORD@VÄRD:PORT.
fetch-proxy-unreachable = Proxyservern { $proxy } kunde inte nås, så { $host } kunde inte tillfrågas.
fetch-proxy-unreachable-hint = Kontrollera proxyserverns namn och port: efter --proxy, i variablerna http_proxy och https_proxy, eller i systemets inställningar. Det som redan finns här sparas.
    .window = Kontrollera proxyserverns namn och port: i variablerna http_proxy och https_proxy, eller i systemets inställningar. Det som redan finns här sparas.
fetch-login = { $host } vill ha namn och lösenord, eller godtar inte dem som angavs.
fetch-login-hint = Ange dem i adressen, https://NAMN:LÖSENORD@VÄRD/…, där du angav den: --index-url, --mirror eller --repository. Om du inte angav någon adress, meddela utgivaren.
    .window = Ange dem i adressen, https://NAMN:LÖSENORD@VÄRD/…, där du angav den. Om du inte angav någon adress, meddela utgivaren.
fetch-offline = { $count ->
    [one] En fil saknas, och --offline förbjuder att den hämtas: { $artifacts }
   *[other] { COUNT($count) } filer saknas, och --offline förbjuder att de hämtas: { $artifacts }
}
fetch-offline-hint = Lägg filerna i en mapp och ange den med --find-links, eller kör utan --offline.

disk-full = Det finns inte tillräckligt med plats i { $folder }.
disk-full-hint = Frigör utrymme eller välj en annan mapp: med --prefix för programmet, med variabeln XDG_CACHE_HOME för hämtade filer. Det som redan hämtats sparas.
    .window = Frigör utrymme. Det som redan hämtats sparas.
disk-no-room = { BYTES($needed) } behövs i { $folder }, och { BYTES($free) } är ledigt.
disk-no-room-hint = Frigör utrymme eller välj en annan mapp: med --prefix för programmet, med variabeln XDG_CACHE_HOME för hämtade filer. Det som redan hämtats sparas.
    .window = Frigör utrymme. Det som redan hämtats sparas.
disk-rights = Det går inte att skriva till { $path }.
disk-rights-hint = Ändra rättigheterna, eller välj en annan mapp med --prefix. Administratörsrättigheter behövs inte.
    .window = Ändra rättigheterna. Administratörsrättigheter behövs inte.
disk-foreign-home = Hemmappen { $path } tillhör ett annat konto än det som kör detta. Inget skrevs där.
disk-foreign-home-hint = Starta utan sudo; administratörsrättigheter behövs inte. Använd sudo -H för att installera för det här kontot självt.
disk-name = { $path } kan inte skapas: namnet är för långt eller har tecken som inte är tillåtna där.
disk-name-hint = Välj en mapp med kortare namn, nära diskens början, med --prefix.
    .window = Välj en mapp med kortare namn, nära diskens början.
disk-no-rename = Filer i { $folder } kan inte byta namn.
disk-no-rename-hint = Välj en mapp på en annan disk: med --prefix för programmet, med variabeln XDG_CACHE_HOME för hämtade filer.
    .window = Välj en mapp på en annan disk (med variabeln XDG_CACHE_HOME för hämtade filer).
disk-no-links = { $folder } kan inte innehålla symboliska länkar, och programmet behöver dem.
disk-no-links-hint = Välj en mapp på en annan disk med --prefix; USB-minnen och nätverksenheter saknar ofta länkar.
    .window = Välj en mapp på en annan disk; USB-minnen och nätverksenheter saknar ofta länkar.
disk-no-locks = Filer i { $folder } kan inte låsas, så två installationer skulle kunna störa varandra.
disk-no-locks-hint = Välj en mapp på datorns egen disk: med --prefix för programmet, med variabeln XDG_CACHE_HOME för hämtade filer.
    .window = Välj en mapp på datorns egen disk (med variabeln XDG_CACHE_HOME för hämtade filer).
disk-no-execution = Program i { $folder } får inte startas, så programmet skulle inte kunna köras där.
disk-no-execution-hint = Välj en mapp där program får köras med --prefix.
    .window = Välj en mapp där program får köras.
disk-no-room-for-files = Ungefär { COUNT($needed) } filer ska skapas i { $folder }, och disken har plats för { COUNT($free) } till.
disk-no-room-for-files-hint = Ta bort filer där, eller välj en mapp på en annan disk med --prefix.
    .window = Ta bort filer där, eller välj en mapp på en annan disk.
disk-path-too-long = Sökvägen { $folder } är för lång: den får ha { COUNT($most) } tecken, så att filerna i den kan få namn.
disk-path-too-long-hint = Välj en mapp med kortare sökväg med --prefix.
    .window = Välj en mapp med kortare sökväg.
disk-names-too-short = Filnamn i { $folder } får bara ha { COUNT($most) } tecken; { COUNT($needed) } behövs. Krypterade mappar är ofta så.
disk-names-too-short-hint = Välj en annan mapp för hämtade filer med variabeln XDG_CACHE_HOME.
disk-other = { $path } kunde inte läsas eller skrivas.
disk-other-hint = Se detaljerna för vad systemet sade. Kontrollera om något annat finns där eller använder den, och försök igen; på Windows kan ett virusskydd hålla filen.

limit-open-files = Det här kontot får bara ha { COUNT($limit) } filer öppna samtidigt; { COUNT($needed) } behövs.
limit-open-files-hint = Höj gränsen (”ulimit -n”), eller fråga den som sköter den här datorn.
limit-file-size = Det här kontot får bara skriva filer på { BYTES($limit) }; { BYTES($needed) } behövs.
limit-file-size-hint = Höj gränsen (”ulimit -f”), eller fråga den som sköter den här datorn.

environment-runtime = Den Python som följer med utgåvan kunde inte packas upp eller fungerar inte.
environment-runtime-hint = Installera Python från python.org och ange den med --python, och meddela utgivaren.
    .window = Installera Python från python.org, och meddela utgivaren.
environment-create = Python kunde inte skapa en miljö för programmet.
environment-create-hint = Detaljerna visar varför. Prova en annan Python med --python, eller en annan mapp med --prefix.
    .window = Detaljerna visar varför. Välj en annan mapp, eller installera en annan version av Python.
environment-start = { $program } kunde inte startas.
environment-start-hint = Detaljerna visar varför. Program kan vara förbjudna i den mappen: välj en annan med --prefix.
    .window = Detaljerna visar varför. Program kan vara förbjudna i den mappen: välj en annan.
environment-wheel-refused = { $wheel } innehåller något som inget paket ska innehålla, och installerades inte.
environment-wheel-refused-hint = Detaljerna visar vad. Meddela utgivaren. Inget har ändrats.
environment-pip = Paketen kunde inte installeras.
environment-pip-hint = Detaljerna innehåller vad pip sade. Inget har ändrats; meddela utgivaren om det händer igen.
environment-pip-python = Utgåvans pip ({ $pip }) fungerar inte med Python { $python }.
environment-pip-python-hint = Ange en annan Python med --python, och meddela utgivaren.
    .window = Installera en annan version av Python, och meddela utgivaren.
environment-hash = Ett paket är inte det som utgivaren signerade; pip nekade det.
environment-hash-hint = Disken, eller ett annat program, ändrar filer. Inget versionsbyte gjordes; försök igen.
environment-build = { $package } kunde inte byggas på den här datorn.
environment-build-hint = Detaljerna innehåller vad bygget sade; ofta saknas ett biblioteks utvecklingsfiler. En annan Python kan ha ett färdigt paket: prova --python.
    .window = Detaljerna innehåller vad bygget sade; ofta saknas ett biblioteks utvecklingsfiler. En annan Python kan ha ett färdigt paket.
environment-no-headers = { $package } måste byggas på den här datorn, men { $python } har inga headerfiler för C.
environment-no-headers-hint = Installera Pythons utvecklingsfiler (på Debian: python3-dev), eller prova en annan Python med --python.
    .window = Installera Pythons utvecklingsfiler (på Debian: python3-dev).
environment-no-command = Utgåvan har inget kommando ”{ $command }”, fast den säger det.
environment-no-command-hint = Det här är utgivarens misstag: meddela utgivaren. Inget versionsbyte gjordes.
environment-changed = Efter installationen var { $path } inte vad den ska vara.
environment-changed-hint = Disken, eller ett annat program (ett virusskydd?), ändrar filer. Inget versionsbyte gjordes; försök igen.
environment-check = De installerade paketen passar inte ihop.
environment-check-hint = Det här är ett fel i utgåvan: meddela utgivaren. Inget versionsbyte gjordes.
environment-smoke-test = Det nyss installerade programmet startar inte.
environment-smoke-test-hint = Detaljerna innehåller vad det sade. Inget versionsbyte gjordes; meddela utgivaren.
environment-time = Ett steg i installationen tog för lång tid och stoppades.
environment-time-hint = Försök igen när datorn har mindre att göra. Inget versionsbyte gjordes.

activate-launcher-taken = { $path } hör till något annat och skrevs inte över.
activate-launcher-taken-hint = Flytta eller ta bort den, och starta igen.
activate-unsafe = { $path } är en länk, tillhör någon annan eller kan skrivas av andra. Den användes inte.
activate-unsafe-hint = Ta skrivrättigheten från de andra (chmod go-w), ta bort den, eller välj en annan mapp: med --prefix för programmet, med variabeln XDG_CACHE_HOME för hämtade filer.
    .window = Ta skrivrättigheten från de andra (chmod go-w), ta bort den, eller välj en annan mapp (med variabeln XDG_CACHE_HOME för hämtade filer).
activate-anothers = Installationen i { $folder } tillhör ett annat konto: { $owner }.
activate-anothers-hint = Bara det kontot kan ändra eller ta bort den. Välj en annan mapp med --prefix.
    .window = Bara det kontot kan ändra eller ta bort den. Välj en annan mapp.
activate-damaged-receipt = { $path } är skadad och visar därför inte vad som hör till installationen.
activate-damaged-receipt-hint = Starta det här installationsprogrammet utan kommando: det installerar programmet på nytt och skriver filen igen. Ta sedan bort programmet.
activate-foreign = { $path } fanns där tidigare och hör inte till någon installation; den har lämnats i fred.
activate-foreign-hint = Välj en annan mapp med --prefix, eller flytta den och starta igen.
    .window = Välj en annan mapp, eller flytta den och starta igen.
activate-previous-gone = Version { $version }, som sparades för att gå tillbaka till, kan inte starta längre: dess filer eller dess Python är borta.
activate-previous-gone-hint = Behåll den version som är installerad; den har inte rörts.
activate-newer-receipt = Ett nyare installationsprogram har skrivit { $path }.
activate-newer-receipt-hint = Använd det installationsprogrammet, eller hämta det senaste från utgivaren.

verify-damaged = Det som är installerat är inte som det ska vara, på { $count ->
    [one] ett ställe
   *[other] { COUNT($count) } ställen
}.
verify-damaged-hint = Starta ”{ $command }”: det lagar det som är skadat och lämnar dina data i fred.
    .window = Starta ”{ window-repair }”: det lagar det som är skadat och lämnar dina data i fred.
verify-damaged-anothers = Det som är installerat är inte som det ska vara, på { $count ->
    [one] ett ställe
   *[other] { COUNT($count) } ställen
}.
verify-damaged-anothers-hint = Bara kontot som den tillhör kan laga den: { $owner }.
uninstall-declined = Inget togs bort.
uninstall-declined-hint = Programmet förblir som det var. För att ta bort det, starta detta igen och svara ja.
uninstall-mounted = En annan enhet är monterad vid { $path }, så datamappen som den ligger i togs inte bort.
uninstall-mounted-hint = Koppla från enheten först, eller ta bort programmet utan den här mappen.

busy = En annan installation pågår i { $folder }.
busy-hint = Vänta tills den är klar och starta sedan igen; --wait SEKUNDER väntar av sig självt.
    .window = Vänta tills den är klar och starta sedan igen.
cancelled = Avbrutet. Det som var installerat tidigare förblir som det var.
cancelled-hint = Starta igen när du vill: det som redan hämtats sparas.
internal = Något gick fel inuti det här programmet.
internal-hint = Det här är vårt fel. Rapportera det gärna tillsammans med detaljerna.

log-unwritable = Loggen { $path } går inte att skriva.
log-unwritable-hint = Ange en fil i en mapp som du får skriva i, eller utelämna --log.
