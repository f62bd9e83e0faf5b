usage-unknown-command = Er is geen opdracht “{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] Zie “{ $program } --help” voor wat er is.
   *[other] Bedoelde u “{ $suggestion }”? Zie “{ $program } --help” voor wat er is.
}
usage-two-commands = “{ $first }” en “{ $second }” zijn twee opdrachten.
usage-two-commands-hint = Geef één opdracht tegelijk, de ene na de andere.
usage-unknown-option = Er is geen optie “{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] Zie “{ $program } --help” voor wat er is.
   *[other] Bedoelde u “{ $suggestion }”? Zie “{ $program } --help” voor wat er is.
}
usage-missing-value = De optie “{ $option }” heeft een waarde nodig.
usage-missing-value-hint = Schrijf de waarde erachter: “{ $option } WAARDE”. Zie “{ $program } --help”.
usage-surplus-value = De optie “{ $option }” heeft geen waarde.
usage-surplus-value-hint = Schrijf alleen “{ $option }”. Zie “{ $program } --help”.
usage-bad-value = “{ $value }” is niet geldig voor “{ $option }”.
usage-bad-value-hint = Zie “{ $program } --help” voor wat “{ $option }” verwacht.
usage-twice = De optie “{ $option }” is twee keer gegeven.
usage-twice-hint = Geef die maar één keer op.
usage-conflict = “{ $option }” en “{ $other }” kunnen niet samen worden gebruikt.
usage-conflict-hint = Laat een van beide weg.
usage-misplaced-option = De optie “{ $option }” doet niets bij deze opdracht.
usage-misplaced-option-hint = Zij hoort bij: { $commands }
usage-bad-profile = Het toepassingsprofiel { $path } kan niet worden gebruikt.
usage-bad-profile-hint = De map moet een leesbare profile.toml en root.json bevatten. Vraag degene van wie u haar hebt om een nieuwe kopie.
usage-bad-certificates = { $path } bevat geen bruikbare certificaten.
usage-bad-certificates-hint = Noem met --ca een bestand met certificaten in PEM-vorm.
usage-no-certificates = Het bestand { $path } met certificaatautoriteiten kan niet worden gelezen.
usage-no-certificates-hint = Controleer de naam na --ca: het moet een bestand zijn dat u mag lezen, met certificaten in PEM-vorm.
usage-bad-proxy = { $host } kan niet als proxy worden gebruikt.
usage-bad-proxy-hint = Controleer de waarde van --proxy.
usage-no-home = Deze account heeft geen persoonlijke map.
usage-no-home-hint = Stel HOME in, of voer het uit als iemand die een persoonlijke map heeft.
usage-no-such-data = { $path } is geen map met gegevens van deze toepassing.
usage-no-such-data-hint = { $folders ->
    [none] Deze toepassing noemt geen gegevensmap, of er is er geen.
   *[other] Geef een van deze precies zoals het hier staat: { $folders }
}
usage-no-consent = Voor het verwijderen van een toepassing is een antwoord nodig, en hier kan het aan niemand worden gevraagd.
usage-no-consent-hint = Voer het opnieuw uit met --yes als de toepassing moet worden verwijderd.
usage-no-face = Het venster kon niet worden geopend, en hier is geen terminal om iets in te vragen.
usage-no-face-hint = Start het in een terminal: { $command }

repository-unreachable = { $place } kon niet worden bereikt, of antwoordde niet goed (bij het vragen om { $file }).
repository-unreachable-hint = Controleer de internetverbinding en de proxyinstellingen en probeer het opnieuw. Er is niets gewijzigd.
repository-not-there = Er zijn geen uitgaven op { $place }: { $file } ontbreekt.
repository-not-there-hint = Controleer het adres. Als het klopt, meld het dan aan de uitgever van de toepassing.
repository-too-long = { $place } stuurde meer dan de { BYTES($limit) } die { $file } mag hebben.
repository-too-long-hint = Iets onderweg, of de server zelf, is niet te vertrouwen. Probeer een ander netwerk, en meld het aan de uitgever als het weer gebeurt.
repository-offline = De uitgaven staan op { $place }, en --offline verbiedt om daar te kijken.
repository-offline-hint = Voer het uit zonder --offline, of noem een map met uitgaven met --repository.

