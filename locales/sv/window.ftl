window-caption = Installation av { $name }

window-install = Installera
window-upgrade = Uppdatera
window-repair = Reparera
window-go-back = Gå tillbaka
window-uninstall = Ta bort
window-cancel = Avbryt
window-language = Språk
window-close = Stäng
window-later = Efter stängning
window-open = Öppna
window-back = Tillbaka
window-continue = Fortsätt
window-try-again = Försök igen
window-copy = Kopiera
window-copy-details = Kopiera detaljer
window-stop = Stoppa
window-stop-close = Stoppa och stäng
window-go-on = Fortsätt

window-step = { $step }…
window-nothing-changed = Inget har ändrats än.
window-going-on = Fortsätter där det slutade…
window-stopping = Stoppar…

window-offer-install = Installera { $name }
window-offer-upgrade = Uppdatera { $name }
window-offer-repair = Reparera { $name }
window-offer-go-back = Gå tillbaka till tidigare { $name }?
window-offer-uninstall = Ta bort { $name }?
window-consequence-upgrade = Den installerade versionen är kvar tills den nya har startat som den ska, och sparas så att du kan gå tillbaka.
window-consequence-repair = Det som är skadat eller saknas läggs tillbaka. Dina egna data rörs inte.
window-consequence-go-back = Version { $version } används igen. Data som den nyare versionen har ändrat går kanske inte att öppna i den: utgivaren vet.
window-consequence-uninstall = Programmet och allt som installerades med det tas bort från den här datorn.

window-version = Version { $version }
window-version-size = Version { $version } · { BYTES($size) } att hämta
window-verified = Kontrollerad utgivare: { $publisher }
window-fact-signed = Signaturer
window-signed = { $signed ->
    [one] { COUNT($signed) } av { COUNT($keys) } nycklar, { COUNT($threshold) } krävs
   *[other] { COUNT($signed) } av { COUNT($keys) } nycklar, { COUNT($threshold) } krävs
}
window-fact-download = Hämtning
window-download = { $packages ->
    [one] { BYTES($size) } i { COUNT($packages) } paket
   *[other] { BYTES($size) } i { COUNT($packages) } paket
}
window-download-none = Ingenting, allt finns redan här
window-fact-disk = På disken
window-disk = ungefär { BYTES($size) }
window-fact-folder = Mapp

window-options = Alternativ
window-folder = Mapp att installera i
window-switch-start = Starta { $name } när allt är klart
window-switch-menu = Lägg till i menyn
window-switch-desktop = Lägg en ikon på skrivbordet
window-switch-path = Låt terminaler hitta kommandona (lägg till dem i PATH)

window-now-install = Installerar { $name }
window-now-upgrade = Uppdaterar { $name }
window-now-repair = Reparerar { $name }
window-now-go-back = Går tillbaka till tidigare { $name }
window-now-uninstall = Tar bort { $name }

window-speed = { BYTES($speed) }/s
window-left = ungefär { DURATION($left) } kvar
window-speed-left = { BYTES($speed) }/s · ungefär { DURATION($left) } kvar
window-waiting = Väntar på nätverket. Det fortsätter av sig självt.

window-details = Detaljer
window-arrived = { $artifact } är här, { BYTES($size) }
window-building = { $package } byggs
window-installed = { $package } är installerat

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Version { $version } är installerad
window-news-none = Den är aktuell.
window-news-upgrade = Version { $version } är tillgänglig, { BYTES($size) } att hämta.
window-news-left-aside = Allt fungerar. Version { $version } är nyare; du gick tillbaka från den.
window-news-broken = Något är skadat eller saknas, och kan repareras.
window-news-unknown = Det gick inte att ta reda på om det finns en nyare version.
window-about-repair = Lägger tillbaka det som är skadat eller saknas.
window-about-go-back = Använder version { $version } igen, som fortfarande finns här.
window-about-uninstall = Dina egna data är kvar, om du inte väljer något annat.
window-running = Körs nu: { $programs }. Versionen som startades används tills programmet stängs.

window-goes-size = Detta tas bort ({ BYTES($size) }):
window-data = Detta är kvar om du inte slår på det här:
window-data-remove = Ta även bort dina data i { $folder } ({ BYTES($size) })
window-downloads-remove = Ta bort hämtade filer som inget annat behöver ({ BYTES($size) })

window-ready = { $name } är klart
window-removed = { $name } är borttaget
window-removed-kept = Dina egna data har inte rörts.
window-removed-data = De data du valde har också tagits bort.
window-done-install = Allt har kontrollerats och fungerar.
window-done-upgrade = Den nya versionen har kontrollerats och fungerar. Den förra sparas så att du kan gå tillbaka.
window-done-repair = Allt har kontrollerats och fungerar igen.
window-done-go-back = Den tidigare versionen används igen.
window-done-nothing = Inget var skadat och inget behövde göras.
window-done-later = Version { $version } är klar. Nästa gång det här installationsprogrammet startas byter det till den.
window-still-running = Körs fortfarande med den förra versionen: { $programs }. Starta om för att använda den här.
window-type-this = Starta genom att skriva detta i en terminal:
window-copied = Kopierat
window-where = Kommandona finns i { $folder }.
window-not-on-path = Kommandona finns i { $folder }, som inte ingår i PATH: tills den gör det behöver terminaler hela sökvägen.
window-stopped = Stoppad
window-stopped-kept = Inget har ändrats. Det som hämtats sparas, och nästa gång fortsätter det därifrån.

window-failed = { $name } kunde inte installeras
window-failed-network = Ingen anslutning
window-failed-refused = Inte installerat, för din säkerhet
window-failed-older = Den äldre versionen nekades
window-failed-python = En lämplig Python saknas
window-failed-package = Ett paket finns inte för den här datorn
window-failed-disk = Problemet är disken eller mappen
window-failed-busy = En annan installation pågår
window-failed-removal = { $name } kunde inte tas bort
window-failed-repair = { $name } kunde inte repareras
window-failed-go-back = Det gick inte att gå tillbaka till tidigare { $name }
window-code = Detaljer ({ $code })
window-tries-in = Försöker igen om { DURATION($left) }
window-kept = Det som hämtats sparas.
window-support = Hjälp: { $support }

window-proxy-name = Namn för proxyservern
window-proxy-password = Lösenord

window-ask-cancel = Stoppa här?
window-ask-close = Stoppa och stänga fönstret?
window-ask-kept = Det som hämtats sparas, och nästa gång fortsätter det därifrån.
window-ask-undone = Det som påbörjats görs ogjort. Det som var installerat tidigare förblir som det var.
