plan-publisher = {"  "}Uitgever: { $publisher }; ondertekend met { COUNT($signed) } van { COUNT($keys) } sleutels ({ COUNT($threshold) } nodig)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pakketten: { COUNT($packages) } ({ BYTES($size) }, waarvan { BYTES($fetch) } te downloaden)
plan-builds = {"  "}Op deze computer gebouwd: { $packages }
plan-running = {"  "}Nu actief: { $programs }. De versie waarmee is gestart, blijft in gebruik en niets daarvan wordt weggehaald.
plan-go-back-data = {"  "}Uw eigen gegevens blijven zoals ze zijn. Wat de nieuwere versie heeft geschreven, begrijpt de oudere misschien niet: maak eerst een kopie als het belangrijk is.
plan-folder = {"  "}Map: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Versie { $version } is geïnstalleerd.
outcome-upgrade = Versie { $version } is geïnstalleerd; de vorige is er nog: “{ $command }” gaat ernaar terug.
outcome-upgrade-later = Versie { $version } is nog actief; { $pending } staat klaar, en bij de volgende start van dit programma wordt ernaar overgeschakeld.
outcome-go-back = Versie { $version } is weer geïnstalleerd. De versie die u hebt verlaten, blijft bewaard: “{ $command }” gaat ernaar terug.
outcome-repair = Versie { $version } is opnieuw geïnstalleerd.
outcome-mend = Versie { $version } is weer in orde.
outcome-verify = Er is niets beschadigd: versie { $version } is zoals ze werd geïnstalleerd.
outcome-up-to-date = Versie { $version } is geïnstalleerd en up-to-date.
outcome-left-aside = Versie { $version } is geïnstalleerd. U bent teruggegaan van { $newer }, dus die wordt niet vanzelf geïnstalleerd: dat doet “{ $command }”.
outcome-running = Nog actief met de vorige versie: { $programs }. Start opnieuw om deze versie te gebruiken.
outcome-uninstall = Verwijderd.
outcome-commands = Starten met: { $commands }
outcome-not-on-path = { $folder } staat niet in PATH. Voeg de map daaraan toe om haar te kunnen weglaten.
outcome-path-line = Voeg deze regel toe aan { $file } om alleen met de naam te starten, of start dit opnieuw met --add-to-path:
outcome-path-added = De map met de opdrachten is in { $file } aan PATH toegevoegd. Open een nieuwe terminal om dit te gebruiken.
failure-message = Fout: { $message } [{ $code }]
failure-hint = Wat u kunt doen: { $hint }
failure-details = Details:

findings-compared = Versie { $version }: { COUNT($files) } bestanden vergeleken ({ BYTES($size) }); { COUNT($signed) } van { COUNT($packages) } pakketten met wat de uitgever heeft ondertekend, de andere met de lijst van de installatie
findings-mended = Hersteld ({ COUNT($count) }):
findings-more = {"  "}en nog { COUNT($count) }; --json toont ze allemaal

check-up-to-date = { $name } { $installed } is up-to-date.
check-upgrade = { $name } { $offered } kan worden geïnstalleerd; { $installed } is geïnstalleerd.
check-upgrade-size = { $name } { $offered } kan worden geïnstalleerd ({ BYTES($size) } te downloaden); { $installed } is geïnstalleerd.
check-security = Versie { $installed } heeft bekende beveiligingsproblemen.
check-obstacle = {"  "}Op deze computer kan dat nu niet worden geïnstalleerd [{ $code }].

