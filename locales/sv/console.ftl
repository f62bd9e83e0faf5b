plan-publisher = {"  "}Utgivare: { $publisher }; signerad med { COUNT($signed) } av { COUNT($keys) } nycklar ({ COUNT($threshold) } krävs)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Paket: { COUNT($packages) } ({ BYTES($size) }, varav { BYTES($fetch) } att hämta)
plan-builds = {"  "}Byggs på den här datorn: { $packages }
plan-running = {"  "}Körs nu: { $programs }. Versionen som startades fortsätter att köras, och inget den behöver tas bort.
plan-go-back-data = {"  "}Dina egna data förblir som de är. Det som den nyare versionen har skrivit kanske den äldre inte förstår: gör en kopia först om det är viktigt.
plan-folder = {"  "}Mapp: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Version { $version } är installerad.
outcome-upgrade = Version { $version } är installerad; den förra finns kvar: ”{ $command }” återgår till den.
outcome-upgrade-later = Version { $version } körs fortfarande; { $pending } är klar, och nästa gång det här installationsprogrammet startas byter det till den.
outcome-go-back = Version { $version } är installerad igen. Versionen du lämnade sparas: ”{ $command }” återgår till den.
outcome-repair = Version { $version } är installerad på nytt.
outcome-mend = Version { $version } är åter som den ska vara.
outcome-verify = Inget är skadat: version { $version } är som när den installerades.
outcome-up-to-date = Version { $version } är installerad och aktuell.
outcome-left-aside = Version { $version } är installerad. Du gick tillbaka från { $newer }, så den installeras inte av sig själv: det gör ”{ $command }”.
outcome-running = Körs fortfarande med den förra versionen: { $programs }. Starta om för att använda den här.
outcome-uninstall = Borttaget.
outcome-commands = Starta med: { $commands }
outcome-not-on-path = { $folder } ingår inte i PATH. Lägg till den där för att kunna utelämna mappen.
outcome-path-line = För att starta med bara namnet lägger du till den här raden i { $file }, eller startar detta igen med --add-to-path:
outcome-path-added = Mappen med kommandona lades till i PATH i { $file }. Öppna en ny terminal för att använda den.
failure-message = Fel: { $message } [{ $code }]
failure-hint = Vad du kan göra: { $hint }
failure-details = Detaljer:

findings-compared = Version { $version }: { COUNT($files) } filer jämförda ({ BYTES($size) }); { COUNT($signed) } av { COUNT($packages) } paket med det som utgivaren signerade, de övriga med installationens förteckning
findings-mended = Lagat ({ COUNT($count) }):
findings-more = {"  "}och { COUNT($count) } till; --json visar alla

check-up-to-date = { $name } { $installed } är aktuell.
check-upgrade = { $name } { $offered } kan installeras; { $installed } är installerad.
check-upgrade-size = { $name } { $offered } kan installeras ({ BYTES($size) } att hämta); { $installed } är installerad.
check-security = Version { $installed } har kända säkerhetsproblem.
check-obstacle = {"  "}Den kan inte installeras på den här datorn som den är nu [{ $code }].

removal-goes = Detta tar bort { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Detta är kvar:
removal-data = {"  "}dina data i { $path } ({ BYTES($size) }); --remove-data { $path } tar också bort dem
removal-data-goes = {"  "}dina data i { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, som har ändrats sedan dess eller inte hör till det här programmet
removal-downloads = {"  "}hämtade filer som inget annat behöver ({ BYTES($size) }); --remove-downloads tar också bort dem
removal-downloads-goes = {"  "}hämtade filer som inget annat behöver ({ BYTES($size) })

status-nothing = Inget är installerat.
status-installed = { $name } { $version }, installerad { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Paket: { COUNT($packages) }
status-previous = {"  "}Sparad för att gå tillbaka till: { $version }
status-file = {"  "}Utanför programmets mapp: { $path }
shell-line = raden i { $path } som lägger till kommandona i PATH

note-locale = Det finns inga texter på ”{ $asked }”. Det finns: { $known }
note-log = Loggen för den här körningen: { $path }
note-anothers = Den tillhör ett annat konto, { $owner }, och visas bara.
note-no-desktop = Det finns ingen skrivbordsmapp här, så --desktop-shortcut gör inget.

ask-uninstall = Ta bort { $name } från { $folder }?
ask-remove-data = Ta även bort dina data i { $path } ({ BYTES($size) })? Det går inte att ångra.
ask-remove-downloads = Ta även bort hämtade filer som inget annat behöver ({ BYTES($size) })?
answer-choices = [j/N]
answer-yes = j ja y yes

help-about = Installerar ett program för Python från signerade utgåvor och håller det aktuellt.
help-usage = Användning: { $program } [KOMMANDO] [FLAGGOR]
help-commands = Kommandon:
help-command-none = utan kommando: installera, uppdatera eller slutföra, det som behövs
help-command-install = installera programmet
help-command-upgrade = installera en nyare utgåva, om det finns någon
help-command-repair = laga det som är skadat i den installerade utgåvan
help-command-go-back = återgå till den förra versionen; kräver inget nätverk
help-command-verify = jämföra varje installerad fil med det som gavs ut
help-command-check = tala om ifall det finns en nyare utgåva
help-command-status = visa vad som är installerat
help-command-uninstall = ta bort programmet; dina egna data är kvar
help-options = Flaggor:
help-prefix = installera i den här mappen
help-python = använd denna Python, eller en Python av denna version
help-repository = hämta utgåvor härifrån
help-profile = installera ett annat program: en mapp med profile.toml och root.json
help-index-url = hämta paket endast från detta index
help-mirror = prova den här spegeln av files.pythonhosted.org först; kan upprepas
help-find-links = leta efter paket i den här mappen först; kan upprepas
help-offline = använd inte nätverket
help-proxy = använd denna proxyserver, http://NAMN:LÖSENORD@VÄRD:PORT
help-ca = lita även på certifikatutfärdarna i den här filen
help-later = medan programmet körs, förbered bara den nya versionen: nästa start byter till den
help-wait = vänta så länge på en annan installation; annars tio minuter, eller inte alls med --silent eller --json
help-face = visa ett fönster (”window”) eller använd terminalen (”terminal”)
help-menu = en post i programmenyn (skapas om inte --no-menu anges)
help-desktop-shortcut = en ikon på skrivbordet (ingen om du inte ber om det)
help-add-to-path = låt skalet hitta kommandona: lägg till deras mapp i PATH; gäller även vid uppdateringar
help-silent = visa bara fel, fråga inget
help-json = berätta allt som JSON-rader
help-yes = svara ja på frågan före borttagning
help-anew = med repair: installera allt på nytt
help-remove-data = med uninstall: ta även bort denna mapp med dina data; kan upprepas
help-remove-downloads = med uninstall: ta även bort hämtade filer
help-locale = tala detta språk, till exempel de
help-log = skriv en logg
help-replay = visa i ett fönster vad --json spelade in; inget installeras
help-version = visa programmets version
help-help = visa den här sidan
help-exit =
    Slutstatus: 0 klart eller inget att göra, 2 användning, 10 nätverk, 11 nekat av
    säkerhetsskäl, 12 äldre utgåva nekad, 13 ingen lämplig Python, 14 ingen wheel eller
    kompilator, 15 disk eller rättigheter, 16 miljö, 17 upptaget, 18 inte installerat, 19
    skadat, 100 ”check” hittade en uppdatering, 70 internt fel, 130 avbrutet.
