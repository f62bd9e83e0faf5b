usage-unknown-command = Nu există comanda „{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] „{ $program } --help” arată ce există.
   *[other] Ați vrut să scrieți „{ $suggestion }”? „{ $program } --help” arată ce există.
}
usage-two-commands = „{ $first }” și „{ $second }” sunt două comenzi.
usage-two-commands-hint = Dați câte o singură comandă, o rulare după alta.
usage-unknown-option = Nu există opțiunea „{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] „{ $program } --help” arată ce există.
   *[other] Ați vrut să scrieți „{ $suggestion }”? „{ $program } --help” arată ce există.
}
usage-missing-value = Opțiunea „{ $option }” are nevoie de o valoare.
usage-missing-value-hint = Scrieți valoarea după ea: „{ $option } VALUE”. Vedeți „{ $program } --help”.
usage-surplus-value = Opțiunea „{ $option }” nu primește nicio valoare.
usage-surplus-value-hint = Scrieți doar „{ $option }”. Vedeți „{ $program } --help”.
usage-bad-value = „{ $value }” nu are sens pentru „{ $option }”.
usage-bad-value-hint = „{ $program } --help” arată ce așteaptă „{ $option }”.
usage-twice = Opțiunea „{ $option }” a fost dată de două ori.
usage-twice-hint = Dați-o o singură dată.
usage-conflict = „{ $option }” și „{ $other }” nu pot fi folosite împreună.
usage-conflict-hint = Renunțați la una dintre ele.
usage-misplaced-option = Opțiunea „{ $option }” nu are efect la această comandă.
usage-misplaced-option-hint = Se folosește cu: { $commands }
usage-bad-profile = Profilul de aplicație { $path } nu poate fi folosit.
usage-bad-profile-hint = Dosarul trebuie să conțină fișiere profile.toml și root.json care se pot citi. Cereți o copie nouă de la cine vi l-a dat.
usage-bad-certificates = { $path } nu conține certificate care se pot folosi.
usage-bad-certificates-hint = Indicați cu --ca un fișier de certificate în format PEM.
usage-no-certificates = Fișierul { $path } cu autorități de certificare nu poate fi citit.
usage-no-certificates-hint = Verificați numele de după --ca: trebuie să fie un fișier pe care îl puteți citi, cu certificate în format PEM.
usage-bad-proxy = { $host } nu poate fi folosit ca proxy.
usage-bad-proxy-hint = Verificați valoarea opțiunii --proxy.
usage-no-home = Acest cont nu are dosar personal.
usage-no-home-hint = Definiți HOME sau folosiți un cont care are dosar personal.
usage-no-such-data = { $path } nu este un dosar cu date ale acestei aplicații.
usage-no-such-data-hint = { $folders ->
    [none] Această aplicație nu indică niciun dosar de date sau acesta nu există.
   *[other] Indicați unul dintre acestea, exact cum este scris aici: { $folders }
}
usage-no-consent = Dezinstalarea unei aplicații cere o confirmare, iar aici nu poate fi întrebat nimeni.
usage-no-consent-hint = Rulați din nou cu --yes dacă aplicația trebuie dezinstalată.
usage-no-face = Fereastra nu a putut fi deschisă, iar aici nu există un terminal în care să se pună întrebarea.
usage-no-face-hint = Porniți-l într-un terminal: { $command }

repository-unreachable = { $place } nu a putut fi accesat sau nu a răspuns corect (la cererea pentru { $file }).
repository-unreachable-hint = Verificați conexiunea la internet și setările de proxy, apoi încercați din nou. Nu s-a modificat nimic.
repository-not-there = Nu există versiuni publicate la { $place }: lipsește { $file }.
repository-not-there-hint = Verificați adresa. Dacă este corectă, anunțați editorul aplicației.
repository-too-long = { $place } a trimis mai mult decât limita de { BYTES($limit) } pentru { $file }.
repository-too-long-hint = Serverul sau ceva de pe traseu nu este de încredere. Încercați altă rețea și anunțați editorul dacă se întâmplă din nou.
repository-offline = Versiunile sunt la { $place }, iar --offline interzice căutarea acolo.
repository-offline-hint = Rulați fără --offline sau indicați cu --repository un dosar cu versiunile.

