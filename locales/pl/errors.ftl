usage-unknown-command = Nie ma polecenia „{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] Dostępne polecenia pokazuje „{ $program } --help”.
   *[other] Czy chodziło o „{ $suggestion }”? Dostępne polecenia pokazuje „{ $program } --help”.
}
usage-two-commands = „{ $first }” i „{ $second }” to dwa polecenia.
usage-two-commands-hint = Podawaj po jednym poleceniu na uruchomienie.
usage-unknown-option = Nie ma opcji „{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] Dostępne opcje pokazuje „{ $program } --help”.
   *[other] Czy chodziło o „{ $suggestion }”? Dostępne opcje pokazuje „{ $program } --help”.
}
usage-missing-value = Opcja „{ $option }” wymaga wartości.
usage-missing-value-hint = Wpisz wartość po opcji: „{ $option } VALUE”. Zobacz „{ $program } --help”.
usage-surplus-value = Opcja „{ $option }” nie przyjmuje wartości.
usage-surplus-value-hint = Wpisz samo „{ $option }”. Zobacz „{ $program } --help”.
usage-bad-value = Wartość „{ $value }” nie pasuje do opcji „{ $option }”.
usage-bad-value-hint = Czego wymaga „{ $option }”, pokazuje „{ $program } --help”.
usage-twice = Opcję „{ $option }” podano dwa razy.
usage-twice-hint = Podaj ją tylko raz.
usage-conflict = Opcji „{ $option }” i „{ $other }” nie można użyć razem.
usage-conflict-hint = Pomiń jedną z nich.
usage-misplaced-option = Opcja „{ $option }” nie działa z tym poleceniem.
usage-misplaced-option-hint = Należy do: { $commands }
usage-bad-profile = Nie można użyć profilu aplikacji { $path }.
usage-bad-profile-hint = Folder musi zawierać możliwe do odczytania pliki profile.toml i root.json. Poproś o nową kopię osobę, od której pochodzi.
usage-bad-certificates = W { $path } nie ma certyfikatów, których można użyć.
usage-bad-certificates-hint = Podaj za pomocą --ca plik z certyfikatami w formacie PEM.
usage-no-certificates = Nie można odczytać pliku { $path } z urzędami certyfikacji.
usage-no-certificates-hint = Sprawdź nazwę po --ca: musi to być plik z certyfikatami w formacie PEM, który wolno ci czytać.
usage-bad-proxy = Nie można użyć { $host } jako serwera proxy.
usage-bad-proxy-hint = Sprawdź wartość opcji --proxy.
usage-no-home = To konto nie ma folderu domowego.
usage-no-home-hint = Ustaw zmienną HOME lub uruchom program na koncie, które ma folder domowy.
usage-no-such-data = { $path } nie jest folderem z danymi tej aplikacji.
usage-no-such-data-hint = { $folders ->
    [none] Ta aplikacja nie wskazuje żadnego folderu z danymi albo takiego folderu nie ma.
   *[other] Podaj jeden z tych folderów, dokładnie tak jak tutaj: { $folders }
}
usage-no-consent = Usunięcie aplikacji wymaga potwierdzenia, a tutaj nie ma kogo zapytać.
usage-no-consent-hint = Jeśli aplikacja ma zostać usunięta, uruchom program ponownie z opcją --yes.
usage-no-face = Nie udało się otworzyć okna, a nie ma tu terminala, w którym można by zapytać.
usage-no-face-hint = Proszę uruchomić w terminalu: { $command }

repository-unreachable = Nie udało się połączyć z { $place } lub odpowiedź była nieprawidłowa (przy żądaniu { $file }).
repository-unreachable-hint = Sprawdź połączenie z internetem i ustawienia proxy, po czym spróbuj ponownie. Nic nie zostało zmienione.
repository-not-there = Pod { $place } nie ma wydań: brakuje pliku { $file }.
repository-not-there-hint = Sprawdź adres. Jeśli jest poprawny, powiadom wydawcę aplikacji.
repository-too-long = { $place } wysyła więcej niż { BYTES($limit) }, a tyle najwyżej może mieć plik { $file }.
repository-too-long-hint = Serwerowi lub czemuś po drodze do niego nie można ufać. Spróbuj w innej sieci, a jeśli to się powtórzy, powiadom wydawcę.
repository-offline = Wydania znajdują się pod { $place }, a opcja --offline zabrania tam zaglądać.
repository-offline-hint = Uruchom program bez --offline lub wskaż folder z wydaniami za pomocą --repository.