trust-expired = De handtekening van de uitgever voor “{ $role }” is verlopen op { $expires }; de klok van deze computer zegt { $now }.
trust-expired-hint = Controleer de datum en tijd van deze computer. Als die kloppen, moet de uitgever de handtekening vernieuwen: meld dat, en probeer het later opnieuw.
trust-clock-behind = De handtekening van de uitgever voor “{ $role }” is verlopen op { $expires }. De klok van deze computer zegt { $now }, maar het was { $known } toen dit programma werd gemaakt of het laatst werd uitgevoerd.
trust-clock-behind-hint = Controleer de datum en tijd van deze computer. Als de klok eerder fout liep en nu goed loopt, verwijder de toepassing dan en installeer haar opnieuw.
trust-threshold = “{ $role }” is ondertekend met { COUNT($have) } van de { COUNT($need) } benodigde sleutels.
trust-threshold-hint = Installeer niet vanaf deze bron. De uitgave is gewijzigd, of niet genoeg van haar uitgevers hebben haar ondertekend. Meld het aan de uitgever.
trust-rollback = De server biedt versie { $offered } van “{ $role }” aan, ouder dan versie { $trusted } die eerder is gezien.
trust-rollback-hint = De server, of iets onderweg, toont een oude toestand. Probeer een ander netwerk of een andere mirror; blijft het zo, meld het dan aan de uitgever.
trust-malformed = { $file } ziet er niet uit zoals een bestand van een uitgever hoort te zijn.
trust-malformed-hint = Misschien antwoordde een aanmeldpagina van het netwerk in plaats van de server: open een willekeurige webpagina, meld u aan en probeer het opnieuw. Blijft het zo, meld het dan aan de uitgever.
trust-web-page = { $file } is een webpagina in plaats van het bestand van de uitgever.
trust-web-page-hint = Dit netwerk wil waarschijnlijk dat u zich aanmeldt: open een willekeurige webpagina, meld u aan en probeer het opnieuw.
trust-inconsistent = De bestanden van de uitgever passen niet bij elkaar, bij { $file }.
trust-inconsistent-hint = Misschien wordt er op dit moment een nieuwe uitgave op de server gezet: probeer het over een paar minuten opnieuw. Blijft het zo, meld het dan aan de uitgever.
trust-many-roots = De sleutels van de uitgever zijn meer dan { COUNT($limit) } keer gewijzigd sinds deze computer voor het laatst keek.
trust-many-roots-hint = Start opnieuw: het gaat van hieruit verder.
trust-other-application = Dit is een uitgave van { $found }, niet van { $expected }.
trust-other-application-hint = Controleer het adres van de uitgaven. Als het klopt, meld het dan aan de uitgever.
trust-unsupported = { $file } gebruikt iets wat dit programma niet ondersteunt: { $feature }.
trust-unsupported-hint = Haal het nieuwste installatieprogramma bij de uitgever.
trust-mismatch = { $file } is niet het bestand dat de uitgever heeft ondertekend.
trust-mismatch-hint = Het bestand is gewijzigd of beschadigd en is niet gebruikt. Probeer het opnieuw, of op een ander netwerk; blijft het zo, meld het dan aan de uitgever.
trust-too-long = { $file } is langer dan de toegestane { BYTES($limit) }.
trust-too-long-hint = Het bestand is niet gebruikt. Meld het aan de uitgever.
trust-floor = De server biedt { $offered } aan, maar dit installatieprogramma accepteert niets onder { $floor }.
trust-floor-hint = De server, of iets onderweg, toont een oude toestand. Probeer een ander netwerk of een andere mirror; blijft het zo, meld het dan aan de uitgever.
trust-newer-format = { $file } heeft indeling { $format }; dit programma leest tot en met { $supported }.
trust-newer-format-hint = Haal het nieuwste installatieprogramma bij de uitgever.