trust-expired = Semnătura editorului pentru „{ $role }” a expirat la { $expires }; ceasul acestui calculator arată { $now }.
trust-expired-hint = Verificați data și ora acestui calculator. Dacă sunt corecte, editorul trebuie să reînnoiască semnătura: anunțați-l și încercați din nou mai târziu.
trust-clock-behind = Semnătura editorului pentru „{ $role }” a expirat la { $expires }. Ceasul acestui calculator arată { $now }, dar era deja { $known } când acest program a fost creat sau a rulat ultima dată.
trust-clock-behind-hint = Verificați data și ora acestui calculator. Dacă ceasul era greșit înainte și acum este corect, dezinstalați aplicația și instalați-o din nou.
trust-threshold = Chei cu care este semnat „{ $role }”: { COUNT($have) }; chei necesare: { COUNT($need) }.
trust-threshold-hint = Nu instalați nimic din această sursă. Versiunea a fost modificată sau nu a fost semnată de destui dintre editorii ei. Anunțați editorul.
trust-rollback = Serverul oferă versiunea { $offered } pentru „{ $role }”, mai veche decât versiunea { $trusted } deja cunoscută.
trust-rollback-hint = Serverul sau ceva de pe traseu arată o stare veche. Încercați altă rețea sau altă oglindă; dacă rămâne așa, anunțați editorul.
trust-malformed = { $file } nu arată cum ar trebui să arate un fișier al editorului.
trust-malformed-hint = Poate că în locul serverului a răspuns o pagină de autentificare a rețelei: deschideți orice pagină web, autentificați-vă și încercați din nou. Dacă rămâne așa, anunțați editorul.
trust-web-page = { $file } este o pagină web în locul fișierului editorului.
trust-web-page-hint = Probabil că această rețea cere autentificare: deschideți orice pagină web, autentificați-vă și încercați din nou.
trust-inconsistent = Fișierele editorului nu se potrivesc între ele, la { $file }.
trust-inconsistent-hint = Poate că tocmai se publică o versiune nouă: încercați din nou peste câteva minute. Dacă rămâne așa, anunțați editorul.
trust-many-roots = De la ultima verificare a acestui calculator, cheile editorului s-au schimbat { $limit ->
    [one] mai mult de { COUNT($limit) } dată
    [few] de mai mult de { COUNT($limit) } ori
   *[other] de mai mult de { COUNT($limit) } de ori
}.
trust-many-roots-hint = Rulați din nou: se continuă de aici.
trust-other-application = Aceasta este o versiune de { $found }, nu de { $expected }.
trust-other-application-hint = Verificați adresa depozitului. Dacă este corectă, anunțați editorul.
trust-unsupported = { $file } folosește ceva ce acest program nu cunoaște: { $feature }.
trust-unsupported-hint = Luați cel mai nou program de instalare de la editor.
trust-mismatch = { $file } nu este fișierul semnat de editor.
trust-mismatch-hint = Fișierul a fost modificat sau deteriorat și nu a fost folosit. Încercați din nou sau în altă rețea; dacă rămâne așa, anunțați editorul.
trust-too-long = { $file } depășește limita de { BYTES($limit) }.
trust-too-long-hint = Fișierul nu a fost folosit. Anunțați editorul.
trust-floor = Serverul oferă { $offered }, dar acest program de instalare nu acceptă nimic sub { $floor }.
trust-floor-hint = Serverul sau ceva de pe traseu arată o stare veche. Încercați altă rețea sau altă oglindă; dacă rămâne așa, anunțați editorul.
trust-newer-format = { $file } are formatul { $format }; acest program citește formate până la { $supported }.
trust-newer-format-hint = Luați cel mai nou program de instalare de la editor.

