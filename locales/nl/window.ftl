window-caption = Installatie van { $name }

window-install = Installeren
window-upgrade = Bijwerken
window-repair = Repareren
window-go-back = Teruggaan
window-uninstall = Verwijderen
window-cancel = Annuleren
window-language = Taal
window-close = Sluiten
window-later = Na het sluiten
window-open = Openen
window-back = Terug
window-continue = Doorgaan
window-try-again = Opnieuw proberen
window-copy = Kopiëren
window-copy-details = Details kopiëren
window-stop = Stoppen
window-stop-close = Stoppen en sluiten
window-go-on = Verdergaan

window-step = { $step }…
window-nothing-changed = Er is nog niets gewijzigd.
window-going-on = Verdergaan waar het was gestopt…
window-stopping = Stoppen…

window-offer-install = { $name } installeren
window-offer-upgrade = { $name } bijwerken
window-offer-repair = { $name } repareren
window-offer-go-back = Terug naar de eerdere { $name }?
window-offer-uninstall = { $name } verwijderen?
window-consequence-upgrade = De geïnstalleerde versie blijft tot de nieuwe goed is gestart, en wordt bewaard om naar terug te gaan.
window-consequence-repair = Wat beschadigd is of ontbreekt, wordt teruggezet. Uw eigen gegevens blijven ongemoeid.
window-consequence-go-back = Versie { $version } wordt weer gebruikt. Gegevens die de nieuwere versie heeft gewijzigd, kunnen er mogelijk niet in worden geopend: de uitgever weet dat.
window-consequence-uninstall = De toepassing en alles wat ermee is geïnstalleerd, wordt van deze computer verwijderd.

window-version = Versie { $version }
window-version-size = Versie { $version } · { BYTES($size) } te downloaden
window-verified = Gecontroleerde uitgever: { $publisher }
window-fact-signed = Handtekeningen
window-signed = { $signed ->
    [one] { COUNT($signed) } van { COUNT($keys) } sleutels, { COUNT($threshold) } nodig
   *[other] { COUNT($signed) } van { COUNT($keys) } sleutels, { COUNT($threshold) } nodig
}
window-fact-download = Download
window-download = { $packages ->
    [one] { BYTES($size) } in { COUNT($packages) } pakket
   *[other] { BYTES($size) } in { COUNT($packages) } pakketten
}
window-download-none = Niets, alles is er al
window-fact-disk = Op de schijf
window-disk = ongeveer { BYTES($size) }
window-fact-folder = Map

window-options = Opties
window-folder = Map voor de installatie
window-switch-start = { $name } starten zodra het klaar is
window-switch-menu = Aan het menu toevoegen
window-switch-desktop = Pictogram op het bureaublad plaatsen
window-switch-path = Opdrachten vindbaar maken in terminals (aan PATH toevoegen)

window-now-install = { $name } installeren
window-now-upgrade = { $name } bijwerken
window-now-repair = { $name } repareren
window-now-go-back = Terug naar de eerdere { $name }
window-now-uninstall = { $name } verwijderen

window-speed = { BYTES($speed) }/s
window-left = nog ongeveer { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · nog ongeveer { DURATION($left) }
window-waiting = Wachten op het netwerk. Het gaat vanzelf verder.

window-details = Details
window-arrived = { $artifact } is binnen, { BYTES($size) }
window-building = { $package } wordt gebouwd
window-installed = { $package } is geïnstalleerd

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Versie { $version } is geïnstalleerd
window-news-none = Alles is up-to-date.
window-news-upgrade = Versie { $version } is beschikbaar, { BYTES($size) } te downloaden.
window-news-left-aside = Alles werkt. Versie { $version } is nieuwer; u bent daarvan teruggegaan.
window-news-broken = Er is iets beschadigd of iets ontbreekt, en dat kan worden gerepareerd.
window-news-unknown = Er kon niet worden vastgesteld of er een nieuwere versie is.
window-about-repair = Zet terug wat beschadigd is of ontbreekt.
window-about-go-back = Gebruikt weer versie { $version }, die er nog is.
window-about-uninstall = Uw eigen gegevens blijven, tenzij u anders kiest.
window-running = Nu actief: { $programs }. Tot het sluiten wordt de versie gebruikt waarmee is gestart.

window-goes-size = Dit wordt verwijderd ({ BYTES($size) }):
window-data = Dit blijft, tenzij u het hier inschakelt:
window-data-remove = Ook uw gegevens in { $folder } verwijderen ({ BYTES($size) })
window-downloads-remove = Downloads verwijderen die nergens anders voor nodig zijn ({ BYTES($size) })

window-ready = { $name } is gereed
window-removed = { $name } is verwijderd
window-removed-kept = Uw eigen gegevens zijn ongemoeid gelaten.
window-removed-data = De gekozen gegevens zijn ook verwijderd.
window-done-install = Alles is gecontroleerd en werkt.
window-done-upgrade = De nieuwe versie is gecontroleerd en werkt. De vorige wordt bewaard om naar terug te gaan.
window-done-repair = Alles is gecontroleerd en werkt weer.
window-done-go-back = De eerdere versie wordt weer gebruikt.
window-done-nothing = Er was niets beschadigd en er hoefde niets te gebeuren.
window-done-later = Versie { $version } staat klaar. Bij de volgende start van dit programma wordt ernaar overgeschakeld.
window-still-running = Nog actief met de vorige versie: { $programs }. Start opnieuw om deze versie te gebruiken.
window-type-this = Typ dit in een terminal om te starten:
window-copied = Gekopieerd
window-where = De opdrachten staan in { $folder }.
window-not-on-path = De opdrachten staan in { $folder }, en die map staat niet in PATH: zolang dat zo is, hebben terminals het volledige pad nodig.
window-stopped = Gestopt
window-stopped-kept = Er is niets gewijzigd. Wat is gedownload, blijft bewaard; de volgende keer gaat het daar verder.

window-failed = { $name } kon niet worden geïnstalleerd
window-failed-network = Geen verbinding
window-failed-refused = Voor uw veiligheid niet geïnstalleerd
window-failed-older = De oudere versie is geweigerd
window-failed-python = Een geschikte Python ontbreekt
window-failed-package = Pakket niet beschikbaar voor deze computer
window-failed-disk = Probleem met de schijf of de map
window-failed-busy = Er is een andere installatie bezig
window-failed-removal = { $name } kon niet worden verwijderd
window-failed-repair = { $name } kon niet worden gerepareerd
window-failed-go-back = Kon niet terug naar de eerdere { $name }
window-code = Details ({ $code })
window-tries-in = Nieuwe poging over { DURATION($left) }
window-kept = Wat is gedownload, blijft bewaard.
window-support = Hulp: { $support }

window-proxy-name = Naam voor de proxy
window-proxy-password = Wachtwoord

window-ask-cancel = Hier stoppen?
window-ask-close = Stoppen en het venster sluiten?
window-ask-kept = Wat is gedownload, blijft bewaard; de volgende keer gaat het daar verder.
window-ask-undone = Wat was begonnen, wordt ongedaan gemaakt. Wat al was geïnstalleerd, blijft zoals het was.