plan-older = Versie { $installed } is geïnstalleerd; de oudere versie { $offered } wordt er niet overheen gezet.
plan-older-hint = Als u de oudere versie wilt, verwijder dan eerst de geïnstalleerde. Uw gegevens blijven.
plan-replaced = Versie { $version } is opnieuw uitgebracht, en de server biedt de eerste van de twee aan.
plan-replaced-hint = De server, of iets onderweg, toont een oude toestand. Probeer een ander netwerk of een andere mirror; blijft het zo, meld het dan aan de uitgever.
plan-below-floor = Versie { $offered } heeft bekende beveiligingsproblemen; de uitgever accepteert niets meer onder { $floor }.
plan-below-floor-hint = Gebruik een nieuwere versie. Als die er niet is, meld het dan aan de uitgever.
plan-not-installed = De toepassing is hier niet geïnstalleerd.
plan-not-installed-hint = Installeer haar eerst, of noem haar map met --prefix.
    .window = Installeer haar eerst.
plan-no-previous = Er is geen eerdere versie om naar terug te gaan.
plan-no-previous-hint = Na elke keer bijwerken wordt één eerdere versie bewaard. Wat is geïnstalleerd, blijft zoals het is.
plan-other-application = De map bevat { $installed }; { $offered } kan daar niet worden geïnstalleerd.
plan-other-application-hint = Kies een andere map met --prefix.
    .window = Kies een andere map.
plan-no-python = Er is geen geschikte Python gevonden. Nodig: { $needed }.
plan-no-python-hint = Installeer zo’n Python van python.org of met het pakketbeheer van het systeem, of noem er een met --python.
    .window = Installeer zo’n Python van python.org of met het pakketbeheer van het systeem.
plan-other-python = { $asked } is gevraagd en kan niet worden gebruikt. Nodig: { $needed }.
plan-other-python-hint = Noem een andere Python met --python, of laat de optie weg: dan wordt een geschikte gezocht. De details vermelden wat is gevonden.
plan-no-wheel = Er is geen kant-en-klaar pakket voor deze computer ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Probeer een andere Python met --python. Vraag anders de uitgever om deze computer te ondersteunen.
    .window = Installeer een andere versie van Python. Vraag anders de uitgever om deze computer te ondersteunen.
plan-no-compiler = Deze pakketten moeten op deze computer worden gebouwd, maar er is geen werkende C-compiler met de headers van Python gevonden: { $packages }.
plan-no-compiler-hint = Installeer een C-compiler en de ontwikkelbestanden van Python (op Debian: build-essential en python3-dev), of probeer een andere Python met --python.
    .window = Installeer een C-compiler en de ontwikkelbestanden van Python (op Debian: build-essential en python3-dev).
plan-bad-lock = De uitgave spreekt zichzelf tegen over het pakket { $package }.
plan-bad-lock-hint = Dit is een fout van de uitgever: meld het daar. Er is niets gewijzigd.