plan-older = Versiunea { $installed } este instalată; nu se înlocuiește cu versiunea mai veche { $offered }.
plan-older-hint = Dacă doriți versiunea mai veche, dezinstalați-o mai întâi pe cea instalată. Datele dumneavoastră se păstrează.
plan-replaced = Versiunea { $version } a fost publicată din nou, iar serverul o oferă pe prima dintre cele două.
plan-replaced-hint = Serverul sau ceva de pe traseu arată o stare veche. Încercați altă rețea sau altă oglindă; dacă rămâne așa, anunțați editorul.
plan-below-floor = Versiunea { $offered } are probleme de securitate cunoscute; editorul nu mai acceptă nimic sub { $floor }.
plan-below-floor-hint = Folosiți o versiune mai nouă. Dacă nu există, anunțați editorul.
plan-not-installed = Aplicația nu este instalată aici.
plan-not-installed-hint = Instalați-o mai întâi sau indicați dosarul ei cu --prefix.
    .window = Instalați-o mai întâi.
plan-no-previous = Nu există o versiune anterioară la care să se revină.
plan-no-previous-hint = După fiecare actualizare se păstrează o singură versiune anterioară. Ce este instalat rămâne așa cum este.
plan-other-application = Dosarul conține { $installed }; { $offered } nu se poate instala acolo.
plan-other-application-hint = Alegeți alt dosar cu --prefix.
    .window = Alegeți alt dosar.
plan-no-python = Nu s-a găsit un Python potrivit. Necesar: { $needed }.
plan-no-python-hint = Instalați un astfel de Python de la python.org sau cu managerul de pachete al sistemului, ori indicați unul cu --python.
    .window = Instalați un astfel de Python de la python.org sau cu managerul de pachete al sistemului.
plan-other-python = S-a cerut { $asked }, dar nu poate fi folosit. Necesar: { $needed }.
plan-other-python-hint = Indicați alt Python cu --python sau renunțați la opțiune: atunci se caută unul potrivit. Detaliile spun ce s-a găsit.
plan-no-wheel = Nu există pachete gata făcute pentru acest calculator ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Încercați alt Python cu --python. Altfel, cereți editorului să ofere suport pentru acest calculator.
    .window = Instalați altă versiune de Python. Altfel, cereți editorului să ofere suport pentru acest calculator.
plan-no-compiler = Aceste pachete trebuie compilate pe acest calculator, dar nu s-a găsit un compilator C care să funcționeze cu antetele Python: { $packages }.
plan-no-compiler-hint = Instalați un compilator C și fișierele de dezvoltare Python (în Debian: build-essential și python3-dev) sau încercați alt Python cu --python.
    .window = Instalați un compilator C și fișierele de dezvoltare Python (în Debian: build-essential și python3-dev).
plan-bad-lock = Versiunea publicată se contrazice în privința pachetului { $package }.
plan-bad-lock-hint = Este o greșeală a editorului: anunțați-l. Nu s-a modificat nimic.