trust-expired = Podpis wydawcy dla „{ $role }” wygasł { $expires }; zegar tego komputera wskazuje { $now }.
trust-expired-hint = Sprawdź datę i godzinę na tym komputerze. Jeśli są poprawne, wydawca musi odnowić podpis: powiadom go i spróbuj ponownie później.
trust-clock-behind = Podpis wydawcy dla „{ $role }” wygasł { $expires }. Zegar tego komputera wskazuje { $now }, ale gdy ten program powstał lub ostatnio działał, było { $known }.
trust-clock-behind-hint = Sprawdź datę i godzinę na tym komputerze. Jeśli zegar wcześniej się mylił, a teraz jest poprawny, usuń aplikację i zainstaluj ją ponownie.
trust-threshold = { $need ->
    [one] „{ $role }” ma podpisy { COUNT($have) } z { COUNT($need) } wymaganego klucza.
    [few] „{ $role }” ma podpisy { COUNT($have) } z { COUNT($need) } wymaganych kluczy.
    [many] „{ $role }” ma podpisy { COUNT($have) } z { COUNT($need) } wymaganych kluczy.
   *[other] „{ $role }” ma podpisy { COUNT($have) } z { COUNT($need) } wymaganego klucza.
}
trust-threshold-hint = Nie instaluj z tego źródła. Wydanie zostało zmienione albo podpisało je za mało osób. Powiadom wydawcę.
trust-rollback = Serwer proponuje wersję { $offered } „{ $role }”, starszą niż widziana wcześniej wersja { $trusted }.
trust-rollback-hint = Serwer lub coś po drodze do niego pokazuje stary stan. Spróbuj innej sieci lub innego serwera lustrzanego; jeśli to nie pomoże, powiadom wydawcę.
trust-malformed = { $file } nie wygląda jak plik wydawcy.
trust-malformed-hint = Być może zamiast serwera odpowiedziała strona logowania do sieci: otwórz dowolną stronę internetową, zaloguj się i spróbuj ponownie. Jeśli to nie pomoże, powiadom wydawcę.
trust-web-page = Zamiast pliku wydawcy { $file } przyszła strona internetowa.
trust-web-page-hint = Ta sieć prawdopodobnie wymaga zalogowania: otwórz dowolną stronę internetową, zaloguj się i spróbuj ponownie.
trust-inconsistent = Pliki wydawcy nie pasują do siebie; niezgodność w { $file }.
trust-inconsistent-hint = Być może na serwer trafia właśnie nowe wydanie: spróbuj ponownie za kilka minut. Jeśli to nie pomoże, powiadom wydawcę.
trust-many-roots = { $limit ->
    [one] Klucze wydawcy zmieniły się więcej niż { COUNT($limit) } raz od ostatniego sprawdzenia na tym komputerze.
    [few] Klucze wydawcy zmieniły się więcej niż { COUNT($limit) } razy od ostatniego sprawdzenia na tym komputerze.
    [many] Klucze wydawcy zmieniły się więcej niż { COUNT($limit) } razy od ostatniego sprawdzenia na tym komputerze.
   *[other] Klucze wydawcy zmieniły się więcej niż { COUNT($limit) } raza od ostatniego sprawdzenia na tym komputerze.
}
trust-many-roots-hint = Uruchom program ponownie: będzie kontynuować od tego miejsca.
trust-other-application = To jest wydanie aplikacji { $found }, a nie { $expected }.
trust-other-application-hint = Sprawdź adres wydań. Jeśli jest poprawny, powiadom wydawcę.
trust-unsupported = Plik { $file } używa czegoś, czego ten program nie obsługuje: { $feature }.
trust-unsupported-hint = Pobierz od wydawcy najnowszy instalator.
trust-mismatch = { $file } nie jest plikiem podpisanym przez wydawcę.
trust-mismatch-hint = Plik został zmieniony lub uszkodzony i nie został użyty. Spróbuj ponownie lub w innej sieci; jeśli to nie pomoże, powiadom wydawcę.
trust-too-long = Plik { $file } jest większy niż dozwolone { BYTES($limit) }.
trust-too-long-hint = Plik nie został użyty. Powiadom wydawcę.
trust-floor = Serwer proponuje wersję { $offered }, ale ten instalator nie przyjmuje wersji starszych niż { $floor }.
trust-floor-hint = Serwer lub coś po drodze do niego pokazuje stary stan. Spróbuj innej sieci lub innego serwera lustrzanego; jeśli to nie pomoże, powiadom wydawcę.
trust-newer-format = Plik { $file } ma format { $format }; ten program odczytuje formaty do { $supported }.
trust-newer-format-hint = Pobierz od wydawcy najnowszy instalator.

