usage-unknown-command = Nincs ilyen parancs: „{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] A „{ $program } --help” megmutatja, mi van.
   *[other] Erre gondolt: „{ $suggestion }”? A „{ $program } --help” megmutatja, mi van.
}
usage-two-commands = „{ $first }” és „{ $second }” két parancs.
usage-two-commands-hint = Egyszerre egy parancsot adjon meg, egyiket a másik után.
usage-unknown-option = Nincs ilyen kapcsoló: „{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] A „{ $program } --help” megmutatja, mi van.
   *[other] Erre gondolt: „{ $suggestion }”? A „{ $program } --help” megmutatja, mi van.
}
usage-missing-value = A(z) „{ $option }” kapcsolóhoz érték kell.
usage-missing-value-hint = Írja utána az értéket: „{ $option } ÉRTÉK”. Lásd: „{ $program } --help”.
usage-surplus-value = A(z) „{ $option }” kapcsolónak nem adható érték.
usage-surplus-value-hint = Írja önmagában: „{ $option }”. Lásd: „{ $program } --help”.
usage-bad-value = „{ $value }” nem értelmezhető ennél: „{ $option }”.
usage-bad-value-hint = A „{ $program } --help” megmutatja, mit vár ez: „{ $option }”.
usage-twice = A(z) „{ $option }” kapcsoló kétszer szerepel.
usage-twice-hint = Egyszer adja meg.
usage-conflict = „{ $option }” és „{ $other }” nem használható együtt.
usage-conflict-hint = Hagyja el az egyiket.
usage-misplaced-option = A(z) „{ $option }” kapcsolónak ennél a parancsnál nincs hatása.
usage-misplaced-option-hint = Ehhez tartozik: { $commands }
usage-bad-profile = Az alkalmazásprofil nem használható: { $path }.
usage-bad-profile-hint = A mappának olvasható profile.toml és root.json fájlt kell tartalmaznia. Kérjen új példányt attól, akitől kapta.
usage-bad-certificates = { $path } nem tartalmaz használható tanúsítványt.
usage-bad-certificates-hint = Adjon meg PEM formátumú tanúsítványokat tartalmazó fájlt a --ca kapcsolóval.
usage-no-certificates = A hitelesítésszolgáltatók fájlja nem olvasható: { $path }.
usage-no-certificates-hint = Ellenőrizze a --ca utáni nevet: olyan fájlnak kell lennie, amelyet olvashat, PEM formátumú tanúsítványokkal.
usage-bad-proxy = { $host } nem használható proxyként.
usage-bad-proxy-hint = Ellenőrizze a --proxy értékét.
usage-no-home = Ennek a fióknak nincs saját mappája.
usage-no-home-hint = Állítsa be a HOME változót, vagy futtassa olyan fiókkal, amelynek van saját mappája.
usage-no-such-data = { $path } nem ennek az alkalmazásnak az adatmappája.
usage-no-such-data-hint = { $folders ->
    [none] Ez az alkalmazás nem nevez meg adatmappát, vagy nincs ilyen.
   *[other] Adja meg ezek egyikét pontosan úgy, ahogy itt áll: { $folders }
}
usage-no-consent = Az alkalmazás eltávolításához válasz kell, és itt senkit sem lehet megkérdezni.
usage-no-consent-hint = Futtassa újra a --yes kapcsolóval, ha az alkalmazást el kell távolítani.
usage-no-face = Az ablakot nem sikerült megnyitni, és itt nincs terminál, amelyben kérdezni lehetne.
usage-no-face-hint = Indítsa el egy terminálban: { $command }

repository-unreachable = { $place } nem érhető el, vagy nem válaszolt megfelelően (a kért fájl: { $file }).
repository-unreachable-hint = Ellenőrizze az internetkapcsolatot és a proxybeállításokat, majd próbálja újra. Semmi sem változott.
repository-not-there = Nincsenek kiadások itt: { $place }; hiányzik: { $file }.
repository-not-there-hint = Ellenőrizze a címet. Ha helyes, szóljon az alkalmazás kiadójának.
repository-too-long = { $place } többet küldött, mint { BYTES($limit) }, amennyi ennél megengedett: { $file }.
repository-too-long-hint = Valami útközben vagy maga a kiszolgáló nem megbízható. Próbáljon másik hálózatot, és ha újra előfordul, szóljon a kiadónak.
repository-offline = A kiadások itt vannak: { $place }, és az --offline tiltja, hogy ott keressen.
repository-offline-hint = Futtassa az --offline nélkül, vagy adjon meg egy kiadásokat tartalmazó mappát a --repository kapcsolóval.