fetch-unreachable = { $artifact } nu a putut fi descărcat: { $host } nu a putut fi accesat.
fetch-unreachable-hint = Verificați conexiunea la internet și setările de proxy, apoi rulați din nou: ce este deja aici se păstrează.
fetch-server = { $artifact } nu a putut fi descărcat: { $host } a răspuns cu eroarea { $status }.
fetch-server-hint = Încercați din nou mai târziu: ce este deja aici se păstrează.
fetch-not-found = { $artifact } nu se află în niciunul dintre locurile în care ar trebui.
fetch-not-found-hint = Dacă ați indicat un index, o oglindă sau un dosar, asigurați-vă că fișierul este acolo. Altfel, anunțați editorul.
fetch-cut = Conexiunea s-a întrerupt în timpul descărcării { $artifact }: au sosit { BYTES($have) } din { BYTES($size) }.
fetch-cut-hint = Rulați din nou: descărcarea continuă de unde s-a oprit.
fetch-short = { $artifact } s-a încheiat prea devreme: { BYTES($have) } în loc de { BYTES($size) }.
fetch-short-hint = Serverul sau un proxy trimite un fișier incomplet. Rulați din nou sau folosiți altă rețea ori altă oglindă.
fetch-too-long = { $artifact } depășește dimensiunea de { BYTES($size) } semnată de editor.
fetch-too-long-hint = Fișierul nu a fost folosit. Încercați altă rețea sau altă oglindă; dacă rămâne așa, anunțați editorul.
fetch-wrong-hash = { $artifact }, de la { $host }, nu este fișierul semnat de editor.
fetch-wrong-hash-hint = Fișierul a fost modificat sau deteriorat pe traseu și nu a fost folosit. Încercați altă rețea sau altă oglindă; dacă rămâne așa, anunțați editorul.
fetch-login-page = { $host } a răspuns cu o pagină web în locul fișierului.
fetch-login-page-hint = Probabil că această rețea cere autentificare: deschideți orice pagină web, autentificați-vă și rulați din nou.
fetch-slow = { $host } trimite { $artifact } prea încet.
fetch-slow-hint = Rulați din nou mai târziu sau în altă rețea: descărcarea continuă de unde s-a oprit.
fetch-redirect = { $host } trimite descărcarea { $artifact } în cerc sau într-un loc nesigur.
fetch-redirect-hint = Încercați altă rețea sau altă oglindă; dacă rămâne așa, anunțați editorul.
fetch-confused = { $host } dă un răspuns fără sens pentru { $artifact }.
fetch-confused-hint = Încercați din nou mai târziu sau folosiți altă oglindă ori alt index.
fetch-tls = { $issuer ->
    [unknown] Conexiunea cu { $host } nu este sigură: acest calculator nu are încredere în certificatul său.
   *[other] Conexiunea cu { $host } nu este sigură: certificatul său a fost emis de { $issuer }, în care acest calculator nu are încredere.
}
fetch-tls-hint = Într-o firmă, rețeaua poate inspecta conexiunile: cereți autoritatea ei de certificare și indicați fișierul cu --ca. În altă parte, folosiți altă rețea.
    .window = Într-o firmă, rețeaua poate inspecta conexiunile: rugați persoana care se ocupă de acest calculator să îl facă să aibă încredere în autoritatea de certificare a firmei. În altă parte, folosiți altă rețea.
fetch-proxy = { $proxy ->
    [unknown] Proxy-ul de pe traseul spre { $host } cere un nume și o parolă sau le refuză pe cele primite.
   *[other] Proxy-ul { $proxy } cere un nume și o parolă sau le refuză pe cele primite.
}
fetch-proxy-hint = Indicați-le cu --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Proxy-ul { $proxy } nu a putut fi accesat, așa că { $host } nu a putut fi întrebat.
fetch-proxy-unreachable-hint = Verificați numele și portul proxy-ului: după --proxy, în variabilele http_proxy și https_proxy sau în setările sistemului. Ce este deja aici se păstrează.
    .window = Verificați numele și portul proxy-ului: în variabilele http_proxy și https_proxy sau în setările sistemului. Ce este deja aici se păstrează.
fetch-login = { $host } cere un nume și o parolă sau le refuză pe cele primite.
fetch-login-hint = Indicați-le în adresă, https://NAME:PASSWORD@HOST/…, acolo unde ați dat-o: --index-url, --mirror sau --repository. Dacă nu ați dat nicio adresă, anunțați editorul.
    .window = Indicați-le în adresă, https://NAME:PASSWORD@HOST/…, acolo unde ați dat-o. Dacă nu ați dat nicio adresă, anunțați editorul.
fetch-offline = { $count ->
    [one] Lipsește un fișier, iar --offline interzice descărcarea lui: { $artifacts }
    [few] Lipsesc { COUNT($count) } fișiere, iar --offline interzice descărcarea lor: { $artifacts }
   *[other] Lipsesc { COUNT($count) } de fișiere, iar --offline interzice descărcarea lor: { $artifacts }
}
fetch-offline-hint = Puneți fișierele într-un dosar și indicați-l cu --find-links sau rulați fără --offline.

disk-full = Nu este destul spațiu în { $folder }.
disk-full-hint = Eliberați spațiu sau alegeți alt dosar: cu --prefix pentru aplicație, cu variabila XDG_CACHE_HOME pentru descărcări. Ce s-a descărcat deja se păstrează.
    .window = Eliberați spațiu. Ce s-a descărcat deja se păstrează.