plan-older = Zainstalowana jest wersja { $installed }; starsza wersja { $offered } jej nie zastąpi.
plan-older-hint = Jeśli chcesz starszej wersji, najpierw usuń zainstalowaną. Twoje dane pozostaną.
plan-replaced = Wersję { $version } opublikowano ponownie, a serwer proponuje wcześniejszą z tych dwóch.
plan-replaced-hint = Serwer lub coś po drodze do niego pokazuje stary stan. Spróbuj innej sieci lub innego serwera lustrzanego; jeśli to nie pomoże, powiadom wydawcę.
plan-below-floor = Wersja { $offered } ma znane luki w zabezpieczeniach; wydawca nie dopuszcza już wersji starszych niż { $floor }.
plan-below-floor-hint = Użyj nowszej wersji. Jeśli jej nie ma, powiadom wydawcę.
plan-not-installed = Aplikacja nie jest tu zainstalowana.
plan-not-installed-hint = Najpierw ją zainstaluj lub wskaż jej folder za pomocą --prefix.
    .window = Najpierw ją zainstaluj.
plan-no-previous = Nie ma wcześniejszej wersji, do której można by wrócić.
plan-no-previous-hint = Po każdej aktualizacji zachowywana jest poprzednia wersja, i tylko jedna. To, co zainstalowane, pozostaje bez zmian.
plan-other-application = Folder zawiera { $installed }; nie można w nim zainstalować { $offered }.
plan-other-application-hint = Wybierz inny folder za pomocą --prefix.
    .window = Wybierz inny folder.
plan-no-python = Nie znaleziono odpowiedniego Pythona. Potrzebny: { $needed }.
plan-no-python-hint = Zainstaluj takiego Pythona z python.org lub menedżerem pakietów systemu albo wskaż go za pomocą --python.
    .window = Zainstaluj takiego Pythona z python.org lub menedżerem pakietów systemu.
plan-other-python = Nie można użyć żądanego Pythona: { $asked }. Potrzebny: { $needed }.
plan-other-python-hint = Wskaż innego Pythona za pomocą --python lub pomiń tę opcję: wtedy program sam poszuka odpowiedniego. W szczegółach podano, co znaleziono.
plan-no-wheel = Nie ma gotowego pakietu dla tego komputera ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Wypróbuj innego Pythona za pomocą --python. W przeciwnym razie poproś wydawcę o obsługę tego komputera.
    .window = Zainstaluj inną wersję Pythona. W przeciwnym razie poproś wydawcę o obsługę tego komputera.
plan-no-compiler = Te pakiety trzeba zbudować na tym komputerze, ale nie znaleziono działającego kompilatora C z plikami nagłówkowymi Pythona: { $packages }.
plan-no-compiler-hint = Zainstaluj kompilator C i pliki programistyczne Pythona (w Debianie: build-essential i python3-dev) lub wypróbuj innego Pythona za pomocą --python.
    .window = Zainstaluj kompilator C i pliki programistyczne Pythona (w Debianie: build-essential i python3-dev).
plan-bad-lock = Wydanie zawiera sprzeczne informacje o pakiecie { $package }.
plan-bad-lock-hint = To błąd wydawcy: powiadom go. Nic nie zostało zmienione.

