window-caption = Installasjon av { $name }

window-install = Installer
window-upgrade = Oppdater
window-repair = Reparer
window-go-back = Gå tilbake
window-uninstall = Fjern
window-cancel = Avbryt
window-language = Språk
window-close = Lukk
window-later = Etter lukking
window-open = Åpne
window-back = Tilbake
window-continue = Fortsett
window-try-again = Prøv igjen
window-copy = Kopier
window-copy-details = Kopier detaljer
window-stop = Stopp
window-stop-close = Stopp og lukk
window-go-on = Fortsett

window-step = { $step }…
window-nothing-changed = Ingenting er endret ennå.
window-going-on = Fortsetter der det stoppet…
window-stopping = Stopper…

window-offer-install = Installer { $name }
window-offer-upgrade = Oppdater { $name }
window-offer-repair = Reparer { $name }
window-offer-go-back = Gå tilbake til tidligere { $name }?
window-offer-uninstall = Fjerne { $name }?
window-consequence-upgrade = Den installerte versjonen blir værende til den nye har startet som den skal, og beholdes slik at du kan gå tilbake.
window-consequence-repair = Det som er skadet eller mangler, legges tilbake. Dine egne data blir ikke rørt.
window-consequence-go-back = Versjon { $version } brukes igjen. Data som den nyere versjonen har endret, kan kanskje ikke åpnes i den: utgiveren vet.
window-consequence-uninstall = Programmet og alt som ble installert med det, fjernes fra denne datamaskinen.

window-version = Versjon { $version }
window-version-size = Versjon { $version } · { BYTES($size) } å laste ned
window-verified = Kontrollert utgiver: { $publisher }
window-fact-signed = Signaturer
window-signed = { $signed ->
    [one] { COUNT($signed) } av { COUNT($keys) } nøkler, { COUNT($threshold) } kreves
   *[other] { COUNT($signed) } av { COUNT($keys) } nøkler, { COUNT($threshold) } kreves
}
window-fact-download = Nedlasting
window-download = { $packages ->
    [one] { BYTES($size) } i { COUNT($packages) } pakke
   *[other] { BYTES($size) } i { COUNT($packages) } pakker
}
window-download-none = Ingenting, alt er her allerede
window-fact-disk = På disken
window-disk = omtrent { BYTES($size) }
window-fact-folder = Mappe

window-options = Valg
window-folder = Mappe å installere i
window-switch-start = Start { $name } når det er klart
window-switch-menu = Legg til i menyen
window-switch-desktop = Legg et ikon på skrivebordet
window-switch-path = La terminaler finne kommandoene (legg dem til i PATH)

window-now-install = Installerer { $name }
window-now-upgrade = Oppdaterer { $name }
window-now-repair = Reparerer { $name }
window-now-go-back = Går tilbake til tidligere { $name }
window-now-uninstall = Fjerner { $name }

window-speed = { BYTES($speed) }/s
window-left = omtrent { DURATION($left) } igjen
window-speed-left = { BYTES($speed) }/s · omtrent { DURATION($left) } igjen
window-waiting = Venter på nettverket. Det fortsetter av seg selv.

window-details = Detaljer
window-arrived = { $artifact } er her, { BYTES($size) }
window-building = { $package } bygges
window-installed = { $package } er installert

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Versjon { $version } er installert
window-news-none = Den er oppdatert.
window-news-upgrade = Versjon { $version } er tilgjengelig, { BYTES($size) } å laste ned.
window-news-left-aside = Alt virker. Versjon { $version } er nyere; du gikk tilbake fra den.
window-news-broken = Noe er skadet eller mangler, og kan repareres.
window-news-unknown = Det gikk ikke å finne ut om det finnes en nyere versjon.
window-about-repair = Legger tilbake det som er skadet eller mangler.
window-about-go-back = Bruker versjon { $version } igjen, som fortsatt er her.
window-about-uninstall = Dine egne data blir værende, med mindre du velger noe annet.
window-running = Kjører nå: { $programs }. Versjonen som ble startet, brukes til programmet lukkes.

window-goes-size = Dette fjernes ({ BYTES($size) }):
window-data = Dette blir værende, med mindre du slår det på her:
window-data-remove = Fjern også dataene dine i { $folder } ({ BYTES($size) })
window-downloads-remove = Fjern nedlastinger som ikke brukes av noe annet ({ BYTES($size) })

window-ready = { $name } er klart
window-removed = { $name } er fjernet
window-removed-kept = Dine egne data er ikke rørt.
window-removed-data = Dataene du valgte, er også fjernet.
window-done-install = Alt er kontrollert og virker.
window-done-upgrade = Den nye versjonen er kontrollert og virker. Den forrige beholdes slik at du kan gå tilbake.
window-done-repair = Alt er kontrollert og virker igjen.
window-done-go-back = Den tidligere versjonen brukes igjen.
window-done-nothing = Ingenting var skadet, og ingenting måtte gjøres.
window-done-later = Versjon { $version } er klar. Neste gang dette installasjonsprogrammet startes, bytter det til den.
window-still-running = Kjører fortsatt med den forrige versjonen: { $programs }. Start på nytt for å bruke denne.
window-type-this = Skriv dette i en terminal for å starte:
window-copied = Kopiert
window-where = Kommandoene er i { $folder }.
window-not-on-path = Kommandoene er i { $folder }, som ikke er i PATH: inntil den er det, trenger terminaler hele stien.
window-stopped = Stoppet
window-stopped-kept = Ingenting er endret. Det som er lastet ned, beholdes, og neste gang fortsetter det derfra.

window-failed = { $name } kunne ikke installeres
window-failed-network = Ingen tilkobling
window-failed-refused = Ikke installert, for din sikkerhet
window-failed-older = Den eldre versjonen ble avvist
window-failed-python = En egnet Python mangler
window-failed-package = En pakke finnes ikke for denne maskinen
window-failed-disk = Problemet er disken eller mappen
window-failed-busy = En annen installasjon pågår
window-failed-removal = { $name } kunne ikke fjernes
window-failed-repair = { $name } kunne ikke repareres
window-failed-go-back = Kunne ikke gå tilbake til tidligere { $name }
window-code = Detaljer ({ $code })
window-tries-in = Prøver igjen om { DURATION($left) }
window-kept = Det som er lastet ned, beholdes.
window-support = Hjelp: { $support }

window-proxy-name = Navn for proxyen
window-proxy-password = Passord

window-ask-cancel = Stoppe her?
window-ask-close = Stoppe og lukke vinduet?
window-ask-kept = Det som er lastet ned, beholdes, og neste gang fortsetter det derfra.
window-ask-undone = Det som ble påbegynt, angres. Det som var installert fra før, forblir som det var.