disk-no-room = Spațiu necesar în { $folder }: { BYTES($needed) }; spațiu liber: { BYTES($free) }.
disk-no-room-hint = Eliberați spațiu sau alegeți alt dosar: cu --prefix pentru aplicație, cu variabila XDG_CACHE_HOME pentru descărcări. Ce s-a descărcat deja se păstrează.
    .window = Eliberați spațiu. Ce s-a descărcat deja se păstrează.
disk-rights = Nu este permisă scrierea în { $path }.
disk-rights-hint = Schimbați-i drepturile sau alegeți alt dosar cu --prefix. Nu sunt necesare drepturi de administrator.
    .window = Schimbați-i drepturile. Nu sunt necesare drepturi de administrator.
disk-foreign-home = Dosarul personal { $path } aparține altui cont decât cel care rulează acest program. Nu s-a scris nimic acolo.
disk-foreign-home-hint = Porniți-l fără sudo; nu sunt necesare drepturi de administrator. Pentru a instala chiar pentru acest cont, folosiți sudo -H.
disk-name = { $path } nu poate fi creat: numele este prea lung sau are caractere care nu sunt permise acolo.
disk-name-hint = Alegeți cu --prefix un dosar cu nume mai scurt, aproape de rădăcina discului.
    .window = Alegeți un dosar cu nume mai scurt, aproape de rădăcina discului.
disk-no-rename = Fișierele din { $folder } nu pot fi redenumite.
disk-no-rename-hint = Alegeți un dosar pe alt disc: cu --prefix pentru aplicație, cu variabila XDG_CACHE_HOME pentru descărcări.
    .window = Alegeți un dosar pe alt disc (cu variabila XDG_CACHE_HOME pentru descărcări).
disk-no-links = { $folder } nu poate conține legături simbolice, iar aplicația are nevoie de ele.
disk-no-links-hint = Alegeți cu --prefix un dosar pe alt disc; stickurile USB și unitățile de rețea adesea nu permit legături.
    .window = Alegeți un dosar pe alt disc; stickurile USB și unitățile de rețea adesea nu permit legături.
disk-no-locks = Fișierele din { $folder } nu pot fi blocate, așa că două instalări s-ar putea încurca una pe alta.
disk-no-locks-hint = Alegeți un dosar pe un disc al acestui calculator: cu --prefix pentru aplicație, cu variabila XDG_CACHE_HOME pentru descărcări.
    .window = Alegeți un dosar pe un disc al acestui calculator (cu variabila XDG_CACHE_HOME pentru descărcări).
disk-no-execution = Programele din { $folder } nu pot fi pornite, așa că aplicația nu ar putea funcționa acolo.
disk-no-execution-hint = Alegeți cu --prefix un dosar în care pot rula programe.
    .window = Alegeți un dosar în care pot rula programe.
disk-no-room-for-files = Fișiere de creat în { $folder }: aproximativ { COUNT($needed) }; fișiere care mai încap pe disc: { COUNT($free) }.
disk-no-room-for-files-hint = Ștergeți fișiere de acolo sau alegeți cu --prefix un dosar pe alt disc.
    .window = Ștergeți fișiere de acolo sau alegeți un dosar pe alt disc.
disk-path-too-long = Calea { $folder } este prea lungă. Număr maxim de caractere, pentru ca fișierele din ea să poată fi numite: { COUNT($most) }.
disk-path-too-long-hint = Alegeți cu --prefix un dosar cu o cale mai scurtă.
    .window = Alegeți un dosar cu o cale mai scurtă.
disk-names-too-short = Numele de fișiere din { $folder } sunt prea limitate: cel mult { COUNT($most) } caractere; necesare: { COUNT($needed) }. Așa se întâmplă adesea în dosarele criptate.
disk-names-too-short-hint = Alegeți alt dosar pentru descărcări cu variabila XDG_CACHE_HOME.
disk-other = { $path } nu a putut fi citit sau scris.
disk-other-hint = Detaliile arată ce a răspuns sistemul. Vedeți dacă în acel loc se află altceva sau dacă ceva îl folosește și încercați din nou; în Windows, un antivirus ar putea reține fișierul.