fetch-unreachable = { $artifact } kon niet worden gedownload: { $host } kon niet worden bereikt.
fetch-unreachable-hint = Controleer de internetverbinding en de proxyinstellingen en start opnieuw: wat er al is, blijft bewaard.
fetch-server = { $artifact } kon niet worden gedownload: { $host } antwoordde met fout { $status }.
fetch-server-hint = Probeer het later opnieuw: wat er al is, blijft bewaard.
fetch-not-found = { $artifact } staat op geen van de plaatsen waar het hoort te staan.
fetch-not-found-hint = Als u een index, een mirror of een map hebt genoemd, zorg dan dat het bestand daar staat. Meld het anders aan de uitgever.
fetch-cut = De verbinding werd verbroken tijdens het ophalen van { $artifact }: { BYTES($have) } van { BYTES($size) } is hier.
fetch-cut-hint = Start opnieuw: de download gaat verder waar die was gestopt.
fetch-short = { $artifact } hield te vroeg op: { BYTES($have) } in plaats van { BYTES($size) }.
fetch-short-hint = De server of een proxy stuurt een onvolledig bestand. Start opnieuw, of gebruik een ander netwerk of een andere mirror.
fetch-too-long = { $artifact } is langer dan de { BYTES($size) } die de uitgever heeft ondertekend.
fetch-too-long-hint = Het bestand is niet gebruikt. Probeer een ander netwerk of een andere mirror; blijft het zo, meld het dan aan de uitgever.
fetch-wrong-hash = { $artifact } van { $host } is niet het bestand dat de uitgever heeft ondertekend.
fetch-wrong-hash-hint = Het bestand is onderweg gewijzigd of beschadigd en is niet gebruikt. Probeer een ander netwerk of een andere mirror; blijft het zo, meld het dan aan de uitgever.
fetch-login-page = { $host } antwoordde met een webpagina in plaats van het bestand.
fetch-login-page-hint = Dit netwerk wil waarschijnlijk dat u zich aanmeldt: open een willekeurige webpagina, meld u aan en start opnieuw.
fetch-slow = { $host } stuurt { $artifact } te langzaam.
fetch-slow-hint = Start later opnieuw of op een ander netwerk: de download gaat verder waar die was gestopt.
fetch-redirect = { $host } stuurt de download van { $artifact } in kringetjes rond of naar een onveilige plaats.
fetch-redirect-hint = Probeer een ander netwerk of een andere mirror; blijft het zo, meld het dan aan de uitgever.
fetch-confused = { $host } geeft een onbegrijpelijk antwoord, voor { $artifact }.
fetch-confused-hint = Probeer het later opnieuw, of probeer een andere mirror of index.
fetch-tls = { $issuer ->
    [unknown] De verbinding met { $host } is niet veilig: deze computer vertrouwt het certificaat niet.
   *[other] De verbinding met { $host } is niet veilig: het certificaat is uitgegeven door { $issuer }, die deze computer niet vertrouwt.
}
fetch-tls-hint = In een bedrijf kan het netwerk verbindingen inspecteren: vraag om de certificaatautoriteit en noem het bestand met --ca. Gebruik elders een ander netwerk.
    .window = In een bedrijf kan het netwerk verbindingen inspecteren: vraag wie deze computer beheert om hem de certificaatautoriteit van het bedrijf te laten vertrouwen. Gebruik elders een ander netwerk.
fetch-proxy = { $proxy ->
    [unknown] De proxy onderweg naar { $host } wil een naam en een wachtwoord, of weigert wat is opgegeven.
   *[other] De proxy { $proxy } wil een naam en een wachtwoord, of weigert wat is opgegeven.
}
fetch-proxy-hint = Geef ze op met --proxy http://NAAM:WACHTWOORD@HOST:POORT.
fetch-proxy-unreachable = De proxy { $proxy } kon niet worden bereikt, dus { $host } kon niet worden gevraagd.
fetch-proxy-unreachable-hint = Controleer de naam en de poort van de proxy: na --proxy, in de variabelen http_proxy en https_proxy, of in de systeeminstellingen. Wat er al is, blijft bewaard.
    .window = Controleer de naam en de poort van de proxy: in de variabelen http_proxy en https_proxy, of in de systeeminstellingen. Wat er al is, blijft bewaard.
fetch-login = { $host } wil een naam en een wachtwoord, of weigert wat is opgegeven.
fetch-login-hint = Geef ze op in het adres, https://NAAM:WACHTWOORD@HOST/…, waar u dat hebt genoemd: --index-url, --mirror of --repository. Als u geen adres hebt genoemd, meld het dan aan de uitgever.
    .window = Geef ze op in het adres, https://NAAM:WACHTWOORD@HOST/…, waar u dat hebt genoemd. Als u geen adres hebt genoemd, meld het dan aan de uitgever.
fetch-offline = { $count ->
    [one] Er ontbreekt één bestand, en --offline verbiedt het te downloaden: { $artifacts }
   *[other] Er ontbreken { COUNT($count) } bestanden, en --offline verbiedt ze te downloaden: { $artifacts }
}
fetch-offline-hint = Zet de bestanden in een map en noem die met --find-links, of voer het uit zonder --offline.