trust-expired = A kiadó aláírása ehhez: „{ $role }” lejárt ekkor: { $expires }; a számítógép órája szerint most { $now } van.
trust-expired-hint = Ellenőrizze a számítógép dátumát és idejét. Ha helyes, a kiadónak meg kell újítania az aláírást: szóljon neki, és próbálja újra később.
trust-clock-behind = A kiadó aláírása ehhez: „{ $role }” lejárt ekkor: { $expires }. A számítógép órája szerint most { $now } van, de { $known } volt, amikor ez a program készült vagy legutóbb futott.
trust-clock-behind-hint = Ellenőrizze a számítógép dátumát és idejét. Ha az óra korábban rosszul járt, és most jól jár, távolítsa el az alkalmazást, és telepítse újra.
trust-threshold = „{ $role }”: a szükséges { COUNT($need) } kulcsból csak { COUNT($have) } írta alá.
trust-threshold-hint = Ne telepítsen erről a forrásról. A kiadás megváltozott, vagy nem írta alá elég kiadó. Szóljon a kiadónak.
trust-rollback = A kiszolgáló a(z) „{ $role }” { $offered } verzióját kínálja, amely régebbi, mint a korábban látott { $trusted }.
trust-rollback-hint = A kiszolgáló vagy valami útközben régi állapotot mutat. Próbáljon másik hálózatot vagy tükröt; ha így marad, szóljon a kiadónak.
trust-malformed = { $file } nem olyan, amilyennek a kiadó fájljának lennie kell.
trust-malformed-hint = Lehet, hogy a kiszolgáló helyett a hálózat bejelentkezési oldala válaszolt: nyisson meg egy tetszőleges weboldalt, jelentkezzen be, és próbálja újra. Ha így marad, szóljon a kiadónak.
trust-web-page = { $file } weboldal a kiadó fájlja helyett.
trust-web-page-hint = Ez a hálózat valószínűleg bejelentkezést kér: nyisson meg egy tetszőleges weboldalt, jelentkezzen be, és próbálja újra.
trust-inconsistent = A kiadó fájljai nem illenek össze, itt: { $file }.
trust-inconsistent-hint = Lehet, hogy épp most kerül új kiadás a kiszolgálóra: próbálja újra néhány perc múlva. Ha így marad, szóljon a kiadónak.
trust-many-roots = A kiadó kulcsai több mint { COUNT($limit) } alkalommal változtak, amióta ez a számítógép utoljára megnézte.
trust-many-roots-hint = Indítsa újra: innen folytatódik.
trust-other-application = Ez a(z) { $found } kiadása, nem ezé: { $expected }.
trust-other-application-hint = Ellenőrizze a kiadások címét. Ha helyes, szóljon a kiadónak.
trust-unsupported = { $file } olyasmit használ, amit ez a program nem támogat: { $feature }.
trust-unsupported-hint = Szerezze be a legújabb telepítőt a kiadótól.
trust-mismatch = { $file } nem az a fájl, amelyet a kiadó aláírt.
trust-mismatch-hint = A fájl megváltozott vagy megsérült, ezért nem lett felhasználva. Próbálja újra, vagy próbáljon másik hálózatot; ha így marad, szóljon a kiadónak.
trust-too-long = { $file } hosszabb a megengedettnél ({ BYTES($limit) }).
trust-too-long-hint = A fájl nem lett felhasználva. Szóljon a kiadónak.
trust-floor = A kiszolgáló ezt kínálja: { $offered }, de ez a telepítő ennél régebbit nem fogad el: { $floor }.
trust-floor-hint = A kiszolgáló vagy valami útközben régi állapotot mutat. Próbáljon másik hálózatot vagy tükröt; ha így marad, szóljon a kiadónak.
trust-newer-format = { $file } formátuma { $format }; ez a program legfeljebb ezt olvassa: { $supported }.
trust-newer-format-hint = Szerezze be a legújabb telepítőt a kiadótól.