limit-open-files = Acest cont poate ține deschise deodată prea puține fișiere: cel mult { COUNT($limit) }; necesare: { COUNT($needed) }.
limit-open-files-hint = Măriți limita („ulimit -n”) sau adresați-vă celui care se ocupă de acest calculator.
limit-file-size = Acest cont poate scrie doar fișiere de { BYTES($limit) }; este nevoie de { BYTES($needed) }.
limit-file-size-hint = Măriți limita („ulimit -f”) sau adresați-vă celui care se ocupă de acest calculator.

environment-runtime = Python-ul livrat cu versiunea nu a putut fi despachetat sau nu funcționează.
environment-runtime-hint = Instalați Python de la python.org, indicați-l cu --python și anunțați editorul.
    .window = Instalați Python de la python.org și anunțați editorul.
environment-create = Python nu a putut crea un mediu pentru aplicație.
environment-create-hint = Detaliile spun de ce. Încercați alt Python cu --python sau alt dosar cu --prefix.
    .window = Detaliile spun de ce. Alegeți alt dosar sau instalați altă versiune de Python.
environment-start = { $program } nu a putut fi pornit.
environment-start-hint = Detaliile spun de ce. Poate că programele sunt interzise în acel dosar: alegeți altul cu --prefix.
    .window = Detaliile spun de ce. Poate că programele sunt interzise în acel dosar: alegeți altul.
environment-wheel-refused = { $wheel } conține ceva ce niciun pachet nu ar trebui să conțină și nu a fost instalat.
environment-wheel-refused-hint = Detaliile spun ce anume. Anunțați editorul. Nu s-a modificat nimic.
environment-pip = Pachetele nu au putut fi instalate.
environment-pip-hint = Detaliile conțin ce a spus pip. Nu s-a modificat nimic; anunțați editorul dacă se întâmplă din nou.
environment-pip-python = Versiunea pip livrată ({ $pip }) nu funcționează cu Python { $python }.
environment-pip-python-hint = Indicați alt Python cu --python și anunțați editorul.
    .window = Instalați altă versiune de Python și anunțați editorul.
environment-hash = Un pachet nu este cel semnat de editor; pip l-a refuzat.
environment-hash-hint = Discul sau alt program modifică fișiere. Versiunea nouă nu a fost activată; încercați din nou.
environment-build = { $package } nu a putut fi compilat pe acest calculator.
environment-build-hint = Detaliile conțin mesajele compilării; adesea lipsesc fișierele de dezvoltare ale unei biblioteci. Pentru alt Python poate există un pachet gata făcut: încercați --python.
    .window = Detaliile conțin mesajele compilării; adesea lipsesc fișierele de dezvoltare ale unei biblioteci. Pentru alt Python poate există un pachet gata făcut.
environment-no-headers = { $package } trebuie compilat pe acest calculator, dar { $python } nu are antete C.
environment-no-headers-hint = Instalați fișierele de dezvoltare Python (în Debian: python3-dev) sau încercați alt Python cu --python.
    .window = Instalați fișierele de dezvoltare Python (în Debian: python3-dev).
environment-no-command = Versiunea nu are comanda „{ $command }”, deși spune că o are.
environment-no-command-hint = Este o greșeală a editorului: anunțați-l. Versiunea nouă nu a fost activată.
environment-changed = După instalare, { $path } nu era ceea ce ar fi trebuit să fie.
environment-changed-hint = Discul sau alt program (un antivirus?) modifică fișiere. Versiunea nouă nu a fost activată; încercați din nou.
environment-check = Pachetele instalate nu se potrivesc între ele.
environment-check-hint = Este o greșeală în versiune: anunțați editorul. Versiunea nouă nu a fost activată.
environment-smoke-test = Aplicația proaspăt instalată nu pornește.
environment-smoke-test-hint = Detaliile conțin ce a spus. Versiunea nouă nu a fost activată; anunțați editorul.
environment-time = Un pas al instalării a durat prea mult și a fost oprit.
environment-time-hint = Încercați din nou când calculatorul este mai puțin ocupat. Versiunea nouă nu a fost activată.