disk-full = Er is niet genoeg ruimte in { $folder }.
disk-full-hint = Maak ruimte, of kies een andere map: met --prefix voor de toepassing, met de variabele XDG_CACHE_HOME voor de downloads. Wat al is gedownload, blijft bewaard.
    .window = Maak ruimte. Wat al is gedownload, blijft bewaard.
disk-no-room = In { $folder } is { BYTES($needed) } nodig, en { BYTES($free) } is vrij.
disk-no-room-hint = Maak ruimte, of kies een andere map: met --prefix voor de toepassing, met de variabele XDG_CACHE_HOME voor de downloads. Wat al is gedownload, blijft bewaard.
    .window = Maak ruimte. Wat al is gedownload, blijft bewaard.
disk-rights = Er mag niet naar { $path } worden geschreven.
disk-rights-hint = Wijzig de rechten, of kies een andere map met --prefix. Beheerdersrechten zijn niet nodig.
    .window = Wijzig de rechten. Beheerdersrechten zijn niet nodig.
disk-foreign-home = De persoonlijke map { $path } is van een ander account dan het account dat dit uitvoert. Er is daar niets geschreven.
disk-foreign-home-hint = Start het zonder sudo; beheerdersrechten zijn niet nodig. Gebruik sudo -H om voor dit account zelf te installeren.
disk-name = { $path } kan niet worden gemaakt: de naam is te lang of bevat tekens die daar niet zijn toegestaan.
disk-name-hint = Kies met --prefix een map met een kortere naam, dicht bij het begin van de schijf.
    .window = Kies een map met een kortere naam, dicht bij het begin van de schijf.
disk-no-rename = Bestanden in { $folder } kunnen niet worden hernoemd.
disk-no-rename-hint = Kies een map op een andere schijf: met --prefix voor de toepassing, met de variabele XDG_CACHE_HOME voor de downloads.
    .window = Kies een map op een andere schijf (met de variabele XDG_CACHE_HOME voor de downloads).
disk-no-links = { $folder } kan geen symbolische koppelingen bevatten, en de toepassing heeft die nodig.
disk-no-links-hint = Kies met --prefix een map op een andere schijf; op USB-sticks en netwerkschijven ontbreken koppelingen vaak.
    .window = Kies een map op een andere schijf; op USB-sticks en netwerkschijven ontbreken koppelingen vaak.
disk-no-locks = Bestanden in { $folder } kunnen niet worden vergrendeld, dus twee installaties zouden elkaar kunnen hinderen.
disk-no-locks-hint = Kies een map op de eigen schijf van deze computer: met --prefix voor de toepassing, met de variabele XDG_CACHE_HOME voor de downloads.
    .window = Kies een map op de eigen schijf van deze computer (met de variabele XDG_CACHE_HOME voor de downloads).
disk-no-execution = Programma’s in { $folder } mogen niet worden gestart, dus de toepassing zou daar niet werken.
disk-no-execution-hint = Kies met --prefix een map waarin programma’s mogen worden uitgevoerd.
    .window = Kies een map waarin programma’s mogen worden uitgevoerd.
disk-no-room-for-files = Er moeten ongeveer { COUNT($needed) } bestanden in { $folder } worden gemaakt, en de schijf heeft nog ruimte voor { COUNT($free) }.
disk-no-room-for-files-hint = Verwijder daar bestanden, of kies met --prefix een map op een andere schijf.
    .window = Verwijder daar bestanden, of kies een map op een andere schijf.
disk-path-too-long = Het pad { $folder } is te lang: het mag { COUNT($most) } tekens hebben, zodat de bestanden erin een naam kunnen krijgen.
disk-path-too-long-hint = Kies met --prefix een map met een korter pad.
    .window = Kies een map met een korter pad.
disk-names-too-short = Bestandsnamen in { $folder } mogen maar { COUNT($most) } tekens hebben; { COUNT($needed) } zijn nodig. Bij versleutelde mappen is dat vaak zo.
disk-names-too-short-hint = Kies een andere map voor de downloads met de variabele XDG_CACHE_HOME.
disk-other = { $path } kon niet worden gelezen of geschreven.
disk-other-hint = Zie de details voor wat het systeem meldde. Kijk of daar iets anders staat of het in gebruik is, en probeer het opnieuw; op Windows kan een virusscanner het bestand vasthouden.

