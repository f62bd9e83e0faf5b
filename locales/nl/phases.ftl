phase-verifying = Elk bestand vergelijken met wat is geïnstalleerd
phase-mending = Beschadigingen zoeken en herstellen
phase-judging = De handtekeningen controleren
phase-planning = Een geschikte Python zoeken
phase-fetching = Downloaden
phase-building = Pakketten bouwen
phase-installing = Pakketten installeren
phase-checking = De installatie controleren
phase-activating = Overschakelen naar de nieuwe versie
phase-removing = De toepassing verwijderen

action-install = { $name } { $version } installeren
action-upgrade = { $name } bijwerken van { $installed } naar { $version }
action-upgrade-later = { $name } { $version } klaarzetten naast de versie die actief is
action-go-back = Terug naar { $name } { $version }
action-repair = { $name } { $version } repareren
action-mend = { $name } { $version } herstellen
action-verify = { $name } { $version } vergelijken
action-up-to-date = { $name } { $version } is up-to-date
action-uninstall = { $name } { $version } verwijderen

waiting = Er is een andere installatie van deze toepassing bezig; er wordt hoogstens { DURATION($left) } gewacht tot die klaar is
running-process = { $program } (proces { $pid })
removal-running = Nu actief: { $programs }. Sluit eerst de toepassing: zonder de bestanden kan wat actief is mislukken.

progress-bytes = { BYTES($have) } van { BYTES($size) }
progress-bytes-speed = { BYTES($have) } van { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } van { BYTES($size) }, { BYTES($speed) }/s, nog ongeveer { DURATION($left) }
progress-packages = { COUNT($done) } van { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } van { COUNT($total) }: { $package }, nog ongeveer { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: poging { COUNT($attempt) } over { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } van { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: poging { COUNT($attempt) }
waiting-network = wachten op het netwerk
waiting-network-next = wachten op het netwerk; volgende poging over { DURATION($wait) }

menu-manage = Bijwerken of verwijderen

finding-changed = { $path }: is niet meer zoals het werd geïnstalleerd
finding-missing = { $path }: ontbreekt
finding-foreign = { $path }: hoort niet bij de toepassing
finding-rights = { $path }: kan door anderen worden gewijzigd of gebruikt dan bij de installatie
finding-launcher = { $path }: start de toepassing niet
finding-pointer = { $path }: leidt niet naar de geïnstalleerde versie
finding-python = { $path }: deze Python is verdwenen of is nu een andere versie
finding-record = { $path }: de lijst van wat is geïnstalleerd ontbreekt of is gewijzigd