activate-launcher-taken = { $path } ține de altceva și nu a fost suprascris.
activate-launcher-taken-hint = Mutați-l sau ștergeți-l, apoi rulați din nou.
activate-unsafe = { $path } este o legătură, aparține altcuiva sau poate fi modificat de alții. Nu a fost folosit.
activate-unsafe-hint = Retrageți celorlalți dreptul de scriere (chmod go-w), ștergeți-l sau alegeți alt dosar: cu --prefix pentru aplicație, cu variabila XDG_CACHE_HOME pentru descărcări.
    .window = Retrageți celorlalți dreptul de scriere (chmod go-w), ștergeți-l sau alegeți alt dosar (cu variabila XDG_CACHE_HOME pentru descărcări).
activate-anothers = Instalarea din { $folder } aparține altui cont: { $owner }.
activate-anothers-hint = Numai acel cont o poate schimba sau elimina. Alegeți alt dosar cu --prefix.
    .window = Numai acel cont o poate schimba sau elimina. Alegeți alt dosar.
activate-damaged-receipt = { $path } este deteriorat, așa că nu arată ce ține de instalare.
activate-damaged-receipt-hint = Rulați acest program fără comandă: instalează din nou aplicația și rescrie fișierul. Apoi dezinstalați-o.
activate-foreign = { $path } exista deja și nu face parte dintr-o instalare; nu a fost atins.
activate-foreign-hint = Alegeți alt dosar cu --prefix sau mutați-l și rulați din nou.
    .window = Alegeți alt dosar sau mutați-l și rulați din nou.
activate-previous-gone = Versiunea { $version }, păstrată pentru revenire, nu mai poate porni: fișierele ei sau Python-ul ei nu mai există.
activate-previous-gone-hint = Rămâneți la versiunea instalată; nu a fost atinsă.
activate-newer-receipt = Un program de instalare mai nou a scris { $path }.
activate-newer-receipt-hint = Folosiți acel program de instalare sau luați-l pe cel mai nou de la editor.

verify-damaged = Ce este instalat nu este așa cum ar trebui, în { $count ->
    [one] un loc
    [few] { COUNT($count) } locuri
   *[other] { COUNT($count) } de locuri
}.
verify-damaged-hint = Rulați „{ $command }”: repară ce este deteriorat și nu atinge datele dumneavoastră.
    .window = Rulați „{ window-repair }”: repară ce este deteriorat și nu atinge datele dumneavoastră.
verify-damaged-anothers = Ce este instalat nu este așa cum ar trebui, în { $count ->
    [one] un loc
    [few] { COUNT($count) } locuri
   *[other] { COUNT($count) } de locuri
}.
verify-damaged-anothers-hint = Numai contul căruia îi aparține o poate repara: { $owner }.
uninstall-declined = Nu s-a șters nimic.
uninstall-declined-hint = Aplicația rămâne așa cum era. Pentru a o dezinstala, rulați din nou și răspundeți cu da.
uninstall-mounted = La { $path } este atașată o altă unitate, așa că dosarul cu date care o conține nu a fost șters.
uninstall-mounted-hint = Detașați întâi unitatea sau dezinstalați aplicația fără acest dosar.

busy = O altă instalare este în curs în { $folder }.
busy-hint = Așteptați să se încheie, apoi rulați din nou; --wait SECONDS așteaptă automat.
    .window = Așteptați să se încheie, apoi rulați din nou.
cancelled = Anulat. Ce era deja instalat rămâne așa cum era.
cancelled-hint = Puteți rula din nou oricând: ce s-a descărcat deja se păstrează.
internal = Ceva nu a mers bine în acest program.
internal-hint = Este greșeala noastră. Vă rugăm să o raportați împreună cu detaliile.

log-unwritable = Jurnalul { $path } nu poate fi scris.
log-unwritable-hint = Indicați un fișier într-un dosar în care puteți scrie sau renunțați la --log.