plan-older = A(z) { $installed } verzió van telepítve; a régebbi { $offered } nem kerül rá.
plan-older-hint = Ha a régebbi verziót szeretné, előbb távolítsa el a telepítettet. Az adatai megmaradnak.
plan-replaced = A(z) { $version } verzió újra kiadásra került, és a kiszolgáló a kettő közül a korábbit kínálja.
plan-replaced-hint = A kiszolgáló vagy valami útközben régi állapotot mutat. Próbáljon másik hálózatot vagy tükröt; ha így marad, szóljon a kiadónak.
plan-below-floor = A(z) { $offered } verziónak ismert biztonsági hibái vannak; a kiadó már nem fogad el ennél régebbit: { $floor }.
plan-below-floor-hint = Használjon újabb verziót. Ha nincs, szóljon a kiadónak.
plan-not-installed = Az alkalmazás nincs itt telepítve.
plan-not-installed-hint = Előbb telepítse, vagy adja meg a mappáját a --prefix kapcsolóval.
    .window = Előbb telepítse.
plan-no-previous = Nincs korábbi verzió, amelyre vissza lehetne térni.
plan-no-previous-hint = Minden frissítés után egy korábbi verzió marad meg, és csak egy. A telepített verzió marad, ahogy van.
plan-other-application = A mappában ez van: { $installed }; oda nem telepíthető: { $offered }.
plan-other-application-hint = Válasszon másik mappát a --prefix kapcsolóval.
    .window = Válasszon másik mappát.
plan-no-python = Nem található megfelelő Python. Szükséges: { $needed }.
plan-no-python-hint = Telepítsen ilyen Pythont a python.org oldalról vagy a rendszer csomagkezelőjével, vagy adjon meg egyet a --python kapcsolóval.
    .window = Telepítsen ilyen Pythont a python.org oldalról vagy a rendszer csomagkezelőjével.
plan-other-python = A kért Python nem használható: { $asked }. Szükséges: { $needed }.
plan-other-python-hint = Adjon meg másik Pythont a --python kapcsolóval, vagy hagyja el a kapcsolót: akkor a program keres megfelelőt. A részletekben látható, mit talált.
plan-no-wheel = Nincs kész csomag ehhez a számítógéphez ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Próbáljon másik Pythont a --python kapcsolóval. Egyébként kérje meg a kiadót, hogy támogassa ezt a számítógépet.
    .window = Telepítse a Python másik verzióját. Egyébként kérje meg a kiadót, hogy támogassa ezt a számítógépet.
plan-no-compiler = Ezeket a csomagokat ezen a számítógépen kell összeállítani, de nem található működő C-fordító a Python fejlécfájljaival: { $packages }.
plan-no-compiler-hint = Telepítsen C-fordítót és a Python fejlesztői fájljait (Debianon: build-essential és python3-dev), vagy próbáljon másik Pythont a --python kapcsolóval.
    .window = Telepítsen C-fordítót és a Python fejlesztői fájljait (Debianon: build-essential és python3-dev).
plan-bad-lock = A kiadás ellentmond önmagának ennél a csomagnál: { $package }.
plan-bad-lock-hint = Ez a kiadó hibája: szóljon neki. Semmi sem változott.