fetch-unreachable = Nie udało się pobrać { $artifact }: brak połączenia z { $host }.
fetch-unreachable-hint = Sprawdź połączenie z internetem i ustawienia proxy, po czym uruchom ponownie: to, co już pobrano, jest zachowane.
fetch-server = Nie udało się pobrać { $artifact }: { $host } odpowiada błędem { $status }.
fetch-server-hint = Spróbuj ponownie później: to, co już pobrano, jest zachowane.
fetch-not-found = Pliku { $artifact } nie ma w żadnym z miejsc, w których powinien być.
fetch-not-found-hint = Jeśli podano indeks, serwer lustrzany lub folder, upewnij się, że plik tam jest. W przeciwnym razie powiadom wydawcę.
fetch-cut = Połączenie zostało przerwane podczas pobierania { $artifact }: jest { BYTES($have) } z { BYTES($size) }.
fetch-cut-hint = Uruchom ponownie: pobieranie będzie kontynuowane od miejsca przerwania.
fetch-short = Plik { $artifact } skończył się za wcześnie: { BYTES($have) } zamiast { BYTES($size) }.
fetch-short-hint = Serwer lub proxy wysyła niepełny plik. Uruchom ponownie albo użyj innej sieci lub innego serwera lustrzanego.
fetch-too-long = Plik { $artifact } jest większy niż { BYTES($size) }, które podpisał wydawca.
fetch-too-long-hint = Plik nie został użyty. Spróbuj innej sieci lub innego serwera lustrzanego; jeśli to nie pomoże, powiadom wydawcę.
fetch-wrong-hash = { $artifact } z { $host } nie jest plikiem podpisanym przez wydawcę.
fetch-wrong-hash-hint = Plik został po drodze zmieniony lub uszkodzony i nie został użyty. Spróbuj innej sieci lub innego serwera lustrzanego; jeśli to nie pomoże, powiadom wydawcę.
fetch-login-page = { $host } wysyła stronę internetową zamiast pliku.
fetch-login-page-hint = Ta sieć prawdopodobnie wymaga zalogowania: otwórz dowolną stronę internetową, zaloguj się i uruchom ponownie.
fetch-slow = { $host } wysyła { $artifact } zbyt wolno.
fetch-slow-hint = Uruchom ponownie później lub w innej sieci: pobieranie będzie kontynuowane od miejsca przerwania.
fetch-redirect = { $host } przekierowuje pobieranie { $artifact } w kółko lub w niebezpieczne miejsce.
fetch-redirect-hint = Spróbuj innej sieci lub innego serwera lustrzanego; jeśli to nie pomoże, powiadom wydawcę.
fetch-confused = { $host } odpowiada w niezrozumiały sposób na żądanie { $artifact }.
fetch-confused-hint = Spróbuj ponownie później lub użyj innego serwera lustrzanego albo indeksu.
fetch-tls = { $issuer ->
    [unknown] Połączenie z { $host } nie jest bezpieczne: ten komputer nie ufa jego certyfikatowi.
   *[other] Połączenie z { $host } nie jest bezpieczne: jego certyfikat wystawił { $issuer }, a ten komputer nie ufa temu wystawcy.
}
fetch-tls-hint = W firmie sieć może kontrolować połączenia: zapytaj o jej urząd certyfikacji i wskaż plik za pomocą --ca. Gdzie indziej użyj innej sieci.
    .window = W firmie sieć może kontrolować połączenia: poproś osobę, która opiekuje się tym komputerem, aby dodała urząd certyfikacji firmy do zaufanych. Gdzie indziej użyj innej sieci.
fetch-proxy = { $proxy ->
    [unknown] Serwer proxy na drodze do { $host } wymaga nazwy i hasła lub odrzuca podane.
   *[other] Serwer proxy { $proxy } wymaga nazwy i hasła lub odrzuca podane.
}
fetch-proxy-hint = Podaj je za pomocą --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Nie udało się połączyć z serwerem proxy { $proxy }, więc nie można było zapytać { $host }.
fetch-proxy-unreachable-hint = Sprawdź nazwę i port serwera proxy: po --proxy, w zmiennych http_proxy i https_proxy lub w ustawieniach systemu. To, co już pobrano, jest zachowane.
    .window = Sprawdź nazwę i port serwera proxy: w zmiennych http_proxy i https_proxy lub w ustawieniach systemu. To, co już pobrano, jest zachowane.
