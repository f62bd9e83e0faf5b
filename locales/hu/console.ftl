plan-publisher = {"  "}Kiadó: { $publisher }; { COUNT($keys) } kulcsból { COUNT($signed) } aláírta (szükséges: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Csomagok: { COUNT($packages) } ({ BYTES($size) }, ebből letöltendő: { BYTES($fetch) })
plan-builds = {"  "}Ezen a számítógépen lesz összeállítva: { $packages }
plan-running = {"  "}Most fut: { $programs }. Azzal a verzióval fut tovább, amellyel elindult, és semmi sem tűnik el, amire szüksége van.
plan-go-back-data = {"  "}A saját adatai megmaradnak, ahogy vannak. Amit az újabb verzió írt, azt a régebbi talán nem érti: ha fontos, előbb készítsen másolatot.
plan-folder = {"  "}Mappa: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = A(z) { $version } verzió telepítve.
outcome-upgrade = A(z) { $version } verzió telepítve; az előző is megvan még: a „{ $command }” visszatér rá.
outcome-upgrade-later = Még a(z) { $version } verzió fut; { $pending } készen áll, és a telepítő következő indítása átvált rá.
outcome-go-back = Újra a(z) { $version } verzió van telepítve. Az elhagyott verzió megmarad: a „{ $command }” visszatér rá.
outcome-repair = A(z) { $version } verzió újratelepítve.
outcome-mend = A(z) { $version } verzió újra rendben van.
outcome-verify = Semmi sem sérült: a(z) { $version } verzió olyan, mint a telepítéskor.
outcome-up-to-date = A(z) { $version } verzió telepítve van, és naprakész.
outcome-left-aside = A(z) { $version } verzió telepítve van. Visszatért erről: { $newer }, ezért ez nem települ magától: azt a „{ $command }” végzi.
outcome-running = Még az előző verzióval fut: { $programs }. Indítsa újra, hogy ezt használja.
outcome-uninstall = Eltávolítva.
outcome-commands = Indítás: { $commands }
outcome-not-on-path = { $folder } nincs a PATH változóban. Ha felveszi oda, a mappa elhagyható.
outcome-path-line = Ha csak a nevével szeretné indítani, vegye fel ezt a sort ide: { $file }, vagy indítsa újra ezt az --add-to-path kapcsolóval:
outcome-path-added = A parancsok mappája felkerült a PATH változóba itt: { $file }. A használatához nyisson új terminált.
failure-message = Hiba: { $message } [{ $code }]
failure-hint = Mit tehet: { $hint }
failure-details = Részletek:

findings-compared = { $version } verzió: { COUNT($files) } fájl összehasonlítva ({ BYTES($size) }); { COUNT($packages) } csomagból { COUNT($signed) } azzal, amit a kiadó aláírt, a többi a telepítés jegyzékével
findings-mended = Kijavítva ({ COUNT($count) }):
findings-more = {"  "}és még { COUNT($count) }; a --json mindet felsorolja

check-up-to-date = { $name } { $installed } naprakész.
check-upgrade = { $name } { $offered } telepíthető; telepítve: { $installed }.
check-upgrade-size = { $name } { $offered } telepíthető (letöltendő: { BYTES($size) }); telepítve: { $installed }.
check-security = A(z) { $installed } verziónak ismert biztonsági hibái vannak.
check-obstacle = {"  "}Ezen a számítógépen jelenlegi állapotában nem telepíthető [{ $code }].

removal-goes = Ez eltávolítja a következőt: { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Ez megmarad:
removal-data = {"  "}a saját adatai itt: { $path } ({ BYTES($size) }); a --remove-data { $path } ezeket is törli
removal-data-goes = {"  "}a saját adatai itt: { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, amely azóta módosult, vagy nem ehhez a programhoz tartozik
removal-downloads = {"  "}letöltések, amelyekre másnak nincs szüksége ({ BYTES($size) }); a --remove-downloads ezeket is törli
removal-downloads-goes = {"  "}letöltések, amelyekre másnak nincs szüksége ({ BYTES($size) })

status-nothing = Nincs semmi telepítve.
status-installed = { $name } { $version }, telepítve: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Csomagok: { COUNT($packages) }
status-previous = {"  "}Megőrizve a visszatéréshez: { $version }
status-file = {"  "}A saját mappáján kívül: { $path }
shell-line = az a sor itt: { $path }, amely a parancsokat a PATH változóba teszi

note-locale = Nincsenek szövegek ezen a nyelven: „{ $asked }”. Elérhető: { $known }
note-log = A futás naplója: { $path }
note-anothers = Más fióké ({ $owner }), ezért itt csak megtekinthető.
note-no-desktop = Itt nincs asztalmappa, ezért a --desktop-shortcut kapcsolónak nincs hatása.

ask-uninstall = Eltávolítja ezt: { $name }, innen: { $folder }?
ask-remove-data = Törli a saját adatait is innen: { $path } ({ BYTES($size) })? Nem állíthatók vissza.
ask-remove-downloads = Törli a letöltéseket is, amelyekre másnak nincs szüksége ({ BYTES($size) })?
answer-choices = [i/N]
answer-yes = i igen y yes

help-about = Python-alkalmazást telepít aláírt kiadásokból, és naprakészen tartja.
help-usage = Használat: { $program } [PARANCS] [KAPCSOLÓK]
help-commands = Parancsok:
help-command-none = parancs nélkül: telepítés, frissítés vagy befejezés, amire szükség van
help-command-install = az alkalmazás telepítése
help-command-upgrade = újabb kiadás telepítése, ha van
help-command-repair = a telepített kiadás sérüléseinek javítása
help-command-go-back = visszatérés az előző verzióra; nem kell hozzá hálózat
help-command-verify = minden telepített fájl összehasonlítása a kiadottal
help-command-check = megmondja, van-e újabb kiadás
help-command-status = megmondja, mi van telepítve
help-command-uninstall = az alkalmazás eltávolítása; a saját adatai megmaradnak
help-options = Kapcsolók:
help-prefix = telepítés ebbe a mappába
help-python = ennek a Pythonnak vagy egy ilyen verziójú Pythonnak a használata
help-repository = kiadások beszerzése innen
help-profile = másik alkalmazás telepítése: mappa profile.toml és root.json fájllal
help-index-url = csomagok letöltése csak ebből az indexből
help-mirror = először a files.pythonhosted.org e tükrének kipróbálása; ismételhető
help-find-links = csomagok keresése először ebben a mappában; ismételhető
help-offline = ne használja a hálózatot
help-proxy = ennek a proxynak a használata, http://NÉV:JELSZÓ@GÉP:PORT
help-ca = megbízás az e fájlban lévő hitelesítésszolgáltatókban is
help-later = amíg az alkalmazás fut, csak előkészíti az új verziót: a következő indítás vált át rá
help-wait = ennyi ideig vár egy másik telepítésre; egyébként tíz percig, vagy --silent és --json esetén semennyit
help-face = ablak („window”) vagy terminál („terminal”) használata
help-menu = bejegyzés az alkalmazásmenüben (elkészül, hacsak nincs --no-menu)
help-desktop-shortcut = ikon az asztalon (csak kérésre)
help-add-to-path = a parancsok elérése a parancsértelmezőből: mappájuk felvétele a PATH változóba; frissítéskor is érvényes
help-silent = csak a hibákat írja ki, semmit sem kérdez
help-json = mindent JSON-sorokként ír ki
help-yes = igennel válaszol az eltávolítás előtti kérdésre
help-anew = a repair parancshoz: minden újratelepítése
help-remove-data = az uninstall parancshoz: a saját adatok e mappáját is törli; ismételhető
help-remove-downloads = az uninstall parancshoz: a letöltéseket is törli
help-locale = ezen a nyelven szól, például de
help-log = napló írása
help-replay = ablakban mutatja, amit a --json rögzített; semmi sem települ
help-version = a program verziójának megjelenítése
help-help = ennek az oldalnak a megjelenítése
help-exit =
    Kilépési állapot: 0 kész vagy nincs tennivaló, 2 használat, 10 hálózat, 11 biztonsági
    okból elutasítva, 12 régebbi kiadás elutasítva, 13 nincs megfelelő Python, 14 nincs
    wheel vagy fordító, 15 lemez vagy jogosultság, 16 környezet, 17 foglalt, 18 nincs
    telepítve, 19 sérült, 100 a „check” frissítést talált, 70 belső hiba, 130 megszakítva.