limit-open-files = Deze account mag maar { COUNT($limit) } bestanden tegelijk open hebben; { COUNT($needed) } zijn nodig.
limit-open-files-hint = Verhoog de limiet (“ulimit -n”), of vraag het degene die deze computer beheert.
limit-file-size = Deze account mag alleen bestanden van { BYTES($limit) } schrijven; { BYTES($needed) } is nodig.
limit-file-size-hint = Verhoog de limiet (“ulimit -f”), of vraag het degene die deze computer beheert.

environment-runtime = De Python die bij de uitgave hoort, kon niet worden uitgepakt of werkt niet.
environment-runtime-hint = Installeer Python van python.org en noem die met --python, en meld het aan de uitgever.
    .window = Installeer Python van python.org, en meld het aan de uitgever.
environment-create = Python kon geen omgeving voor de toepassing maken.
environment-create-hint = De details vermelden waarom. Probeer een andere Python met --python, of een andere map met --prefix.
    .window = De details vermelden waarom. Kies een andere map, of installeer een andere versie van Python.
environment-start = { $program } kon niet worden gestart.
environment-start-hint = De details vermelden waarom. Misschien zijn programma’s in die map verboden: kies een andere met --prefix.
    .window = De details vermelden waarom. Misschien zijn programma’s in die map verboden: kies een andere.
environment-wheel-refused = { $wheel } bevat iets wat geen enkel pakket hoort te bevatten, en is niet geïnstalleerd.
environment-wheel-refused-hint = De details vermelden wat. Meld het aan de uitgever. Er is niets gewijzigd.
environment-pip = De pakketten konden niet worden geïnstalleerd.
environment-pip-hint = De details bevatten wat pip meldde. Er is niets gewijzigd; meld het aan de uitgever als het weer gebeurt.
environment-pip-python = De pip van de uitgave ({ $pip }) werkt niet op Python { $python }.
environment-pip-python-hint = Noem een andere Python met --python, en meld het aan de uitgever.
    .window = Installeer een andere versie van Python, en meld het aan de uitgever.
environment-hash = Een pakket is niet het pakket dat de uitgever heeft ondertekend; pip heeft het geweigerd.
environment-hash-hint = De schijf, of een ander programma, wijzigt bestanden. Er is niet overgeschakeld; probeer het opnieuw.
environment-build = { $package } kon op deze computer niet worden gebouwd.
environment-build-hint = De details bevatten wat er bij het bouwen werd gemeld; vaak ontbreken de ontwikkelbestanden van een bibliotheek. Voor een andere Python is er misschien een kant-en-klaar pakket: probeer --python.
    .window = De details bevatten wat er bij het bouwen werd gemeld; vaak ontbreken de ontwikkelbestanden van een bibliotheek. Voor een andere Python is er misschien een kant-en-klaar pakket.
environment-no-headers = { $package } moet op deze computer worden gebouwd, maar { $python } heeft geen C-headers.
environment-no-headers-hint = Installeer de ontwikkelbestanden van Python (op Debian: python3-dev), of probeer een andere Python met --python.
    .window = Installeer de ontwikkelbestanden van Python (op Debian: python3-dev).
environment-no-command = De uitgave heeft geen opdracht “{ $command }”, hoewel ze dat wel zegt.
environment-no-command-hint = Dit is een fout van de uitgever: meld het daar. Er is niet overgeschakeld.
environment-changed = Na de installatie was { $path } niet wat het hoort te zijn.
environment-changed-hint = De schijf, of een ander programma (een virusscanner?), wijzigt bestanden. Er is niet overgeschakeld; probeer het opnieuw.
environment-check = De geïnstalleerde pakketten passen niet bij elkaar.
environment-check-hint = Dit is een fout in de uitgave: meld het aan de uitgever. Er is niet overgeschakeld.
environment-smoke-test = De zojuist geïnstalleerde toepassing start niet.
environment-smoke-test-hint = De details bevatten wat ze meldde. Er is niet overgeschakeld; meld het aan de uitgever.
environment-time = Een stap van de installatie duurde te lang en is gestopt.
environment-time-hint = Probeer het opnieuw als de computer minder te doen heeft. Er is niet overgeschakeld.