fetch-login = { $host } wymaga nazwy i hasła lub odrzuca podane.
fetch-login-hint = Podaj je w adresie, https://NAME:PASSWORD@HOST/…, tam, gdzie został wskazany: --index-url, --mirror lub --repository. Jeśli nie podano adresu, powiadom wydawcę.
    .window = Podaj je w adresie, https://NAME:PASSWORD@HOST/…, tam, gdzie został wskazany. Jeśli nie podano adresu, powiadom wydawcę.
fetch-offline = { $count ->
    [one] Brakuje { COUNT($count) } pliku, a opcja --offline zabrania go pobrać: { $artifacts }
    [few] Brakuje { COUNT($count) } plików, a opcja --offline zabrania je pobrać: { $artifacts }
    [many] Brakuje { COUNT($count) } plików, a opcja --offline zabrania je pobrać: { $artifacts }
   *[other] Brakuje { COUNT($count) } pliku, a opcja --offline zabrania je pobrać: { $artifacts }
}
fetch-offline-hint = Umieść pliki w folderze i wskaż go za pomocą --find-links lub uruchom program bez --offline.

disk-full = W { $folder } nie ma dość miejsca.
disk-full-hint = Zwolnij miejsce lub wybierz inny folder: opcją --prefix dla aplikacji, zmienną XDG_CACHE_HOME dla pobieranych plików. To, co już pobrano, jest zachowane.
    .window = Zwolnij miejsce. To, co już pobrano, jest zachowane.
disk-no-room = W { $folder } potrzeba { BYTES($needed) }, a wolne jest { BYTES($free) }.
disk-no-room-hint = Zwolnij miejsce lub wybierz inny folder: opcją --prefix dla aplikacji, zmienną XDG_CACHE_HOME dla pobieranych plików. To, co już pobrano, jest zachowane.
    .window = Zwolnij miejsce. To, co już pobrano, jest zachowane.
disk-rights = Brak uprawnień do zapisu w { $path }.
disk-rights-hint = Zmień uprawnienia lub wybierz inny folder za pomocą --prefix. Uprawnienia administratora nie są potrzebne.
    .window = Zmień uprawnienia. Uprawnienia administratora nie są potrzebne.
disk-foreign-home = Folder domowy { $path } należy do innego konta niż to, na którym działa program. Niczego tam nie zapisano.
disk-foreign-home-hint = Uruchom program bez sudo; uprawnienia administratora nie są potrzebne. Aby zainstalować dla tego właśnie konta, użyj sudo -H.
disk-name = Nie można utworzyć { $path }: nazwa jest za długa lub zawiera niedozwolone tam znaki.
disk-name-hint = Wybierz za pomocą --prefix folder o krótszej nazwie, blisko głównego folderu dysku.
    .window = Wybierz folder o krótszej nazwie, blisko głównego folderu dysku.
disk-no-rename = W { $folder } nie można zmieniać nazw plików.
disk-no-rename-hint = Wybierz folder na innym dysku: opcją --prefix dla aplikacji, zmienną XDG_CACHE_HOME dla pobieranych plików.
    .window = Wybierz folder na innym dysku (zmienną XDG_CACHE_HOME dla pobieranych plików).
disk-no-links = W { $folder } nie można tworzyć dowiązań symbolicznych, a aplikacja ich potrzebuje.
disk-no-links-hint = Wybierz za pomocą --prefix folder na innym dysku; na pendrive’ach i dyskach sieciowych dowiązania często nie działają.
    .window = Wybierz folder na innym dysku; na pendrive’ach i dyskach sieciowych dowiązania często nie działają.
disk-no-locks = W { $folder } nie można blokować plików, więc dwie instalacje mogłyby sobie przeszkadzać.
disk-no-locks-hint = Wybierz folder na własnym dysku tego komputera: opcją --prefix dla aplikacji, zmienną XDG_CACHE_HOME dla pobieranych plików.
    .window = Wybierz folder na własnym dysku tego komputera (zmienną XDG_CACHE_HOME dla pobieranych plików).
