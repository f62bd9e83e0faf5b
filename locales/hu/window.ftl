window-caption = { $name } – telepítő

window-install = Telepítés
window-upgrade = Frissítés
window-repair = Javítás
window-go-back = Visszatérés
window-uninstall = Eltávolítás
window-cancel = Mégse
window-language = Nyelv
window-close = Bezárás
window-later = Bezárás után
window-open = Megnyitás
window-back = Vissza
window-continue = Folytatás
window-try-again = Próbálja újra
window-copy = Másolás
window-copy-details = Részletek másolása
window-stop = Leállítás
window-stop-close = Leállítás és bezárás
window-go-on = Folytatás

window-step = { $step }…
window-nothing-changed = Még semmi sem változott.
window-going-on = Folytatás onnan, ahol abbamaradt…
window-stopping = Leállítás…

window-offer-install = { $name } telepítése
window-offer-upgrade = { $name } frissítése
window-offer-repair = { $name } javítása
window-offer-go-back = Visszatérés a korábbi verzióra: { $name }?
window-offer-uninstall = Eltávolítja ezt: { $name }?
window-consequence-upgrade = A telepített verzió megmarad, amíg az új rendben el nem indult, és utána is vissza lehet térni rá.
window-consequence-repair = Ami sérült vagy hiányzik, visszakerül a helyére. A saját adatai érintetlenek maradnak.
window-consequence-go-back = Újra a(z) { $version } verzió lesz használatban. Az újabb verzió által módosított adatok talán nem nyithatók meg benne: a kiadó tudja.
window-consequence-uninstall = Az alkalmazás és minden, ami vele együtt települt, törlődik erről a számítógépről.

window-version = Verzió: { $version }
window-version-size = Verzió: { $version } · letöltendő: { BYTES($size) }
window-verified = Ellenőrzött kiadó: { $publisher }
window-fact-signed = Aláírások
window-signed = { $signed ->
    [one] { COUNT($keys) } kulcsból { COUNT($signed) }, szükséges: { COUNT($threshold) }
   *[other] { COUNT($keys) } kulcsból { COUNT($signed) }, szükséges: { COUNT($threshold) }
}
window-fact-download = Letöltés
window-download = { $packages ->
    [one] { BYTES($size) }, { COUNT($packages) } csomag
   *[other] { BYTES($size) }, { COUNT($packages) } csomag
}
window-download-none = Semmi, már minden megvan
window-fact-disk = A lemezen
window-disk = körülbelül { BYTES($size) }
window-fact-folder = Mappa

window-options = Beállítások
window-folder = A telepítés mappája
window-switch-start = { $name } indítása, amint elkészült
window-switch-menu = Felvétel a menübe
window-switch-desktop = Ikon az asztalra
window-switch-path = A parancsok elérése a terminálokból (felvétel a PATH változóba)

window-now-install = { $name } telepítése
window-now-upgrade = { $name } frissítése
window-now-repair = { $name } javítása
window-now-go-back = Visszatérés a korábbi verzióra: { $name }
window-now-uninstall = { $name } eltávolítása

window-speed = { BYTES($speed) }/s
window-left = még körülbelül { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · még körülbelül { DURATION($left) }
window-waiting = Várakozás a hálózatra. Magától folytatódik.

window-details = Részletek
window-arrived = { $artifact } megérkezett, { BYTES($size) }
window-building = { $package } összeállítása
window-installed = { $package } telepítve

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = A(z) { $version } verzió telepítve van
window-news-none = Naprakész.
window-news-upgrade = Elérhető a(z) { $version } verzió, letöltendő: { BYTES($size) }.
window-news-left-aside = Minden működik. A(z) { $version } verzió újabb; Ön tért vissza róla.
window-news-broken = Valami sérült vagy hiányzik belőle, és javítható.
window-news-unknown = Nem sikerült kideríteni, hogy van-e újabb verzió.
window-about-repair = Visszateszi, ami sérült vagy hiányzik.
window-about-go-back = Újra a(z) { $version } verziót használja, amely még megvan.
window-about-uninstall = A saját adatai megmaradnak, ha nem választ másként.
window-running = Most fut: { $programs }. Bezárásig azzal a verzióval fut, amellyel elindult.

window-goes-size = Ez törlődik ({ BYTES($size) }):
window-data = Ez megmarad, hacsak itt be nem kapcsolja:
window-data-remove = A saját adatok törlése is innen: { $folder } ({ BYTES($size) })
window-downloads-remove = A másra nem kellő letöltések törlése ({ BYTES($size) })

window-ready = { $name } készen áll
window-removed = { $name } eltávolítva
window-removed-kept = A saját adatai érintetlenek maradtak.
window-removed-data = A kiválasztott adatok is törlődtek.
window-done-install = Minden ellenőrizve lett, és működik.
window-done-upgrade = Az új verzió ellenőrizve lett, és működik. Az előző megmarad, hogy vissza lehessen térni rá.
window-done-repair = Minden ellenőrizve lett, és újra működik.
window-done-go-back = Újra a korábbi verzió van használatban.
window-done-nothing = Semmi sem sérült meg, és nem volt tennivaló.
window-done-later = A(z) { $version } verzió készen áll. A telepítő következő indítása átvált rá.
window-still-running = Még az előző verzióval fut: { $programs }. Indítsa újra, hogy ezt használja.
window-type-this = Az indításhoz írja be ezt egy terminálba:
window-copied = Másolva
window-where = A parancsok itt vannak: { $folder }.
window-not-on-path = A parancsok itt vannak: { $folder }. Ez a mappa nincs a PATH változóban: amíg nincs benne, a terminálban a teljes útvonal kell.
window-stopped = Leállítva
window-stopped-kept = Semmi sem változott. A letöltött fájlok megmaradnak, és legközelebb onnan folytatódik.

window-failed = { $name }: a telepítés nem sikerült
window-failed-network = Nincs kapcsolat
window-failed-refused = Biztonsági okból nem települt
window-failed-older = A régebbi verzió el lett utasítva
window-failed-python = Nincs megfelelő Python
window-failed-package = Egy csomag nem érhető el ehhez a géphez
window-failed-disk = A lemezzel vagy a mappával van gond
window-failed-busy = Egy másik telepítés fut
window-failed-removal = { $name }: az eltávolítás nem sikerült
window-failed-repair = { $name }: a javítás nem sikerült
window-failed-go-back = { $name }: a visszatérés a korábbi verzióra nem sikerült
window-code = Részletek ({ $code })
window-tries-in = Újabb próbálkozás { DURATION($left) } múlva
window-kept = A letöltött fájlok megmaradnak.
window-support = Segítség: { $support }

window-proxy-name = Név a proxyhoz
window-proxy-password = Jelszó

window-ask-cancel = Leállítja itt?
window-ask-close = Leállítja, és bezárja az ablakot?
window-ask-kept = A letöltött fájlok megmaradnak, és legközelebb onnan folytatódik.
window-ask-undone = A megkezdett műveletek visszavonódnak. A korábban telepített verzió marad, ahogy volt.