activate-launcher-taken = { $path } hoort bij iets anders en is niet overschreven.
activate-launcher-taken-hint = Verplaats of verwijder het, en start opnieuw.
activate-unsafe = { $path } is een koppeling, is van iemand anders, of kan door anderen worden beschreven. Het is niet gebruikt.
activate-unsafe-hint = Neem de anderen het schrijfrecht af (chmod go-w), verwijder het, of kies een andere map: met --prefix voor de toepassing, met de variabele XDG_CACHE_HOME voor de downloads.
    .window = Neem de anderen het schrijfrecht af (chmod go-w), verwijder het, of kies een andere map (met de variabele XDG_CACHE_HOME voor de downloads).
activate-anothers = De installatie in { $folder } is van een ander account: { $owner }.
activate-anothers-hint = Alleen dat account kan haar wijzigen of verwijderen. Kies een andere map met --prefix.
    .window = Alleen dat account kan haar wijzigen of verwijderen. Kies een andere map.
activate-damaged-receipt = { $path } is beschadigd en vermeldt dus niet wat bij de installatie hoort.
activate-damaged-receipt-hint = Start dit programma zonder opdracht: het installeert de toepassing opnieuw en schrijft het bestand weer. Verwijder haar daarna.
activate-foreign = { $path } was er al en hoort niet bij een installatie; het is ongemoeid gelaten.
activate-foreign-hint = Kies een andere map met --prefix, of verplaats het en start opnieuw.
    .window = Kies een andere map, of verplaats het en start opnieuw.
activate-previous-gone = Versie { $version }, die werd bewaard om naar terug te gaan, kan niet meer starten: haar bestanden of haar Python zijn weg.
activate-previous-gone-hint = Blijf bij de geïnstalleerde versie; die is ongemoeid gelaten.
activate-newer-receipt = Een nieuwer installatieprogramma heeft { $path } geschreven.
activate-newer-receipt-hint = Gebruik dat installatieprogramma, of haal het nieuwste bij de uitgever.

verify-damaged = Wat is geïnstalleerd, is niet in orde, op { $count ->
    [one] één plaats
   *[other] { COUNT($count) } plaatsen
}.
verify-damaged-hint = Start “{ $command }”: dat herstelt wat is beschadigd en laat uw gegevens ongemoeid.
    .window = Start “{ window-repair }”: dat herstelt wat is beschadigd en laat uw gegevens ongemoeid.
verify-damaged-anothers = Wat is geïnstalleerd, is niet in orde, op { $count ->
    [one] één plaats
   *[other] { COUNT($count) } plaatsen
}.
verify-damaged-anothers-hint = Alleen het account waarvan zij is, kan haar herstellen: { $owner }.
uninstall-declined = Er is niets verwijderd.
uninstall-declined-hint = De toepassing blijft zoals ze was. Start dit opnieuw en antwoord met ja om haar te verwijderen.
uninstall-mounted = Bij { $path } is een ander station aangekoppeld, dus de map met gegevens eromheen is niet verwijderd.
uninstall-mounted-hint = Koppel het station eerst los, of verwijder de toepassing zonder deze map.

busy = Er is een andere installatie bezig in { $folder }.
busy-hint = Wacht tot die klaar is en start dan opnieuw; --wait SECONDEN wacht vanzelf.
    .window = Wacht tot die klaar is en start dan opnieuw.
cancelled = Geannuleerd. Wat al was geïnstalleerd, blijft zoals het was.
cancelled-hint = U kunt op elk moment opnieuw starten: wat al is gedownload, blijft bewaard.
internal = Er is iets misgegaan binnen dit programma.
internal-hint = Dit is onze fout. Meld het ons, samen met de details.

log-unwritable = Het logboek { $path } kan niet worden geschreven.
log-unwritable-hint = Noem een bestand in een map waarin u mag schrijven, of laat --log weg.
