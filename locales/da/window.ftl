window-caption = Installation af { $name }

window-install = Installér
window-upgrade = Opdatér
window-repair = Reparér
window-go-back = Gå tilbage
window-uninstall = Fjern
window-cancel = Annuller
window-language = Sprog
window-close = Luk
window-later = Efter lukning
window-open = Åbn
window-back = Tilbage
window-continue = Fortsæt
window-try-again = Prøv igen
window-copy = Kopiér
window-copy-details = Kopiér detaljer
window-stop = Stop
window-stop-close = Stop og luk
window-go-on = Fortsæt

window-step = { $step }…
window-nothing-changed = Intet er ændret endnu.
window-going-on = Fortsætter, hvor det slap…
window-stopping = Stopper…

window-offer-install = Installér { $name }
window-offer-upgrade = Opdatér { $name }
window-offer-repair = Reparér { $name }
window-offer-go-back = Gå tilbage til tidligere { $name }?
window-offer-uninstall = Fjern { $name }?
window-consequence-upgrade = Den installerede version bliver, indtil den nye er startet, som den skal, og gemmes, så du kan gå tilbage.
window-consequence-repair = Det, der er beskadiget eller mangler, lægges tilbage. Dine egne data røres ikke.
window-consequence-go-back = Version { $version } bruges igen. Data, som den nyere version har ændret, kan måske ikke åbnes i den: udgiveren ved det.
window-consequence-uninstall = Programmet og alt, hvad der blev installeret med det, fjernes fra denne computer.

window-version = Version { $version }
window-version-size = Version { $version } · { BYTES($size) } skal hentes
window-verified = Bekræftet udgiver: { $publisher }
window-fact-signed = Signaturer
window-signed = { $signed ->
    [one] { COUNT($signed) } af { COUNT($keys) } nøgler, { COUNT($threshold) } kræves
   *[other] { COUNT($signed) } af { COUNT($keys) } nøgler, { COUNT($threshold) } kræves
}
window-fact-download = Hentes
window-download = { $packages ->
    [one] { BYTES($size) } i { COUNT($packages) } pakke
   *[other] { BYTES($size) } i { COUNT($packages) } pakker
}
window-download-none = Intet, det hele er her allerede
window-fact-disk = På disken
window-disk = cirka { BYTES($size) }
window-fact-folder = Mappe

window-options = Indstillinger
window-folder = Mappe at installere i
window-switch-start = Start { $name }, når det er klar
window-switch-menu = Føj til menuen
window-switch-desktop = Læg et ikon på skrivebordet
window-switch-path = Lad terminaler finde kommandoerne (føj dem til PATH)

window-now-install = Installerer { $name }
window-now-upgrade = Opdaterer { $name }
window-now-repair = Reparerer { $name }
window-now-go-back = Går tilbage til tidligere { $name }
window-now-uninstall = Fjerner { $name }

window-speed = { BYTES($speed) }/s
window-left = cirka { DURATION($left) } tilbage
window-speed-left = { BYTES($speed) }/s · cirka { DURATION($left) } tilbage
window-waiting = Venter på netværket. Det fortsætter af sig selv.

window-details = Detaljer
window-arrived = { $artifact } er her, { BYTES($size) }
window-building = { $package } bygges
window-installed = { $package } er installeret

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Version { $version } er installeret
window-news-none = Den er opdateret.
window-news-upgrade = Version { $version } er klar, { BYTES($size) } skal hentes.
window-news-left-aside = Alt virker. Version { $version } er nyere; du gik tilbage fra den.
window-news-broken = Noget er beskadiget eller mangler og kan repareres.
window-news-unknown = Det kunne ikke afgøres, om der er en nyere version.
window-about-repair = Lægger det tilbage, der er beskadiget eller mangler.
window-about-go-back = Bruger version { $version } igen, som stadig er her.
window-about-uninstall = Dine egne data bliver, medmindre du vælger andet.
window-running = Kører nu: { $programs }. Den startede version bruges, indtil programmet lukkes.

window-goes-size = Dette fjernes ({ BYTES($size) }):
window-data = Dette bliver, medmindre du slår det til her:
window-data-remove = Fjern også dine data i { $folder } ({ BYTES($size) })
window-downloads-remove = Fjern hentede filer, som intet andet bruger ({ BYTES($size) })

window-ready = { $name } er klar
window-removed = { $name } er fjernet
window-removed-kept = Dine egne data er ikke rørt.
window-removed-data = De data, du valgte, er også fjernet.
window-done-install = Alt er kontrolleret og virker.
window-done-upgrade = Den nye version er kontrolleret og virker. Den forrige gemmes, så du kan gå tilbage.
window-done-repair = Alt er kontrolleret og virker igen.
window-done-go-back = Den tidligere version bruges igen.
window-done-nothing = Intet var beskadiget, og der var intet at gøre.
window-done-later = Version { $version } er klar. Næste gang dette installationsprogram startes, skifter det til den.
window-still-running = Kører stadig med den forrige version: { $programs }. Genstart for at bruge denne.
window-type-this = Skriv dette i en terminal for at starte:
window-copied = Kopieret
window-where = Kommandoerne er i { $folder }.
window-not-on-path = Kommandoerne er i { $folder }, som ikke er i PATH: indtil den er det, skal terminaler bruge hele stien.
window-stopped = Stoppet
window-stopped-kept = Intet er ændret. Det hentede gemmes, og næste gang fortsættes der derfra.

window-failed = { $name } kunne ikke installeres
window-failed-network = Ingen forbindelse
window-failed-refused = Ikke installeret af sikkerhedshensyn
window-failed-older = Den ældre version blev afvist
window-failed-python = En egnet Python mangler
window-failed-package = En pakke findes ikke til denne computer
window-failed-disk = Problemet er disken eller mappen
window-failed-busy = En anden installation er i gang
window-failed-removal = { $name } kunne ikke fjernes
window-failed-repair = { $name } kunne ikke repareres
window-failed-go-back = Kunne ikke gå tilbage til tidligere { $name }
window-code = Detaljer ({ $code })
window-tries-in = Prøver igen om { DURATION($left) }
window-kept = Det hentede gemmes.
window-support = Hjælp: { $support }

window-proxy-name = Navn til proxyserveren
window-proxy-password = Adgangskode

window-ask-cancel = Stop her?
window-ask-close = Stop og luk vinduet?
window-ask-kept = Det hentede gemmes, og næste gang fortsættes der derfra.
window-ask-undone = Det påbegyndte fortrydes. Det, der var installeret i forvejen, forbliver, som det var.