fetch-unreachable = { $artifact } nem tölthető le: { $host } nem érhető el.
fetch-unreachable-hint = Ellenőrizze az internetkapcsolatot és a proxybeállításokat, és indítsa újra: ami már megvan, megmarad.
fetch-server = { $artifact } nem tölthető le: { $host } hibával válaszolt: { $status }.
fetch-server-hint = Próbálja újra később: ami már megvan, megmarad.
fetch-not-found = { $artifact } egyik helyen sincs, ahol lennie kellene.
fetch-not-found-hint = Ha indexet, tükröt vagy mappát adott meg, gondoskodjon róla, hogy a fájl ott legyen. Egyébként szóljon a kiadónak.
fetch-cut = A kapcsolat megszakadt letöltés közben: { $artifact }; megvan: { BYTES($have) } / { BYTES($size) }.
fetch-cut-hint = Indítsa újra: a letöltés onnan folytatódik, ahol abbamaradt.
fetch-short = { $artifact } túl korán véget ért: { BYTES($have) }, pedig { BYTES($size) } kellene.
fetch-short-hint = A kiszolgáló vagy egy proxy hiányos fájlt küld. Indítsa újra, vagy használjon másik hálózatot vagy tükröt.
fetch-too-long = { $artifact } hosszabb, mint amit a kiadó aláírt ({ BYTES($size) }).
fetch-too-long-hint = A fájl nem lett felhasználva. Próbáljon másik hálózatot vagy tükröt; ha így marad, szóljon a kiadónak.
fetch-wrong-hash = { $artifact } innen: { $host } nem az a fájl, amelyet a kiadó aláírt.
fetch-wrong-hash-hint = A fájl útközben megváltozott vagy megsérült, ezért nem lett felhasználva. Próbáljon másik hálózatot vagy tükröt; ha így marad, szóljon a kiadónak.
fetch-login-page = { $host } a fájl helyett weboldallal válaszolt.
fetch-login-page-hint = Ez a hálózat valószínűleg bejelentkezést kér: nyisson meg egy tetszőleges weboldalt, jelentkezzen be, és indítsa újra.
fetch-slow = { $host } túl lassan küldi ezt: { $artifact }.
fetch-slow-hint = Indítsa újra később vagy másik hálózaton: a letöltés onnan folytatódik, ahol abbamaradt.
fetch-redirect = { $host } körbe-körbe vagy nem biztonságos helyre irányítja ezt a letöltést: { $artifact }.
fetch-redirect-hint = Próbáljon másik hálózatot vagy tükröt; ha így marad, szóljon a kiadónak.
fetch-confused = { $host } értelmetlen választ ad ennél: { $artifact }.
fetch-confused-hint = Próbálja újra később, vagy próbáljon másik tükröt vagy indexet.
fetch-tls = { $issuer ->
    [unknown] A kapcsolat nem biztonságos: { $host }. Ez a számítógép nem bízik meg a tanúsítványában.
   *[other] A kapcsolat nem biztonságos: { $host }. A tanúsítványát { $issuer } adta ki, amelyben ez a számítógép nem bízik meg.
}
fetch-tls-hint = Vállalati hálózat megvizsgálhatja a kapcsolatokat: kérje el a hitelesítésszolgáltatóját, és adja meg a fájlt a --ca kapcsolóval. Máshol használjon másik hálózatot.
    .window = Vállalati hálózat megvizsgálhatja a kapcsolatokat: kérje meg a számítógép gondozóját, hogy vegye fel a vállalat hitelesítésszolgáltatóját a megbízhatók közé. Máshol használjon másik hálózatot.
fetch-proxy = { $proxy ->
    [unknown] Egy proxy az úton ({ $host } felé) nevet és jelszót kér, vagy elutasítja a megadottakat.
   *[other] A proxy ({ $proxy }) nevet és jelszót kér, vagy elutasítja a megadottakat.
}
fetch-proxy-hint = Adja meg őket így: --proxy http://NÉV:JELSZÓ@GÉP:PORT.
fetch-proxy-unreachable = A proxy nem érhető el: { $proxy }, ezért nem lehetett lekérdezni ezt: { $host }.
fetch-proxy-unreachable-hint = Ellenőrizze a proxy nevét és portját: a --proxy után, a http_proxy és https_proxy változókban vagy a rendszer beállításaiban. Ami már megvan, megmarad.
    .window = Ellenőrizze a proxy nevét és portját: a http_proxy és https_proxy változókban vagy a rendszer beállításaiban. Ami már megvan, megmarad.
fetch-login = { $host } nevet és jelszót kér, vagy elutasítja a megadottakat.
fetch-login-hint = Adja meg őket a címben, https://NÉV:JELSZÓ@GÉP/…, ott, ahol a címet megadta: --index-url, --mirror vagy --repository. Ha nem adott meg címet, szóljon a kiadónak.
    .window = Adja meg őket a címben, https://NÉV:JELSZÓ@GÉP/…, ott, ahol a címet megadta. Ha nem adott meg címet, szóljon a kiadónak.
fetch-offline = { $count ->
    [one] Egy fájl hiányzik, és az --offline tiltja a letöltését: { $artifacts }
   *[other] { COUNT($count) } fájl hiányzik, és az --offline tiltja a letöltésüket: { $artifacts }
}
fetch-offline-hint = Tegye a fájlokat egy mappába, és adja meg a --find-links kapcsolóval, vagy futtassa az --offline nélkül.

disk-full = Nincs elég hely itt: { $folder }.
disk-full-hint = Szabadítson fel helyet, vagy válasszon másik mappát: az alkalmazásnak a --prefix kapcsolóval, a letöltéseknek az XDG_CACHE_HOME változóval. Ami már le van töltve, megmarad.
    .window = Szabadítson fel helyet. Ami már le van töltve, megmarad.