removal-goes = Hiermee wordt { $name } { $version } verwijderd:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Dit blijft:
removal-data = {"  "}uw gegevens in { $path } ({ BYTES($size) }); --remove-data { $path } verwijdert ze ook
removal-data-goes = {"  "}uw gegevens in { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, dat sindsdien is gewijzigd of niet van dit programma is
removal-downloads = {"  "}downloads die nergens anders voor nodig zijn ({ BYTES($size) }); --remove-downloads verwijdert ze ook
removal-downloads-goes = {"  "}downloads die nergens anders voor nodig zijn ({ BYTES($size) })

status-nothing = Er is niets geïnstalleerd.
status-installed = { $name } { $version }, geïnstalleerd op { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pakketten: { COUNT($packages) }
status-previous = {"  "}Bewaard om naar terug te gaan: { $version }
status-file = {"  "}Buiten de eigen map: { $path }
shell-line = de regel in { $path } die de opdrachten op PATH zet

note-locale = Er zijn geen teksten in “{ $asked }”. Wel in: { $known }
note-log = Het logboek van deze uitvoering: { $path }
note-anothers = Zij is van een ander account, { $owner }, en wordt alleen bekeken.
note-no-desktop = Er is hier geen bureaubladmap, dus --desktop-shortcut doet niets.

ask-uninstall = { $name } uit { $folder } verwijderen?
ask-remove-data = Ook uw gegevens in { $path } verwijderen ({ BYTES($size) })? Dit kan niet ongedaan worden gemaakt.
ask-remove-downloads = Ook de downloads verwijderen die nergens anders voor nodig zijn ({ BYTES($size) })?
answer-choices = [j/N]
answer-yes = j ja y yes

help-about = Installeert een toepassing voor Python uit ondertekende uitgaven en houdt haar up-to-date.
help-usage = Gebruik: { $program } [OPDRACHT] [OPTIES]
help-commands = Opdrachten:
help-command-none = zonder opdracht: installeren, bijwerken of afmaken, wat er maar nodig is
help-command-install = de toepassing installeren
help-command-upgrade = een nieuwere uitgave installeren, als die er is
help-command-repair = herstellen wat aan de geïnstalleerde uitgave is beschadigd
help-command-go-back = terug naar de vorige versie; netwerk niet nodig
help-command-verify = elk geïnstalleerd bestand vergelijken met wat is uitgebracht
help-command-check = melden of er een nieuwere uitgave is
help-command-status = tonen wat is geïnstalleerd
help-command-uninstall = de toepassing verwijderen; uw eigen gegevens blijven
help-options = Opties:
help-prefix = in deze map installeren
help-python = deze Python gebruiken, of een Python van deze versie
help-repository = uitgaven hiervandaan halen
help-profile = een andere toepassing installeren: een map met profile.toml en root.json
help-index-url = pakketten alleen van deze index downloaden
help-mirror = deze mirror van files.pythonhosted.org eerst proberen; kan worden herhaald
help-find-links = pakketten eerst in deze map zoeken; kan worden herhaald
help-offline = het netwerk niet gebruiken
help-proxy = deze proxy gebruiken, http://NAAM:WACHTWOORD@HOST:POORT
help-ca = ook de certificaatautoriteiten in dit bestand vertrouwen
help-later = zolang de toepassing actief is, de nieuwe versie alleen klaarzetten: de volgende start schakelt over
help-wait = zo lang wachten op een andere installatie; anders tien minuten, of niet met --silent of --json
help-face = een venster tonen (“window”) of de terminal gebruiken (“terminal”)
help-menu = een vermelding in het toepassingenmenu (gemaakt, tenzij --no-menu)
help-desktop-shortcut = een pictogram op het bureaublad (alleen op verzoek)
help-add-to-path = de shell de opdrachten laten vinden: hun map aan PATH toevoegen; geldt ook voor latere versies
help-silent = alleen fouten melden, niets vragen
help-json = alles melden als regels JSON
help-yes = de vraag vóór het verwijderen met ja beantwoorden
help-anew = met repair: alles opnieuw installeren
help-remove-data = met uninstall: ook deze map met uw gegevens verwijderen; kan worden herhaald
help-remove-downloads = met uninstall: ook de downloads verwijderen
help-locale = deze taal spreken, bijvoorbeeld de
help-log = een logboek schrijven
help-replay = in een venster tonen wat --json heeft vastgelegd; er wordt niets geïnstalleerd
help-version = de versie van dit programma tonen
help-help = deze pagina tonen
help-exit =
    Afsluitstatus: 0 klaar of niets te doen, 2 gebruik, 10 netwerk, 11 voor de veiligheid
    geweigerd, 12 oudere uitgave geweigerd, 13 geen geschikte Python, 14 geen wheel of
    compiler, 15 schijf of rechten, 16 omgeving, 17 bezet, 18 niet geïnstalleerd, 19
    beschadigd, 100 “check” vond een nieuwere uitgave, 70 interne fout, 130 geannuleerd.
