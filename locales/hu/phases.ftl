phase-verifying = Minden fájl összehasonlítása a telepítettel
phase-mending = Sérülések keresése és javítása
phase-judging = Az aláírások ellenőrzése
phase-planning = Megfelelő Python keresése
phase-fetching = Letöltés
phase-building = Csomagok összeállítása
phase-installing = Csomagok telepítése
phase-checking = A telepítés ellenőrzése
phase-activating = Átváltás az új verzióra
phase-removing = Az alkalmazás eltávolítása

action-install = { $name } { $version } telepítése
action-upgrade = { $name } frissítése: { $installed } → { $version }
action-upgrade-later = { $name } { $version } előkészítése a futó verzió mellett
action-go-back = Visszatérés: { $name } { $version }
action-repair = { $name } { $version } javítása
action-mend = { $name } { $version } helyreállítása
action-verify = { $name } { $version } összehasonlítása
action-up-to-date = { $name } { $version } naprakész
action-uninstall = { $name } { $version } eltávolítása

waiting = Ennek az alkalmazásnak egy másik telepítése fut; várakozás a végére, legfeljebb { DURATION($left) }
running-process = { $program } (folyamat: { $pid })
removal-running = Most fut: { $programs }. Előbb zárja be az alkalmazást: a fájljai nélkül a futó programok hibásan működhetnek.

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/s, még körülbelül { DURATION($left) }
progress-packages = { COUNT($done) } / { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } / { COUNT($total) }: { $package }, még körülbelül { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: { COUNT($attempt) }. próbálkozás { DURATION($wait) } múlva
transfer = { $artifact }: { BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: { COUNT($attempt) }. próbálkozás
waiting-network = várakozás a hálózatra
waiting-network-next = várakozás a hálózatra; következő próbálkozás { DURATION($wait) } múlva

menu-manage = Frissítés vagy eltávolítás

finding-changed = { $path }: nem olyan, mint a telepítéskor
finding-missing = { $path }: hiányzik
finding-foreign = { $path }: nem tartozik az alkalmazáshoz
finding-rights = { $path }: mások módosíthatják vagy használhatják, mint a telepítéskor
finding-launcher = { $path }: nem indítja el az alkalmazást
finding-pointer = { $path }: nem a telepített verzióra mutat
finding-python = { $path }: ez a Python eltűnt, vagy már más verziójú
finding-record = { $path }: a telepített fájlok jegyzéke hiányzik vagy módosult
