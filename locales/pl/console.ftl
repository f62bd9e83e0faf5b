plan-publisher = {"  "}Wydawca: { $publisher }; podpisano kluczami: { COUNT($signed) } z { COUNT($keys) } (wymagane: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pakiety: { COUNT($packages) } ({ BYTES($size) }, z tego do pobrania { BYTES($fetch) })
plan-builds = {"  "}Budowane na tym komputerze: { $packages }
plan-running = {"  "}Teraz działa: { $programs }. Będzie dalej działać w dotychczasowej wersji i nie straci niczego, czego do tego potrzebuje.
plan-go-back-data = {"  "}Twoje dane pozostaną bez zmian. Starsza wersja może nie zrozumieć tego, co zapisała nowsza: jeśli dane są ważne, najpierw zrób ich kopię.
plan-folder = {"  "}Folder: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Wersja { $version } jest zainstalowana.
outcome-upgrade = Wersja { $version } jest zainstalowana; poprzednia została zachowana: można do niej wrócić poleceniem „{ $command }”.
outcome-upgrade-later = Wersja { $version } nadal działa; wersja { $pending } jest gotowa i zostanie włączona przy następnym uruchomieniu tego programu.
outcome-go-back = Wersja { $version } jest ponownie zainstalowana. Wersja używana przed chwilą została zachowana: można do niej wrócić poleceniem „{ $command }”.
outcome-repair = Wersja { $version } została zainstalowana od nowa.
outcome-mend = Wersja { $version } jest znowu w porządku.
outcome-verify = Nic nie jest uszkodzone: wersja { $version } jest taka, jak po zainstalowaniu.
outcome-up-to-date = Wersja { $version } jest zainstalowana i aktualna.
outcome-left-aside = Wersja { $version } jest zainstalowana. Wersja { $newer } została wycofana, więc nie zainstaluje się sama: służy do tego polecenie „{ $command }”.
outcome-running = Nadal działa w poprzedniej wersji: { $programs }. Uruchom ponownie, aby używać tej wersji.
outcome-uninstall = Usunięto.
outcome-commands = Polecenia do uruchamiania: { $commands }
outcome-not-on-path = Folderu { $folder } nie ma w PATH. Dodaj go tam, aby nie trzeba było go wpisywać.
outcome-path-line = Aby do uruchomienia wystarczyła sama nazwa, dodaj ten wiersz do pliku { $file } lub uruchom ten program ponownie z opcją --add-to-path:
outcome-path-added = Folder z poleceniami został dodany do PATH w pliku { $file }. Otwórz nowy terminal, aby z nich korzystać.
failure-message = Błąd: { $message } [{ $code }]
failure-hint = Co można zrobić: { $hint }
failure-details = Szczegóły:

findings-compared = Wersja { $version }: porównane pliki: { COUNT($files) } ({ BYTES($size) }); pakiety porównane z tym, co podpisał wydawca: { COUNT($signed) } z { COUNT($packages) }, pozostałe z zapisem instalacji
findings-mended = Naprawiono ({ COUNT($count) }):
findings-more = {"  "}i jeszcze { COUNT($count) }; opcja --json wymienia wszystkie

check-up-to-date = { $name } { $installed }: wersja aktualna.
check-upgrade = Można zainstalować { $name } { $offered }; zainstalowana wersja: { $installed }.
check-upgrade-size = Można zainstalować { $name } { $offered } (do pobrania { BYTES($size) }); zainstalowana wersja: { $installed }.
check-security = Wersja { $installed } ma znane luki w zabezpieczeniach.
check-obstacle = {"  "}Obecnie nie można jej zainstalować na tym komputerze [{ $code }].

removal-goes = Usunięcie { $name } { $version } obejmie:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Pozostanie:
removal-data = {"  "}twoje dane w { $path } ({ BYTES($size) }); opcja --remove-data { $path } usunie także je
removal-data-goes = {"  "}twoje dane w { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }: zmieniono po instalacji lub nie należy do tego programu
removal-downloads = {"  "}pobrane pliki, których nic innego nie potrzebuje ({ BYTES($size) }); opcja --remove-downloads usunie także je
removal-downloads-goes = {"  "}pobrane pliki, których nic innego nie potrzebuje ({ BYTES($size) })

status-nothing = Nic nie jest zainstalowane.
status-installed = { $name } { $version }, zainstalowano: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pakiety: { COUNT($packages) }
status-previous = {"  "}Zachowana poprzednia wersja: { $version }
status-file = {"  "}Poza folderem aplikacji: { $path }
shell-line = wiersz w { $path }, który dodaje polecenia do PATH

note-locale = Nie ma tekstów w języku „{ $asked }”. Dostępne: { $known }
note-log = Dziennik tego uruchomienia: { $path }
note-anothers = Należy do innego konta, { $owner }, i jest tylko przeglądana.
note-no-desktop = Nie ma tu folderu pulpitu, więc --desktop-shortcut nie działa.

ask-uninstall = Usunąć { $name } z { $folder }?
ask-remove-data = Usunąć także twoje dane w { $path } ({ BYTES($size) })? Nie będzie można ich odzyskać.
ask-remove-downloads = Usunąć także pobrane pliki, których nic innego nie potrzebuje ({ BYTES($size) })?
answer-choices = [t/N]
answer-yes = t tak y yes

help-about = Instaluje aplikację w Pythonie z podpisanych wydań i dba o jej aktualność.
help-usage = Użycie: { $program } [POLECENIE] [OPCJE]
help-commands = Polecenia:
help-command-none = bez polecenia: zainstaluj, zaktualizuj lub dokończ, zależnie od potrzeby
help-command-install = zainstaluj aplikację
help-command-upgrade = zainstaluj nowsze wydanie, jeśli istnieje
help-command-repair = napraw to, co uszkodzone w zainstalowanym wydaniu
help-command-go-back = wróć do poprzedniej wersji; nie wymaga sieci
help-command-verify = porównaj każdy zainstalowany plik z opublikowanym
help-command-check = powiedz, czy jest nowsze wydanie
help-command-status = pokaż, co jest zainstalowane
help-command-uninstall = usuń aplikację; twoje dane pozostaną
help-options = Opcje:
help-prefix = zainstaluj w tym folderze
help-python = użyj tego Pythona lub Pythona w tej wersji
help-repository = bierz wydania stąd
help-profile = zainstaluj inną aplikację: folder z plikami profile.toml i root.json
help-index-url = pobieraj pakiety tylko z tego indeksu
help-mirror = najpierw próbuj tego serwera lustrzanego files.pythonhosted.org; można powtórzyć
help-find-links = najpierw szukaj pakietów w tym folderze; można powtórzyć
help-offline = nie używaj sieci
help-proxy = użyj tego serwera proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = ufaj także urzędom certyfikacji z tego pliku
help-later = gdy aplikacja działa, tylko przygotuj nową wersję: włączy ją następne uruchomienie
help-wait = czekaj tyle na inną trwającą instalację; domyślnie dziesięć minut, a z --silent lub --json wcale
help-face = pokaż okno („window”) lub użyj terminala („terminal”)
help-menu = pozycja w menu aplikacji (tworzona, chyba że podano --no-menu)
help-desktop-shortcut = ikona na pulpicie (tylko na życzenie)
help-add-to-path = pozwól powłoce znajdować polecenia: dodaj ich folder do PATH; pamiętane przy aktualizacjach
help-silent = wypisuj tylko błędy, o nic nie pytaj
help-json = wypisuj wszystko jako wiersze JSON
help-yes = odpowiedz „tak” na pytanie przed usunięciem
help-anew = z repair: zainstaluj wszystko od nowa
help-remove-data = z uninstall: usuń także ten folder z twoimi danymi; można powtórzyć
help-remove-downloads = z uninstall: usuń także pobrane pliki
help-locale = używaj tego języka, na przykład pl
help-log = zapisuj dziennik
help-replay = pokaż w oknie to, co zapisała opcja --json; nic nie zostanie zainstalowane
help-version = pokaż wersję tego programu
help-help = pokaż tę stronę
help-exit =
    Kod wyjścia: 0 wykonano lub nic do zrobienia, 2 użycie, 10 sieć, 11 odmowa ze względów
    bezpieczeństwa, 12 odrzucono starsze wydanie, 13 brak odpowiedniego Pythona, 14 brak pakietu
    wheel lub kompilatora, 15 dysk lub uprawnienia, 16 środowisko, 17 zajęte, 18 nie zainstalowano,
    19 uszkodzone, 100 „check” znalazło aktualizację, 70 błąd wewnętrzny, 130 anulowano.