disk-no-room = { BYTES($needed) } szükséges itt: { $folder }, és { BYTES($free) } szabad.
disk-no-room-hint = Szabadítson fel helyet, vagy válasszon másik mappát: az alkalmazásnak a --prefix kapcsolóval, a letöltéseknek az XDG_CACHE_HOME változóval. Ami már le van töltve, megmarad.
    .window = Szabadítson fel helyet. Ami már le van töltve, megmarad.
disk-rights = Nem írható: { $path }.
disk-rights-hint = Módosítsa a jogosultságait, vagy válasszon másik mappát a --prefix kapcsolóval. Rendszergazdai jogosultság nem kell.
    .window = Módosítsa a jogosultságait. Rendszergazdai jogosultság nem kell.
disk-foreign-home = A(z) { $path } saját mappa nem azé a fióké, amely ezt futtatja. Oda nem lett írva semmi.
disk-foreign-home-hint = Indítsa sudo nélkül; rendszergazdai jogosultság nem kell. Ha magának ennek a fióknak telepít, használja a sudo -H parancsot.
disk-name = Nem hozható létre: { $path }. A név túl hosszú, vagy ott nem megengedett karaktereket tartalmaz.
disk-name-hint = Válasszon rövidebb nevű mappát a lemez gyökeréhez közel a --prefix kapcsolóval.
    .window = Válasszon rövidebb nevű mappát a lemez gyökeréhez közel.
disk-no-rename = A fájlok nem nevezhetők át itt: { $folder }.
disk-no-rename-hint = Válasszon mappát másik lemezen: az alkalmazásnak a --prefix kapcsolóval, a letöltéseknek az XDG_CACHE_HOME változóval.
    .window = Válasszon mappát másik lemezen (a letöltéseknek az XDG_CACHE_HOME változóval).
disk-no-links = { $folder } nem tartalmazhat szimbolikus hivatkozásokat, és az alkalmazásnak szüksége van rájuk.
disk-no-links-hint = Válasszon mappát másik lemezen a --prefix kapcsolóval; a pendrive-okon és hálózati meghajtókon gyakran nincsenek hivatkozások.
    .window = Válasszon mappát másik lemezen; a pendrive-okon és hálózati meghajtókon gyakran nincsenek hivatkozások.
disk-no-locks = A fájlok nem zárolhatók itt: { $folder }, ezért két telepítés akadályozhatná egymást.
disk-no-locks-hint = Válasszon mappát a számítógép saját lemezén: az alkalmazásnak a --prefix kapcsolóval, a letöltéseknek az XDG_CACHE_HOME változóval.
    .window = Válasszon mappát a számítógép saját lemezén (a letöltéseknek az XDG_CACHE_HOME változóval).
disk-no-execution = Innen nem indíthatók programok: { $folder }, ezért az alkalmazás ott nem futhatna.
disk-no-execution-hint = Válasszon olyan mappát a --prefix kapcsolóval, ahol programok futhatnak.
    .window = Válasszon olyan mappát, ahol programok futhatnak.
disk-no-room-for-files = Körülbelül { COUNT($needed) } fájlt kell létrehozni itt: { $folder }, és a lemezen már csak { COUNT($free) } fájlnak van hely.
disk-no-room-for-files-hint = Töröljön onnan fájlokat, vagy válasszon mappát másik lemezen a --prefix kapcsolóval.
    .window = Töröljön onnan fájlokat, vagy válasszon mappát másik lemezen.
disk-path-too-long = Az útvonal túl hosszú: { $folder }. Legfeljebb { COUNT($most) } karakter lehet, hogy a benne lévő fájlok megnevezhetők legyenek.
disk-path-too-long-hint = Válasszon rövidebb útvonalú mappát a --prefix kapcsolóval.
    .window = Válasszon rövidebb útvonalú mappát.
disk-names-too-short = A fájlnevek itt: { $folder } legfeljebb { COUNT($most) } karakteresek lehetnek; { COUNT($needed) } szükséges. A titkosított mappák gyakran ilyenek.
disk-names-too-short-hint = Válasszon másik mappát a letöltéseknek az XDG_CACHE_HOME változóval.
disk-other = Nem olvasható vagy nem írható: { $path }.
disk-other-hint = A részletekben látható, mit jelzett a rendszer. Nézze meg, nincs-e ott valami más, vagy nem használja-e valami, és próbálja újra; Windowson víruskereső is foghatja a fájlt.