disk-no-execution = W { $folder } nie wolno uruchamiać programów, więc aplikacja nie mogłaby tam działać.
disk-no-execution-hint = Wybierz za pomocą --prefix folder, w którym wolno uruchamiać programy.
    .window = Wybierz folder, w którym wolno uruchamiać programy.
disk-no-room-for-files = { $needed ->
    [one] W { $folder } trzeba utworzyć około { COUNT($needed) } pliku, a liczba plików, które jeszcze zmieszczą się na dysku, to { COUNT($free) }.
    [few] W { $folder } trzeba utworzyć około { COUNT($needed) } plików, a liczba plików, które jeszcze zmieszczą się na dysku, to { COUNT($free) }.
    [many] W { $folder } trzeba utworzyć około { COUNT($needed) } plików, a liczba plików, które jeszcze zmieszczą się na dysku, to { COUNT($free) }.
   *[other] W { $folder } trzeba utworzyć około { COUNT($needed) } pliku, a liczba plików, które jeszcze zmieszczą się na dysku, to { COUNT($free) }.
}
disk-no-room-for-files-hint = Usuń stamtąd część plików lub wybierz za pomocą --prefix folder na innym dysku.
    .window = Usuń stamtąd część plików lub wybierz folder na innym dysku.
disk-path-too-long = { $most ->
    [one] Ścieżka { $folder } jest za długa: może mieć najwyżej { COUNT($most) } znak, aby dało się nazwać pliki w tym folderze.
    [few] Ścieżka { $folder } jest za długa: może mieć najwyżej { COUNT($most) } znaki, aby dało się nazwać pliki w tym folderze.
    [many] Ścieżka { $folder } jest za długa: może mieć najwyżej { COUNT($most) } znaków, aby dało się nazwać pliki w tym folderze.
   *[other] Ścieżka { $folder } jest za długa: może mieć najwyżej { COUNT($most) } znaku, aby dało się nazwać pliki w tym folderze.
}
disk-path-too-long-hint = Wybierz za pomocą --prefix folder o krótszej ścieżce.
    .window = Wybierz folder o krótszej ścieżce.
disk-names-too-short = { $most ->
    [one] Nazwy plików w { $folder } mogą mieć najwyżej { COUNT($most) } znak, a potrzeba { COUNT($needed) }. Tak bywa w folderach zaszyfrowanych.
    [few] Nazwy plików w { $folder } mogą mieć najwyżej { COUNT($most) } znaki, a potrzeba { COUNT($needed) }. Tak bywa w folderach zaszyfrowanych.
    [many] Nazwy plików w { $folder } mogą mieć najwyżej { COUNT($most) } znaków, a potrzeba { COUNT($needed) }. Tak bywa w folderach zaszyfrowanych.
   *[other] Nazwy plików w { $folder } mogą mieć najwyżej { COUNT($most) } znaku, a potrzeba { COUNT($needed) }. Tak bywa w folderach zaszyfrowanych.
}
disk-names-too-short-hint = Wybierz inny folder dla pobieranych plików za pomocą zmiennej XDG_CACHE_HOME.
disk-other = Nie udało się odczytać lub zapisać { $path }.
disk-other-hint = W szczegółach podano komunikat systemu. Sprawdź, czy nie ma tam czegoś innego i czy nic tego nie używa, po czym spróbuj ponownie; w systemie Windows plik może blokować program antywirusowy.

limit-open-files = { $limit ->
    [one] To konto może mieć naraz tylko { COUNT($limit) } otwarty plik, a potrzeba { COUNT($needed) }.
    [few] To konto może mieć naraz tylko { COUNT($limit) } otwarte pliki, a potrzeba { COUNT($needed) }.
    [many] To konto może mieć naraz tylko { COUNT($limit) } otwartych plików, a potrzeba { COUNT($needed) }.
   *[other] To konto może mieć naraz tylko { COUNT($limit) } otwartego pliku, a potrzeba { COUNT($needed) }.
}
limit-open-files-hint = Zwiększ limit („ulimit -n”) lub zwróć się do osoby, która opiekuje się tym komputerem.
limit-file-size = To konto może zapisywać pliki o wielkości najwyżej { BYTES($limit) }, a potrzeba { BYTES($needed) }.
limit-file-size-hint = Zwiększ limit („ulimit -f”) lub zwróć się do osoby, która opiekuje się tym komputerem.

environment-runtime = Nie udało się rozpakować Pythona dołączonego do wydania albo on nie działa.
environment-runtime-hint = Zainstaluj Pythona z python.org i wskaż go za pomocą --python, a także powiadom wydawcę.
    .window = Zainstaluj Pythona z python.org, a także powiadom wydawcę.
environment-create = Python nie mógł utworzyć środowiska dla aplikacji.
environment-create-hint = Przyczynę podano w szczegółach. Wypróbuj innego Pythona za pomocą --python lub inny folder za pomocą --prefix.
    .window = Przyczynę podano w szczegółach. Wybierz inny folder lub zainstaluj inną wersję Pythona.
environment-start = Nie udało się uruchomić { $program }.
environment-start-hint = Przyczynę podano w szczegółach. Być może w tym folderze nie wolno uruchamiać programów: wybierz inny za pomocą --prefix.
    .window = Przyczynę podano w szczegółach. Być może w tym folderze nie wolno uruchamiać programów: wybierz inny.
environment-wheel-refused = Pakiet { $wheel } zawiera coś, czego nie powinien zawierać żaden pakiet, i nie został zainstalowany.
environment-wheel-refused-hint = W szczegółach podano, co to jest. Powiadom wydawcę. Nic nie zostało zmienione.
environment-pip = Nie udało się zainstalować pakietów.
environment-pip-hint = Komunikaty programu pip są w szczegółach. Nic nie zostało zmienione; jeśli to się powtórzy, powiadom wydawcę.
environment-pip-python = Program pip z wydania ({ $pip }) nie działa z Pythonem { $python }.
environment-pip-python-hint = Wskaż innego Pythona za pomocą --python i powiadom wydawcę.
    .window = Zainstaluj inną wersję Pythona i powiadom wydawcę.
environment-hash = Pakiet nie jest tym, który podpisał wydawca; pip go odrzucił.
environment-hash-hint = Dysk lub inny program zmienia pliki. Nie przełączono na nową wersję; spróbuj ponownie.
environment-build = Nie udało się zbudować pakietu { $package } na tym komputerze.
environment-build-hint = Komunikaty z budowania są w szczegółach; często brakuje plików programistycznych jakiejś biblioteki. Dla innego Pythona może istnieć gotowy pakiet: wypróbuj --python.
    .window = Komunikaty z budowania są w szczegółach; często brakuje plików programistycznych jakiejś biblioteki. Dla innego Pythona może istnieć gotowy pakiet.
environment-no-headers = Pakiet { $package } trzeba zbudować na tym komputerze, ale { $python } nie ma plików nagłówkowych C.
environment-no-headers-hint = Zainstaluj pliki programistyczne Pythona (w Debianie: python3-dev) lub wypróbuj innego Pythona za pomocą --python.
    .window = Zainstaluj pliki programistyczne Pythona (w Debianie: python3-dev).
environment-no-command = W wydaniu nie ma polecenia „{ $command }”, choć powinno być.
environment-no-command-hint = To błąd wydawcy: powiadom go. Nie przełączono na nową wersję.
environment-changed = Po instalacji { $path } różni się od tego, co powinno tam być.
environment-changed-hint = Dysk lub inny program (antywirusowy?) zmienia pliki. Nie przełączono na nową wersję; spróbuj ponownie.
environment-check = Zainstalowane pakiety nie pasują do siebie.
environment-check-hint = To błąd w wydaniu: powiadom wydawcę. Nie przełączono na nową wersję.
environment-smoke-test = Świeżo zainstalowana aplikacja nie uruchamia się.
environment-smoke-test-hint = Jej komunikaty są w szczegółach. Nie przełączono na nową wersję; powiadom wydawcę.
environment-time = Jeden z etapów instalacji trwał zbyt długo i został przerwany.
environment-time-hint = Spróbuj ponownie, gdy komputer będzie mniej zajęty. Nie przełączono na nową wersję.