limit-open-files = Ez a fiók egyszerre csak { COUNT($limit) } fájlt nyithat meg; { COUNT($needed) } szükséges.
limit-open-files-hint = Emelje meg a korlátot („ulimit -n”), vagy kérdezze meg a számítógép gondozóját.
limit-file-size = Ez a fiók legfeljebb ekkora fájlokat írhat: { BYTES($limit) }; { BYTES($needed) } szükséges.
limit-file-size-hint = Emelje meg a korlátot („ulimit -f”), vagy kérdezze meg a számítógép gondozóját.

environment-runtime = A kiadással érkező Python nem csomagolható ki, vagy nem fut.
environment-runtime-hint = Telepítse a Pythont a python.org oldalról, adja meg a --python kapcsolóval, és szóljon a kiadónak.
    .window = Telepítse a Pythont a python.org oldalról, és szóljon a kiadónak.
environment-create = A Python nem tudott környezetet létrehozni az alkalmazásnak.
environment-create-hint = Az oka a részletekben látható. Próbáljon másik Pythont a --python kapcsolóval, vagy másik mappát a --prefix kapcsolóval.
    .window = Az oka a részletekben látható. Válasszon másik mappát, vagy telepítse a Python másik verzióját.
environment-start = Nem indítható el: { $program }.
environment-start-hint = Az oka a részletekben látható. Lehet, hogy abban a mappában tilosak a programok: válasszon másikat a --prefix kapcsolóval.
    .window = Az oka a részletekben látható. Lehet, hogy abban a mappában tilosak a programok: válasszon másikat.
environment-wheel-refused = { $wheel } olyasmit tartalmaz, amit egy csomagnak sem szabadna, ezért nem települt.
environment-wheel-refused-hint = A részletekben látható, mit. Szóljon a kiadónak. Semmi sem változott.
environment-pip = A csomagok nem telepíthetők.
environment-pip-hint = A részletekben látható, mit jelzett a pip. Semmi sem változott; ha újra előfordul, szóljon a kiadónak.
environment-pip-python = A kiadás pip programja ({ $pip }) nem fut ezzel a Pythonnal: { $python }.
environment-pip-python-hint = Adjon meg másik Pythont a --python kapcsolóval, és szóljon a kiadónak.
    .window = Telepítse a Python másik verzióját, és szóljon a kiadónak.
environment-hash = Egy csomag nem az, amelyet a kiadó aláírt; a pip elutasította.
environment-hash-hint = A lemez vagy egy másik program fájlokat módosít. Az átváltás nem történt meg; próbálja újra.
environment-build = { $package } nem állítható össze ezen a számítógépen.
environment-build-hint = A részletekben látható, mit jelzett az összeállítás; gyakran egy programkönyvtár fejlesztői fájljai hiányoznak. Másik Pythonhoz talán van kész csomag: próbálja a --python kapcsolót.
    .window = A részletekben látható, mit jelzett az összeállítás; gyakran egy programkönyvtár fejlesztői fájljai hiányoznak. Másik Pythonhoz talán van kész csomag.
environment-no-headers = A(z) { $package } csomagot ezen a számítógépen kell összeállítani, de ehhez nincsenek C-fejlécfájlok: { $python }.
environment-no-headers-hint = Telepítse a Python fejlesztői fájljait (Debianon: python3-dev), vagy próbáljon másik Pythont a --python kapcsolóval.
    .window = Telepítse a Python fejlesztői fájljait (Debianon: python3-dev).
environment-no-command = A kiadásban nincs „{ $command }” parancs, bár azt állítja.
environment-no-command-hint = Ez a kiadó hibája: szóljon neki. Az átváltás nem történt meg.
environment-changed = A telepítés után { $path } nem az volt, aminek lennie kell.
environment-changed-hint = A lemez vagy egy másik program (víruskereső?) fájlokat módosít. Az átváltás nem történt meg; próbálja újra.
environment-check = A telepített csomagok nem illenek össze.
environment-check-hint = Ez a kiadás hibája: szóljon a kiadónak. Az átváltás nem történt meg.
environment-smoke-test = A frissen telepített alkalmazás nem indul el.
environment-smoke-test-hint = A részletekben látható, mit jelzett. Az átváltás nem történt meg; szóljon a kiadónak.
environment-time = A telepítés egyik lépése túl sokáig tartott, ezért le lett állítva.
environment-time-hint = Próbálja újra, amikor a számítógép kevésbé elfoglalt. Az átváltás nem történt meg.

activate-launcher-taken = { $path } máshoz tartozik, ezért nem lett felülírva.
activate-launcher-taken-hint = Helyezze át vagy törölje, és indítsa újra.
activate-unsafe = { $path } hivatkozás, másé, vagy mások is írhatják. Nem lett felhasználva.
activate-unsafe-hint = Vegye el a többiek írási jogát (chmod go-w), törölje, vagy válasszon másik mappát: az alkalmazáshoz a --prefix kapcsolóval, a letöltésekhez az XDG_CACHE_HOME változóval.
    .window = Vegye el a többiek írási jogát (chmod go-w), törölje, vagy válasszon másik mappát (a letöltésekhez az XDG_CACHE_HOME változóval).
activate-anothers = Az itt lévő telepítés más fióké: { $folder } ({ $owner }).
activate-anothers-hint = Csak az a fiók változtathatja meg vagy távolíthatja el. Válasszon másik mappát a --prefix kapcsolóval.
    .window = Csak az a fiók változtathatja meg vagy távolíthatja el. Válasszon másik mappát.
activate-damaged-receipt = { $path } sérült, ezért nem derül ki belőle, mi tartozik a telepítéshez.
activate-damaged-receipt-hint = Indítsa el ezt a programot parancs nélkül: újratelepíti az alkalmazást, és újra megírja a fájlt. Utána távolítsa el.
activate-foreign = { $path } már korábban ott volt, és nem része telepítésnek; érintetlen maradt.
activate-foreign-hint = Válasszon másik mappát a --prefix kapcsolóval, vagy helyezze át, és indítsa újra.
    .window = Válasszon másik mappát, vagy helyezze át, és indítsa újra.
activate-previous-gone = A visszatéréshez megőrzött { $version } verzió már nem indul el: a fájljai vagy a Pythonja eltűntek.
activate-previous-gone-hint = Maradjon a telepített verziónál; az érintetlen maradt.
activate-newer-receipt = Egy újabb telepítő írta ezt: { $path }.
activate-newer-receipt-hint = Használja azt a telepítőt, vagy szerezze be a legújabbat a kiadótól.

verify-damaged = A telepített fájlok nincsenek rendben, { $count ->
    [one] egy helyen
   *[other] { COUNT($count) } helyen
}.
verify-damaged-hint = Indítsa el a „{ $command }” parancsot: kijavítja a sérüléseket, és nem nyúl az adataihoz.
    .window = Indítsa el a „{ window-repair }” parancsot: kijavítja a sérüléseket, és nem nyúl az adataihoz.
verify-damaged-anothers = A telepített fájlok nincsenek rendben, { $count ->
    [one] egy helyen
   *[other] { COUNT($count) } helyen
}.
verify-damaged-anothers-hint = Csak az a fiók javíthatja ki, amelyé: { $owner }.
uninstall-declined = Semmi sem lett eltávolítva.
uninstall-declined-hint = Az alkalmazás marad, ahogy volt. Az eltávolításához indítsa újra ezt, és válaszoljon igennel.
uninstall-mounted = A(z) { $path } helyen egy másik meghajtó van csatolva, ezért az azt tartalmazó adatmappa nem lett eltávolítva.
uninstall-mounted-hint = Előbb válassza le a meghajtót, vagy távolítsa el az alkalmazást e mappa nélkül.

busy = Egy másik telepítés fut itt: { $folder }.
busy-hint = Várja meg, amíg befejeződik, aztán indítsa újra; a --wait MÁSODPERC magától vár.
    .window = Várja meg, amíg befejeződik, aztán indítsa újra.
cancelled = Megszakítva. A korábban telepített verzió marad, ahogy volt.
cancelled-hint = Bármikor újraindíthatja: ami már le van töltve, megmarad.
internal = Valami elromlott a programon belül.
internal-hint = Ez a mi hibánk. Kérjük, jelentse a részletekkel együtt.

log-unwritable = A napló nem írható: { $path }.
log-unwritable-hint = Adjon meg fájlt egy olyan mappában, amelybe írhat, vagy hagyja el a --log kapcsolót.