activate-launcher-taken = Plik { $path } należy do czegoś innego i nie został nadpisany.
activate-launcher-taken-hint = Przenieś go lub usuń i uruchom ponownie.
activate-unsafe = { $path } jest dowiązaniem, należy do kogoś innego lub inni mogą to zmieniać. Nie zostało to użyte.
activate-unsafe-hint = Odbierz innym prawo zapisu (chmod go-w), usuń to lub wybierz inny folder: za pomocą --prefix dla aplikacji, za pomocą zmiennej XDG_CACHE_HOME dla pobranych plików.
    .window = Odbierz innym prawo zapisu (chmod go-w), usuń to lub wybierz inny folder (za pomocą zmiennej XDG_CACHE_HOME dla pobranych plików).
activate-anothers = Instalacja w { $folder } należy do innego konta: { $owner }.
activate-anothers-hint = Tylko to konto może ją zmienić lub usunąć. Wybierz inny folder za pomocą --prefix.
    .window = Tylko to konto może ją zmienić lub usunąć. Wybierz inny folder.
activate-damaged-receipt = Plik { $path } jest uszkodzony, więc nie wiadomo, co należy do instalacji.
activate-damaged-receipt-hint = Uruchom ten program bez polecenia: zainstaluje aplikację od nowa i ponownie zapisze ten plik. Potem ją usuń.
activate-foreign = { $path } istnieje od wcześniej i nie należy do instalacji; niczego tam nie zmieniono.
activate-foreign-hint = Wybierz inny folder za pomocą --prefix lub przenieś to i uruchom ponownie.
    .window = Wybierz inny folder lub przenieś to i uruchom ponownie.
activate-previous-gone = Wersja { $version }, zachowana, aby można było do niej wrócić, już się nie uruchamia: zniknęły jej pliki lub jej Python.
activate-previous-gone-hint = Pozostań przy zainstalowanej wersji; nie została naruszona.
activate-newer-receipt = Plik { $path } zapisał nowszy instalator.
activate-newer-receipt-hint = Użyj tamtego instalatora lub pobierz od wydawcy najnowszy.

verify-damaged = Zainstalowana aplikacja nie jest w porządku w { $count ->
    [one] { COUNT($count) } miejscu
    [few] { COUNT($count) } miejscach
    [many] { COUNT($count) } miejscach
   *[other] { COUNT($count) } miejsca
}.
verify-damaged-hint = Uruchom „{ $command }”: naprawi to, co uszkodzone, a twoich danych nie ruszy.
    .window = Uruchom „{ window-repair }”: naprawi to, co uszkodzone, a twoich danych nie ruszy.
verify-damaged-anothers = Zainstalowana aplikacja nie jest w porządku w { $count ->
    [one] { COUNT($count) } miejscu
    [few] { COUNT($count) } miejscach
    [many] { COUNT($count) } miejscach
   *[other] { COUNT($count) } miejsca
}.
verify-damaged-anothers-hint = Naprawić ją może tylko konto, do którego należy: { $owner }.
uninstall-declined = Nic nie zostało usunięte.
uninstall-declined-hint = Aplikacja pozostaje bez zmian. Aby ją usunąć, uruchom ponownie i odpowiedz „tak”.
uninstall-mounted = W { $path } podłączono inny dysk, dlatego folder z danymi, w którym się znajduje, nie został usunięty.
uninstall-mounted-hint = Najpierw odłącz ten dysk albo usuń aplikację bez tego folderu.

busy = W { $folder } trwa inna instalacja.
busy-hint = Poczekaj, aż się skończy, i uruchom ponownie; z opcją --wait SECONDS program poczeka sam.
    .window = Poczekaj, aż się skończy, i uruchom ponownie.
cancelled = Anulowano. To, co było zainstalowane wcześniej, pozostaje bez zmian.
cancelled-hint = Uruchom ponownie w dowolnej chwili: to, co już pobrano, jest zachowane.
internal = Wewnątrz tego programu wystąpił błąd.
internal-hint = To nasz błąd. Zgłoś go, dołączając szczegóły.

log-unwritable = Nie można zapisać dziennika { $path }.
log-unwritable-hint = Podaj plik w folderze, w którym możesz zapisywać, lub pomiń --log.
